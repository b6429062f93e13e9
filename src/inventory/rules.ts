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
  /** Largest size that is read, in bytes: the file is held in memory. */
  readonly most: number;
  /** What it is, where it is too large or broken. */
  readonly what: string;
  readonly load: () => Promise<Reader>;
}

const MB = 1024 * 1024;
const SYSTEM: readonly Place[] = ['system'];
const PROJECT: readonly Place[] = ['project'];

export const rules: readonly Rule[] = [
  { where: SYSTEM, names: ['os-release'], path: /^(etc|usr\/lib)\/os-release$/, most: MB, what: 'the name of the operating system', load: async () => (await import('./os-release.js')).readOsRelease },
  { where: SYSTEM, names: ['status'], path: /^var\/lib\/dpkg\/status$/, most: 64 * MB, what: 'packages of dpkg', load: async () => (await import('./dpkg.js')).readDpkgStatus },
  { where: SYSTEM, folders: ['var/lib/dpkg/status.d'], path: /(?<!\.md5sums)$/, most: MB, what: 'a package of dpkg', load: async () => (await import('./dpkg.js')).readDpkgStatus },
  { where: SYSTEM, extensions: ['.list'], path: /^var\/lib\/dpkg\/info\//, most: 16 * MB, what: 'the files of a package of dpkg', load: async () => (await import('./dpkg.js')).readDpkgList },
  { where: SYSTEM, names: ['installed'], path: /^(usr\/)?lib\/apk\/db\/installed$/, most: 64 * MB, what: 'packages of apk', load: async () => (await import('./apk.js')).readApkInstalled },
  { where: SYSTEM, names: ['package.json'], path: /(^|\/)node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/, most: MB, what: 'a package of npm', load: async () => (await import('./npm/package-json.js')).readPackageJson },
  { where: PROJECT, names: ['package-lock.json', 'npm-shrinkwrap.json'], most: 64 * MB, what: 'packages of npm', load: async () => (await import('./npm/package-lock.js')).readPackageLock },
];

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
