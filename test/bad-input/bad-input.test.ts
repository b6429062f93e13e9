/** Bad input gets one clear line with its place and costs only itself: the good file beside it is judged as ever. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import { registry } from '../../src/checks/registry.js';
import type { Ledger } from '../../src/model/index.js';
import { reports } from '../../src/reports/index.js';
import { readTemplate } from '../../src/sources/cloudformation/read.js';

const top = mkdtempSync(join(tmpdir(), 'demarc-bad-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let count = 0;

const GOOD = 'resource "aws_s3_bucket" "good" {\n  bucket = "good"\n}\nresource "aws_s3_bucket_versioning" "good" {\n  bucket = aws_s3_bucket.good.id\n  versioning_configuration {\n    status = "Suspended"\n  }\n}\n';

async function read(files: Readonly<Record<string, string | Uint8Array>>, prepare?: (folder: string) => void): Promise<{ readonly ledger: Ledger; readonly milliseconds: number }> {
  const folder = join(top, String(count++));
  for (const [name, content] of Object.entries({ 'good/main.tf': GOOD, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  prepare?.(folder);
  const started = performance.now();
  const ledger = await scan({ targets: [folder], cwd: folder, asOf: '2026-11-01T00:00:00Z' });
  return { ledger, milliseconds: performance.now() - started };
}

/** The good bucket is judged whatever lies beside it. */
const goodStays = ({ verdicts }: Ledger): void =>
  expect(verdicts.find(({ check, resource }) => check === 'aws-s3-versioning' && resource.address === 'aws_s3_bucket.good')?.status).toBe('fail');

const nested = (open: string, close: string): string => open.repeat(20_000) + close.repeat(20_000);

