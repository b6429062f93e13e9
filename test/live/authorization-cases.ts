/** Identity policies, and which of the calls they allow by AWS's documentation. */
import type { Json } from '../../src/model/index.js';
import { ACCOUNT, type CallName } from './calls.js';

export interface IdentityCase {
  readonly name: string;
  /** Statements of inline policies, one policy a list: of the user, or of the role that is assumed. */
  readonly inline?: readonly (readonly Json[])[];
  readonly attached?: readonly (readonly Json[])[];
  /** AWS-managed policies, by ARN. */
  readonly managed?: readonly string[];
  readonly group?: { readonly inline?: readonly (readonly Json[])[]; readonly attached?: readonly (readonly Json[])[] };
  readonly boundary?: readonly Json[];
  /** The caller is a session of a role that has the policies, not a user. */
  readonly role?: true;
  /** A session policy, for a role. */
  readonly session?: readonly Json[];
  /** What AWS allows. `whoami` goes without saying. */
  readonly allowed: readonly CallName[];
  /** Where the test server differs from AWS's documentation: what it allows too, what it denies, and why. */
  readonly server?: { readonly also?: readonly CallName[]; readonly not?: readonly CallName[]; readonly why: string };
}

const allow = (action: string | readonly string[], resource: string | readonly string[] = '*'): Json => ({ Effect: 'Allow', Action: action, Resource: resource });
const deny = (action: string | readonly string[], resource: string | readonly string[] = '*'): Json => ({ Effect: 'Deny', Action: action, Resource: resource });
const aws = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
const photos = 'arn:aws:s3:::photos';
const queues = `arn:aws:sqs:us-east-1:${ACCOUNT}:`;
const s3 = ['get', 'put', 'delete', 'list', 'letter', 'buckets'] as const;
const sqs = ['send', 'receive', 'bills'] as const;
const iam = ['users', 'role'] as const;

