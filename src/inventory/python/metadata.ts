/** Installed packages of Python: `NAME.dist-info/METADATA` and eggs. https://packaging.python.org/en/latest/specifications/core-metadata/ */
import { lines } from '../dpkg.js';
import { broken, plausible, type Reading } from '../found.js';

export function readPythonMetadata(bytes: Buffer): Reading {
  const fields = new Map<string, string>();
  for (const line of lines(bytes)) {
    if (line === '') break; // the description follows
    const match = /^([A-Za-z-]+):\s*(.*)$/.exec(line);
    if (match !== null && !fields.has(match[1]!.toLowerCase())) fields.set(match[1]!.toLowerCase(), match[2]!.trim());
  }
  const [name, version] = [fields.get('name'), fields.get('version')];
  if (!plausible(name) || !plausible(version)) return broken('names no package: it has no `Name` or no `Version`');
  const license = fields.get('license-expression') ?? fields.get('license');
  return { components: [{ type: 'pypi', name, version, ...(plausible(license) && license !== 'UNKNOWN' && license.length < 100 ? { licenses: [license] } : {}) }] };
}
