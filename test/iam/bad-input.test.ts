/**
 * Policies and principals that are not what they should be, through the questions that the command asks: the verdict is unknown with one
 * clear line and its place, nothing else in the file suffers, nothing throws, and it is quick.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canDo, pathsTo, publicResources } from '../../src/app/access.js';
import { TargetError } from '../../src/app/scan.js';
import { canAsText, pathsAsText, publicAsText } from '../../src/reports/access.js';
import type { ResultReason } from '../../src/reports/access-result.js';
import type { Json } from '../../src/model/index.js';

/** Milliseconds for one question. */
const LIMIT = 20_000;
const DEPTH = 20_000;
const style = { width: 120, color: false };

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'demarc-bad-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function target(name: 'main.tf' | 'template.json', text: string): string {
  const file = join(folder, `${count++}-${name}`);
  writeFileSync(file, text);
  return file;
}

async function quick<T>(work: Promise<T>): Promise<T> {
  const from = performance.now();
  const done = await work;
  expect(performance.now() - from).toBeLessThan(LIMIT);
  return done;
}

/** A bucket and a user with the policy, beside a bucket and a user in order. */
const terraform = (policy: string): string =>
  target(
    'main.tf',
    `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = <<-EOT
${policy}
EOT
}
resource "aws_iam_user" "u" {
  name = "u"
}
resource "aws_iam_user_policy" "u" {
  name   = "p"
  user   = aws_iam_user.u.name
  policy = <<-EOT
${policy}
EOT
}
resource "aws_s3_bucket" "other" {
  bucket = "letters"
}
resource "aws_s3_bucket_policy" "other" {
  bucket = aws_s3_bucket.other.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::letters/*" }] })
}
`,
  );

/** The same; what is JSON stands there as structure, what is not as text. */
function cloudformation(policy: string): string {
  let document = policy;
  try {
    JSON.parse(policy);
  } catch {
    document = JSON.stringify(policy);
  }
  return target(
    'template.json',
    `{"Resources":{
"B":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":"photos"}},
"P":{"Type":"AWS::S3::BucketPolicy","Properties":{"Bucket":{"Ref":"B"},"PolicyDocument":${document}}},
"U":{"Type":"AWS::IAM::User","Properties":{"UserName":"u","Policies":[{"PolicyName":"p","PolicyDocument":${document}}]}}
}}`,
  );
}

const statement = (more: Readonly<Record<string, Json>>): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*', ...more }] });

