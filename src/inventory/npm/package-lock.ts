/** `package-lock.json` and `npm-shrinkwrap.json`, versions 1 to 3. https://docs.npmjs.com/cli/v10/configuring-npm/package-lock-json */
import { broken, plausible, type Found, type Reading } from '../found.js';
import { entriesOf, keyLines, parsed, plain } from '../json.js';

const DEEPEST = 100;

export function readPackageLock(bytes: Buffer): Reading {
  const json = parsed(bytes);
  if ('problem' in json) return broken(json.problem);
  const top = plain(json.value);
  const lineOf = keyLines(bytes);
  if (top['packages'] !== undefined) return { components: entriesOf(top['packages']).flatMap(([path, entry]) => fromPath(path, plain(entry), lineOf)) };
  const components: Found[] = [];
  const visit = (dependencies: unknown, depth: number): void => {
    for (const [name, value] of entriesOf(dependencies)) {
      const entry = plain(value);
      const found = packageOf(name, entry, lineOf.get(name));
      if (found !== undefined) components.push(found);
      if (depth < DEEPEST) visit(entry['dependencies'], depth + 1);
    }
  };
  visit(top['dependencies'], 0);
  return { components };
}

/** A place in `node_modules`, of versions 2 and 3. The empty path is the project; paths elsewhere are its workspaces, links lead to those. */
function fromPath(path: string, entry: Readonly<Record<string, unknown>>, lineOf: ReadonlyMap<string, number>): readonly Found[] {
  const at = path.lastIndexOf('node_modules/');
  if (at < 0 || entry['link'] === true) return [];
  // An alias is installed under another name than its own.
  const found = packageOf(typeof entry['name'] === 'string' ? entry['name'] : path.slice(at + 13), entry, lineOf.get(path));
  return found === undefined ? [] : [found];
}

function packageOf(name: string, entry: Readonly<Record<string, unknown>>, line: number | undefined): Found | undefined {
  const { version, dev, devOptional, license } = entry;
  // Version 1 writes an alias as `npm:name@version`, a repository or a file as its address: those are in no registry.
  const alias = typeof version === 'string' ? /^npm:(.+)@([^@]+)$/.exec(version) : null;
  const [called, said] = alias === null ? [name, version] : [alias[1]!, alias[2]!];
  if (!plausible(called) || !plausible(said) || !/^\d/.test(said)) return undefined;
  return { type: 'npm', name: called, version: said, ...(dev === true || devOptional === true ? { development: true } : {}), ...(plausible(license) ? { licenses: [license] } : {}), line };
}
