// An account to read: seeded on the test server (`tools/test-server/setup.mjs` installs it), and as a recording of twenty thousand resources.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../.venv/bin/moto_server');
export const serverInstalled = existsSync(program);

/** Starts the server and gives its address; `stop` ends it. What it prints goes to a file: nobody reads a pipe while a scan is timed. */
export async function startServer(folder) {
  const log = join(folder, 'server.log');
  const out = openSync(log, 'w');
  const child = spawn(program, ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', out] });
  for (let i = 0; i < 300; i++) {
    const endpoint = /http:\/\/127\.0\.0\.1:\d+/.exec(readFileSync(log, 'utf8'))?.[0];
    if (endpoint !== undefined) return { endpoint, stop: () => child.kill('SIGKILL') };
    await new Promise((later) => setTimeout(later, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`the test server did not start: ${readFileSync(log, 'utf8')}`);
}

export const SIZES = { buckets: 200, users: 100, roles: 200, groups: 300, databases: 60, functions: 60, keys: 20, queues: 40 };

/** So many at a time: the server answers in one thread for each. */
async function each(count, make) {
  let next = 0;
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (next < count) await make(next++);
  }));
}

export async function seed(endpoint, sizes = SIZES) {
  const at = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'x', secretAccessKey: 'y' } };
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const [S3, IAM, EC2, RDS, Lambda, KMS, SQS] = await Promise.all(['s3', 'iam', 'ec2', 'rds', 'lambda', 'kms', 'sqs'].map((name) => import(`@aws-sdk/client-${name}`)));
  const s3 = new S3.S3Client({ ...at, forcePathStyle: true });
  await each(sizes.buckets, async (i) => {
    const Bucket = `bucket-${i}`;
    await s3.send(new S3.CreateBucketCommand({ Bucket }));
    if (i % 2 === 0) await s3.send(new S3.PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true } }));
    if (i % 5 === 0) await s3.send(new S3.PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: i % 10 === 0 ? '*' : { AWS: '123456789012' }, Action: 's3:GetObject', Resource: `arn:aws:s3:::${Bucket}/*` }] }) }));
  });
  const iam = new IAM.IAMClient(at);
  const document = (action) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
  await each(sizes.users, async (i) => {
    const UserName = `user-${i}`;
    await iam.send(new IAM.CreateUserCommand({ UserName }));
    await iam.send(new IAM.PutUserPolicyCommand({ UserName, PolicyName: 'inline', PolicyDocument: document(i % 20 === 0 ? '*' : 's3:ListBucket') }));
    if (i % 3 === 0) await iam.send(new IAM.CreateAccessKeyCommand({ UserName }));
  });
  await each(sizes.roles, async (i) => {
    const RoleName = `role-${i}`;
    await iam.send(new IAM.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }] }) }));
    await iam.send(new IAM.PutRolePolicyCommand({ RoleName, PolicyName: 'inline', PolicyDocument: document(['dynamodb:GetItem', 'logs:PutLogEvents']) }));
  });
  const ec2 = new EC2.EC2Client(at);
  await each(sizes.groups, async (i) => {
    const { GroupId } = await ec2.send(new EC2.CreateSecurityGroupCommand({ GroupName: `group-${i}`, Description: 'x' }));
    await ec2.send(new EC2.AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: i % 10 === 0 ? '0.0.0.0/0' : '10.0.0.0/8' }] }] }));
  });
  const rds = new RDS.RDSClient(at);
  await each(sizes.databases, (i) => rds.send(new RDS.CreateDBInstanceCommand({ DBInstanceIdentifier: `db-${i}`, Engine: 'postgres', DBInstanceClass: 'db.t3.micro', AllocatedStorage: 10, MasterUsername: 'app', MasterUserPassword: 'not-a-secret-1', PubliclyAccessible: i % 10 === 0 })));
  const lambda = new Lambda.LambdaClient(at);
  const ZipFile = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
  await each(sizes.functions, (i) => lambda.send(new Lambda.CreateFunctionCommand({ FunctionName: `function-${i}`, Runtime: 'nodejs22.x', Handler: 'index.handler', Role: 'arn:aws:iam::123456789012:role/role-1', Code: { ZipFile } })));
  const kms = new KMS.KMSClient(at);
  await each(sizes.keys, () => kms.send(new KMS.CreateKeyCommand({})));
  const sqs = new SQS.SQSClient(at);
  await each(sizes.queues, (i) => sqs.send(new SQS.CreateQueueCommand({ QueueName: `queue-${i}` })));
}

