/** Which files tell of components, and who reads them. A reader is loaded when its first file is met. */
import type { Reader } from './found.js';

export type Place = 'system' | 'project';

export interface Rule {
  /** `system`: what is installed, in images and root file systems; `project`: what a project's files ask for. */
  readonly where: readonly Place[];
  /** File names, extensions (with their dot) or folders; one of them picks the rule, `path` may narrow it. */
  readonly names?: readonly string[];
  readonly extensions?: readonly string[];
  readonly folders?: readonly string[];
  readonly path?: RegExp;
  /** Of a file that only asks for packages: the lockfiles that answer it, beside it or in a folder above. */
  readonly answeredBy?: readonly string[];
  /** Largest size that is read, in bytes: the file is held in memory. */
  readonly most: number;
  /** What it is, where it is too large or broken. */
  readonly what: string;
  readonly load: () => Promise<Reader>;
}

/** A file that may be run has no name of its own kind: its first bytes decide. */
export const programs: Rule = { where: ['system'], most: 48 * 1024 * 1024, what: 'what a program was built from', load: async () => (await import('./binaries.js')).readBinary };
/** Programs of less are scripts or small tools, which carry no list. */
export const SMALLEST_PROGRAM = 64 * 1024;

const MB = 1024 * 1024;
const SYSTEM: readonly Place[] = ['system'];
const PROJECT: readonly Place[] = ['project'];
/** Older systems, newer ones, and those that keep the database with what is not changed. */
const RPM = /^(var\/lib|usr\/lib\/sysimage|usr\/share)\/rpm\/[^/]+$/;

