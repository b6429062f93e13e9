/** Every check's examples answer as their list says, in each format. They are its tests and its documentation at once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Check, Example } from '../../src/checks/define.js';
import { registry } from '../../src/checks/registry.js';
import type { Verdict } from '../../src/model/index.js';

const top = mkdtempSync(join(tmpdir(), 'demarc-examples-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let count = 0;

async function judge(check: Check, { format, text }: Example): Promise<readonly Verdict[]> {
  const folder = join(top, String(count++));
  mkdirSync(folder);
  writeFileSync(join(folder, format === 'terraform' ? 'main.tf' : text.trimStart().startsWith('{') ? 'template.json' : 'template.yaml'), text);
  const { verdicts, errors } = await scan({ targets: [folder], checks: [check], asOf: '2026-11-01T00:00:00Z' });
  expect(errors, 'the example must be readable').toEqual([]);
  return verdicts;
}

const show = (verdicts: readonly Verdict[]): string => verdicts.map((v) => `${v.resource.address} ${v.status}: ${v.message} ${JSON.stringify(v.reasons)}`).join('\n') || 'no verdict';

describe.each(registry.map((check) => [check.id, check] as const))('%s', (_, check) => {
  const cases = (['good', 'bad', 'unknown'] as const).flatMap((kind) => check.examples[kind].map((example, i) => [`${kind} ${example.format} ${i + 1}`, kind, example] as const));

  it.each(cases)('%s', async (_name, kind, example) => {
    const verdicts = await judge(check, example);
    const statuses = new Set(verdicts.map(({ status }) => status));
    if (kind === 'good') expect([...statuses], show(verdicts)).toEqual(['pass']);
    else if (kind === 'bad') expect(statuses.has('fail'), show(verdicts)).toBe(true);
    else {
      expect(statuses.has('unknown'), show(verdicts)).toBe(true);
      expect(statuses.has('fail'), show(verdicts)).toBe(false);
    }
    for (const { status, evidence, reasons } of verdicts) {
      if (status === 'fail') expect(evidence.length, 'no verdict without evidence').toBeGreaterThan(0);
      if (status === 'unknown') expect(reasons.length, 'no unknown without a reason').toBeGreaterThan(0);
    }
  });

  it('shows good and bad in each language that it speaks of', () => {
    for (const kind of ['good', 'bad'] as const) expect(check.examples[kind].length, kind).toBeGreaterThan(0);
    const formats = new Set([...check.examples.good, ...check.examples.bad].map(({ format }) => format));
    if (check.on.some((type) => type.startsWith('AWS::'))) expect([...formats].sort()).toEqual(['cloudformation', 'terraform']);
  });
});

describe('the registry', () => {
  it('has unique ids, and every text that a reader needs', () => {
    expect(new Set(registry.map(({ id }) => id)).size).toBe(registry.length);
    for (const check of registry) {
      expect(check.references.length, check.id).toBeGreaterThan(0);
      for (const text of [check.title, check.why, check.fix.terraform, check.fix.cloudformation, ...Object.values(check.judgement)]) expect(text.trim().length, check.id).toBeGreaterThan(5);
      for (const url of check.references) expect(url, check.id).toMatch(/^https:\/\//);
      for (const cwe of check.cwe) expect(cwe).toMatch(/^CWE-\d+$/);
    }
  });

  it('maps each check of a peer with one relation for each of ours', () => {
    for (const { id, equivalents } of registry) {
      for (const list of Object.values(equivalents)) {
        const ids = list.map((one) => one.id);
        expect(new Set(ids).size, `${id}: ${ids.join(' ')}`).toBe(ids.length);
      }
    }
  });
});
