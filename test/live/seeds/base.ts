/** Principals, buckets, networks, a database, a function, a key, a queue, a topic and a trail: some open, some shut. */
import { CloudTrailClient, CreateTrailCommand } from '@aws-sdk/client-cloudtrail';
import { AuthorizeSecurityGroupIngressCommand, CreateSecurityGroupCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateAccessKeyCommand, CreateRoleCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { AddPermissionCommand, CreateFunctionCommand, CreateFunctionUrlConfigCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateBucketCommand, PutBucketPolicyCommand, PutBucketVersioningCommand, PutPublicAccessBlockCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ACCOUNT, type Seed } from './seed.js';

const everyone = (action: string, resource: string): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: action, Resource: resource }] });

export const base: Seed = async (at) => {
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
};
