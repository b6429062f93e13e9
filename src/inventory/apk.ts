/** The database of apk: `lib/apk/db/installed`. https://wiki.alpinelinux.org/wiki/Apk_spec#Syntax */
import { lines } from './dpkg.js';
import { isLanguageFile } from './language-file.js';
import { plausible, type Found, type Problem, type Reading } from './found.js';

export function readApkInstalled(bytes: Buffer): Reading {
  const components: Found[] = [];
  const problems: Problem[] = [];
  const owns: string[] = [];
  let fields = new Map<string, string>();
  let folder = '';
  let start = 1;
  let number = 0;
  const finish = (): void => {
    if (fields.size === 0) return;
    const [name, version, origin, license] = ['P', 'V', 'o', 'L'].map((key) => fields.get(key));
    if (plausible(name) && plausible(version)) {
      components.push({ type: 'apk', name, version, architecture: fields.get('A'), source: { name: plausible(origin) ? origin : name, version }, ...(plausible(license) ? { licenses: [license] } : {}), line: start });
    } else problems.push({ message: 'holds an entry without a name or a version', line: start });
    fields = new Map();
    folder = '';
  };
  for (const line of lines(bytes)) {
    number++;
    if (line === '') finish();
    else if (line[1] === ':') {
      const value = line.slice(2);
      if (line[0] === 'F') folder = value;
      else if (line[0] === 'R') {
        const file = folder === '' ? value : `${folder}/${value}`;
        if (isLanguageFile(file)) owns.push(file);
      } else {
        if (fields.size === 0) start = number;
        if (!fields.has(line[0]!)) fields.set(line[0]!, value);
      }
    }
  }
  finish();
  return { components, problems, owns };
}
