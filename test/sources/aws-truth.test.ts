/** What an account's errors and absences mean: gone is not "not set", denied in one region is not absent in another, a slip of the pen is told. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Ledger } from '../../src/model/index.js';
import { GONE_BY_WORDS, namesOf, reasonOf } from '../../src/sources/aws/faults.js';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'demarc-truth-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ACCOUNT = '111122223333';
type Answers = Readonly<Record<string, object>>;
const failing = (...error: readonly string[]): object => ({ error });

/** The ledger of an account that answers so, by `service.region`. What is not named is not recorded. */
function judged(answers: Readonly<Record<string, Answers>>, manifest: object = {}, options: object = {}): Promise<Ledger> {
  const inside = join(folder, ACCOUNT);
  mkdirSync(inside, { recursive: true });
  const all = { 'sts.us-east-1': { 'GetCallerIdentityCommand {}': { Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/auditor` } }, ...answers };
  for (const [file, calls] of Object.entries(all)) writeFileSync(join(inside, `${file}.ndjson`), Object.entries(calls).map(([call, answer]) => `${JSON.stringify({ call, ...('error' in answer ? answer : { reply: answer }) })}\n`).join(''));
  writeFileSync(join(folder, 'demarc-recording.json'), JSON.stringify({ version: 1, asOf: '2026-01-01T00:00:00.000Z', home: 'us-east-1', accounts: [ACCOUNT], ...manifest }));
  return scan({ targets: [folder], secrets: false, ...options });
}
const regions = (...names: readonly string[]): Answers => ({ 'DescribeRegionsCommand {}': { Regions: names.map((RegionName) => ({ RegionName })) } });
const status = ({ verdicts }: Ledger, check: string, resource: string): string | undefined => verdicts.find((one) => one.check === check && one.resource.id === resource)?.status;
const saysDeleted = ({ coverage }: Ledger, subject: string): boolean => coverage.some((line) => line.subject === subject && !line.answered && line.reason === 'it was deleted while the account was read');

const bucket = (policy: object): Answers => ({
  'ListBucketsCommand {"MaxBuckets":1000}': { Buckets: [{ Name: 'data' }] },
  'GetPublicAccessBlockCommand {"Bucket":"data"}': failing('NoSuchPublicAccessBlockConfiguration'),
  'GetBucketAclCommand {"Bucket":"data"}': { Grants: [] },
  'GetBucketOwnershipControlsCommand {"Bucket":"data"}': failing('OwnershipControlsNotFoundError'),
  'GetBucketPolicyCommand {"Bucket":"data"}': policy,
});

describe('what is gone between two calls', () => {
  it('is told, and nothing that was heard of it before is judged', async () => {
    const there = await judged({ 's3.us-east-1': bucket(failing('NoSuchBucketPolicy')) });
    expect(status(there, 'aws-s3-not-public', 'arn:aws:s3:::data')).toBe('pass');
    const gone = await judged({ 's3.us-east-1': bucket(failing('NoSuchBucket')) });
    expect(gone.verdicts.filter(({ resource }) => resource.id.startsWith('arn:aws:s3:::data'))).toEqual([]);
    expect(saysDeleted(gone, 'arn:aws:s3:::data')).toBe(true);
  });

  it('is no user without a password, and no function without a policy', async () => {
    const iam = (...error: readonly string[]): Answers => ({
      'GetAccountAuthorizationDetailsCommand {}': { UserDetailList: [{ UserName: 'ann', Path: '/', Arn: `arn:aws:iam::${ACCOUNT}:user/ann` }], GroupDetailList: [], RoleDetailList: [], Policies: [] },
      'GetLoginProfileCommand {"UserName":"ann"}': failing(...error),
      'ListAccessKeysCommand {"UserName":"ann"}': { AccessKeyMetadata: [] },
    });
    const user = `arn:aws:iam::${ACCOUNT}:user/ann`;
    expect(status(await judged({ 'iam.us-east-1': iam('NoSuchEntityException') }), 'aws-iam-no-console-password', user)).toBe('pass');
    const gone = await judged({ 'iam.us-east-1': iam(GONE_BY_WORDS, 'NoSuchEntityException') });
    expect(gone.verdicts.filter(({ resource }) => resource.id === user)).toEqual([]);
    expect(saysDeleted(gone, user)).toBe(true);
  });

  it('is told of what a batch was asked about, too', async () => {
    const { coverage } = await judged({
      'ec2.us-east-1': regions('us-east-1'),
      'ecs.us-east-1': {
        'ListClustersCommand {}': { clusterArns: ['arn:aws:ecs:us-east-1:111122223333:cluster/a'] },
        'DescribeClustersCommand {"clusters":["arn:aws:ecs:us-east-1:111122223333:cluster/a"],"include":["SETTINGS","CONFIGURATIONS","TAGS"]}': { clusters: [], failures: [{ arn: 'arn:aws:ecs:us-east-1:111122223333:cluster/a', reason: 'MISSING' }] },
      },
    });
    expect(coverage.find(({ asked, reason }) => asked === 'ecs:DescribeClusters' && reason?.includes('deleted') === true)?.subject).toBe('arn:aws:ecs:us-east-1:111122223333:cluster/a');
  });
});

describe('an error', () => {
  const error = (name: string, message: string): Error => Object.assign(new Error(message), { name });
  it.each([
    ['NoSuchEntityException', 'The user with name ann cannot be found.', GONE_BY_WORDS],
    ['NoSuchEntity', 'Login Profile for User ann cannot be found.', undefined],
    ['ResourceNotFoundException', 'Function not found: arn:aws:lambda:us-east-1:111122223333:function:f', GONE_BY_WORDS],
    ['ResourceNotFoundException', 'The resource you requested does not exist.', undefined],
    ['ValidationException', 'Cannot find resource policy for: arn', 'NoResourcePolicyException'],
    ['ValidationException', 'Cannot find Model Package Group: arn', GONE_BY_WORDS],
    ['ValidationException', '1 validation error detected', undefined],
    ['InvalidAccessException', 'Account 111122223333 is not subscribed to AWS Security Hub', 'NotSubscribedException'],
    ['InvalidAccessException', 'Account 111122223333 is not an administrator for this organization', undefined],
    ['AccessDeniedException', 'Macie is not enabled.', 'NotEnabledException'],
    ['AccessDeniedException', 'User: ann is not authorized to perform: macie2:GetMacieSession', undefined],
  ])('%s with "%s" means %s', (name, message, means) => {
    expect(namesOf(error(name, message))).toEqual(means === undefined ? [name] : [means, name]);
  });

  it.each([
    ['UnauthorizedOperation', 'access-denied', 'it needs `x:Do`'],
    ['InvalidAccessException', 'access-denied', 'it needs `x:Do`'],
    ['ThrottlingException', 'throttled', 'throttled'],
    ['OptInRequired', 'region-unavailable', 'the service or region is not enabled'],
    ['UnrecognizedClientException', 'region-unavailable', 'the service or region is not enabled'],
    ['SubscriptionRequiredException', 'region-unavailable', 'is not enabled'],
    ['NotEnabledException', 'region-unavailable', 'is not enabled in this account and region'],
    ['NotSubscribedException', 'region-unavailable', 'is not enabled in this account and region'],
    ['ENOTFOUND', 'region-unavailable', 'the service is not in this region'],
    ['ExpiredToken', 'not-collected', 'the credentials expired'],
    ['TimeoutError', 'not-collected', 'did not answer in time'],
    ['SyntaxError', 'malformed', 'could not be read'],
    ['URIError', 'malformed', 'could not be read'],
    ['SomethingElse', 'not-collected', 'failed: SomethingElse'],
  ])('%s is %s', (name, kind, words) => {
    expect(reasonOf(error(name, ''), 'x:Do', 'x:Do')).toMatchObject({ kind, detail: expect.stringContaining(words) as string });
  });
});

it('leaves buckets of other regions out with --region, and keeps those whose region is not told', async () => {
  const list = { 'ListBucketsCommand {"MaxBuckets":1000}': { Buckets: [{ Name: 'here', BucketRegion: 'us-east-1' }, { Name: 'far', BucketRegion: 'eu-west-1' }, { Name: 'somewhere' }] } };
  const of = async (live: object): Promise<readonly string[]> => [...new Set((await judged({ 's3.us-east-1': list, 'ec2.us-east-1': regions('us-east-1', 'eu-west-1') }, {}, { live })).verdicts.filter(({ resource }) => resource.type === 'AWS::S3::Bucket').map(({ resource }) => resource.id.split(':').at(-1) ?? ''))].sort();
  expect(await of({ regions: ['us-east-1'] })).toEqual(['here', 'somewhere']);
  expect(await of({})).toEqual(['far', 'here', 'somewhere']);
});

describe('an error without a name', () => {
  it.each<readonly [status: number, kind: string, words: string]>([
    [403, 'access-denied', 'it needs `x:Do`'],
    [429, 'throttled', 'throttled'],
    [501, 'not-collected', 'failed: HTTP 501'],
  ])('of status %i is %s', (httpStatusCode, kind, words) => {
    const bare = Object.assign(new Error('?'), { $metadata: { httpStatusCode } });
    expect(reasonOf(bare, 'x:Do', 'x:Do')).toMatchObject({ kind, detail: expect.stringContaining(words) as string });
    // A recording keeps names alone.
    const [name, ...causes] = namesOf(bare);
    const recorded = Object.assign(new Error('as recorded'), { name, cause: causes.reduceRight<unknown>((cause, one) => ({ name: one, cause }), undefined) });
    expect(reasonOf(recorded, 'x:Do', 'x:Do')).toEqual(reasonOf(bare, 'x:Do', 'x:Do'));
  });
});

describe('what an account has in any case', () => {
  it('has its row also when it may not be read', async () => {
    const { verdicts, coverage } = await judged({ 'ec2.us-east-1': { ...regions('us-east-1'), 'GetEbsEncryptionByDefaultCommand {}': failing('UnauthorizedOperation') }, 'iam.us-east-1': { 'GetAccountSummaryCommand {}': failing('AccessDenied'), 'GetAccountPasswordPolicyCommand {}': failing('AccessDenied'), 'GenerateCredentialReportCommand {}': failing('AccessDenied') }, 's3-control.us-east-1': { 'GetPublicAccessBlockCommand {"AccountId":"111122223333"}': failing('AccessDenied') } });
    for (const check of ['aws-iam-root-mfa', 'aws-iam-root-keys-none', 'aws-iam-root-unused', 'aws-iam-password-length', 'aws-s3-account-public-access-block', 'aws-ec2-ebs-encryption-by-default']) {
      const one = verdicts.find((verdict) => verdict.check === check);
      expect(`${check} ${one?.status ?? 'is missing'}`).toBe(`${check} unknown`);
      expect(one?.reasons[0], check).toMatchObject({ kind: 'access-denied', detail: expect.stringMatching(/it needs `\w+:\w+`/) as string });
    }
    expect(coverage.filter(({ reason }) => reason?.includes('was denied') === true).length).toBeGreaterThan(4);
  });

  it('lists users and roles by name where the list that tells more is denied', async () => {
    const { verdicts } = await judged({ 'iam.us-east-1': { 'GetAccountAuthorizationDetailsCommand {}': failing('AccessDenied'), 'ListUsersCommand {}': { Users: [{ UserName: 'bob', Path: '/', Arn: `arn:aws:iam::${ACCOUNT}:user/bob` }] }, 'GetLoginProfileCommand {"UserName":"bob"}': failing('AccessDenied'), 'ListAccessKeysCommand {"UserName":"bob"}': failing('AccessDenied') } });
    const bob = verdicts.filter(({ resource }) => resource.id === `arn:aws:iam::${ACCOUNT}:user/bob`);
    expect(bob.map(({ check }) => check)).toEqual(expect.arrayContaining(['aws-iam-administrators-few', 'aws-iam-user-policies-through-groups', 'aws-iam-no-console-password']));
    // That there is a user at all is what the list of names tells.
    expect(bob.filter(({ status: is }) => is !== 'unknown').map(({ check }) => check)).toEqual(['aws-iam-people-through-sso']);
  });
});

describe('a region', () => {
  const twice = (inEurope: object): Readonly<Record<string, Answers>> => ({ 'ec2.us-east-1': regions('eu-west-1', 'us-east-1'), 'sts.eu-west-1': { 'GetCallerIdentityCommand {}': { Account: ACCOUNT, Arn: 'arn:aws:iam::111122223333:user/auditor' } }, 'guardduty.us-east-1': { 'ListDetectorsCommand {}': { DetectorIds: [] } }, 'guardduty.eu-west-1': { 'ListDetectorsCommand {}': inEurope } });
  const at = (region: string): string => `arn:aws:account:${region}:${ACCOUNT}:region`;
  it('that may not be read takes no verdict from another', async () => {
    const ledger = await judged(twice(failing('AccessDeniedException')));
    expect(status(ledger, 'aws-guardduty-in-region', at('us-east-1'))).toBe('fail');
    expect(status(ledger, 'aws-guardduty-in-region', at('eu-west-1'))).toBe('unknown');
  });

  it('that was left out proves nothing about the account', async () => {
    const trails = { 'DescribeTrailsCommand {"includeShadowTrails":false}': { trailList: [] } };
    const root = `arn:aws:iam::${ACCOUNT}:root`;
    const all = await judged({ 'ec2.us-east-1': regions('us-east-1'), 'cloudtrail.us-east-1': trails });
    expect(status(all, 'aws-cloudtrail-in-account', root)).toBe('fail');
    const some = await judged({ 'cloudtrail.us-east-1': trails }, { regions: ['us-east-1'] });
    expect(status(some, 'aws-cloudtrail-in-account', root)).toBe('unknown');
    expect(some.coverage).toContainEqual({ source: `aws:${ACCOUNT}`, subject: 'all regions but us-east-1', asked: 'resources', answered: false, reason: 'left out by --region' });
  });

  it('gives no default to volumes that are there, nor to templates of another', async () => {
    const volume = { 'DescribeVolumesCommand {}': { Volumes: [{ VolumeId: 'vol-1', Encrypted: false }] } };
    const on = { 'GetEbsEncryptionByDefaultCommand {}': { EbsEncryptionByDefault: true } };
    const ledger = await judged({ 'ec2.us-east-1': { ...regions('us-east-1'), ...volume, ...on } });
    expect(status(ledger, 'aws-ec2-ebs-encryption', `arn:aws:ec2:us-east-1:${ACCOUNT}:volume/vol-1`)).toBe('fail');
    const template = (name: string): Answers => ({ 'DescribeLaunchTemplatesCommand {}': { LaunchTemplates: [{ LaunchTemplateId: name }] }, [`DescribeLaunchTemplateVersionsCommand {"LaunchTemplateId":"${name}","Versions":["$Default"]}`]: { LaunchTemplateVersions: [{ LaunchTemplateId: name, LaunchTemplateName: name, LaunchTemplateData: { ImageId: 'ami-1' } }] } });
    const tokens = (HttpTokens: string): Answers => ({ 'GetInstanceMetadataDefaultsCommand {}': { AccountLevel: { HttpTokens } } });
    const both = await judged({ 'ec2.us-east-1': { ...regions('eu-west-1', 'us-east-1'), ...template('lt-1'), ...tokens('required') }, 'ec2.eu-west-1': { ...template('lt-2'), ...tokens('optional') } });
    expect(status(both, 'aws-ec2-imdsv2', `arn:aws:ec2:us-east-1:${ACCOUNT}:launch-template/lt-1`)).toBe('pass');
    expect(status(both, 'aws-ec2-imdsv2', `arn:aws:ec2:eu-west-1:${ACCOUNT}:launch-template/lt-2`)).toBe('fail');
    const denied = await judged({ 'ec2.us-east-1': { ...regions('us-east-1'), ...template('lt-1'), 'GetInstanceMetadataDefaultsCommand {}': failing('UnauthorizedOperation') } });
    expect(status(denied, 'aws-ec2-imdsv2', `arn:aws:ec2:us-east-1:${ACCOUNT}:launch-template/lt-1`)).toBe('unknown');
  });
});

describe('--service', () => {
  it('takes the names of IAM as well, and of types that come through Cloud Control', async () => {
    const { coverage } = await judged({ 'ec2.us-east-1': regions('us-east-1') }, {}, { live: { services: ['elasticloadbalancing', 'apprunner', 's3'] } });
    const asked = new Set(coverage.map((line) => line.asked));
    for (const operation of ['elasticloadbalancing:DescribeLoadBalancers', 'cloudcontrol:ListResources', 's3:ListBuckets', 's3:GetAccountPublicAccessBlock']) expect(asked).toContain(operation);
    expect(asked).not.toContain('sqs:ListQueues');
    expect(coverage.filter(({ reason }) => reason === 'left out by --service').map(({ subject }) => subject)).toContain('sqs');
  });

  it('is a mistake where no service is called so', async () => {
    await expect(judged({}, {}, { live: { services: ['s4'] } })).rejects.toThrow(/no service is called `s4`; they are /);
  });
});