const bad: readonly (readonly [name: string, policy: string, line: RegExp])[] = [
  ['a comma missing', '{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow" "Action": "*" } ] }', /^the policy is not JSON: comma expected at line 1, column 63 of it$/],
  ['an end missing', '{ "Version": "2012-10-17",\n  "Statement": [', /^the policy is not JSON: close bracket expected at line [23], column \d+ of it$/],
  ['words', 'let everybody in', /^the policy is not JSON: invalid symbol at line 1, column 1 of it$/],
  ['nothing', '', /^the policy is not JSON: value expected at line \d, column \d of it$/],
  ['a number', '42', /^the policy is not JSON$/],
  ['a list', '[]', /^the policy is a list, not a document$/],
  ['no statement', '{"Version":"2012-10-17"}', /^the policy has no `Statement`$/],
  ['statements that are texts', '{"Version":"2012-10-17","Statement":"Allow"}', /^a statement is no map$/],
  ['statements that are numbers', '{"Version":"2012-10-17","Statement":[1,2]}', /^a statement is no map$/],
  ['a version of the future', '{"Version":"2031-01-01","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}', /^`2031-01-01` is no version of the policy language$/],
  ['an effect that is none', statement({ Effect: 'Permit' }), /^`Effect` is neither `Allow` nor `Deny`$/],
  ['an effect that is a number', statement({ Effect: 1 }), /^`Effect` is neither `Allow` nor `Deny`$/],
  ['an action that is a map', statement({ Action: { s3: 'GetObject' } }), /^a list or map stands where a text must$/],
  ['no action', JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Resource: '*' }] }), /^a statement has neither `Action` nor `NotAction`$/],
  ['a condition that is a list', statement({ Condition: [] }), /^`Condition` must be a map$/],
  ['an operator that is none', statement({ Condition: { StringResembles: { 'aws:Referer': 'x' } } }), /^`StringResembles` is no condition operator$/],
  ['an address range that is none', statement({ Condition: { IpAddress: { 'aws:SourceIp': '300.1.2.3/99' } } }), /^`300\.1\.2\.3\/99` is no address range$/],
  ['an address range that is none, in a Deny', statement({ Effect: 'Deny', Condition: { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', 'office'] } } }), /^`office` is no address range$/],
  ['a number that is none', statement({ Condition: { NumericLessThan: { 's3:max-keys': 'ten' } } }), /^`ten` is no number$/],
  ['a date that is none', statement({ Condition: { DateLessThan: { 'aws:CurrentTime': 'soon' } } }), /^`soon` is no date$/],
  ['a resource that is no ARN', statement({ Resource: 'photos/*' }), /^`photos\/\*` is no ARN$/],
  ['a principal that is none', statement({ Principal: { AWS: 'arn:aws:iam' } }), /^`arn:aws:iam` is no principal$/],
  ['a kind of principal that is none', statement({ Principal: { Martian: 'x' } }), /^`Martian` is no kind of principal$/],
];

describe.each([
  ['Terraform', terraform, 'aws_s3_bucket.b', 'aws_iam_user.u'],
  ['CloudFormation', cloudformation, 'B', 'U'],
] as const)('in %s', (_, write, bucket, user) => {
  it.each(bad)('%s', async (_, policy, line) => {
    const targets = [write(policy)];
    const clear = (reasons: readonly ResultReason[]): void => {
      const [first] = reasons;
      expect(first?.detail).toMatch(line);
      expect(first?.detail).not.toContain('\n');
      // Its place: the file, and where in it the value, or the text that holds it, begins.
      expect(first).toMatchObject({ kind: 'malformed', file: expect.stringContaining(targets[0]?.split('/').at(-1) ?? '') as string, line: expect.any(Number) as number, column: expect.any(Number) as number });
      expect(first?.line).toBeGreaterThan(1);
    };

    const open = await quick(publicResources({ targets, everything: true }));
    const found = open.public.find(({ resource }) => resource.address.startsWith(bucket));
    expect(found?.verdict).toBe('unknown');
    clear(found?.reasons ?? []);
    expect(publicAsText(open, style)).toMatch(/not known: .*:\d+:\d+/);
    // What is in order is judged as ever.
    if (write === terraform) expect(open.public.find(({ resource }) => resource.address === 'aws_s3_bucket.other')?.verdict).toBe('public');

    const can = await quick(canDo(user, 's3:GetObject', 'arn:aws:s3:::photos/a', { targets }));
    expect(can.decision).toBe('unknown');
    clear(can.reasons);
    expect(canAsText(can, style)).toContain('It depends');

    const paths = await quick(pathsTo('admin', { targets }));
    const unsure = paths.coverage.find(({ source, subject }) => source === 'access' && subject === user);
    expect(unsure).toMatchObject({ answered: false, reason: expect.stringMatching(/\(.+:\d+:\d+\)$/) as string });
    expect(pathsAsText(paths, 'admin', style)).toMatch(/may be an administrator already/);
  });
});

describe('what is too deep or too large', () => {
  const deep = '['.repeat(DEPTH) + ']'.repeat(DEPTH);

  it.each([
    ['the document', deep],
    ['the statements', `{"Version":"2012-10-17","Statement":${deep}}`],
    ['the actions', `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Resource":"*","Action":${deep}}]}`],
    ['the condition', `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Resource":"*","Action":"*","Condition":${'{"StringEquals":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}}]}`],
  ])('%s, 20,000 levels deep, in a text', async (_, policy) => {
    const { public: entries } = await quick(publicResources({ targets: [terraform(policy)], everything: true }));
    expect(entries.find(({ resource }) => resource.address === 'aws_s3_bucket.b')).toMatchObject({ verdict: 'unknown', reasons: [{ detail: expect.stringMatching(/nested deeper than \d+ levels at line 1, column \d+/) as string }] });
  });

  it('a template, 20,000 levels deep: an error with its place, and nobody is found in it', async () => {
    const targets = [target('template.json', `{"Resources":{"U":{"Type":"AWS::IAM::User","Properties":{"Policies":${deep}}}}}`)];
    const { errors } = await quick(publicResources({ targets }));
    expect(errors).toEqual([expect.objectContaining({ line: 1, column: expect.any(Number) as number, message: expect.stringContaining('nested deeper') as string })]);
    expect((await quick(pathsTo('admin', { targets }))).errors).toEqual(errors);
    await expect(canDo('U', 's3:GetObject', '*', { targets })).rejects.toThrow(TargetError);
    await expect(canDo('U', 's3:GetObject', '*', { targets })).rejects.toThrow(/no user or role is called `U`; .*template\.json` line 1 could not be read: nested deeper/);
  });

  it('Terraform, 20,000 levels deep', async () => {
    const targets = [target('main.tf', `resource "aws_iam_user" "u" {\n  name = ${'('.repeat(DEPTH)}"u"${')'.repeat(DEPTH)}\n}\nresource "aws_iam_user_policy" "u" {\n  user   = "u"\n  name   = "p"\n  policy = jsonencode(${deep})\n}\n`)];
    const { errors } = await quick(pathsTo('admin', { targets }));
    expect(errors).not.toEqual([]);
    for (const { line, message } of errors) expect([line, message]).toEqual([expect.any(Number), expect.not.stringContaining('\n')]);
  });

  it.each([
    ['of 9,000 statements', JSON.stringify({ Version: '2012-10-17', Statement: Array.from({ length: 9_000 }, (_, i) => ({ Effect: i % 3 === 0 ? 'Deny' : 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 's3:GetObject', Resource: `arn:aws:s3:::photos/${i}/${'x'.repeat(20)}` })) })],
    ['of one resource', statement({ Resource: `arn:aws:s3:::photos/${'x'.repeat(1_000_000)}` })],
    ['of one condition', statement({ Condition: { StringLike: { 'aws:Referer': Array.from({ length: 60_000 }, (_, i) => `*${i}*ab`) } } })],
    ['of actions', statement({ Action: Array.from({ length: 20_000 }, (_, i) => `s3:Get${i}*${'x'.repeat(30)}`) })],
  ])('a megabyte %s', { timeout: 30_000 }, async (_, policy) => {
    expect(policy.length).toBeGreaterThan(700_000);
    for (const [targets, user] of [[[terraform(policy)], 'aws_iam_user.u'], [[cloudformation(policy)], 'U']] as const) {
      await quick(publicResources({ targets, everything: true }));
      await quick(canDo(user, 's3:GetObject', 'arn:aws:s3:::photos/a', { targets }));
      await quick(pathsTo('admin', { targets }));
    }
  });
});

describe('principals that go round in circles', () => {
  const trust = (...roles: readonly string[]): string => `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ${JSON.stringify(roles.map((role) => `arn:aws:iam::111122223333:role/${role}`))} } }] })`;
  const role = (name: string, ...trusted: readonly string[]): string => `resource "aws_iam_role" "${name}" {\n  name = "${name}"\n  assume_role_policy = ${trust(...trusted)}\n}\n`;
  const assume = 'jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Resource = "*" }] })';

  it('a role that assumes itself, and roles that assume each other, lead nowhere', async () => {
    const targets = [target('main.tf', role('self', 'self') + role('a', 'c') + role('b', 'a') + role('c', 'b', 'a', 'c'))];
    const { paths, errors } = await quick(pathsTo('admin', { targets }));
    expect({ paths, errors }).toEqual({ paths: [], errors: [] });
  });

  it('a circle with an administrator in it: each other member arrives, and once', async () => {
    const admin = 'resource "aws_iam_role_policy_attachment" "c" {\n  role = aws_iam_role.c.name\n  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"\n}\n';
    const policies = ['a', 'b'].map((name) => `resource "aws_iam_role_policy" "${name}" {\n  role = aws_iam_role.${name}.name\n  name = "p"\n  policy = ${assume}\n}\n`).join('');
    const targets = [target('main.tf', role('a', 'a', 'b', 'c') + role('b', 'a', 'c') + role('c', 'b') + admin + policies)];
    const { paths } = await quick(pathsTo('admin', { targets }));
    expect(paths.map(({ from, state, hops }) => [from.address, state, hops.length])).toEqual([['aws_iam_role.b', 'proven', 1], ['aws_iam_role.a', 'proven', 2]]);
  });

  it('a circle of 500 roles ends', async () => {
    const targets = [target('main.tf', Array.from({ length: 500 }, (_, i) => role(`r${i}`, `r${(i + 1) % 500}`)).join(''))];
    expect((await quick(pathsTo('admin', { targets }))).paths).toEqual([]);
  });

  it('a user in a group that is not there may have any right', async () => {
    const targets = [target('main.tf', 'resource "aws_iam_user" "u" {\n  name = "u"\n}\nresource "aws_iam_user_group_membership" "u" {\n  user   = aws_iam_user.u.name\n  groups = ["ghosts"]\n}\n')];
    const can = await quick(canDo('aws_iam_user.u', 's3:GetObject', '*', { targets }));
    expect(can).toMatchObject({ decision: 'unknown', reasons: [{ detail: 'group `ghosts` is not in this code' }] });
    expect((await quick(pathsTo('admin', { targets }))).coverage).toContainEqual({ source: 'access', subject: 'aws_iam_user.u', asked: 'whether it is an administrator', answered: false, reason: 'group `ghosts` is not in this code' });
  });

  it('groups and users that name each other as template references are an error of their own', async () => {
    const targets = [target('template.json', JSON.stringify({ Resources: { A: { Type: 'AWS::IAM::User', Properties: { UserName: { Ref: 'B' }, Groups: [{ Ref: 'G' }] } }, B: { Type: 'AWS::IAM::User', Properties: { UserName: { Ref: 'A' }, Groups: [{ Ref: 'A' }] } }, G: { Type: 'AWS::IAM::Group', Properties: { GroupName: { Ref: 'G' } } } } }, null, 1))];
    for (const user of ['A', 'B']) expect(['unknown', 'deny']).toContain((await quick(canDo(user, 's3:GetObject', '*', { targets }))).decision);
    expect((await quick(pathsTo('admin', { targets }))).paths.filter(({ state }) => state === 'proven')).toEqual([]);
  });
});
