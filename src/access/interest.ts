/** Which of a service's calls tell most: those that reach what it keeps. */
import { actionsOf, type IamAction } from '../schema/iam/index.js';

/** The calls that read, write or open the data, of services that have many others. */
export const dataCalls: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket', 's3:PutBucketPolicy'],
  secretsmanager: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue', 'secretsmanager:PutResourcePolicy'],
  kms: ['kms:Decrypt', 'kms:PutKeyPolicy', 'kms:CreateGrant'],
  dynamodb: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PutItem', 'dynamodb:DeleteTable'],
  sqs: ['sqs:ReceiveMessage', 'sqs:SendMessage', 'sqs:SetQueueAttributes'],
  sns: ['sns:Subscribe', 'sns:Publish'],
  lambda: ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl', 'lambda:UpdateFunctionCode', 'lambda:GetFunction'],
  ssm: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:PutParameter'],
  rds: ['rds:CreateDBSnapshot', 'rds:ModifyDBInstance', 'rds:DeleteDBInstance'],
  ecr: ['ecr:BatchGetImage', 'ecr:PutImage'],
  es: ['es:ESHttpGet', 'es:ESHttpPost'],
  elasticfilesystem: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
  'execute-api': ['execute-api:Invoke'],
  sts: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'],
};

/** A witness that reads or writes tells more than one that lists. */
const LEVELS: readonly string[] = ['Read', 'Write', 'Permissions management', 'List', 'Tagging'];

/** The actions' full names, the most telling first. */
export function byInterest(actions: readonly IamAction[]): readonly string[] {
  const rank = ({ service, name, accessLevel }: IamAction): number => {
    const data = (dataCalls[service] ?? []).indexOf(`${service}:${name}`);
    return data >= 0 ? data : 100 + LEVELS.indexOf(accessLevel);
  };
  return [...actions].sort((a, b) => rank(a) - rank(b)).map(({ service, name }) => `${service}:${name}`);
}

/** The calls to ask for when somebody asks who reaches a resource. */
export const reaching = (service: string): readonly string[] => dataCalls[service] ?? byInterest(actionsOf(service).filter(({ accessLevel }) => accessLevel === 'Read' || accessLevel === 'Write')).slice(0, 40);
