/** Reports for machines keep to their formats' rules, whatever the input is called. */
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/define.js';
import type { Ledger, Verdict } from '../../src/model/index.js';
import { reports } from '../../src/reports/index.js';
import type { ReportName } from '../../src/reports/names.js';

const EVIL = 'x"]\u001b[31m\u0007</script><img src=x>|`]]>&@all [a](https://evil.example) =cmd()';
const verdict = (id: number, more: Partial<Verdict> = {}): Verdict => ({
  check: 'aws-s3-x',
  status: 'fail',
  severity: 'high',
  row: 'data',
  message: `it is ${EVIL}`,
  id: id.toString(16).padStart(16, '0'),
  resource: { id: `.#b${id}`, type: 'AWS::S3::Bucket', address: `aws_s3_bucket.b["${EVIL}${id}"]`, root: '.', provider: 'aws', file: 'dir with space/main.tf', line: 3, column: 1 },
  evidence: [{ path: 'A', state: 'set', value: EVIL, file: 'dir with space/main.tf', line: 4, column: 5, endLine: 4, endColumn: 9 }],
  reasons: [],
  exemption: null,
  ...more,
});
const ledger = (verdicts: readonly Verdict[]): Ledger => ({
  version: 1,
  asOf: '2026-11-01T00:00:00.000Z',
  verdicts,
  rows: [{ resource: '.#b1', layer: 'data', owner: 'customer', state: 'open', decision: 'd' }],
  coverage: [{ source: '.', subject: EVIL, asked: 'q', answered: false, reason: EVIL }],
  errors: [{ file: EVIL, line: 1, column: 1, message: EVIL }],
});
const print = (name: ReportName, verdicts: readonly Verdict[]): string => reports[name]({ ledger: ledger(verdicts), checks: new Map<string, Check>(), lines: () => [EVIL, EVIL, EVIL, EVIL], version: '0.0.0', width: 80, color: false, verbose: true });

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly originalUriBaseIds?: unknown;
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly properties: { readonly 'security-severity': unknown } }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly message: { readonly text: string };
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number } } }[];
    }[];
  }[];
}
const sarif = (verdicts: readonly Verdict[]): Sarif => JSON.parse(print('sarif', verdicts)) as Sarif;

describe('SARIF', () => {
  it('has what GitHub asks of each result', () => {
    const { version, runs } = sarif([verdict(1), verdict(2, { resource: { ...verdict(2).resource, file: undefined, line: undefined }, evidence: [] })]);
    const [run] = runs;
    expect([version, runs.length, run?.originalUriBaseIds]).toEqual(['2.1.0', 1, undefined]);
    for (const { id, properties } of run!.tool.driver.rules) expect([id, typeof properties['security-severity'], Number(properties['security-severity']) > 0]).toEqual(['aws-s3-x', 'string', true]);
    const prints = new Set<string>();
    for (const result of run!.results) {
      expect(run!.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      const { artifactLocation, region } = result.locations[0]!.physicalLocation;
      expect(artifactLocation.uri).toMatch(/^[^\s/][^\s]*$/);
      expect(region.startLine).toBeGreaterThan(0);
      expect(result.message.text).not.toMatch(/\]\(/);
      prints.add(JSON.stringify(result.partialFingerprints));
    }
    expect(prints.size).toBe(2);
    expect(run!.results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation.uri)).toContain('dir%20with%20space/main.tf');
  });

  it('suppresses what is exempt, and holds no more results than are taken', () => {
    const [one] = sarif([verdict(1, { exemption: { reason: 'known', source: 'main.tf:1' } })]).runs[0]!.results;
    expect(one?.suppressions).toEqual([{ kind: 'inSource', justification: 'known' }]);
    const [two] = sarif([verdict(1, { exemption: { reason: 'known', source: 'config demarc.config.json exemptions[0]' } })]).runs[0]!.results;
    expect(two?.suppressions?.[0]?.kind).toBe('external');
    expect(sarif([verdict(1, { status: 'pass' }), verdict(2, { status: 'unknown' })]).runs[0]!.results).toEqual([]);
    expect(sarif(Array.from({ length: 25_010 }, (_, i) => verdict(i))).runs[0]!.results.length).toBe(25_000);
  });
});

describe('JUnit', () => {
  it('is well formed, with a case a verdict', () => {
    const xml = print('junit', [verdict(1), verdict(2, { status: 'pass' }), verdict(3, { status: 'unknown', reasons: [{ kind: 'unresolved', detail: EVIL }] }), verdict(4, { exemption: { reason: EVIL, source: 'x' } })]);
    expect(xml).toContain('<testsuites name="demarc" tests="4" failures="1">');
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    // Every < begins a tag of ours, every & an entity; tags close in order.
    expect(xml.replace(/<\?xml[^>]*\?>|<\/?(?:testsuites|testsuite|testcase|failure|skipped)(?:\s[\w-]+="[^"<]*")*\s*\/?>/g, '')).not.toMatch(/[<>]/);
    expect(xml.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
    const open: string[] = [];
    for (const [, close, name, empty] of xml.matchAll(/<(\/?)(test\w+|failure|skipped)[^>]*?(\/?)>/g)) {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (empty === '') open.push(name ?? '');
    }
    expect(open).toEqual([]);
  });
});

describe('text for people', () => {
  it('obeys nothing that the input says', () => {
    for (const name of ['terminal', 'markdown'] as const) expect(print(name, [verdict(1)]), name).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    const page = print('markdown', [verdict(1)]);
    const outside = page.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
    expect(outside).not.toMatch(/<(?!\/?(?:details|summary)>)/);
    expect(outside).not.toMatch(/(?<!\\)\]\(|https:\/\/|@all/);
    for (const line of page.split('\n').filter((one) => one.startsWith('| high'))) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(7);
  });

  it('keeps the ledger whole in JSON', () => {
    expect(JSON.parse(print('json', [verdict(1)]))).toEqual(JSON.parse(JSON.stringify(ledger([verdict(1)]))));
  });
});
