/** Calls to a real API, each with the action and the resource that AWS authorizes it by. */
import { CreateRoleCommand, GetRoleCommand, IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, DeleteObjectCommand, GetObjectCommand, ListBucketsCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

/** The account of the test server. */
export const ACCOUNT = '123456789012';
const REGION = 'us-east-1';

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface Clients {
  readonly iam: IAMClient;
  readonly sts: STSClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
}

export function clients(endpoint: string, credentials: Keys): Clients {
  const common = { endpoint, region: REGION, credentials, maxAttempts: 1 };
  // The server checks signatures over plain bodies only, so no checksums are appended to them.
  return { iam: new IAMClient(common), sts: new STSClient(common), s3: new S3Client({ ...common, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' }), sqs: new SQSClient(common) };
}

interface Call {
  readonly action: string;
  readonly resource: string;
  readonly send: (clients: Clients, endpoint: string) => Promise<unknown>;
}

const queue = (endpoint: string, name: string): string => `${endpoint}/${ACCOUNT}/${name}`;

export const calls = {
  get: { action: 's3:GetObject', resource: 'arn:aws:s3:::photos/2026/a.txt', send: async ({ s3 }) => s3.send(new GetObjectCommand({ Bucket: 'photos', Key: '2026/a.txt' })) },
  put: { action: 's3:PutObject', resource: 'arn:aws:s3:::photos/2026/a.txt', send: async ({ s3 }) => s3.send(new PutObjectCommand({ Bucket: 'photos', Key: '2026/a.txt', Body: 'a' })) },
  delete: { action: 's3:DeleteObject', resource: 'arn:aws:s3:::photos/2026/old.txt', send: async ({ s3 }) => s3.send(new DeleteObjectCommand({ Bucket: 'photos', Key: '2026/old.txt' })) },
  list: { action: 's3:ListBucket', resource: 'arn:aws:s3:::photos', send: async ({ s3 }) => s3.send(new ListObjectsV2Command({ Bucket: 'photos' })) },
  letter: { action: 's3:GetObject', resource: 'arn:aws:s3:::letters/b.txt', send: async ({ s3 }) => s3.send(new GetObjectCommand({ Bucket: 'letters', Key: 'b.txt' })) },
  buckets: { action: 's3:ListAllMyBuckets', resource: '*', send: async ({ s3 }) => s3.send(new ListBucketsCommand({})) },
  send: { action: 'sqs:SendMessage', resource: `arn:aws:sqs:${REGION}:${ACCOUNT}:orders`, send: async ({ sqs }, endpoint) => sqs.send(new SendMessageCommand({ QueueUrl: queue(endpoint, 'orders'), MessageBody: 'm' })) },
  receive: { action: 'sqs:ReceiveMessage', resource: `arn:aws:sqs:${REGION}:${ACCOUNT}:orders`, send: async ({ sqs }, endpoint) => sqs.send(new ReceiveMessageCommand({ QueueUrl: queue(endpoint, 'orders'), WaitTimeSeconds: 0 })) },
  bills: { action: 'sqs:GetQueueAttributes', resource: `arn:aws:sqs:${REGION}:${ACCOUNT}:bills`, send: async ({ sqs }, endpoint) => sqs.send(new GetQueueAttributesCommand({ QueueUrl: queue(endpoint, 'bills'), AttributeNames: ['All'] })) },
  users: { action: 'iam:ListUsers', resource: `arn:aws:iam::${ACCOUNT}:user/`, send: async ({ iam }) => iam.send(new ListUsersCommand({})) },
  role: { action: 'iam:GetRole', resource: `arn:aws:iam::${ACCOUNT}:role/plain`, send: async ({ iam }) => iam.send(new GetRoleCommand({ RoleName: 'plain' })) },
  whoami: { action: 'sts:GetCallerIdentity', resource: '*', send: async ({ sts }) => sts.send(new GetCallerIdentityCommand({})) },
} satisfies Readonly<Record<string, Call>>;

export type CallName = keyof typeof calls;
export const callNames = Object.keys(calls) as readonly CallName[];

/** What the calls are on. */
export async function makeResources({ iam, s3, sqs }: Clients): Promise<void> {
  for (const [Bucket, Key] of [['photos', '2026/a.txt'], ['letters', 'b.txt']] as const) {
    await s3.send(new CreateBucketCommand({ Bucket }));
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'a' }));
  }
  for (const QueueName of ['orders', 'bills']) await sqs.send(new CreateQueueCommand({ QueueName }));
  await iam.send(new CreateRoleCommand({ RoleName: 'plain', AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [] }) }));
}

/** Whether a call is allowed. Any other failure than a denial is one of the test. */
export async function allowed(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof Error && (/^AccessDenied(Exception)?$/.test(error.name) || unreadDenial(error))) return false;
    throw error;
  }
}

/** The server denies in XML even those that speak JSON, which their client cannot read: of that answer there is only the status. */
function unreadDenial(error: Error): boolean {
  const { $metadata } = error as Error & { readonly $metadata?: { readonly httpStatusCode?: number } };
  return error instanceof SyntaxError && $metadata?.httpStatusCode === 403;
}