export const identityCases: readonly IdentityCase[] = [
  { name: 'no policy allows nothing', allowed: [] },
  { name: 'one action on one object', inline: [[allow('s3:GetObject', `${photos}/2026/a.txt`)]], allowed: ['get'] },
  { name: 'the ARN of a bucket is not that of its objects', inline: [[allow('s3:*', photos)]], allowed: ['list'] },
  { name: 'the objects of a bucket are not the bucket', inline: [[allow('s3:*', `${photos}/*`)]], allowed: ['get', 'put', 'delete'] },
  { name: 'a star in a resource passes slashes', inline: [[allow('s3:GetObject', `${photos}/*.txt`)]], allowed: ['get'] },
  { name: 'a star in the middle of a resource', inline: [[allow('s3:GetObject', 'arn:aws:s3:::*/*a.txt')]], allowed: ['get'] },
  { name: 'a star in a bucket name', inline: [[allow(['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::ph*')]], allowed: ['get', 'list'] },
  { name: 'an action without resources needs the star', inline: [[allow('s3:ListAllMyBuckets', photos)]], allowed: [] },
  { name: 'an action without resources, on the star', inline: [[allow('s3:ListAllMyBuckets')]], allowed: ['buckets'] },
  { name: 'a prefix of actions', inline: [[allow('s3:Get*')]], allowed: ['get', 'letter'] },
  { name: 'a star inside an action', inline: [[allow('s3:*Object')]], allowed: ['get', 'put', 'delete', 'letter'] },
  { name: 'a prefix of actions is not of another service', inline: [[allow('s3:*')]], allowed: [...s3] },
  { name: 'everything', inline: [[allow('*')]], allowed: [...s3, ...sqs, ...iam] },
  { name: 'lists of actions and resources', inline: [[allow(['s3:GetObject', 'sqs:SendMessage'], ['arn:aws:s3:::letters/*', `${queues}orders`])]], allowed: ['letter', 'send'] },
  { name: 'several statements add up', inline: [[allow('s3:GetObject', `${photos}/*`), allow('sqs:ReceiveMessage', `${queues}*`)]], allowed: ['get', 'receive'] },
  { name: 'several policies add up', inline: [[allow('s3:GetObject', `${photos}/*`)], [allow('sqs:*', `${queues}orders`)]], allowed: ['get', 'send', 'receive'] },
  { name: 'a Deny wins whatever its order', inline: [[deny('s3:GetObject', `${photos}/*`), allow('s3:*')]], allowed: ['put', 'delete', 'list', 'letter', 'buckets'] },
  { name: 'a Deny in another policy wins', inline: [[allow('s3:*')], [deny('s3:Put*')]], allowed: ['get', 'delete', 'list', 'letter', 'buckets'] },
  { name: 'a Deny of another resource does not touch', inline: [[allow('s3:GetObject'), deny('s3:GetObject', 'arn:aws:s3:::letters/*')]], allowed: ['get'] },
  { name: 'a Deny of another service does not touch', inline: [[allow('s3:GetObject'), deny('sqs:*')]], allowed: ['get', 'letter'] },
  { name: 'a Deny alone allows nothing', inline: [[deny('sqs:*')]], allowed: [] },
  { name: 'a Deny of everything, beside everything', inline: [[allow('*')], [deny('*')]], allowed: [] },
  { name: 'NotAction allows every other action', inline: [[{ Effect: 'Allow', NotAction: ['iam:*', 's3:Put*'], Resource: '*' }]], allowed: ['get', 'delete', 'list', 'letter', 'buckets', ...sqs] },
  { name: 'NotAction on one resource', inline: [[{ Effect: 'Allow', NotAction: 's3:DeleteObject', Resource: `${photos}/*` }]], allowed: ['get', 'put'] },
  { name: 'Deny with NotAction leaves only what it names', inline: [[allow('*'), { Effect: 'Deny', NotAction: ['s3:GetObject', 'sqs:*'], Resource: '*' }]], allowed: ['get', 'letter', ...sqs] },
  { name: 'NotAction in two statements excludes nothing', inline: [[{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }, { Effect: 'Allow', NotAction: 'sqs:*', Resource: '*' }]], allowed: [...s3, ...sqs, ...iam] },
  { name: 'an attached policy', attached: [[allow('sqs:SendMessage', `${queues}orders`)]], allowed: ['send'] },
  { name: 'attached and inline add up', inline: [[allow('iam:ListUsers')]], attached: [[allow('iam:GetRole', `arn:aws:iam::${ACCOUNT}:role/*`)]], allowed: ['users', 'role'] },
  { name: 'one role by its ARN', inline: [[allow('iam:*', `arn:aws:iam::${ACCOUNT}:role/plain`)]], allowed: ['role'] },
  { name: 'another role by its ARN', inline: [[allow('iam:*', `arn:aws:iam::${ACCOUNT}:role/other`)]], allowed: [] },
  { name: "a group's inline policy", group: { inline: [[allow('s3:GetObject')]] }, allowed: ['get', 'letter'] },
  { name: "a group's attached policy", group: { attached: [[allow('sqs:*')]] }, allowed: [...sqs] },
  { name: "a group's Deny against one's own Allow", inline: [[allow('s3:*')]], group: { inline: [[deny('s3:*', `${photos}/*`)]] }, allowed: ['list', 'letter', 'buckets'] },
  { name: "one's own Deny against the group's Allow", inline: [[deny('sqs:SendMessage')]], group: { attached: [[allow('sqs:*')]] }, allowed: ['receive', 'bills'] },
  { name: 'AdministratorAccess', managed: [aws('AdministratorAccess')], allowed: [...s3, ...sqs, ...iam] },
  { name: 'AdministratorAccess and a Deny', managed: [aws('AdministratorAccess')], inline: [[deny('iam:*')]], allowed: [...s3, ...sqs] },
  { name: 'PowerUserAccess', managed: [aws('PowerUserAccess')], allowed: [...s3, ...sqs] },
  { name: 'ReadOnlyAccess', managed: [aws('ReadOnlyAccess')], allowed: ['get', 'letter', 'list', 'buckets', 'receive', 'bills', ...iam] },
  { name: 'AmazonS3ReadOnlyAccess', managed: [aws('AmazonS3ReadOnlyAccess')], allowed: ['get', 'letter', 'list', 'buckets'] },
  { name: 'AmazonSQSFullAccess through a role', managed: [aws('AmazonSQSFullAccess')], role: true, allowed: [...sqs] },
  { name: 'a session has the rights of its role', role: true, inline: [[allow('s3:GetObject', `${photos}/*`)]], allowed: ['get'] },
  { name: "a session of a role with an attached policy and a Deny", role: true, attached: [[allow('*')]], inline: [[deny(['s3:*', 'iam:*'])]], allowed: [...sqs] },
  { name: 'a session of a role without policies', role: true, allowed: [] },
  { name: 'one queue by its ARN, through a group', group: { inline: [[allow('sqs:*', `${queues}bills`)]] }, allowed: ['bills'] },

  // Where the server is not AWS.
  { name: 'actions in any case', inline: [[allow(['S3:getobject', 'SQS:*'])]], allowed: ['get', 'letter', ...sqs], server: { not: ['get', 'letter', ...sqs], why: 'it compares actions by case; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html says that case does not matter' } },
  { name: 'a question mark is one character', inline: [[allow('s3:GetObject', 'arn:aws:s3:::photo?/*')]], allowed: ['get'], server: { not: ['get'], why: 'it reads `?` as that of a regular expression' } },
  { name: 'a dot is a dot', inline: [[allow('s3:GetObject', `${photos}/2026/a.t.t`)]], allowed: [], server: { also: ['get'], why: 'it reads `.` as that of a regular expression' } },
  { name: 'NotResource excludes', inline: [[{ Effect: 'Allow', Action: 's3:GetObject', NotResource: `${photos}/*` }]], allowed: ['letter'], server: { also: ['get'], why: 'it takes a statement without Resource for one of a trust policy, which allows' } },
  { name: 'Deny with NotResource', inline: [[allow('s3:GetObject'), { Effect: 'Deny', Action: 's3:*', NotResource: `${photos}/*` }]], allowed: ['get'], server: { also: ['letter', 'put', 'delete', 'list', 'buckets'], why: 'it takes a statement without Resource for one of a trust policy, which allows, even a Deny' } },
  { name: 'a boundary limits', inline: [[allow('*')]], boundary: [allow('s3:*')], allowed: [...s3], server: { also: [...sqs, ...iam], why: 'it reads no boundaries' } },
  { name: 'a boundary gives nothing', inline: [[allow('sqs:*')]], boundary: [allow('s3:*')], allowed: [], server: { also: [...sqs], why: 'it reads no boundaries' } },
  { name: 'a session policy limits', role: true, inline: [[allow('*')]], session: [allow(['s3:Get*', 'sqs:*'])], allowed: ['get', 'letter', ...sqs], server: { also: ['put', 'delete', 'list', 'buckets', ...iam], why: 'it reads no session policies' } },
];