const cases: readonly (readonly [name: string, files: Readonly<Record<string, string | Uint8Array>>, error: RegExp | undefined])[] = [
  ['broken HCL', { 'bad/main.tf': 'resource "aws_s3_bucket" "b" {\n  bucket = \n}\nresource "aws_kms_key" "k" {\n}\n' }, /bad\/main\.tf:2:\d+ /],
  ['broken JSON template', { 'bad/template.json': '{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": { "B": { "Type": "AWS::S3::Bucket" } ' }, /bad\/template\.json:\d+:\d+ not valid JSON/],
  ['broken YAML template', { 'bad/template.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  B:\n    Type: AWS::S3::Bucket\n   Properties: {}\n' }, /bad\/template\.yaml:\d+:\d+ not valid YAML/],
  ['a malformed resource', { 'bad/template.yaml': 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n  B: nothing\n' }, /bad\/template\.yaml:4:\d+ /],
  ['20,000 brackets in HCL', { 'bad/main.tf': `locals {\n  x = ${nested('[', ']')}\n}\n` }, /bad\/main\.tf:\d+:\d+ .*(nest|deep)/],
  ['20,000 brackets in HCL JSON', { 'bad/main.tf.json': `{ "locals": { "x": ${nested('[', ']')} } }` }, /bad\/main\.tf\.json:\d+:\d+ .*(nest|deep)/],
  ['20,000 brackets in a JSON template', { 'bad/template.json': `{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": { "A": { "Type": "AWS::S3::Bucket", "x": ${nested('[', ']')} } } }` }, /bad\/template\.json:\d+:\d+ .*(nest|deep)/],
  ['20,000 brackets in YAML', { 'bad/template.yaml': `AWSTemplateFormatVersion: "2010-09-09"\nx: ${nested('[', ']')}\n` }, /bad\/template\.yaml:\d+:\d+ /],
  [
    'a YAML alias bomb',
    { 'bad/template.yaml': `AWSTemplateFormatVersion: "2010-09-09"\na0: &a0 [x]\n${Array.from({ length: 24 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(', ')}]`).join('\n')}\nResources: {}\n` },
    /bad\/template\.yaml:\d+:\d+ aliases/,
  ],
  ['text that is not UTF-8', { 'bad/main.tf': new Uint8Array([0x23, 0xff, 0xfe, 0x00, 0x0a]) }, /bad\/main\.tf.* UTF-8/],
  ['a 50 MB file', { 'bad/main.tf': new Uint8Array(50 * 1024 * 1024).fill(0x20) }, /bad\/main\.tf.* 50 MB/],
  ['modules that call one another', { 'bad/main.tf': 'module "a" {\n  source = "./a"\n}\n', 'bad/a/main.tf': 'module "b" {\n  source = "../a"\n}\n' }, /bad\/a\/main\.tf:1:1 module calls itself/],
  ['locals in a circle', { 'bad/main.tf': 'locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_s3_bucket" "b" {\n  bucket = local.a\n}\n' }, /bad\/main\.tf:\d+:\d+ .*circle/],
  ['a range of ten million', { 'bad/main.tf': 'resource "aws_s3_bucket" "b" {\n  count  = length(range(10000000))\n  bucket = "b${count.index}"\n}\n' }, undefined],
  ['loops in loops', { 'bad/main.tf': 'locals {\n  n = range(1000)\n}\nresource "aws_s3_bucket" "b" {\n  bucket = jsonencode([for a in local.n : [for b in local.n : [for c in local.n : "${a}${b}${c}"]]])\n}\n' }, undefined],
];

describe('bad input', () => {
  it.each(cases)('%s', async (_name, files, error) => {
    const { ledger, milliseconds } = await read(files);
    goodStays(ledger);
    const lines = ledger.errors.map(({ file, line, column, message }) => `${[file, line, column].filter((part) => part !== undefined).join(':')} ${message}`);
    if (error === undefined) expect(lines).toEqual([]);
    else expect(lines.filter((line) => error.test(line)), lines.join('\n')).toHaveLength(1);
    expect(ledger.errors.length).toBeLessThanOrEqual(2);
    // Not a measure of speed: a hang is what this catches.
    expect(milliseconds).toBeLessThan(10_000);
  });

  it('a link that leads out is not followed, and is named', async () => {
    const secret = join(top, 'outside.tf');
    writeFileSync(secret, 'resource "aws_s3_bucket" "outside" {}\n');
    const { ledger } = await read({ 'bad/main.tf': 'locals {}\n' }, (folder) => symlinkSync(secret, join(folder, 'bad/link.tf')));
    goodStays(ledger);
    expect(JSON.stringify(ledger.verdicts)).not.toContain('outside');
    expect(ledger.errors.map(({ file, message }) => `${file} ${message}`)).toEqual([expect.stringMatching(/bad\/link\.tf .*out of the scanned folder/)]);
  });

  it('names and tags cannot break a report', async () => {
    const nasty = '</script><img src=x onerror=alert(1)>\u001b[31m=cmd()|a `b` "q"\u0007\u202e';
    const template = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: { [nasty]: { Type: 'AWS::S3::Bucket', Properties: { BucketName: nasty, Tags: [{ Key: nasty, Value: nasty }] } } } });
    const { ledger } = await read({ 'bad/template.json': template });
    const input = { ledger, checks: new Map(registry.map((check) => [check.id, check])), lines: () => undefined, version: '0', width: 100, color: false, verbose: true };
    for (const [format, report] of Object.entries(reports)) {
      const text = report(input);
      expect(text, format).not.toContain('\u001b[31m');
      expect(text, format).not.toContain('\u0007');
      if (format === 'sarif') for (const { message } of (JSON.parse(text) as { readonly runs: readonly { readonly results: readonly { readonly message: { readonly text: string } }[] }[] }).runs.flatMap(({ results }) => results)) expect(message.text).not.toMatch(/[\u0000-\u001f\u007f\u202e]/);
      if (format !== 'json' && format !== 'sarif') expect(text, format).not.toContain('\u202e');
      // In Markdown a code span shows what stands in it; nothing may stand outside of one.
      const plain = format === 'markdown' ? text.replace(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '') : text;
      if (format === 'junit' || format === 'markdown') expect(plain, format).not.toMatch(/<img|<\/script/);
    }
    const json: unknown = JSON.parse(reports.json(input));
    expect(json).toMatchObject({ version: 1 });
    expect(() => JSON.parse(reports.sarif(input)) as unknown).not.toThrow();
  });
});

describe('templates that are damaged anywhere', () => {
  const TEMPLATE = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  P: { Type: String, Default: x }
Mappings: { M: { a: { b: c } } }
Conditions: { C: !Equals [!Ref P, x] }
Resources:
  B:
    Type: AWS::S3::Bucket
    Condition: C
    Properties:
      BucketName: !Sub "\${P}-\${AWS::Region}"
      Tags: !If [C, [{ Key: a, Value: !FindInMap [M, a, b] }], !Ref AWS::NoValue]
  Fn::ForEach::L:
    - N
    - [a, b]
    - "T\${N}": { Type: AWS::SNS::Topic, Properties: { TopicName: !Join ["-", [!Ref N, !Select [0, !Split [",", "q,r"]]]] } }
  F:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: i.h, InlineCode: !Base64 x, Policies: [AmazonS3ReadOnlyAccess], Events: { E: { Type: Api } } }
`;

  it('are read to the end: no throw, no hang', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(TEMPLATE.length - 1), fc.constantFrom('', '[', '{', ']', '!', '&a', '*a', ':', '\n', '  ', '"', 'Fn::If', '\u0000', '<<: *a')), { minLength: 1, maxLength: 6 }), (edits) => {
        let text = TEMPLATE;
        for (const [at, piece] of edits) text = text.slice(0, at) + piece + text.slice(at + 1);
        const { resources, errors } = readTemplate(text, 'template.yaml', { root: '.' });
        for (const { line } of errors) expect(line ?? 1).toBeGreaterThan(0);
        expect(resources.length).toBeLessThan(100);
      }),
      { numRuns: 1500 },
    );
  });
});
