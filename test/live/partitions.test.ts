/** The same account in each partition: what is read is named there, and judged alike. */
import { AttachRolePolicyCommand, CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Ledger } from '../../src/model/index.js';
import { ACCOUNT, connection } from './seeds/seed.js';
import { startProxy, TRACE, type Proxy } from './faults.js';
import { available, startServer, type Server } from './server.js';

const PARTITIONS = [
  ['aws', 'us-east-1'],
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
] as const;

describe.skipIf(!available)('a partition', () => {
  let server: Server;
  let proxy: Proxy;
  const before = { ...process.env };
  const ledgers = new Map<string, Ledger>();
  beforeAll(async () => {
    server = await startServer({ MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' });
    proxy = await startProxy(server.endpoint);
    for (const [partition, region] of PARTITIONS) {
      const at = { ...connection(server.endpoint), region };
      const open = (action: string, resource: string): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: action, Resource: resource }] });
      await new SQSClient(at).send(new CreateQueueCommand({ QueueName: 'open', Attributes: { Policy: open('sqs:*', '*') } }));
      await new S3Client({ ...at, forcePathStyle: true }).send(new CreateBucketCommand({ Bucket: `data-${partition}`, ...(region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as 'cn-north-1' } }) }));
      const iam = new IAMClient(at);
      const trust = (principal: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }] });
      await iam.send(new CreateRoleCommand({ RoleName: 'rules', AssumeRolePolicyDocument: trust({ AWS: `arn:${partition}:iam::${ACCOUNT}:root` }) }));
      await iam.send(new AttachRolePolicyCommand({ RoleName: 'rules', PolicyArn: `arn:${partition}:iam::aws:policy/AdministratorAccess` }));
      Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: region, AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
      ledgers.set(partition, await scan({ targets: ['aws'], asOf: '2026-11-01T00:00:00Z', live: { regions: [region], services: ['iam', 's3', 'sqs', 'sts'], attempts: 1, trace: TRACE } }));
    }
  }, 120_000);
  afterAll(async () => {
    process.env = before;
    await proxy.stop();
    await server.stop();
  });

  it.each(PARTITIONS)('%s names what it holds', (partition, region) => {
    const ids = ledgers.get(partition)?.verdicts.map(({ resource }) => resource.id) ?? [];
    expect(ids.length).toBeGreaterThan(20);
    // What comes through Cloud Control may have an identifier that is no ARN.
    expect(ids.filter((id) => !id.startsWith(`arn:${partition}:`) && !id.startsWith('AWS::S3::'))).toEqual([]);
    expect(ids).toContain(`arn:${partition}:sqs:${region}:${ACCOUNT}:open`);
  });

  it.each(PARTITIONS.slice(1))('%s is judged as any other', (partition, region) => {
    const plain = (text: string): string => text.replaceAll(partition, 'aws').replaceAll(region, 'us-east-1');
    const told = (name: string, as: (text: string) => string): readonly string[] => (ledgers.get(name)?.verdicts ?? []).map(({ check, status, resource }) => as(`${check} ${status} ${resource.id}`)).sort();
    expect(told(partition, plain)).toEqual(told('aws', (text) => text));
    expect(told('aws', (text) => text).filter((one) => / fail .*(?:role\/rules|:open)/.test(one)).length).toBeGreaterThan(2);
  });
});
