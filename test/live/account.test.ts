/** Reading an account: what it says, what it says when it may not see, and when calls fail. */
import { CloudTrailClient, CreateTrailCommand } from '@aws-sdk/client-cloudtrail';
import { AuthorizeSecurityGroupIngressCommand, CreateSecurityGroupCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateAccessKeyCommand, CreateRoleCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { AddPermissionCommand, CreateFunctionCommand, CreateFunctionUrlConfigCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateBucketCommand, PutBucketPolicyCommand, PutBucketVersioningCommand, PutPublicAccessBlockCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicResources, whoCanDo } from '../../src/app/access.js';
import { scan } from '../../src/app/scan.js';
import { permissions } from '../../src/app/permissions.js';
import type { Ledger, Verdict } from '../../src/model/index.js';
import { actionNamed } from '../../src/schema/iam/index.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { operationName, type AccountOptions } from '../../src/sources/aws/read.js';
import { faults, startProxy, type Proxy } from './faults.js';
import { available, startServer, type Server } from './server.js';

const ACCOUNT = '123456789012';
const ROOT = { accessKeyId: 'root', secretAccessKey: 'root' };
const everyone = (action: string, resource: string): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: action, Resource: resource }] });

async function seed(endpoint: string): Promise<void> {
  const at = { endpoint, region: 'us-east-1', credentials: ROOT };
  const s3 = new S3Client({ ...at, forcePathStyle: true });
  for (const Bucket of ['open-data', 'shut-data']) await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutBucketPolicyCommand({ Bucket: 'open-data', Policy: everyone('s3:GetObject', 'arn:aws:s3:::open-data/*') }));
  await s3.send(new PutPublicAccessBlockCommand({ Bucket: 'shut-data', PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true } }));
  await s3.send(new PutBucketVersioningCommand({ Bucket: 'shut-data', VersioningConfiguration: { Status: 'Enabled' } }));
  const iam = new IAMClient(at);
  await iam.send(new CreateUserCommand({ UserName: 'bob' }));
  await iam.send(new PutUserPolicyCommand({ UserName: 'bob', PolicyName: 'all', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }) }));
  await iam.send(new CreateAccessKeyCommand({ UserName: 'bob' }));
  await iam.send(new CreateUserCommand({ UserName: 'eve' }));
  await iam.send(new CreateRoleCommand({ RoleName: 'any', AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }] }) }));
  const ec2 = new EC2Client(at);
  const { GroupId = '' } = await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'open', Description: 'open' }));
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }));
  await ec2.send(new RunInstancesCommand({ ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1, SecurityGroupIds: [GroupId] }));
  await new RDSClient(at).send(new CreateDBInstanceCommand({ DBInstanceIdentifier: 'db', Engine: 'postgres', DBInstanceClass: 'db.t3.micro', AllocatedStorage: 10, MasterUsername: 'app', MasterUserPassword: 'not-a-secret-1', PubliclyAccessible: true }));
  const sqs = new SQSClient(at);
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'open' }));
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: everyone('sqs:*', '*') } }));
  await new SNSClient(at).send(new CreateTopicCommand({ Name: 'news' }));
  await new KMSClient(at).send(new CreateKeyCommand({}));
  await new CloudTrailClient(at).send(new CreateTrailCommand({ Name: 'trail', S3BucketName: 'shut-data' }));
  const lambda = new LambdaClient(at);
  // An archive without files.
  const ZipFile = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
  await lambda.send(new CreateFunctionCommand({ FunctionName: 'job', Runtime: 'nodejs22.x', Handler: 'index.handler', Role: `arn:aws:iam::${ACCOUNT}:role/any`, Code: { ZipFile } }));
  await lambda.send(new AddPermissionCommand({ FunctionName: 'job', StatementId: 'own', Action: 'lambda:InvokeFunction', Principal: ACCOUNT }));
  await lambda.send(new CreateFunctionUrlConfigCommand({ FunctionName: 'job', AuthType: 'AWS_IAM' }));
}

/** What a verdict is about, and what it is. */
const key = ({ check, resource }: Verdict): string => `${check} ${resource.id}`;
const byKey = ({ verdicts }: Ledger): ReadonlyMap<string, Verdict> => new Map(verdicts.map((verdict) => [key(verdict), verdict]));

