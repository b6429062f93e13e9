/** The databases of dpkg: `var/lib/dpkg/status`, one file a package in images without a shell, and the lists of files. */
import { isLanguageFile } from './language-file.js';
import { plausible, type Found, type Problem, type Reading } from './found.js';

/** https://man7.org/linux/man-pages/man5/deb-src-control.5.html for the form; fields of dpkg --status. */
export function readDpkgStatus(bytes: Buffer): Reading {
  const components: Found[] = [];
  const problems: Problem[] = [];
  let fields = new Map<string, string>();
  let start = 1;
  let number = 0;
  const finish = (): void => {
    if (fields.size === 0) return;
    const found = packageOf(fields, start);
    if (typeof found === 'string') problems.push({ message: found, line: start });
    else if (found !== undefined) components.push(found);
    fields = new Map();
  };
  for (const line of lines(bytes)) {
    number++;
    if (line === '') finish();
    else if (line[0] !== ' ' && line[0] !== '\t') {
      const colon = line.indexOf(':');
      if (colon < 1) continue;
      if (fields.size === 0) start = number;
      fields.set(line.slice(0, colon), line.slice(colon + 1).trim());
    }
  }
  finish();
  return { components, problems };
}

function packageOf(fields: ReadonlyMap<string, string>, line: number): Found | string | undefined {
  const status = fields.get('Status');
  // What was removed leaves its configuration behind, and its entry.
  if (status !== undefined && !status.endsWith(' installed')) return undefined;
  const [name, version] = [fields.get('Package'), fields.get('Version')];
  if (!plausible(name) || !plausible(version)) return 'holds an entry without a name or a version';
  const source = /^(\S+)(?:\s+\((\S+)\))?$/.exec(fields.get('Source') ?? '');
  return {
    type: 'deb',
    name,
    version,
    architecture: fields.get('Architecture'),
    source: { name: source?.[1] ?? name, version: source?.[2] ?? version },
    ...(DISTRIBUTORS.test(fields.get('Maintainer') ?? 'debian') ? {} : { foreign: true }),
    line,
  };
}

/** Nearly all packages of Debian and Ubuntu that bring files of a language are kept by teams with an address there; vendors' own packages say their name. */
const DISTRIBUTORS = /debian|ubuntu|canonical|alioth/i;

/** `var/lib/dpkg/info/NAME.list`: the files of a package, a line each. */
export function readDpkgList(bytes: Buffer): Reading {
  return { components: [], owns: [...lines(bytes)].map((line) => line.slice(1)).filter(isLanguageFile) };
}

/** Lines without holding them all at once. */
export function* lines(bytes: Buffer): Iterable<string> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const stop = end < 0 ? bytes.length : end;
    yield bytes.toString('utf8', at, stop > at && bytes[stop - 1] === 13 ? stop - 1 : stop);
    at = stop + 1;
  }
}
