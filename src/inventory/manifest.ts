/** Files that ask for packages without saying which versions are used: that no lockfile says it either is a gap worth a line. */
import { NOTHING, type Reading } from './found.js';
import { entriesOf, parsed, plain } from './json.js';

const asks: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  'package.json': jsonSections('dependencies', 'devDependencies', 'optionalDependencies'),
  'composer.json': (bytes) => jsonKeys(bytes, 'require', 'require-dev').some((name) => name.includes('/')),
  'pyproject.toml': matches(/^\s*dependencies\s*=\s*\[\s*[^\s\]]|^\[tool\.poetry\.(group\.[^\]]+\.)?dependencies\]/m),
  Pipfile: matches(/^\[(dev-)?packages\]\s*\n\s*[^\s[#]/m),
  'Cargo.toml': matches(/^\[(target\.[^\]]+\.)?(dev-|build-)?dependencies[\].]/m),
  Gemfile: matches(/^\s*gem\s*\(?["']/m),
  'build.gradle': matches(/^\s*(implementation|api|compile|runtimeOnly|compileOnly|testImplementation)\b/m),
  'build.gradle.kts': matches(/^\s*(implementation|api|runtimeOnly|compileOnly|testImplementation)\s*\(/m),
};

function matches(pattern: RegExp): (bytes: Buffer) => boolean {
  return (bytes) => pattern.test(bytes.toString('utf8'));
}

function jsonKeys(bytes: Buffer, ...sections: readonly string[]): readonly string[] {
  const json = parsed(bytes);
  return 'problem' in json ? [] : sections.flatMap((section) => entriesOf(plain(json.value)[section]).map(([name]) => name));
}

function jsonSections(...sections: readonly string[]): (bytes: Buffer) => boolean {
  return (bytes) => jsonKeys(bytes, ...sections).length > 0;
}

/** Read only where no lockfile of its kind stands beside it or above. */
export function readManifest(bytes: Buffer, path: string): Reading {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const asked = asks[name] ?? matches(/<PackageReference\s/);
  return asked(bytes) ? { components: [], unread: ['asks for packages, and no lockfile beside it or above says which versions are used'] } : NOTHING;
}