describe.skipIf(!available)('an account', () => {
  let server: Server;
  let proxy: Proxy;
  const before = { ...process.env };
  beforeAll(async () => {
    server = await startServer();
    proxy = await startProxy(server.endpoint);
    await seed(server.endpoint);
    Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: ROOT.accessKeyId, AWS_SECRET_ACCESS_KEY: ROOT.secretAccessKey });
  }, 60_000);
  afterAll(async () => {
    process.env = before;
    await proxy.stop();
    await server.stop();
  });
  const read = (live: AccountOptions = {}): Promise<Ledger> => scan({ targets: ['aws'], asOf: '2026-11-01T00:00:00Z', live: { attempts: 1, timeout: 1_000, regions: ['us-east-1'], ...live } });

  let whole: Promise<Ledger>;
  it('is judged by the same checks as code', async () => {
    proxy.breaks(undefined);
    const ledger = await (whole = read());
    const verdicts = byKey(ledger);
    const is = (check: string, id: string): string | undefined => verdicts.get(`${check} ${id}`)?.status;
    expect(is('aws-s3-not-public', 'arn:aws:s3:::open-data')).toBe('fail');
    expect(is('aws-s3-public-access-block', 'arn:aws:s3:::open-data')).toBe('fail');
    expect(is('aws-s3-public-access-block', 'arn:aws:s3:::shut-data')).toBe('pass');
    expect(is('aws-s3-versioning', 'arn:aws:s3:::shut-data')).toBe('pass');
    expect(is('aws-s3-versioning', 'arn:aws:s3:::open-data')).toBe('fail');
    expect(is('aws-iam-administrators-few', `arn:aws:iam::${ACCOUNT}:user/bob`)).toBe('fail');
    expect(is('aws-iam-administrators-few', `arn:aws:iam::${ACCOUNT}:user/eve`)).toBe('pass');
    expect(is('aws-iam-trust-not-anyone', `arn:aws:iam::${ACCOUNT}:role/any`)).toBe('fail');
    expect(is('aws-rds-public-access', `arn:aws:rds:us-east-1:${ACCOUNT}:db:db`)).toBe('fail');
    expect([...verdicts.values()].find(({ check, status }) => check === 'aws-ec2-security-group-ssh' && status === 'fail')?.resource.id).toMatch(/^arn:aws:ec2:us-east-1:123456789012:security-group\/sg-/);
    expect([...verdicts.values()].find(({ check }) => check === 'aws-sqs-policy-names-callers')?.status).toBe('fail');
    // Each value tells which call it came from.
    expect(verdicts.get('aws-s3-versioning arn:aws:s3:::open-data')?.evidence[0]?.operation).toBe('s3:GetBucketVersioning');
    expect(new Set(ledger.verdicts.map(({ resource }) => resource.root))).toEqual(new Set([`aws:${ACCOUNT}`]));
  });

  it('proves nothing by what is not read: no backup plan, no detector, no parameter group', async () => {
    const { verdicts } = await read();
    for (const { check, status } of verdicts) if (/backed-up|guardduty|securityhub/.test(check)) expect(`${check} ${status}`).toBe(`${check} unknown`);
  });

  it('names what checks ask about and nothing reads', async () => {
    const lines = (await whole).coverage.filter(({ reason }) => reason === 'it is not read from accounts yet').map(({ subject }) => subject);
    expect(lines.some((subject) => /^AWS::GuardDuty \(.*Detector/.test(subject))).toBe(true);
    expect(lines.some((subject) => /^AWS::S3 \(.*\bBucket\b/.test(subject))).toBe(false);
  });

  it('answers who gets in, and who can become administrator', async () => {
    const { public: open } = await publicResources({ targets: ['aws'] });
    expect(open.filter(({ verdict }) => verdict === 'public').map(({ resource }) => resource.arn).sort()).toEqual(['arn:aws:iam::123456789012:role/any', 'arn:aws:s3:::open-data', 'arn:aws:sqs:us-east-1:123456789012:open']);
    const { whoCan } = await whoCanDo('s3:GetObject', 'arn:aws:s3:::shut-data/x', { targets: ['aws'] });
    expect(whoCan.map(({ principal }) => principal)).toEqual([`arn:aws:iam::${ACCOUNT}:user/bob`]);
  });

  it('leaves out what is not asked for, and says so', async () => {
    const ledger = await read({ services: ['sqs'] });
    expect(new Set(ledger.verdicts.map(({ resource }) => resource.type.split('::')[1]))).toEqual(new Set(['SQS']));
    expect(ledger.coverage.filter(({ answered }) => !answered).map(({ subject }) => subject)).toContain('s3');
  });

  it('ended early, reports what was read and leaves the rest unverified', async () => {
    const end = new AbortController();
    let lists = 0;
    const ledger = await read({ signal: end.signal, concurrency: 1, progress: () => void (++lists === 5 && end.abort()) });
    expect(ledger.coverage.filter(({ reason }) => reason?.includes('reading was ended before it') === true).length).toBeGreaterThan(0);
    expect(byKey(ledger).size).toBeGreaterThan(0);
    for (const [name, verdict] of byKey(ledger)) if (verdict.status !== 'unknown') expect(byKey(await whole).get(name)?.status, name).toBe(verdict.status);
  });

  it('says in one line when nobody can be asked', async () => {
    proxy.breaks('sts:GetCallerIdentity', 'denied');
    await expect(read()).rejects.toThrow(/^no AWS account can be read: /);
    proxy.breaks(undefined);
  });

  describe('under faults', () => {
    const cases = collectors.flatMap((collector) => [collector.list, ...(collector.reads ?? []), ...(collector.makes ?? [])].map((row) => ({ collector, operation: operationName(collector.service, row), permission: row.permission })));
    const baselines = new Map<string, Promise<Ledger>>();

    it.each(cases.filter(({ operation, collector }, i) => cases.findIndex((one) => one.operation === operation && one.collector === collector) === i))('$operation for $collector.type: what it would have told is unknown, the rest unchanged', { timeout: 30_000 }, async ({ collector, operation, permission }) => {
      const table = collectors.filter(({ service }) => service === collector.service);
      proxy.breaks(undefined);
      const base = byKey(await (baselines.get(collector.service) ?? baselines.set(collector.service, read({ table })).get(collector.service)) as Ledger);
      for (const fault of faults) {
        proxy.breaks(operation, fault);
        const ledger = await read({ table, timeout: 250 });
        // The seeded account holds something of every kind that is asked about: a case that deals no fault proves nothing.
        expect(proxy.dealt(), `${fault} of ${operation}`).toBeGreaterThan(0);
        const after = byKey(ledger);
        // What only a detail is missing of keeps all its rows.
        if (operationName(collector.service, collector.list) !== operation) for (const [name, { resource }] of base) if (resource.type === collector.type) expect([...after.keys()], `${fault}: ${name}`).toContain(name);
        // Nothing is decided by what the operation did not say.
        for (const [name, { status, evidence }] of after) if (status !== 'unknown') expect(evidence.map((one) => one.operation), `${fault}: ${name} ${status}`).not.toContain(operation);
        for (const [name, verdict] of after) {
          const was = base.get(name);
          if (was === undefined) expect(`${fault}: ${name} ${verdict.status}`).toBe(`${fault}: ${name} unknown`);
          else if (verdict.status !== was.status) expect(`${fault}: ${name} ${verdict.status}`).toBe(`${fault}: ${name} unknown`);
        }
        const said = [...ledger.coverage.map(({ asked, reason }) => `${asked} ${reason ?? ''}`), ...ledger.verdicts.flatMap(({ reasons }) => reasons.map(({ detail }) => detail))].join('\n');
        expect(said, fault).toContain(operation);
        if (fault === 'no answer') expect(said).toContain('did not answer in time');
        if (fault === 'throttled') expect(said).toContain('throttled');
        if (fault === 'denied') expect(said).toContain(`it needs \`${permission}\``);
      }
      proxy.breaks(undefined);
    });
  });

  it('to an auditor who may only list, nothing unread passes or fails', async () => {
    const at = { endpoint: server.endpoint, region: 'us-east-1', credentials: ROOT };
    const iam = new IAMClient(at);
    await iam.send(new CreateUserCommand({ UserName: 'auditor' }));
    await iam.send(new PutUserPolicyCommand({ UserName: 'auditor', PolicyName: 'list', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:ListAllMyBuckets', 'sqs:ListQueues', 'sns:ListTopics', 'kms:ListKeys', 'sts:GetCallerIdentity'], Resource: '*' }] }) }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'auditor' }));
    await server.authorizeFrom(0);
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: AccessKey?.AccessKeyId, AWS_SECRET_ACCESS_KEY: AccessKey?.SecretAccessKey });
    const ledger = await read({ services: ['s3', 'sqs', 'sns', 'kms', 'iam'] });
    await server.authorizeFrom(Infinity);
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: ROOT.accessKeyId, AWS_SECRET_ACCESS_KEY: ROOT.secretAccessKey });
    const lists = new Set(collectors.map((one) => operationName(one.service, one.list)));
    for (const { check, status, evidence } of ledger.verdicts) {
      if (status !== 'unknown') for (const { operation } of evidence) expect(lists, `${check} ${status}`).toContain(operation);
    }
    // The rows are there: both buckets are asked whether they are public, and nobody knows.
    for (const bucket of ['open-data', 'shut-data']) expect(byKey(ledger).get(`aws-s3-not-public arn:aws:s3:::${bucket}`)?.status).toBe('unknown');
    expect(ledger.coverage.find(({ asked }) => asked === 'iam:GetAccountAuthorizationDetails')?.reason).toContain('iam:GetAccountAuthorizationDetails');
  });
});

describe('the table', () => {
  it('only reads and lists, by IAM\'s own account of each action, and never what is kept inside', () => {
    const Action = permissions().Statement.flatMap((statement) => statement.Action);
    for (const action of Action) expect(`${action} ${actionNamed(action)?.accessLevel ?? 'is no action'}`).toMatch(/ (Read|List)$/);
    expect(Action.filter((action) => /GetSecretValue|ssm:GetParameter|s3:GetObject|dynamodb:(Scan|Query|GetItem)|Invoke|kms:Decrypt/.test(action))).toEqual([]);
  });
});
