// Writes many small files, as sources are: words, calls and strings, with names in them that could tell of a secret and do not.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = 'account bucket cache client config create default delete event fetch handler index invoice key limit list manager message metric module network number order parse password path policy queue reader region render report request response result role route schema secret server service session state status store stream table target template token trace type update user value version worker'.split(' ');
const EXTENSIONS = ['ts', 'py', 'go', 'tf', 'yaml', 'md', 'json', 'sh'];

/** Returns the bytes written. `planted` stands in the last file. */
export function writeFiles(folder, megabytes, planted) {
  let state = 11;
  const below = (count) => Math.floor(((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * count);
  const word = () => WORDS[below(WORDS.length)];
  const line = () => [`const ${word()}_${word()} = ${word()}.${word()}(${word()}, "${word()}-${word()}");`, `  if (${word()}.${word()} > ${below(500)}) return ${word()}(${word()});`, `# ${word()} the ${word()} of a ${word()} before it is ${word()}`, `${word()}: "${word()} ${word()}"`, `  ${word()} = var.${word()}_${word()}`][below(5)];
  let bytes = 0;
  for (let i = 0; bytes < megabytes * 1e6; i++) {
    const inside = join(folder, `${word()}${i % 97}`);
    mkdirSync(inside, { recursive: true });
    const text = `${Array.from({ length: 40 + below(400) }, line).join('\n')}\n`;
    writeFileSync(join(inside, `${word()}${i}.${EXTENSIONS[below(EXTENSIONS.length)]}`), text);
    bytes += text.length;
  }
  writeFileSync(join(folder, 'last.env'), planted);
  return bytes;
}
