import pc from 'picocolors';
import type { Check } from '../checks/define.js';
import { forMarkdown } from '../reports/escape.js';
import { wantsColor } from './scan.js';
import { allChecks } from './setup.js';

interface ChecksFlags {
  readonly service?: string;
  readonly row?: string;
  readonly severity?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly checks?: readonly string[];
}

export async function checksCommand(words: readonly string[], given: object): Promise<void> {
  const flags = given as ChecksFlags;
  const all = await allChecks(flags.checks);
  const service = flags.service?.toLowerCase();
  const found = all.filter(
    (check) =>
      (service === undefined || check.on.some((type) => type.split('::')[1]?.toLowerCase() === service) || check.id.split('-')[1] === service) &&
      (flags.row === undefined || check.row === flags.row) &&
      (flags.severity === undefined || check.severity === flags.severity) &&
      words.every((word) => `${check.id} ${check.title} ${check.why} ${JSON.stringify(check.equivalents)}`.toLowerCase().includes(word.toLowerCase())),
  );
  process.stdout.write(printers[flags.format](found));
}

const printers: Readonly<Record<ChecksFlags['format'], (checks: readonly Check[]) => string>> = {
  text: (checks) => {
    const c = pc.createColors(wantsColor());
    const longest = Math.max(0, ...checks.map(({ id }) => id.length));
    return `${checks.map(({ id, severity, row, title }) => `${id.padEnd(longest)}  ${severity.padEnd(8)} ${c.dim(row.padEnd(11))} ${title}`).join('\n')}${checks.length > 0 ? '\n' : ''}${checks.length} checks\n`;
  },
  json: (checks) => `${JSON.stringify(checks.map(({ id, title, row, severity, on, why, cwe, judgement, references, equivalents }) => ({ id, title, row, severity, on, why, cwe, judgement, references, equivalents })), null, 2)}\n`,
  markdown: (checks) => ['| check | severity | layer | asserts |', '|---|---|---|---|', ...checks.map(({ id, severity, row, title }) => `| \`${id}\` | ${severity} | ${row} | ${forMarkdown(title)} |`), ''].join('\n'),
};

/** Runs the examples of your own checks, as the project runs those of its own. */
export async function testCommand(folder: string): Promise<void> {
  const { loadChecks } = await import('../app/own-checks.js');
  const { tryExamples } = await import('../app/examples.js');
  let passed = 0;
  let failed = 0;
  for (const check of await loadChecks(folder, process.cwd())) {
    for (const { name, problem } of await tryExamples(check)) {
      if (problem === undefined) passed++;
      else {
        failed++;
        process.stdout.write(`✗ ${check.id} ${name}: ${problem}\n`);
      }
    }
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
