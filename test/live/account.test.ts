/** Reading an account: what it says, what it says when it may not see, and when calls fail. */
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicResources, whoCanDo } from '../../src/app/access.js';
import { scan } from '../../src/app/scan.js';
import { permissions } from '../../src/app/permissions.js';
import type { Ledger, Verdict } from '../../src/model/index.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { listsOf } from '../../src/sources/aws/permissions.js';
import { operationName, type AccountOptions } from '../../src/sources/aws/read.js';
import { fixtures } from './fixtures/index.js';
import { startProxy, TRACE, type Proxy } from './faults.js';
import { ACCOUNT, connection, seed } from './seeds/index.js';
import { available, startServer, type Server } from './server.js';


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
    await seed(connection(server.endpoint));
    Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
  }, 60_000);
  afterAll(async () => {
    process.env = before;
    await proxy.stop();
    await server.stop();
  });
  const read = (live: AccountOptions = {}): Promise<Ledger> => scan({ targets: ['aws'], asOf: '2026-11-01T00:00:00Z', live: { attempts: 1, timeout: 10_000, trace: TRACE, regions: ['us-east-1'], ...live } });

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

  /** As if nobody had written the collectors for what watches and what is kept. */
  const without = ['backup', 'guardduty', 'securityhub'];
  it('proves nothing by what is not read: no backup plan, no detector, no hub', async () => {
    const { verdicts, coverage } = await read({ table: collectors.filter(({ service }) => !without.includes(service)) });
    const asked = verdicts.filter(({ check }) => /backed-up|guardduty|securityhub/.test(check));
    expect(asked.length).toBeGreaterThan(0);
    for (const { check, status } of asked) expect(`${check} ${status}`).toBe(`${check} unknown`);
    // What checks ask about and nothing reads has a line.
    const lines = coverage.filter(({ reason }) => reason === 'it is not read from accounts yet').map(({ subject }) => subject);
    expect(lines.some((subject) => /^AWS::GuardDuty \(.*Detector/.test(subject))).toBe(true);
    expect(lines.some((subject) => /^AWS::S3 \(.*\bBucket\b/.test(subject))).toBe(false);
  });

  it('answers who gets in, and who can become administrator', async () => {
    const { public: open } = await publicResources({ targets: ['aws'], live: { regions: ['us-east-1'], attempts: 1, trace: TRACE } });
    const arns = open.filter(({ verdict }) => verdict === 'public').map(({ resource }) => resource.arn ?? '').sort();
    // Read through Cloud Control, from a fixture that every region gives.
    expect(arns.some((arn) => arn.includes(':codeartifact:'))).toBe(true);
    expect(arns.filter((arn) => /^arn:aws:(?:iam|s3|sqs):/.test(arn))).toEqual(['arn:aws:iam::123456789012:role/any', 'arn:aws:s3:::open-data', 'arn:aws:sqs:us-east-1:123456789012:open']);
    const { whoCan } = await whoCanDo('s3:GetObject', 'arn:aws:s3:::shut-data/x', { targets: ['aws'], live: { regions: ['us-east-1'], attempts: 1, trace: TRACE } });
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
    proxy.breaks('GetCallerIdentity', 'denied');
    await expect(read()).rejects.toThrow(/^no AWS account can be read: /);
    proxy.breaks(undefined);
  });

  it('to an auditor who may only list, nothing unread passes or fails, and no row is missing', { timeout: 60_000 }, async () => {
    const everything = await whole;
    const iam = new IAMClient(connection(server.endpoint));
    await iam.send(new CreateUserCommand({ UserName: 'auditor' }));
    // All that is called a list; what describes is none.
    const lists = [...new Set(collectors.flatMap(({ list, names }) => [...listsOf(list), ...(names === undefined ? [] : listsOf(names.list))]))].filter(({ permission }) => /:List/.test(permission)).map(({ permission }) => permission);
    for (const permission of ['s3:ListAllMyBuckets', 'iam:ListUsers', 'iam:ListRoles', 'sqs:ListQueues', 'kms:ListKeys', 'dynamodb:ListTables']) expect(lists).toContain(permission);
    await iam.send(new PutUserPolicyCommand({ UserName: 'auditor', PolicyName: 'list', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['sts:GetCallerIdentity', ...new Set(lists)], Resource: '*' }] }) }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'auditor' }));
    await server.authorizeFrom(0);
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: AccessKey?.AccessKeyId, AWS_SECRET_ACCESS_KEY: AccessKey?.SecretAccessKey });
    const services = ['s3', 's3-control', 'sqs', 'sns', 'kms', 'iam', 'dynamodb', 'secretsmanager', 'events', 'lambda', 'rds', 'ec2', 'cloudtrail'];
    const ledger = await read({ services }).finally(async () => {
      await server.authorizeFrom(Infinity);
      Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
    });
    const told = new Set(collectors.flatMap(({ service, list, names }) => [...listsOf(list), ...(names === undefined ? [] : listsOf(names.list))].map((row) => operationName(service, row))));
    // Fixtures are answered by the proxy, which anybody may ask.
    for (const name of fixtures.keys()) told.add(name);
    // Nothing is decided by what was denied: only what lists themselves say may decide.
    for (const { check, status, evidence, resource } of ledger.verdicts) {
      if (status !== 'unknown') for (const { operation } of evidence) expect(told, `${check} ${status} ${resource.id}`).toContain(operation);
    }
    const seen = byKey(ledger);
    const whoDecides = [...seen].filter(([, { status }]) => status !== 'unknown').map(([, { check, status }]) => `${check} ${status}`);
    // What lists alone decide: that there is a user, whom a role trusts, when a certificate ends, what runs a function, by which protocol a topic delivers; and two of fixtures, which anybody may ask.
    expect([...new Set(whoDecides.map((one) => one.replace(/ \w+$/, '')))].filter((check) => !/^aws-(?:iam-(?:people-through-sso|trust-|federated|vendors|deputies|no-way-in$|server-certificate-valid$)|lambda-|kms-customer-managed-key$|events-|secretsmanager-|sns-subscription-https$|ec2-(?:client-vpn-logging|endpoint-service-acceptance)$)/.test(check))).toEqual([]);
    // Every row of what may be listed, or is there in any case, is there: as many questions, and nobody knows the answer.
    const listed = /^(?:arn:aws:s3:::|arn:aws:sqs:|arn:aws:sns:|arn:aws:kms:|arn:aws:dynamodb:|arn:aws:iam::\d+:(?:user|role|policy)\/)/;
    const always = /:(?:account-summary|password-policy|account-public-access-block|ebs-encryption-by-default)$|:root\/credentials$/;
    const expected = [...byKey(everything)].filter(([, { resource }]) => ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::KMS::Key', 'AWS::DynamoDB::Table', 'AWS::IAM::User', 'AWS::IAM::Role', 'AWS::IAM::ManagedPolicy'].includes(resource.type) ? listed.test(resource.id) : always.test(resource.id));
    expect(expected.length).toBeGreaterThan(60);
    expect(expected.map(([name]) => name).filter((name) => !seen.has(name))).toEqual([]);
    for (const bucket of ['open-data', 'shut-data']) expect(seen.get(`aws-s3-not-public arn:aws:s3:::${bucket}`)?.status).toBe('unknown');
    expect(seen.get('aws-iam-root-mfa arn:aws:iam::123456789012:account-summary')?.reasons[0]?.detail).toContain('it needs `iam:GetAccountSummary`');
    expect(ledger.coverage.find(({ asked }) => asked === 'iam:GetAccountAuthorizationDetails')?.reason).toContain('iam:GetAccountAuthorizationDetails');
  });
});

describe('the permissions', () => {
  const actions = (beyond?: readonly string[]): readonly string[] => permissions(beyond).Statement.flatMap(({ Action }) => Action);
  it('are fewer beyond what an auditor has, and none beyond everything', () => {
    expect(actions(['SecurityAudit']).length).toBeLessThan(actions().length / 3);
    expect(actions(['SecurityAudit'])).not.toContain('iam:GetAccountAuthorizationDetails');
    expect(actions(['ViewOnlyAccess'])).not.toContain('ec2:DescribeInstances');
    expect(actions(['ViewOnlyAccess'])).toContain('s3:GetBucketPolicy');
    expect(actions(['AdministratorAccess'])).toEqual([]);
    expect(() => actions(['NoSuchPolicy'])).toThrow(/AWS has no managed policy `NoSuchPolicy`/);
  });
});
