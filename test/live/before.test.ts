/** What is asked before the table is: who calls, which regions and accounts there are, and the role in each. Each by every fault. */
import { CreateAccountCommand, CreateOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { LiveOptions } from '../../src/app/accounts.js';
import type { Ledger } from '../../src/model/index.js';
import { ACCOUNT, connection } from './seeds/seed.js';
import { faults, startProxy, TRACE, type Fault, type Proxy } from './faults.js';
import { available, startServer, type Server } from './server.js';

const lasting = faults.filter((fault) => fault !== 'throttled twice');

describe.skipIf(!available)('before the table', () => {
  let server: Server;
  let proxy: Proxy;
  let other = '';
  const before = { ...process.env };
  beforeAll(async () => {
    server = await startServer();
    proxy = await startProxy(server.endpoint);
    await new SQSClient(connection(server.endpoint)).send(new CreateQueueCommand({ QueueName: 'orders' }));
    const organizations = new OrganizationsClient(connection(server.endpoint));
    await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
    other = (await organizations.send(new CreateAccountCommand({ AccountName: 'web', Email: 'web@example.com' }))).CreateAccountStatus?.AccountId ?? '';
    Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
  }, 60_000);
  afterEach(() => proxy.breaks(undefined));
  afterAll(async () => {
    process.env = before;
    await proxy.stop();
    await server.stop();
  });
  const read = (fault: Fault, live: LiveOptions = {}): Promise<Ledger> =>
    scan({ targets: ['aws'], asOf: '2026-11-01T00:00:00Z', live: { services: ['sqs', 'sts', 'cloudtrail'], regions: ['us-east-1'], attempts: fault === 'throttled twice' ? 3 : 1, pause: 1, timeout: fault === 'no answer' ? 1_000 : 20_000, trace: TRACE, ...live } });

  it.each(lasting.filter((fault) => fault !== 'empty pages'))('who calls: %s ends in one line, for without it nothing can be said', async (fault) => {
    proxy.breaks('GetCallerIdentity', fault);
    await expect(read(fault)).rejects.toThrow(/^no AWS account can be read: [^\n]+$/);
    expect(proxy.dealt()).toBe(1);
  });

  it.each(lasting.filter((fault) => fault !== 'empty pages'))('which regions there are: %s leaves the configured one, and says so', async (fault) => {
    proxy.breaks('DescribeRegions', fault);
    const { verdicts, coverage } = await read(fault, { regions: undefined });
    expect(proxy.dealt()).toBe(1);
    expect(coverage.find(({ subject }) => subject === 'all regions but the configured one')).toMatchObject({ asked: 'ec2:DescribeRegions', answered: false });
    expect(verdicts.some(({ resource, status }) => resource.id === `arn:aws:sqs:us-east-1:${ACCOUNT}:orders` && status !== 'unknown')).toBe(true);
    // A trail may be in one of those that are not known.
    expect(verdicts.find(({ check }) => check === 'aws-cloudtrail-in-account')).toMatchObject({ status: 'unknown', reasons: [{ detail: expect.stringContaining('`ec2:DescribeRegions`') as string }] });
  });

  it.each(lasting)('which accounts there are: %s ends in one line', async (fault) => {
    proxy.breaks('ListAccounts', fault);
    await expect(read(fault, { organization: true, role: 'audit' })).rejects.toThrow(/^no AWS account can be read: [^\n]+$/);
    expect(proxy.dealt()).toBeGreaterThan(0);
  });

  it.each(lasting.filter((fault) => fault !== 'empty pages'))('the role in one of several: %s costs that account alone', async (fault) => {
    proxy.breaks('AssumeRole', fault);
    const { verdicts, coverage } = await read(fault, { organization: true, role: 'audit' });
    expect(proxy.dealt()).toBeGreaterThan(0);
    expect(new Set(verdicts.map(({ resource }) => resource.account))).toEqual(new Set([ACCOUNT]));
    expect(coverage.find(({ subject }) => subject === `account ${other}`)).toMatchObject({ source: `aws:${other}`, asked: 'sts:AssumeRole', answered: false });
  });

  it.each(['GetCallerIdentity', 'DescribeRegions', 'ListAccounts', 'AssumeRole'])('%s that is throttled twice is asked a third time', async (operation) => {
    proxy.breaks(operation, 'throttled twice');
    const { verdicts, coverage } = await read('throttled twice', { organization: true, role: 'audit', regions: operation === 'DescribeRegions' ? undefined : ['us-east-1'] });
    expect(proxy.dealt()).toBeGreaterThanOrEqual(2);
    expect(new Set(verdicts.map(({ resource }) => resource.account))).toEqual(new Set([ACCOUNT, other]));
    expect(coverage.filter(({ asked }) => /AssumeRole|DescribeRegions/.test(asked))).toEqual([]);
  });
});
