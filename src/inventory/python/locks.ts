/** Lockfiles of Python: Poetry's, uv's, PDM's and Pipenv's. */
import { broken, plausible, type Found, type Reading } from '../found.js';
import { entriesOf, keyLines, listOf, parsed, plain, type Plain } from '../json.js';
import { readPackageTables } from '../toml.js';

/** https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock and pdm.lock: the same tables. */
export const readPoetryLock = (bytes: Buffer): Reading =>
  readPackageTables(bytes, (table) => (registry(table) ? { type: 'pypi', ...(development(table) ? { development: true } : {}) } : undefined));

/** https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile */
export const readUvLock = (bytes: Buffer): Reading => readPackageTables(bytes, ({ source }) => (plain(source)['registry'] === undefined ? undefined : { type: 'pypi' }));

/** Repositories and folders are no versions of a registry. */
function registry({ source, git, path, url }: Plain): boolean {
  const kind = plain(source)['type'];
  return (kind === undefined || kind === 'legacy' || kind === 'pypi') && git === undefined && path === undefined && url === undefined;
}

const development = ({ category, groups }: Plain): boolean => category === 'dev' || (listOf(groups).length > 0 && listOf(groups).every((group) => group !== 'main' && group !== 'default'));

/** https://pipenv.pypa.io/en/latest/pipfile.html */
export function readPipfileLock(bytes: Buffer): Reading {
  const json = parsed(bytes);
  if ('problem' in json) return broken(json.problem);
  const lineOf = keyLines(bytes);
  return {
    components: ['default', 'develop'].flatMap((section) =>
      entriesOf(plain(json.value)[section]).flatMap(([name, value]): Found | readonly never[] => {
        const { version } = plain(value);
        const exact = typeof version === 'string' && version.startsWith('==') ? version.slice(2) : undefined;
        return plausible(name) && plausible(exact) ? { type: 'pypi', name, version: exact, ...(section === 'develop' ? { development: true } : {}), line: lineOf.get(name) } : [];
      }),
    ),
  };
}
