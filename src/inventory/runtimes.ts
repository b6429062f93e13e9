/** Runtimes of languages that were put there without a package manager: files of their own say which version they are. */
import { NOTHING, plausible, type Reading } from './found.js';

interface Mark {
  readonly name: string;
  readonly path: RegExp;
  readonly version: (text: string) => string | undefined;
}

const define = (name: string) => (text: string): string | undefined => new RegExp(`^\\s*#\\s*define\\s+${name}\\s+"?([\\w.+-]+)"?`, 'm').exec(text)?.[1];
const first = (pattern: RegExp) => (text: string): string | undefined => pattern.exec(text)?.[1];

const marks: readonly Mark[] = [
  { name: 'node', path: /\/include\/node\/node_version\.h$/, version: (text) => [define('NODE_MAJOR_VERSION')(text), define('NODE_MINOR_VERSION')(text), define('NODE_PATCH_VERSION')(text)].join('.').replace(/^\.+$|\.\.|\.$/, '') },
  { name: 'python', path: /\/include\/python3?[\d.]*\/patchlevel\.h$/, version: define('PY_VERSION') },
  { name: 'php', path: /\/include\/php\/main\/php_version\.h$/, version: define('PHP_VERSION') },
  { name: 'java', path: /\/release$/, version: first(/^JAVA_VERSION="([^"]+)"/m) },
  { name: 'ruby', path: /\/ruby\/[\d.]+\/[^/]+\/rbconfig\.rb$/, version: first(/^\s*CONFIG\["RUBY_PROGRAM_VERSION"\] = "([^"]+)"/m) },
  { name: 'go', path: /\/go\/VERSION$/, version: first(/^go(\d[\w.]*)/) },
];

export const isRuntimeFile = (path: string): boolean => marks.some((mark) => mark.path.test(path));

export function readRuntime(bytes: Buffer, path: string): Reading {
  const mark = marks.find((one) => one.path.test(path));
  const version = mark?.version(bytes.toString('utf8'));
  return mark === undefined || !plausible(version) ? NOTHING : { components: [{ type: 'generic', name: mark.name, version, runtime: true }] };
}
