/**
 * Policies that widely used scanners judge wrongly, each with the right answer: a test a mistake, by its own policy. The question goes
 * from the code to the answer, as a user asks it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canDo, pathsTo, publicResources, readWorlds } from '../../src/app/access.js';
import { scan } from '../../src/app/scan.js';
import { Escalation } from '../../src/access/escalation/paths.js';
import type { Json, Truth } from '../../src/model/index.js';
import type { PublicEntry } from '../../src/reports/access-result.js';

let folder = '';
let count = 0;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'demarc-wrong-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function template(resources: Readonly<Record<string, Json>>): readonly [string] {
  const file = join(folder, `${count++}.json`);
  writeFileSync(file, JSON.stringify({ Resources: resources }));
  return [file];
}

const OWN = '111122223333';
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const bucketWith = (statement: Json): readonly [string] =>
  template({
    Photos: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'photos' } },
    Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Photos' }, PolicyDocument: { Version: '2012-10-17', Statement: statement } } },
  });
const read = (more: Readonly<Record<string, Json>> = {}): Json => ({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*', ...more });

async function bucket(statement: Json): Promise<PublicEntry | undefined> {
  const { public: entries } = await publicResources({ targets: bucketWith(statement), everything: true, account: OWN, organization: 'o-own1234567' });
  return entries.find(({ resource }) => resource.address === 'Photos');
}

describe('whether a bucket is public', () => {
  it.each<readonly [string, Json]>([
    ['a condition on the account of the bucket, which everybody fulfils', read({ Condition: { StringEquals: { 'aws:ResourceAccount': OWN } } })],
    ['any ARN of a principal', read({ Condition: { StringLike: { 'aws:PrincipalArn': '*' } } })],
    ['any VPC endpoint', read({ Condition: { StringLike: { 'aws:SourceVpce': '*' } } })],
    ['everybody but one', { ...(read() as object), Principal: undefined, NotPrincipal: { AWS: `arn:aws:iam::${OWN}:root` } } as unknown as Json],
    ['a list of one statement', [read()]],
    ['a statement that is no list', read()],
    ['half of the internet, twice', read({ Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } } })],
    ['a condition that holds without its key', read({ Condition: { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } } })],
    ['a Deny of something else', [read(), { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::photos/*' }]],
    ['a Deny to one account', [read(), { Effect: 'Deny', Principal: { AWS: '444455556666' }, Action: 's3:*', Resource: '*' }]],
  ])('it is: %s', async (_, statement) => {
    const found = await bucket(statement);
    expect(found?.verdict).toBe('public');
    expect(found?.witness?.action).toBe('s3:GetObject');
  });

  it.each<readonly [string, Json, PublicEntry['verdict']]>([
    ['everybody is denied', [read(), { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }], 'none'],
    ['everybody outside the organization is denied', [read(), { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-own1234567' } } }], 'none'],
    ['one address of the office', read({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.7/32' } } }), 'conditional'],
    ['one VPC endpoint', read({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } } }), 'conditional'],
    ['units of the own organization', read({ Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-own1234567/r-ab12/ou-ab12-11111111/*'] } } }), 'none'],
    ['any role of the own account', read({ Condition: { StringLike: { 'aws:PrincipalArn': `arn:aws:iam::${OWN}:role/*` } } }), 'none'],
    ['one account that is named', read({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }), 'named'],
    ['all are denied but one account outside', [read(), { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: { StringNotEquals: { 'aws:PrincipalAccount': '444455556666' } } }], 'named'],
  ])('it is not: %s', async (_, statement, verdict) => {
    expect((await bucket(statement))?.verdict).toBe(verdict);
  });
});

describe('whether everybody can write', () => {
  it.each<readonly [string, Json, string]>([
    ['the ACL of objects', { Action: 's3:PutObjectAcl' }, 's3:PutObjectAcl'],
    ['the policy of the bucket', { Action: 's3:PutBucketPolicy' }, 's3:PutBucketPolicy'],
    ['by a prefix', { Action: 's3:P*' }, 's3:PutObject'],
    ['in lower case', { Action: 's3:putobject' }, 's3:PutObject'],
    ['in upper case', { Action: ['S3:DELETEOBJECT'] }, 's3:DeleteObject'],
    ['by what is not listed', { NotAction: 's3:GetObject' }, 's3:PutObject'],
    ['by a question mark', { Action: 's3:?utObject' }, 's3:PutObject'],
  ])('%s', async (_, actions, action) => {
    const targets = bucketWith({ Effect: 'Allow', Principal: '*', Resource: ['arn:aws:s3:::photos', 'arn:aws:s3:::photos/*'], ...(actions as Record<string, Json>) });
    const resource = action === 's3:PutBucketPolicy' ? 'arn:aws:s3:::photos' : 'arn:aws:s3:::photos/a';
    expect((await canDo('*', action, resource, { targets })).decision).toBe('allow');
    expect((await canDo('*', 's3:GetObject', 'arn:aws:s3:::photos/a', { targets })).decision).toBe('deny');
    expect((await publicResources({ targets })).public.map(({ verdict }) => verdict)).toEqual(['public']);
  });
});

async function admin(...policies: readonly Json[]): Promise<{ readonly byPaths: Truth | undefined; readonly byCheck: readonly string[] }> {
  const targets = template({ Ops: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'ops', AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] }, Policies: policies.map((statements, i) => ({ PolicyName: `p${i}`, PolicyDocument: { Version: '2012-10-17', Statement: statements } })) } } });
  const [world] = (await readWorlds({ targets })).worlds;
  const [role] = world?.identities ?? [];
  const { verdicts } = await scan({ targets, only: ['aws-iam-no-full-admin-policy'] });
  return { byPaths: world === undefined || role === undefined ? undefined : new Escalation(world).isAdmin(role), byCheck: verdicts.map(({ status }) => status) };
}

describe('who is administrator', () => {
  it.each<readonly [string, Json]>([
    ['every action of every service', [{ Effect: 'Allow', Action: '*:*', Resource: '*' }]],
    ['everything, beside one resource', [{ Effect: 'Allow', Action: '*', Resource: ['*', 'arn:aws:s3:::photos'] }]],
    ['every ARN, field by field', [{ Effect: 'Allow', Action: ['*'], Resource: 'arn:aws:*:*:*:*' }]],
    ['one statement that is no list', everything],
    ['a Deny of something small', [everything, { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' }]],
  ])('%s', async (_, statements) => {
    expect(await admin(statements)).toEqual({ byPaths: true, byCheck: ['fail'] });
  });

  it('all but IAM, beside all of IAM', async () => {
    expect((await admin([{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, { Effect: 'Allow', Action: 'iam:*', Resource: '*' }])).byPaths).toBe(true);
    expect((await admin([{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], [{ Effect: 'Allow', Action: 'iam:*', Resource: '*' }])).byPaths).toBe(true);
  });

  it('nobody whom a Deny takes everything from, or all that counts', async () => {
    expect((await admin([everything, { Effect: 'Deny', Action: '*', Resource: '*' }])).byPaths).toBe(false);
    expect((await admin([everything], [{ Effect: 'Deny', NotAction: 's3:Get*', Resource: '*' }])).byPaths).toBe(false);
  });
});

describe('who can become administrator', () => {
  const user = (statements: Json): Json => ({ Type: 'AWS::IAM::User', Properties: { UserName: 'ann', Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: statements } }] } });
  const admins = { Type: 'AWS::IAM::User', Properties: { UserName: 'root-of-trust', ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } };
  const ways = async (statements: Json): Promise<readonly string[]> => (await pathsTo('admin', { targets: template({ Ann: user(statements), Admin: admins }), from: 'Ann' })).paths.map(({ state }) => state);

  it('by a way that names say nothing of: a pattern, any case, what is not listed', async () => {
    for (const action of ['iam:*AccessKey', 'IAM:createaccesskey', 'iam:C*']) expect(await ways([{ Effect: 'Allow', Action: action, Resource: '*' }])).toEqual(['proven']);
    expect(await ways([{ Effect: 'Allow', NotAction: 's3:*', Resource: 'arn:aws:iam::*:user/*' }])).toEqual(['proven']);
  });

  it('not by keys of one\'s own, nor of those who are no stronger', async () => {
    expect(await ways([{ Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/${aws:username}' }])).toEqual([]);
    expect(await ways([{ Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/visitor-*' }])).toEqual([]);
  });

  it('a Deny of that call counts, one of another does not', async () => {
    const allow = { Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: '*' };
    expect(await ways([allow, { Effect: 'Deny', Action: 'iam:CreateAccessKey', Resource: '*' }])).toEqual([]);
    expect(await ways([allow, { Effect: 'Deny', Action: 'iam:DeleteAccessKey', Resource: '*' }])).toEqual(['proven']);
  });
});
