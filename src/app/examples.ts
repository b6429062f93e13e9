/** Running a check on its own examples. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check, Example } from '../checks/define.js';
import type { Ledger, Verdict } from '../model/index.js';
import { MANIFEST } from '../sources/aws/manifest.js';
import { scan, type ScanOptions } from './scan.js';

export interface Tried {
  /** `good terraform 1`. */
  readonly name: string;
  /** What is wrong; undefined when the example answers as its list says. */
  readonly problem?: string;
}

/** `more`: what else the scans of the examples are given. */
export async function tryExamples(check: Check, asOf?: string, more: Pick<ScanOptions, 'watch'> = {}): Promise<readonly Tried[]> {
  const top = mkdtempSync(join(tmpdir(), 'demarc-examples-'));
  const tried: Tried[] = [];
  try {
    for (const kind of ['good', 'bad', 'unknown'] as const) {
      for (const [i, example] of check.examples[kind].entries()) {
        const folder = join(top, `${kind}-${i}`);
        mkdirSync(folder);
        tried.push({ name: `${kind} ${example.format} ${i + 1}`, problem: wrong(kind, await judge(folder, check, example, asOf, more)) });
      }
    }
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
  return tried;
}

const names: Readonly<Partial<Record<Example['format'], string>>> = { terraform: 'main.tf', dockerfile: 'Dockerfile', compose: 'compose.yaml' };

function judge(folder: string, check: Check, { format, text }: Example, asOf: string | undefined, more: Pick<ScanOptions, 'watch'>): Promise<Ledger> {
  if (format === 'account') record(folder, text);
  else writeFileSync(join(folder, names[format] ?? (text.trimStart().startsWith('{') ? 'template.json' : 'template.yaml')), text);
  // A recording says itself when it was made.
  return scan({ ...more, targets: [folder], checks: [check], asOf: format === 'account' ? undefined : asOf });
}

function wrong(kind: 'good' | 'bad' | 'unknown', { verdicts, errors }: Ledger): string | undefined {
  if (errors.length > 0) return `the example cannot be read: ${errors[0]?.message ?? ''}`;
  const statuses = new Set(verdicts.map(({ status }) => status));
  const bare = verdicts.find(({ status, evidence, reasons }) => (status === 'fail' && evidence.length === 0) || (status === 'unknown' && reasons.length === 0));
  if (bare !== undefined) return `${bare.status} on \`${bare.resource.address}\` without ${bare.status === 'fail' ? 'evidence' : 'a reason'}`;
  const right = kind === 'good' ? statuses.size === 1 && statuses.has('pass') : kind === 'bad' ? statuses.has('fail') : statuses.has('unknown') && !statuses.has('fail');
  return right ? undefined : `expected ${{ good: 'only passes', bad: 'a fail', unknown: 'an unknown and no fail' }[kind]}, got ${verdicts.map(show).join('; ') || 'no verdict'}`;
}

/** An account's answers as a recording of it. */
function record(folder: string, text: string): void {
  const services = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, object>>>>;
  const inside = join(folder, EXAMPLE_ACCOUNT);
  mkdirSync(inside);
  const who = { 'GetCallerIdentityCommand {}': { Account: EXAMPLE_ACCOUNT, Arn: `arn:aws:iam::${EXAMPLE_ACCOUNT}:user/auditor` } };
  // An account of one region, all of which was read.
  const ec2 = { 'DescribeRegionsCommand {}': { Regions: [{ RegionName: 'us-east-1' }] }, ...services['ec2'] };
  for (const [service, calls] of Object.entries({ ...services, ec2, sts: who })) {
    const lines = Object.entries(calls).map(([call, answer]) => JSON.stringify({ call, ...('error' in answer ? answer : { reply: answer }) }));
    writeFileSync(join(inside, `${service}.us-east-1.ndjson`), `${lines.join('\n')}\n`);
  }
  writeFileSync(join(folder, MANIFEST), JSON.stringify({ version: 1, asOf: '2026-01-01T00:00:00.000Z', home: 'us-east-1', accounts: [EXAMPLE_ACCOUNT] }));
}

const EXAMPLE_ACCOUNT = '111122223333';

const show = ({ resource, status, message, reasons }: Verdict): string => `${resource.address} ${status}: ${message}${reasons.length > 0 ? ` (${reasons.map(({ detail }) => detail).join(', ')})` : ''}`;
