// Writes a generated Git repository: files as real projects have them, edited a few lines at a time over many commits.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Numbers that look random and are the same on every run. */
function sequence(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS = 'account bucket cache client config create default delete event export fetch handler import index invoice label limit list logger manager message metric module network number object option order parse path policy printer queue reader region render report request response result role route schema server service session source state status store stream string table target template timer token trace type update user value vector version window worker'.split(' ');
const EXTENSIONS = ['ts', 'py', 'go', 'tf', 'yaml', 'md', 'json', 'sh'];

/** Returns how many commits and files were written. `planted` goes into a file of its own in one commit and out in the next. */
export function writeHistory(folder, commits, { files = 320, planted = '' } = {}) {
  mkdirSync(folder, { recursive: true });
  const random = sequence(7);
  const word = () => WORDS[random(WORDS.length)];
  const line = (depth) => {
    const indent = '  '.repeat(depth);
    switch (random(6)) {
      case 0:
        return `${indent}const ${word()}_${word()} = ${word()}.${word()}(${word()}, "${word()}-${word()}-${random(9999)}");`;
      case 1:
        return `${indent}if (${word()}.${word()} > ${random(500)}) return ${word()}(${word()}.${word()});`;
      case 2:
        return `${indent}# ${word()} the ${word()} of a ${word()} before the ${word()} is ${word()}`;
      case 3:
        return `${indent}${word()}: https://${word()}.example.com/${word()}/${word()}?${word()}=${random(99999)}`;
      case 4:
        return `${indent}${word()}_key = ${word()}.${word()}["${word()}"]`;
      default:
        return `${indent}${word()}(${word()}, { ${word()}: ${random(1e6)}, ${word()}: '${word()}/${word()}' });`;
    }
  };
  const lock = (count) => Array.from({ length: count }, (_, i) => `    "node_modules/${word()}-${word()}-${i}": { "version": "${random(9)}.${random(30)}.${random(30)}", "integrity": "sha512-${Array.from({ length: 11 }, () => random(2 ** 32).toString(16).padStart(8, '0')).join('')}==" },`);
  const contents = Array.from({ length: files }, (_, i) => ({
    path: `${['src', 'lib', 'infra', 'docs', 'tools'][i % 5]}/${word()}/${word()}-${i}.${EXTENSIONS[i % EXTENSIONS.length]}`,
    lines: Array.from({ length: 40 + random(i % 20 === 0 ? 3000 : 400) }, () => line(random(4))),
  }));
  contents.push({ path: 'package-lock.json', lines: lock(900) });
  const input = [];
  const write = (path, text) => input.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  const commit = (number, message) => input.push(`commit refs/heads/main\nmark :${number + 1}\ncommitter Ada <ada@example.com> ${1_700_000_000 + number * 3600} +0000\ndata ${message.length}\n${message}\n${number === 0 ? '' : `from :${number}\n`}`);
  for (let number = 0; number < commits; number++) {
    commit(number, `Change ${number}`);
    const many = number === 0 ? contents : Array.from({ length: 1 + random(6) }, () => contents[random(files)]);
    if (number % 12 === 5) many.push(contents[files]);
    for (const file of many) {
      const edits = number === 0 ? 0 : 1 + random(8);
      for (let edit = 0; edit < edits; edit++) {
        const at = random(file.lines.length);
        if (file === contents[files]) file.lines.splice(at, 1, ...lock(1));
        else file.lines.splice(at, random(2), ...Array.from({ length: 1 + random(6) }, () => line(random(4))));
      }
      write(file.path, `${file.lines.join('\n')}\n`);
    }
    if (planted !== '' && number === Math.floor(commits / 3)) write('.env', planted);
    if (planted !== '' && number === Math.floor(commits / 3) + 1) input.push('D .env\n');
  }
  input.push('done\n');
  const git = (args, stdin) => {
    const run = spawnSync('git', ['-C', folder, ...args], { input: stdin, maxBuffer: 2 ** 28 });
    if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
  };
  git(['init', '-q', '-b', 'main']);
  git(['fast-import', '--quiet', '--done'], input.join(''));
  git(['repack', '-adfq']);
  git(['reset', '-q', '--hard']);
  return { commits, files: contents.length };
}
