/** `node_modules/NAME/package.json`: a package as it is installed. */
import { broken, NOTHING, plausible, type Reading } from '../found.js';
import { parsed, plain } from '../json.js';

export function readPackageJson(bytes: Buffer, path: string): Reading {
  const json = parsed(bytes);
  if ('problem' in json) return broken(json.problem);
  const { name, version, license } = plain(json.value);
  // A folder of a package may hold another package.json, which only says what kind of modules lie there.
  if (!plausible(name) || !plausible(version) || !path.endsWith(`node_modules/${name}/package.json`)) return NOTHING;
  const said = typeof license === 'string' ? license : plain(license)['type'];
  return { components: [{ type: 'npm', name, version, ...(plausible(said) ? { licenses: [said] } : {}) }] };
}
