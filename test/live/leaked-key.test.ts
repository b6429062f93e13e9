/** A key that stands in a file, and whose it is in the account. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateAccessKeyCommand, CreateUserCommand, DeleteAccessKeyCommand, IAMClient, PutUserPolicyCommand, UpdateAccessKeyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Verdict } from '../../src/model/index.js';
import { startProxy, TRACE, type Proxy } from './faults.js';
import { connection } from './seeds/index.js';
import { available, startServer, type Server } from './server.js';

describe.skipIf(!available)('a leaked key', () => {
  let server: Server;
  let proxy: Proxy;
  let folder: string;
  let iam: IAMClient;
  const before = { ...process.env };
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    server = await startServer();
    proxy = await startProxy(server.endpoint);
    Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
    folder = mkdtempSync(join(tmpdir(), 'demarc-leaked-'));
    iam = new IAMClient(connection(server.endpoint));
    for (const name of ['ann', 'ben', 'cat']) {
      await iam.send(new CreateUserCommand({ UserName: name }));
      ids[name] = (await iam.send(new CreateAccessKeyCommand({ UserName: name }))).AccessKey?.AccessKeyId ?? '';
    }
    await iam.send(new PutUserPolicyCommand({ UserName: 'ann', PolicyName: 'all', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }) }));
    await iam.send(new UpdateAccessKeyCommand({ UserName: 'ben', AccessKeyId: ids['ben'], Status: 'Inactive' }));
    await iam.send(new DeleteAccessKeyCommand({ UserName: 'cat', AccessKeyId: ids['cat'] }));
    for (const [name, id] of Object.entries(ids)) writeFileSync(join(folder, `${name}.env`), `AWS_ACCESS_KEY_ID=${id}\n`);
  }, 60_000);
  afterAll(async () => {
    process.env = before;
    rmSync(folder, { recursive: true, force: true });
    await proxy.stop();
    await server.stop();
  });

  it('is of a user: active it is critical, inactive it is less, and what its account has no more opens nothing', async () => {
    const { verdicts } = await scan({ targets: [folder, 'aws'], cwd: folder, live: { regions: ['us-east-1'], services: ['iam'], attempts: 1, trace: TRACE } });
    const of = (name: string): Verdict | undefined => verdicts.find(({ resource }) => resource.type === 'Demarc::Secret::Leak' && resource.file === `${name}.env`);
    expect(of('ann')).toMatchObject({ check: 'secret-leaked-critical', status: 'fail' });
    expect(of('ann')?.message).toMatch(/which is Active there.*it is a key of `arn:aws:iam::123456789012:user\/ann`, who rules the whole account$/);
    expect(of('ben')).toMatchObject({ check: 'secret-leaked-medium', status: 'fail' });
    expect(of('ben')?.message).toMatch(/which is Inactive there.*user\/ben`, who is no administrator/);
    expect(of('cat')?.status).toBe('pass');
    expect(JSON.stringify(verdicts.filter(({ resource }) => resource.type === 'Demarc::Secret::Leak'))).not.toContain(ids['ann']);
  });

  it('is not said to be gone where keys could not be listed', async () => {
    const { verdicts } = await scan({ targets: [folder, 'aws'], cwd: folder, live: { regions: ['us-east-1'], services: ['s3'], attempts: 1, trace: TRACE } });
    expect(verdicts.filter(({ resource }) => resource.type === 'Demarc::Secret::Leak').map(({ check, status }) => `${check} ${status}`)).toEqual(Array(3).fill('secret-leaked-critical fail'));
  });
});
