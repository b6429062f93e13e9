import pc from 'picocolors';
import { nearest } from '../model/nearest.js';
import { fixIn, type Check, type FixLanguage } from '../checks/define.js';
import { means } from '../checks/select.js';
import type { Verdict } from '../model/index.js';
import { forFrame, forTerminal } from '../reports/escape.js';
import { place } from '../reports/report.js';
import { wrap } from '../reports/wrap.js';
import { wantsColor, width } from './scan.js';
import { setup, type InputFlags } from './setup.js';
import { UsageError } from './usage.js';

export async function explainCommand(subject: string, given: object): Promise<void> {
  const flags = given as InputFlags & { readonly in: string };
  const { checks, options } = await setup(flags);
  if (/^[0-9a-f]{16}$/.test(subject)) {
    const { scan } = await import('../app/scan.js');
    const { verdicts } = await scan({ ...options, targets: [flags.in] });
    const verdict = verdicts.find(({ id }) => id === subject);
    if (verdict === undefined) throw new UsageError(`there is no finding \`${subject}\` in \`${flags.in}\`; name the scanned folder with --in`);
    const check = checks.find(({ id }) => id === verdict.check);
    process.stdout.write(`${[...describeVerdict(verdict), ...(check === undefined ? [] : ['', ...describe(check)])].join('\n')}\n`);
    return;
  }
  const found = checks.filter((check) => means(subject, check));
  if (found.length === 0) {
    const near = nearest(subject, checks.map(({ id }) => id));
    throw new UsageError(`there is no check \`${subject}\`${near === undefined ? '' : `; did you mean \`${near}\`?`} \`demarc checks\` lists them`);
  }
  process.stdout.write(`${found.map((check) => describe(check).join('\n')).join('\n\n')}\n`);
}

function describeVerdict({ check, status, resource, message, evidence, reasons, exemption }: Verdict): readonly string[] {
  const c = pc.createColors(wantsColor());
  return [
    `${c.bold(status.toUpperCase())} ${check} on ${c.cyan(forTerminal(resource.address))} ${c.dim(place(resource))}`,
    `  ${forTerminal(message)}`,
    ...evidence.map((one) => `  ${c.dim(one.state.padEnd(7))} ${forTerminal(one.path)} = ${forTerminal(JSON.stringify(one.value) ?? '(absent)')} ${c.dim(forTerminal(one.reference ?? one.operation ?? place(one)))}`),
    ...reasons.map(({ kind, detail }) => `  ${c.yellow(kind)} ${forTerminal(detail)}`),
    ...(exemption === null ? [] : [`  exempt: ${forTerminal(exemption.reason)} (${forTerminal(exemption.source)})`]),
  ];
}

const languages: readonly (readonly [FixLanguage, string])[] = [
  ['terraform', 'Terraform'],
  ['cloudformation', 'CloudFormation'],
  ['dockerfile', 'the Dockerfile'],
  ['compose', 'Compose'],
  ['aws', 'AWS command line'],
];

function describe(check: Check): readonly string[] {
  const c = pc.createColors(wantsColor());
  const room = Math.max(40, Math.min(width(), 110));
  const { judgement, examples, equivalents } = check;
  const paragraph = (text: string): readonly string[] => wrap(text, room - 2).map((line) => `  ${line}`);
  const code = (text: string): readonly string[] => text.split('\n').map((line) => `    ${forFrame(line)}`);
  const [bad, good] = ['bad', 'good'].map((kind) => examples[kind as 'bad' | 'good'].find(({ format }) => format === 'terraform') ?? examples[kind as 'bad' | 'good'][0]);
  const peers = Object.entries(equivalents).flatMap(([peer, list]) => (list.length === 0 ? [] : [`  ${peer.padEnd(8)} ${list.map(({ id, relation }) => `${id} (${relation})`).join(', ')}`]));
  return [
    `${c.bold(check.title)}`,
    c.dim(`${check.id} · ${check.severity} · ${check.row} · ${check.on.join(', ')}${check.cwe.length > 0 ? ` · ${check.cwe.join(', ')}` : ''}`),
    '',
    c.bold('Why'),
    ...paragraph(check.why),
    '',
    `  ${c.dim('to notice')}  ${judgement.detection}`,
    `  ${c.dim('to fix')}     ${judgement.effort}`,
    `  ${c.dim('reach')}      ${judgement.reach}`,
    `  ${c.dim('the trap')}   ${judgement.trap}`,
    ...(bad === undefined || good === undefined ? [] : ['', c.bold('Bad → good'), ...diff(bad.text, good.text).map((line) => `    ${line.startsWith('+') ? c.green(forFrame(line)) : line.startsWith('-') ? c.red(forFrame(line)) : forFrame(line)}`)]),
    '',
    ...languages.filter(([language]) => fixIn(check.fix, language) !== undefined).flatMap(([language, name], i) => {
      const text = fixIn(check.fix, language) ?? '';
      return [...(i === 0 ? [] : ['']), c.bold(`Lock it in ${name}`), ...code(text)];
    }),
    ...(peers.length === 0 ? [] : ['', c.bold('The same question elsewhere'), ...peers]),
    '',
    c.bold('References'),
    ...check.references.map((url) => `  ${url}`),
  ];
}

/** Lines of one text turned into the other, by longest common subsequence; examples are short. */
export function diff(from: string, to: string): readonly string[] {
  const [a, b] = [from.trimEnd().split('\n'), to.trimEnd().split('\n')];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const out: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push(`  ${a[i++]}`);
      j++;
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) out.push(`- ${a[i++]}`);
    else out.push(`+ ${b[j++]}`);
  }
  return out;
}
