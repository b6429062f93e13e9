/** Whether the actions of a statement exist. */
import { serviceOf, servicePrefixes } from '../../schema/iam/index.js';
import { expandActions } from '../expand.js';
import { knownText } from '../match.js';
import type { Statement } from '../policy.js';
import type { LintContext } from './finding.js';
import type { LintRule } from './rules.js';

/**
 * Operations of the API that need an action of another name.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html and the pages of the services
 */
export const operationNames: Readonly<Record<string, string>> = {
  's3:ListObjects': 's3:ListBucket',
  's3:ListObjectsV2': 's3:ListBucket',
  's3:HeadBucket': 's3:ListBucket',
  's3:HeadObject': 's3:GetObject',
  's3:CopyObject': 's3:GetObject',
  's3:SelectObjectContent': 's3:GetObject',
  's3:UploadPart': 's3:PutObject',
  's3:CreateMultipartUpload': 's3:PutObject',
  's3:CompleteMultipartUpload': 's3:PutObject',
  's3:DeleteObjects': 's3:DeleteObject',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:ListObjectVersions': 's3:ListBucketVersions',
  's3:ListParts': 's3:ListMultipartUploadParts',
  's3:ListMultipartUploads': 's3:ListBucketMultipartUploads',
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:PutBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3:PutBucketLifecycleConfiguration': 's3:PutLifecycleConfiguration',
  's3:GetBucketReplication': 's3:GetReplicationConfiguration',
  's3:PutBucketReplication': 's3:PutReplicationConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:PutPublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  'lambda:Invoke': 'lambda:InvokeFunction',
  'sqs:SendMessageBatch': 'sqs:SendMessage',
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibilityBatch': 'sqs:ChangeMessageVisibility',
  'sns:PublishBatch': 'sns:Publish',
  'dynamodb:TransactGetItems': 'dynamodb:GetItem',
  'dynamodb:TransactWriteItems': 'dynamodb:PutItem',
  'dynamodb:ExecuteStatement': 'dynamodb:PartiQLSelect',
  'dynamodb:ExecuteTransaction': 'dynamodb:PartiQLSelect',
};
const asked = new Map(Object.entries(operationNames).map(([operation, action]) => [operation.toLowerCase(), action]));

export function lintActions({ actions, notActions }: Statement, path: string, context: LintContext): void {
  for (const [element, list] of [['Action', actions], ['NotAction', notActions]] as const) {
    list?.values.forEach((text, i) => {
      const name = knownText(text);
      if (name === undefined) return;
      const wrong = problemOf(name, context);
      if (wrong !== undefined) context.report(wrong.rule, `${path}.${element}[${i}]`, text.at, wrong.message, name);
    });
  }
}

function problemOf(name: string, { suggest }: LintContext): { readonly rule: LintRule; readonly message: string } | undefined {
  if (/^\*+$/.test(name)) return undefined;
  const shown = name.slice(0, 80);
  const colon = name.indexOf(':');
  if (colon < 0) return { rule: 'unknown-action', message: `\`${shown}\` names no service; an action is \`service:Name\`` };
  const service = name.slice(0, colon);
  if (!/[*?]/.test(service) && serviceOf(service) === undefined) return { rule: 'unknown-service', message: `no service \`${service.slice(0, 40)}\` is documented${suggest(service, servicePrefixes())}` };
  if (expandActions(name).length > 0) return undefined;
  if (/[*?]/.test(name)) return { rule: 'wildcard-matches-nothing', message: `\`${shown}\` covers no documented action` };
  const needed = asked.get(name.toLowerCase());
  if (needed !== undefined) return { rule: 'unknown-action', message: `\`${shown}\` is an operation of the API, not an action: it needs \`${needed}\`` };
  const data = serviceOf(service);
  return { rule: 'unknown-action', message: `no action \`${shown}\` is documented${suggest(name, data?.names.map((one) => `${data.service}:${one}`) ?? [])}` };
}