export const rules: readonly Rule[] = [
  { where: SYSTEM, names: ['os-release'], path: /^(etc|usr\/lib)\/os-release$/, most: MB, what: 'the name of the operating system', load: async () => (await import('./os-release.js')).readOsRelease },
  { where: SYSTEM, names: ['status'], path: /^var\/lib\/dpkg\/status$/, most: 64 * MB, what: 'packages of dpkg', load: async () => (await import('./dpkg.js')).readDpkgStatus },
  { where: SYSTEM, folders: ['var/lib/dpkg/status.d'], path: /(?<!\.md5sums)$/, most: MB, what: 'a package of dpkg', load: async () => (await import('./dpkg.js')).readDpkgStatus },
  { where: SYSTEM, extensions: ['.list'], path: /^var\/lib\/dpkg\/info\//, most: 16 * MB, what: 'the files of a package of dpkg', load: async () => (await import('./dpkg.js')).readDpkgList },
  { where: SYSTEM, names: ['installed'], path: /^(usr\/)?lib\/apk\/db\/installed$/, most: 64 * MB, what: 'packages of apk', load: async () => (await import('./apk.js')).readApkInstalled },
  { where: SYSTEM, names: ['rpmdb.sqlite', 'Packages.db', 'Packages'], path: RPM, most: 128 * MB, what: 'packages of rpm', load: async () => (await import('./rpm/read.js')).readRpmDatabase },
  { where: SYSTEM, names: ['rpmdb.sqlite-wal'], path: RPM, most: 160 * MB, what: 'packages of rpm', load: async () => (await import('./rpm/read.js')).readWriteAheadLog },
  { where: SYSTEM, names: ['package.json'], path: /(^|\/)node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/, most: MB, what: 'a package of npm', load: async () => (await import('./npm/package-json.js')).readPackageJson },
  { where: SYSTEM, names: ['METADATA'], path: /\.dist-info\/METADATA$/, most: 4 * MB, what: 'a package of Python', load: async () => (await import('./python/metadata.js')).readPythonMetadata },
  { where: SYSTEM, names: ['PKG-INFO'], path: /\.egg-info\/PKG-INFO$|\/EGG-INFO\/PKG-INFO$/, most: 4 * MB, what: 'a package of Python', load: async () => (await import('./python/metadata.js')).readPythonMetadata },
  { where: SYSTEM, extensions: ['.egg-info'], most: 4 * MB, what: 'a package of Python', load: async () => (await import('./python/metadata.js')).readPythonMetadata },
  { where: SYSTEM, extensions: ['.jar', '.war', '.ear'], most: 96 * MB, what: 'libraries of Java', load: async () => (await import('./maven/jar.js')).readJar },
  { where: SYSTEM, extensions: ['.gemspec'], path: /\/specifications\/(default\/)?[^/]+\.gemspec$/, most: MB, what: 'a gem', load: async () => (await import('./ruby.js')).readGemspec },
  { where: SYSTEM, names: ['installed.json'], path: /(^|\/)vendor\/composer\/installed\.json$/, most: 32 * MB, what: 'packages of PHP', load: async () => (await import('./composer.js')).readComposer },
  { where: SYSTEM, extensions: ['.json'], path: /\.deps\.json$/, most: 32 * MB, what: 'packages of .NET', load: async () => (await import('./nuget.js')).readDepsJson },
  { where: SYSTEM, names: ['node_version.h', 'patchlevel.h', 'php_version.h', 'rbconfig.rb', 'release', 'VERSION'], path: /\/(node_version|patchlevel|php_version)\.h$|\/ruby\/.*rbconfig\.rb$|\/release$|\/go\/VERSION$/, most: MB, what: 'the version of a runtime', load: async () => (await import('./runtimes.js')).readRuntime },
  { where: PROJECT, names: ['package-lock.json', 'npm-shrinkwrap.json'], most: 32 * MB, what: 'packages of npm', load: async () => (await import('./npm/package-lock.js')).readPackageLock },
  { where: PROJECT, names: ['yarn.lock'], most: 64 * MB, what: 'packages of npm', load: async () => (await import('./npm/yarn-lock.js')).readYarnLock },
  { where: PROJECT, names: ['pnpm-lock.yaml'], most: 16 * MB, what: 'packages of npm', load: async () => (await import('./npm/pnpm-lock.js')).readPnpmLock },
  { where: PROJECT, names: ['bun.lock'], most: 32 * MB, what: 'packages of npm', load: async () => (await import('./npm/bun-lock.js')).readBunLock },
  { where: PROJECT, names: ['bun.lockb'], most: 64 * MB, what: 'packages of npm', load: async () => (await import('./npm/bun-lock.js')).readBunBinary },
  { where: PROJECT, extensions: ['.txt'], path: /(^|\/)requirements([-_.][^/]*)?\.txt$|(^|\/)requirements\/[^/]+\.txt$/, most: 4 * MB, what: 'packages of Python', load: async () => (await import('./python/requirements.js')).readRequirements },
  { where: PROJECT, names: ['Pipfile.lock'], most: 32 * MB, what: 'packages of Python', load: async () => (await import('./python/locks.js')).readPipfileLock },
  { where: PROJECT, names: ['poetry.lock', 'pdm.lock'], most: 32 * MB, what: 'packages of Python', load: async () => (await import('./python/locks.js')).readPoetryLock },
  { where: PROJECT, names: ['uv.lock'], most: 32 * MB, what: 'packages of Python', load: async () => (await import('./python/locks.js')).readUvLock },
  { where: PROJECT, names: ['go.mod'], most: 4 * MB, what: 'modules of Go', load: async () => (await import('./go/go-mod.js')).readGoMod },
  { where: PROJECT, names: ['pom.xml'], most: 4 * MB, what: 'libraries of Java', load: async () => (await import('./maven/pom.js')).readPom },
  { where: PROJECT, names: ['gradle.lockfile', 'buildscript-gradle.lockfile'], most: 4 * MB, what: 'libraries of Java', load: async () => (await import('./maven/gradle.js')).readGradleLock },
  { where: PROJECT, names: ['Cargo.lock'], most: 32 * MB, what: 'crates', load: async () => (await import('./rust/rust.js')).readCargoLock },
  { where: PROJECT, names: ['composer.lock'], most: 32 * MB, what: 'packages of PHP', load: async () => (await import('./composer.js')).readComposer },
  { where: PROJECT, names: ['packages.lock.json'], most: 32 * MB, what: 'packages of .NET', load: async () => (await import('./nuget.js')).readNugetLock },
  { where: PROJECT, names: ['packages.config'], most: 4 * MB, what: 'packages of .NET', load: async () => (await import('./nuget.js')).readPackagesConfig },
  { where: PROJECT, names: ['Gemfile.lock', 'gems.locked'], most: 4 * MB, what: 'gems', load: async () => (await import('./ruby.js')).readGemfileLock },
  { where: PROJECT, names: ['mix.lock', 'rebar.lock', 'pubspec.lock', 'Package.resolved', 'Podfile.lock', 'conan.lock', 'renv.lock', 'stack.yaml.lock', 'cabal.project.freeze', 'deno.lock', 'flake.lock'], most: 64 * MB, what: 'dependencies', load: async () => (await import('./not-read.js')).notRead },
  ...(
    [
      [{ names: ['package.json'] }, ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb', 'deno.lock']],
      [{ names: ['pyproject.toml'] }, ['poetry.lock', 'pdm.lock', 'uv.lock', 'Pipfile.lock', 'requirements.txt']],
      [{ names: ['Pipfile'] }, ['Pipfile.lock']],
      [{ names: ['Cargo.toml'] }, ['Cargo.lock']],
      [{ names: ['composer.json'] }, ['composer.lock']],
      [{ names: ['Gemfile'] }, ['Gemfile.lock', 'gems.locked']],
      [{ names: ['build.gradle', 'build.gradle.kts'] }, ['gradle.lockfile']],
      [{ extensions: ['.csproj', '.fsproj', '.vbproj'] }, ['packages.lock.json', 'packages.config']],
    ] as const
  ).map(([which, answeredBy]): Rule => ({ where: PROJECT, ...which, answeredBy, most: 4 * MB, what: 'dependencies', load: async () => (await import('./manifest.js')).readManifest })),
];

/** Of the paths of a project those that tell of dependencies. */
export function dependencyPaths(paths: readonly string[]): ReadonlySet<string> {
  const find = ruleFinder('project');
  const all = new Set(paths);
  return new Set(paths.filter((path) => {
    const rule = find(path);
    return rule !== undefined && (rule.answeredBy === undefined || !answered(path, rule.answeredBy, all));
  }));
}

function answered(path: string, by: readonly string[], all: ReadonlySet<string>): boolean {
  for (let slash = path.lastIndexOf('/'); ; slash = path.lastIndexOf('/', slash - 1)) {
    const folder = slash < 0 ? '' : path.slice(0, slash + 1);
    if (by.some((name) => all.has(folder + name))) return true;
    if (slash <= 0) return slash < 0 ? false : by.some((name) => all.has(name));
  }
}

/** Finds the rule of a path by what its name tells; paths without one cost three look-ups. */
export function ruleFinder(place: Place): (path: string) => Rule | undefined {
  const [names, extensions, folders] = [new Map<string, Rule[]>(), new Map<string, Rule[]>(), new Map<string, Rule[]>()];
  const put = (map: Map<string, Rule[]>, keys: readonly string[] | undefined, rule: Rule): void => {
    for (const key of keys ?? []) map.set(key, [...(map.get(key) ?? []), rule]);
  };
  for (const rule of rules) {
    if (!rule.where.includes(place)) continue;
    put(names, rule.names, rule);
    put(extensions, rule.extensions, rule);
    put(folders, rule.folders, rule);
  }
  return (path) => {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const dot = name.lastIndexOf('.');
    for (const found of [names.get(name), dot < 0 ? undefined : extensions.get(name.slice(dot)), slash < 0 ? undefined : folders.get(path.slice(0, slash))]) {
      for (const rule of found ?? []) if (rule.path === undefined || rule.path.test(path)) return rule;
    }
    return undefined;
  };
}