/** A recording of so many resources: principals, networks, disks and queues, in the proportions of large accounts. */
export function writeRecording(folder, count) {
  const account = '111122223333';
  const inside = join(folder, account);
  mkdirSync(inside, { recursive: true });
  const part = (share) => Array.from({ length: Math.floor(count * share) }, (_, i) => i);
  const files = new Map();
  const add = (service, call, reply) => files.set(service, [...(files.get(service) ?? []), JSON.stringify({ call, reply })]);
  const lines = (service, all) => files.set(service, [...(files.get(service) ?? []), ...all.map(([call, reply]) => JSON.stringify({ call, reply }))]);
  const document = (action) => encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] }));
  const trust = encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] }));
  add('sts', 'GetCallerIdentityCommand {}', { Account: account, Arn: `arn:aws:iam::${account}:user/auditor` });
  add('iam', 'GetAccountAuthorizationDetailsCommand {}', {
    UserDetailList: [], GroupDetailList: [], Policies: [],
    RoleDetailList: part(0.15).map((i) => ({ Path: '/', RoleName: `role-${i}`, Arn: `arn:aws:iam::${account}:role/role-${i}`, AssumeRolePolicyDocument: trust, RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: document(i % 100 === 0 ? 's3:*' : 's3:GetObject') }], AttachedManagedPolicies: [], Tags: [], CreateDate: { $date: '2025-10-01T00:00:00.000Z' } })),
  });
  add('ec2', 'DescribeSecurityGroupsCommand {}', { SecurityGroups: part(0.2).map((i) => ({ GroupId: `sg-${i}`, GroupName: `group-${i}`, Description: 'x', VpcId: `vpc-${i % 20}`, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: i % 50 === 0 ? '0.0.0.0/0' : '10.0.0.0/8' }] }], IpPermissionsEgress: [], Tags: [] })) });
  add('ec2', 'DescribeVolumesCommand {}', { Volumes: part(0.25).map((i) => ({ VolumeId: `vol-${i}`, Encrypted: i % 2 === 0, Size: 8, VolumeType: 'gp3', Attachments: [], Tags: [] })) });
  add('ec2', 'DescribeNetworkInterfacesCommand {}', { NetworkInterfaces: part(0.25).map((i) => ({ NetworkInterfaceId: `eni-${i}`, SubnetId: `subnet-${i % 60}`, Groups: [{ GroupId: `sg-${i % 4000}` }], TagSet: [] })) });
  add('ec2', 'DescribeSubnetsCommand {}', { Subnets: Array.from({ length: 60 }, (_, i) => ({ SubnetId: `subnet-${i}`, VpcId: `vpc-${i % 20}`, CidrBlock: '10.0.0.0/24', MapPublicIpOnLaunch: false, Tags: [] })) });
  add('ec2', 'DescribeVpcsCommand {}', { Vpcs: Array.from({ length: 20 }, (_, i) => ({ VpcId: `vpc-${i}`, CidrBlock: '10.0.0.0/16', IsDefault: false, Tags: [] })) });
  const url = (i) => `https://sqs.us-east-1.amazonaws.com/${account}/queue-${i}`;
  add('sqs', 'ListQueuesCommand {"MaxResults":1000}', { QueueUrls: part(0.15).map(url) });
  lines('sqs', part(0.15).map((i) => [`GetQueueAttributesCommand ${JSON.stringify({ QueueUrl: url(i), AttributeNames: ['KmsMasterKeyId', 'Policy', 'RedrivePolicy', 'SqsManagedSseEnabled'] })}`, { Attributes: { SqsManagedSseEnabled: 'true' } }]));
  for (const [service, all] of files) writeFileSync(join(inside, `${service}.us-east-1.ndjson`), `${all.join('\n')}\n`);
  writeFileSync(join(folder, 'demarc-recording.json'), JSON.stringify({ version: 1, asOf: '2026-01-01T00:00:00.000Z', home: 'us-east-1', accounts: [account], regions: ['us-east-1'] }));
}
