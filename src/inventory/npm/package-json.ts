/** `node_modules/NAME/package.json`: a package as it is installed. */
import { broken, NOTHING, plausible, type Reading } from '../found.js';
import { parsed, plain } from '../json.js';

export function readPackageJson(bytes: Buffer, path: string): Reading {
  const json = parsed(bytes);
  if ('problem' in json) return broken(json.problem);
  const { name, version, license } = plain(json.value);
  // A package that is installed under another name (`npm:` in `package.json`) says its own. A folder of a scope is none.
  if (!plausible(name) || !plausible(version) || /(^|\/)node_modules\/@[^/]+\/package\.json$/.test(path)) return NOTHING;
  const said = typeof license === 'string' ? license : plain(license)['type'];
  return { components: [{ type: 'npm', name, version, ...(plausible(said) ? { licenses: [said] } : {}) }] };
}
