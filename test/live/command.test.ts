/** The command as it is typed: doctor, scan, line, record and replay, several accounts, Ctrl-C. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CreateAccountCommand, CreateOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { CreateAccessKeyCommand, CreateRoleCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, PutBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/model/index.js';
import { startProxy, type Proxy } from './faults.js';
import { ACCOUNT, connection, seed } from './seeds/index.js';
import { available, startServer, type Server } from './server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

describe.skipIf(!available)('the command on an account', () => {
  let server: Server;
  let proxy: Proxy;
  let folder: string;
  let dist: string;
  const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: folder, AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
  const demarc = async (...args: readonly string[]): Promise<{ readonly out: string; readonly error: string; readonly code: number }> => {
    try {
      const { stdout, stderr } = await run(process.execPath, [join(dist, 'cli.js'), ...args], { cwd: folder, env: environment(), maxBuffer: 64_000_000 });
      return { out: stdout, error: stderr, code: 0 };
    } catch (error) {
      const { stdout, stderr, code } = error as { readonly stdout: string; readonly stderr: string; readonly code: number };
      return { out: stdout, error: stderr, code };
    }
  };
  const scanned = async (...args: readonly string[]): Promise<Ledger> => {
    const { out, error } = await demarc('scan', ...args, '--format', 'json');
    if (out === '') throw new Error(error);
    return JSON.parse(out) as Ledger;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demarc-live-'));
    dist = join(folder, 'dist');
    await run(process.execPath, ['tools/build.mjs', '--out', dist], { cwd: root });
    server = await startServer();
    proxy = await startProxy(server.endpoint);
    await seed(connection(server.endpoint));
  }, 180_000);
  afterAll(async () => {
    await proxy.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('doctor says who asks, which regions are read, and that nothing is missing', async () => {
    // Services of which the API server answers everything.
    const { out, code } = await demarc('doctor', 'aws', '--region', 'us-east-1', '--service', 's3', '--service', 'iam', '--service', 'sqs');
    expect(out).toContain(`account ${ACCOUNT}`);
    expect(out).toMatch(/regions {4}1 to read: us-east-1/);
    expect(`${code} ${out}`).toContain('everything that was tried may be read');
    expect(code).toBe(0);
  });

  it('doctor names what is missing', async () => {
    const iam = new IAMClient(connection(server.endpoint));
    await iam.send(new CreateUserCommand({ UserName: 'lister' }));
    await iam.send(new PutUserPolicyCommand({ UserName: 'lister', PolicyName: 'list', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:ListAllMyBuckets', 's3:GetBucketAcl', 'sts:GetCallerIdentity'], Resource: '*' }] }) }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'lister' }));
    await server.authorizeFrom(0);
    const { out, code } = await run(process.execPath, [join(dist, 'cli.js'), 'doctor', 'aws', '--service', 's3', '--format', 'json', '--region', 'us-east-1'], { cwd: folder, env: { ...environment(), AWS_ACCESS_KEY_ID: AccessKey?.AccessKeyId, AWS_SECRET_ACCESS_KEY: AccessKey?.SecretAccessKey } }).then(
      ({ stdout }) => ({ out: stdout, code: 0 }),
      (failed: { readonly stdout: string; readonly code: number }) => ({ out: failed.stdout, code: failed.code }),
    );
    await server.authorizeFrom(Infinity);
    const [{ lacks, identity }] = JSON.parse(out) as [{ readonly identity: string; readonly lacks: readonly { readonly permission: string; readonly operations: readonly string[] }[] }];
    expect(code).toBe(1);
    expect(identity).toBe(`arn:aws:iam::${ACCOUNT}:user/lister`);
    expect(lacks).toContainEqual({ permission: 's3:GetBucketPolicy', operations: ['s3:GetBucketPolicy'] });
    expect(lacks.map(({ permission }) => permission)).not.toContain('s3:ListAllMyBuckets');
    expect(lacks.map(({ permission }) => permission)).not.toContain('s3:GetBucketAcl');
  });

  it('line aws is a table of the account', async () => {
    const { out } = await demarc('line', 'aws', '--region', 'us-east-1');
    expect(out).toMatch(/of your \d+ rows are open, .* locked, .* not verified/);
    expect(out).toMatch(/service +provider +locked +open +not verified/);
    expect(out).toMatch(/ {2}S3 +\d+/);
    const { account } = JSON.parse((await demarc('line', 'aws', '--region', 'us-east-1', '--format', 'json')).out) as { readonly account: { readonly services: Readonly<Record<string, object>> } };
    expect(Object.keys(account.services)).toContain('IAM');
  });

  it('names resources by ARN, with account, region, tags, and the page of the console', async () => {
    const s3 = new S3Client({ ...connection(server.endpoint), forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: 'tagged-data' }));
    await s3.send(new PutBucketTaggingCommand({ Bucket: 'tagged-data', Tagging: { TagSet: [{ Key: 'team', Value: 'web' }] } }));
    const { verdicts } = await scanned('aws', '--region', 'us-east-1', '--service', 's3');
    const one = verdicts.find(({ resource }) => resource.id === 'arn:aws:s3:::tagged-data');
    expect(one?.resource).toMatchObject({ account: ACCOUNT, region: 'us-east-1', tags: { team: 'web' }, console: 'https://console.aws.amazon.com/s3/buckets/tagged-data' });
    const { out } = await demarc('scan', 'aws', '--region', 'us-east-1', '--service', 's3');
    expect(out).toContain('team=web');
    expect(out).toMatch(/as s3:GetBucket\w+ says/);
  });

  it('--tag judges what carries it, and says how much was left out', async () => {
    const { verdicts, coverage, rows } = await scanned('aws', '--region', 'us-east-1', '--service', 's3', '--tag', 'team=web');
    expect(new Set(verdicts.map(({ resource }) => resource.id))).toEqual(new Set(['arn:aws:s3:::tagged-data']));
    expect(new Set(rows.map(({ resource }) => resource))).toEqual(new Set(['arn:aws:s3:::tagged-data']));
    expect(coverage.find(({ reason }) => reason === 'left out by --tag')?.subject).toMatch(/^\d+ resources without team=web$/);
  });

  it('a recording says the same as the account, byte for byte, without it', async () => {
    const kept = join(folder, 'answers');
    const live = await demarc('scan', 'aws', '--region', 'us-east-1', '--record', kept, '--format', 'json', '--as-of', '2026-11-01');
    const { out } = await promisedOffline(['scan', kept, '--format', 'json']);
    expect(live.out.length).toBeGreaterThan(1000);
    expect(out).toBe(live.out);
    // Nobody else may read it, and a folder in use is not written over.
    expect((await demarc('scan', 'aws', '--record', kept)).error).toContain('is not empty');
  });

  /** Nothing answers at that address: a call would fail, and the ledger with it. */
  const promisedOffline = async (args: readonly string[]): Promise<{ readonly out: string }> => {
    try {
      const { stdout } = await run(process.execPath, [join(dist, 'cli.js'), ...args], { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }, maxBuffer: 64_000_000 });
      return { out: stdout };
    } catch (error) {
      return { out: (error as { readonly stdout: string }).stdout };
    }
  };

  it('a recording holds all, whatever was asked, and says of the same question the same, byte for byte', async () => {
    const kept = join(folder, 'narrow');
    const live = await demarc('scan', 'aws', '--region', 'us-east-1', '--service', 's3', '--only', 'aws-s3-mfa-delete', '--record', kept, '--format', 'json', '--as-of', '2026-11-01');
    expect((await promisedOffline(['scan', kept, '--only', 'aws-s3-mfa-delete', '--format', 'json'])).out).toBe(live.out);
    // Another question of it is answered as the account would.
    const all = await demarc('scan', 'aws', '--region', 'us-east-1', '--service', 's3', '--format', 'json', '--as-of', '2026-11-01');
    expect((await promisedOffline(['scan', kept, '--format', 'json'])).out).toBe(all.out);
    // A service that was not read then is not read now.
    const { verdicts, coverage } = JSON.parse((await promisedOffline(['scan', kept, '--service', 's3', '--service', 'iam', '--format', 'json'])).out) as Ledger;
    expect(verdicts.filter(({ resource }) => resource.type === 'AWS::IAM::User')).toEqual([]);
    expect(coverage.find(({ asked }) => asked === 'iam:GetAccountAuthorizationDetails')?.reason).toContain('the recording does not hold it');
  });

  it('--rename leaves no name and no account of the owner, and the same verdicts', async () => {
    const kept = join(folder, 'renamed');
    const live = JSON.parse((await demarc('scan', 'aws', '--region', 'us-east-1', '--record', kept, '--rename', '--format', 'json', '--as-of', '2026-11-01')).out) as Ledger;
    const again = JSON.parse((await promisedOffline(['scan', kept, '--format', 'json'])).out) as Ledger;
    const told = ({ verdicts }: Ledger): readonly string[] => verdicts.map(({ check, status, resource }) => `${check} ${status} ${resource.type}`).sort();
    expect(told(again)).toEqual(told(live));
    const texts = readdirSync(kept, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name), 'utf8'), entry.parentPath] : []));
    for (const name of [ACCOUNT, 'open-data', 'shut-data', 'tagged-data', '"bob"', '"eve"', 'user/bob', 'example.com']) expect(texts.join('\n')).not.toContain(name);
  });

  it('a recording that is broken costs one line', async () => {
    const kept = join(folder, 'answers');
    const copy = join(folder, 'broken');
    await run('cp', ['-r', kept, copy]);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(copy, ACCOUNT, 's3.us-east-1.ndjson'), '{"call":"ListBuckets');
    const { verdicts, coverage } = JSON.parse((await promisedOffline(['scan', copy, '--format', 'json'])).out) as Ledger;
    expect(verdicts.filter(({ resource }) => resource.type === 'AWS::S3::Bucket')).toEqual([]);
    expect(coverage.find(({ asked }) => asked === 's3:ListBuckets')?.reason).toContain('the recording does not hold it');
    writeFileSync(join(copy, 'demarc-recording.json'), '{"version": 99}');
    expect((await demarc('scan', copy)).error).toMatch(/cannot be read: .*version 99/);
  });

  it('reads the accounts of an organization, by a role in each, and says which it could not enter', async () => {
    const organizations = new OrganizationsClient(connection(server.endpoint));
    // The seeds may have made one.
    await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' })).catch((error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'AlreadyInOrganizationException') throw error;
    });
    const { CreateAccountStatus } = await organizations.send(new CreateAccountCommand({ AccountName: 'web', Email: 'web@example.com' }));
    const other = CreateAccountStatus?.AccountId ?? '';
    const sts = new STSClient(connection(server.endpoint));
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${other}:role/audit`, RoleSessionName: 'x' }));
    const there = { ...connection(server.endpoint), credentials: { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: Credentials?.SecretAccessKey ?? '', sessionToken: Credentials?.SessionToken } };
    await new IAMClient(there).send(new CreateRoleCommand({ RoleName: 'only-there', AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }] }) }));
    const all = await scanned('aws', '--organization', '--role', 'audit', '--region', 'us-east-1', '--service', 'iam');
    expect(new Set(all.verdicts.map(({ resource }) => resource.root))).toEqual(new Set([`aws:${ACCOUNT}`, `aws:${other}`]));
    expect(all.verdicts.find(({ check, resource }) => check === 'aws-iam-trust-not-anyone' && resource.id === `arn:aws:iam::${other}:role/only-there`)?.status).toBe('fail');
    const one = await scanned('aws', '--account', other, '--role', 'audit', '--region', 'us-east-1', '--service', 'iam');
    expect(new Set(one.verdicts.map(({ resource }) => resource.account))).toEqual(new Set([other]));
    expect((await demarc('scan', 'aws', '--account', other)).error).toContain('--account needs --role');
  });

  it('reads the account in its partition', async () => {
    const { out } = await run(process.execPath, [join(dist, 'cli.js'), 'doctor', 'aws', '--format', 'json', '--service', 's3'], { cwd: folder, env: { ...environment(), AWS_REGION: 'cn-north-1' } }).then(({ stdout }) => ({ out: stdout }));
    expect((JSON.parse(out) as readonly { readonly home: string; readonly partition: string }[])[0]).toMatchObject({ home: 'cn-north-1', partition: 'aws-cn' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends reading, and what was read is reported', { timeout: 60_000 }, async (signal) => {
    // Dozens of regions: the signal comes in the middle.
    const child = spawn(process.execPath, [join(dist, 'cli.js'), 'scan', 'aws', '--format', 'json'], { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ended = new Promise<number | null>((done) => child.once('close', done));
    await new Promise((later) => setTimeout(later, 900));
    child.kill(signal);
    const code = await ended;
    expect(said).toContain('what was read is reported');
    const { coverage } = JSON.parse(out) as Ledger;
    expect(coverage.filter(({ reason }) => reason?.includes('reading was ended before it') === true).length).toBeGreaterThan(0);
    expect(code).not.toBeNull();
  });

  it('keeps no folder behind when nobody can be asked', async () => {
    const kept = join(folder, 'never');
    const { error, code } = await run(process.execPath, [join(dist, 'cli.js'), 'scan', 'aws', '--record', kept], { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' } }).then(
      () => ({ error: '', code: 0 }),
      (failed: { readonly stderr: string; readonly code: number }) => ({ error: failed.stderr, code: failed.code }),
    );
    expect(error).toMatch(/^demarc: no AWS account can be read: /);
    expect(code).toBe(2);
    expect(existsSync(kept)).toBe(false);
  });
});
