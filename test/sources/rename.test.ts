/** Names that are taken out of a recording, the same one wherever it stands, and what stays because a decision turns on it. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RawResource } from '../../src/model/index.js';
import { renameRecording } from '../../src/sources/aws/rename.js';

const ACCOUNT = '111122223333';
let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'demarc-rename-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The text of a recording of these replies after its names were taken out. */
function renamed(replies: readonly object[], ids: readonly string[] = []): string {
  mkdirSync(join(folder, ACCOUNT));
  writeFileSync(join(folder, 'demarc-recording.json'), JSON.stringify({ version: 1, asOf: '2026-11-01T00:00:00Z', home: 'us-east-1', accounts: [ACCOUNT], role: 'shop-audit' }));
  writeFileSync(join(folder, ACCOUNT, 'iam.us-east-1.ndjson'), replies.map((reply, i) => `${JSON.stringify({ call: `Get${i}Command {"Name":"shop-orders"}`, reply })}\n`).join(''));
  renameRecording(folder, ids.map((id) => ({ id, displayAddress: id })) as unknown as readonly RawResource[]);
  const account = readdirSync(folder).find((name) => /^\d{12}$/.test(name)) ?? '';
  expect(account).not.toBe(ACCOUNT);
  return `${readFileSync(join(folder, 'demarc-recording.json'), 'utf8')}${readFileSync(join(folder, account, 'iam.us-east-1.ndjson'), 'utf8')}`;
}
const policy = (more: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', ...more }] });

it.each<readonly [what: string, reply: object, names: readonly string[]]>([
  ['in ARNs, policies and addresses', { QueueUrl: `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/shop-orders`, Policy: policy({ Resource: `arn:aws:sqs:us-east-1:${ACCOUNT}:shop-orders` }) }, ['shop-orders', ACCOUNT]],
  ['in documents that are encoded', { PolicyDocument: encodeURIComponent(policy({ Resource: 'arn:aws:s3:::shop-orders/2026/*' })) }, ['shop-orders']],
  ['of others, that nobody listed', { Policy: policy({ Principal: { AWS: 'arn:aws:iam::444455556666:role/partner-reader' }, Resource: 'arn:aws:s3:::elsewhere-data/wages/*', Sid: 'LetPartnerIn' }) }, ['444455556666', 'partner-reader', 'elsewhere-data', 'wages', 'LetPartnerIn']],
  ['of hosts and people', { DomainName: 'pay.shop-example.com', Aliases: ['*.shop-example.com'], Email: 'jane.doe@shop-example.com' }, ['shop-example', 'jane', 'doe']],
  ['in tags, however they are written', { Tags: [{ Key: 'team', Value: 'harbour' }], tags: { team: 'meadow' }, tagList: [{ key: 'team', value: 'valley' }], TagList: [{ TagKey: 'team', TagValue: 'summit' }] }, ['harbour', 'meadow', 'valley', 'summit']],
  ['in tags of properties that come as a text', { ResourceDescription: { Properties: JSON.stringify({ Name: 'app', Tags: [{ Key: 'team', Value: 'harbour' }, { Value: 'meadow', Key: 'unit' }] }) } }, ['harbour', 'meadow']],
])('takes out names %s', (_, reply, names) => {
  const text = renamed([reply], [`arn:aws:sqs:us-east-1:${ACCOUNT}:shop-orders`]);
  for (const name of names) expect(text).not.toContain(name);
});

it('calls the same thing the same wherever it stands', () => {
  const text = renamed([{ Arn: `arn:aws:sqs:us-east-1:${ACCOUNT}:shop-orders` }, { Policy: policy({ Resource: `arn:aws:sqs:us-east-1:${ACCOUNT}:shop-orders` }) }], [`arn:aws:sqs:us-east-1:${ACCOUNT}:shop-orders`]);
  const arns = [...text.matchAll(/arn:aws:sqs:us-east-1:\d{12}:[\w-]+/g)].map(([arn]) => arn);
  expect(arns.length).toBeGreaterThan(1);
  expect(new Set(arns).size).toBe(1);
});

it.each<readonly [what: string, reply: object, kept: readonly string[]]>([
  ['what stands for values that were not kept', { Value: '‹credential, not kept›', Tags: [{ Key: 'token', Value: '‹credential, not kept›' }] }, ['‹credential, not kept›']],
  ['whose word a policy trusts', { Policy: policy({ Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com` }, Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:*' } } }) }, ['token.actions.githubusercontent.com:sub', 'oidc-provider/token.actions.githubusercontent.com']],
  ['actions, operators and services', { Policy: policy({ Principal: { Service: 'lambda.amazonaws.com' }, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }) }, ['s3:GetObject', 'lambda.amazonaws.com', 'aws:SecureTransport']],
  ['AWS’s own policies and groups', { PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess', Group: `arn:aws:rds:us-east-1:${ACCOUNT}:pg:default.postgres16` }, ['arn:aws:iam::aws:policy/AdministratorAccess', 'default.postgres16']],
])('keeps %s', (_, reply, kept) => {
  // Words of what is kept are names of resources beside.
  const text = renamed([reply], [`arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:kept`]);
  for (const one of kept) expect(text).toContain(one);
});
