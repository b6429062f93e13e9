/** Whose key encrypts, on the account: the API names the key that AWS manages like one of your own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'demarc-key-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ACCOUNT = '111122223333';
const arn = (id: string, account = ACCOUNT, region = 'us-east-1'): string => `arn:aws:kms:${region}:${account}:key/${id}`;

/** The verdict on a file system that is encrypted with the key, in an account that answers so of its keys. */
async function verdictOn(key: string, keys: Readonly<Record<string, object>>): Promise<string> {
  const inside = join(folder, ACCOUNT);
  mkdirSync(inside);
  const write = (file: string, calls: Readonly<Record<string, object>>): void => writeFileSync(join(inside, file), Object.entries(calls).map(([call, answer]) => `${JSON.stringify({ call, ...('error' in answer ? answer : { reply: answer }) })}\n`).join(''));
  write('sts.us-east-1.ndjson', { 'GetCallerIdentityCommand {}': { Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/auditor` } });
  write('efs.us-east-1.ndjson', { 'DescribeFileSystemsCommand {}': { FileSystems: [{ FileSystemId: 'fs-1', FileSystemArn: `arn:aws:elasticfilesystem:us-east-1:${ACCOUNT}:file-system/fs-1`, Encrypted: true, KmsKeyId: key }] } });
  write('kms.us-east-1.ndjson', keys);
  writeFileSync(join(folder, 'demarc-recording.json'), JSON.stringify({ version: 1, asOf: '2026-01-01T00:00:00.000Z', home: 'us-east-1', accounts: [ACCOUNT], regions: ['us-east-1'] }));
  const { verdicts } = await scan({ targets: [folder], only: ['aws-kms-customer-managed-key'], secrets: false });
  expect(verdicts.map(({ resource }) => resource.type)).toEqual(['AWS::EFS::FileSystem']);
  return `${verdicts[0]?.status ?? ''}: ${verdicts[0]?.reasons[0]?.detail ?? verdicts[0]?.message ?? ''}`;
}

const list = { 'ListKeysCommand {}': { Keys: [{ KeyId: 'one', KeyArn: arn('one') }] } };
const described = (KeyManager: string): Readonly<Record<string, object>> => ({ ...list, 'DescribeKeyCommand {"KeyId":"one"}': { KeyMetadata: { KeyId: 'one', KeyManager, KeyState: 'Enabled' } } });

it('fails a key that AWS manages, though its ARN looks like any other', async () => {
  expect(await verdictOn(arn('one'), described('AWS'))).toMatch(/^fail: the key is one that AWS manages/);
});

it('passes one of your own, by ARN or by id', async () => {
  expect(await verdictOn(arn('one'), described('CUSTOMER'))).toMatch(/^pass/);
});

it('passes the key of another account, which AWS cannot manage for you', async () => {
  expect(await verdictOn(arn('two', '444455556666'), described('AWS'))).toMatch(/^pass/);
});

it('does not know whose it is where the account does not tell', async () => {
  expect(await verdictOn(arn('one'), { ...list, 'DescribeKeyCommand {"KeyId":"one"}': { error: ['AccessDeniedException'] } })).toMatch(/^unknown: .*kms:DescribeKey/);
});

it('nor where keys were not listed', async () => {
  expect(await verdictOn(arn('one'), { 'ListKeysCommand {}': { error: ['AccessDeniedException'] } })).toMatch(/^unknown: .*kms:ListKeys/);
});

it('nor where the keys of its region were not read', async () => {
  expect(await verdictOn(arn('far', ACCOUNT, 'eu-west-1'), described('CUSTOMER'))).toBe('unknown: other regions were left out by --region');
});
