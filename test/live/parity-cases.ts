/**
 * The same resources twice: as a template says them, and made in the API server by the calls that CloudFormation would make. (The server's own
 * CloudFormation drops properties in silence, so it is not used.)
 */
import { CloudTrailClient, CreateTrailCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, CreateLogGroupCommand, PutRetentionPolicyCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateTableCommand, DynamoDBClient, UpdateContinuousBackupsCommand } from '@aws-sdk/client-dynamodb';
import { AuthorizeSecurityGroupIngressCommand, CreateLaunchTemplateCommand, CreateSecurityGroupCommand, CreateSubnetCommand, CreateVolumeCommand, CreateVpcCommand, EC2Client, ModifySubnetAttributeCommand } from '@aws-sdk/client-ec2';
import { CreateRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { CreateClusterCommand, ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { CreateFileSystemCommand, EFSClient } from '@aws-sdk/client-efs';
import { CreateListenerCommand, CreateLoadBalancerCommand, CreateTargetGroupCommand, ElasticLoadBalancingV2Client, ModifyLoadBalancerAttributesCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { AttachRolePolicyCommand, CreateGroupCommand, CreatePolicyCommand, CreateRoleCommand, CreateUserCommand, IAMClient, PutGroupPolicyCommand, PutRolePolicyCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, EnableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateFunctionCommand, CreateFunctionUrlConfigCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateBucketCommand, PutBucketEncryptionCommand, PutBucketOwnershipControlsCommand, PutBucketPolicyCommand, PutBucketVersioningCommand, PutPublicAccessBlockCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Json } from '../../src/model/index.js';
import { ACCOUNT, type Connection } from './seeds/seed.js';

export interface Case {
  /** Logical id in the template. */
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Json>>;
  /** Makes it, and says by what its ARN or id is known. */
  readonly make: (at: Connection, made: ReadonlyMap<string, string>) => Promise<string>;
  /** Paths that the account says otherwise, and why. */
  readonly unlike?: Readonly<Record<string, string>>;
  /** Checks that answer otherwise, and why. */
  readonly differs?: Readonly<Record<string, string>>;
}

const allow = (Action: string | readonly string[], more: Readonly<Record<string, Json>> = {}): { readonly Version: string; readonly Statement: readonly Json[] } => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }] });
const text = (document: unknown): string => JSON.stringify(document);
const trust = (service: string): { readonly Version: string; readonly Statement: readonly Json[] } => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }] });
const SHUT = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
const ENCRYPTED = { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/data' } }] };
const s3 = (at: Connection): S3Client => new S3Client({ ...at, forcePathStyle: true });
const ref = (id: string): Json => ({ Ref: id });

export const cases: readonly Case[] = [
  {
    id: 'OpenBucket',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'parity-open', OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] }, PublicAccessBlockConfiguration: { BlockPublicAcls: false, IgnorePublicAcls: false, BlockPublicPolicy: false, RestrictPublicBuckets: false } },
    make: async (at) => {
      await s3(at).send(new CreateBucketCommand({ Bucket: 'parity-open' }));
      await s3(at).send(new PutBucketOwnershipControlsCommand({ Bucket: 'parity-open', OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } }));
      await s3(at).send(new PutPublicAccessBlockCommand({ Bucket: 'parity-open', PublicAccessBlockConfiguration: { BlockPublicAcls: false, IgnorePublicAcls: false, BlockPublicPolicy: false, RestrictPublicBuckets: false } }));
      return 'parity-open';
    },
    differs: { 'aws-s3-mfa-delete': 'no template can say it' },
  },
  {
    id: 'OpenBucketPolicy',
    type: 'AWS::S3::BucketPolicy',
    properties: { Bucket: ref('OpenBucket'), PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::parity-open/*' }] } },
    make: async (at) => {
      await s3(at).send(new PutBucketPolicyCommand({ Bucket: 'parity-open', Policy: text({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::parity-open/*' }] }) }));
      return 'parity-open/policy';
    },
    unlike: { Bucket: 'the template refers to the bucket, the account names it', PolicyDocument: 'documents come as text' },
  },
  {
    id: 'ShutBucket',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'parity-shut', OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] }, PublicAccessBlockConfiguration: SHUT, VersioningConfiguration: { Status: 'Enabled' }, BucketEncryption: ENCRYPTED },
    make: async (at) => {
      await s3(at).send(new CreateBucketCommand({ Bucket: 'parity-shut' }));
      await s3(at).send(new PutBucketOwnershipControlsCommand({ Bucket: 'parity-shut', OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } }));
      await s3(at).send(new PutPublicAccessBlockCommand({ Bucket: 'parity-shut', PublicAccessBlockConfiguration: SHUT }));
      await s3(at).send(new PutBucketVersioningCommand({ Bucket: 'parity-shut', VersioningConfiguration: { Status: 'Enabled' } }));
      await s3(at).send(new PutBucketEncryptionCommand({ Bucket: 'parity-shut', ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/data' } }] } }));
      return 'parity-shut';
    },
    differs: { 'aws-s3-mfa-delete': 'no template can say it' },
  },
  {
    id: 'User',
    type: 'AWS::IAM::User',
    properties: { UserName: 'parity-user', Policies: [{ PolicyName: 'all', PolicyDocument: allow('*') }] },
    make: async (at) => {
      const iam = new IAMClient(at);
      await iam.send(new CreateUserCommand({ UserName: 'parity-user' }));
      await iam.send(new PutUserPolicyCommand({ UserName: 'parity-user', PolicyName: 'all', PolicyDocument: text(allow('*')) }));
      return ':user/parity-user';
    },
    unlike: { 'Policies[0].PolicyDocument': 'documents come as text' },
  },
  {
    id: 'Group',
    type: 'AWS::IAM::Group',
    properties: { GroupName: 'parity-group', Policies: [{ PolicyName: 'read', PolicyDocument: allow('s3:ListAllMyBuckets') }] },
    make: async (at) => {
      const iam = new IAMClient(at);
      await iam.send(new CreateGroupCommand({ GroupName: 'parity-group' }));
      await iam.send(new PutGroupPolicyCommand({ GroupName: 'parity-group', PolicyName: 'read', PolicyDocument: text(allow('s3:ListAllMyBuckets')) }));
      return ':group/parity-group';
    },
    unlike: { 'Policies[0].PolicyDocument': 'documents come as text' },
  },
  {
    id: 'ManagedPolicy',
    type: 'AWS::IAM::ManagedPolicy',
    properties: { ManagedPolicyName: 'parity-policy', PolicyDocument: allow(['s3:GetObject', 'iam:PassRole']) },
    make: async (at) => {
      await new IAMClient(at).send(new CreatePolicyCommand({ PolicyName: 'parity-policy', PolicyDocument: text(allow(['s3:GetObject', 'iam:PassRole'])) }));
      return ':policy/parity-policy';
    },
    unlike: { PolicyDocument: 'documents come as text' },
  },
  {
    id: 'Role',
    type: 'AWS::IAM::Role',
    properties: { RoleName: 'parity-role', AssumeRolePolicyDocument: trust('lambda.amazonaws.com'), ManagedPolicyArns: [`arn:aws:iam::${ACCOUNT}:policy/parity-policy`], Policies: [{ PolicyName: 'logs', PolicyDocument: allow('logs:PutLogEvents') }] },
    make: async (at) => {
      const iam = new IAMClient(at);
      await iam.send(new CreateRoleCommand({ RoleName: 'parity-role', AssumeRolePolicyDocument: text(trust('lambda.amazonaws.com')) }));
      await iam.send(new PutRolePolicyCommand({ RoleName: 'parity-role', PolicyName: 'logs', PolicyDocument: text(allow('logs:PutLogEvents')) }));
      await iam.send(new AttachRolePolicyCommand({ RoleName: 'parity-role', PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/parity-policy` }));
      return ':role/parity-role';
    },
    unlike: { AssumeRolePolicyDocument: 'documents come as text', 'Policies[0].PolicyDocument': 'documents come as text' },
    differs: { 'aws-iam-role-used': 'only the account knows when a role was last used' },
  },
  {
    id: 'Vpc',
    type: 'AWS::EC2::VPC',
    properties: { CidrBlock: '10.77.0.0/16' },
    make: async (at) => (await new EC2Client(at).send(new CreateVpcCommand({ CidrBlock: '10.77.0.0/16' }))).Vpc?.VpcId ?? '',
    differs: { 'aws-ec2-default-security-group': 'a template cannot say what its default group lets in; the account can' },
  },
  {
    id: 'Subnet',
    type: 'AWS::EC2::Subnet',
    properties: { VpcId: ref('Vpc'), CidrBlock: '10.77.1.0/24', MapPublicIpOnLaunch: true },
    make: async (at, made) => {
      const ec2 = new EC2Client(at);
      const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId: made.get('Vpc'), CidrBlock: '10.77.1.0/24', AvailabilityZone: 'us-east-1a' }));
      await ec2.send(new ModifySubnetAttributeCommand({ SubnetId: Subnet?.SubnetId, MapPublicIpOnLaunch: { Value: true } }));
      return Subnet?.SubnetId ?? '';
    },
    unlike: { VpcId: 'the template refers to it' },
  },
  {
    id: 'SecurityGroup',
    type: 'AWS::EC2::SecurityGroup',
    properties: { GroupName: 'parity', GroupDescription: 'ssh for all', VpcId: ref('Vpc'), SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0', Description: 'ssh' }] },
    make: async (at, made) => {
      const ec2 = new EC2Client(at);
      const { GroupId } = await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'parity', Description: 'ssh for all', VpcId: made.get('Vpc') }));
      await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'ssh' }] }] }));
      return GroupId ?? '';
    },
    unlike: { VpcId: 'the template refers to it' },
    differs: { 'aws-ec2-security-group-rule-descriptions': 'the account has the outgoing rule that AWS adds, without words' },
  },
  {
    id: 'Volume',
    type: 'AWS::EC2::Volume',
    properties: { AvailabilityZone: 'us-east-1a', Size: 9, Encrypted: false },
    make: async (at) => (await new EC2Client(at).send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 9, Encrypted: false }))).VolumeId ?? '',
  },
  {
    id: 'LaunchTemplate',
    type: 'AWS::EC2::LaunchTemplate',
    properties: { LaunchTemplateName: 'parity', LaunchTemplateData: { ImageId: 'ami-12c6146b', MetadataOptions: { HttpTokens: 'optional' }, BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: false, VolumeSize: 10 } }] } },
    make: async (at) => (await new EC2Client(at).send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'parity', LaunchTemplateData: { ImageId: 'ami-12c6146b', MetadataOptions: { HttpTokens: 'optional' }, BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: false, VolumeSize: 10 } }] } }))).LaunchTemplate?.LaunchTemplateId ?? '',
    differs: { 'aws-ec2-imdsv2': 'the account’s default for the region demands tokens', 'aws-ec2-image-current': 'where the id came from, only code says' },
  },
  {
    id: 'Database',
    type: 'AWS::RDS::DBInstance',
    properties: { DBInstanceIdentifier: 'parity', Engine: 'postgres', DBInstanceClass: 'db.t3.micro', AllocatedStorage: '10', MasterUsername: 'app', ManageMasterUserPassword: true, PubliclyAccessible: true, StorageEncrypted: false, BackupRetentionPeriod: 1, DeletionProtection: false, MultiAZ: false, CopyTagsToSnapshot: false },
    make: async (at) => {
      await new RDSClient(at).send(new CreateDBInstanceCommand({ DBInstanceIdentifier: 'parity', Engine: 'postgres', DBInstanceClass: 'db.t3.micro', AllocatedStorage: 10, MasterUsername: 'app', ManageMasterUserPassword: true, PubliclyAccessible: true, StorageEncrypted: false, BackupRetentionPeriod: 1, DeletionProtection: false, MultiAZ: false, CopyTagsToSnapshot: false }));
      return ':db:parity';
    },
    differs: { 'aws-rds-transport-encryption': 'the account tells the engine’s version, and with it the default', 'aws-rds-log-fdw': 'likewise', 'aws-rds-minor-version-newest': 'only the account knows which versions are offered', 'aws-rds-certificate-authority': 'the account chose one; the server names one that AWS does not have' },
  },
  {
    id: 'Function',
    type: 'AWS::Lambda::Function',
    properties: { FunctionName: 'parity', Runtime: 'nodejs16.x', Handler: 'index.handler', Role: `arn:aws:iam::${ACCOUNT}:role/parity-role`, Code: { ZipFile: 'exports.handler = () => 1;' }, Environment: { Variables: { DB_PASSWORD: 'hunter2hunter2' } } },
    make: async (at) => {
      const ZipFile = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
      await new LambdaClient(at).send(new CreateFunctionCommand({ FunctionName: 'parity', Runtime: 'nodejs16.x', Handler: 'index.handler', Role: `arn:aws:iam::${ACCOUNT}:role/parity-role`, Code: { ZipFile }, Environment: { Variables: { DB_PASSWORD: 'hunter2hunter2' } } }));
      return ':function:parity';
    },
    unlike: { 'Environment.Variables.DB_PASSWORD': 'the value is not kept', 'Code.ZipFile': 'code is not read' },
  },
  {
    id: 'FunctionUrl',
    type: 'AWS::Lambda::Url',
    properties: { TargetFunctionArn: ref('Function'), AuthType: 'NONE' },
    make: async (at) => {
      await new LambdaClient(at).send(new CreateFunctionUrlConfigCommand({ FunctionName: 'parity', AuthType: 'NONE' }));
      return ':function:parity/url';
    },
    unlike: { TargetFunctionArn: 'the template refers to it' },
  },
  {
    id: 'Key',
    type: 'AWS::KMS::Key',
    properties: { EnableKeyRotation: true, KeyPolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' }] } },
    make: async (at) => {
      const kms = new KMSClient(at);
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Policy: text({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' }] }) }));
      await kms.send(new EnableKeyRotationCommand({ KeyId: KeyMetadata?.KeyId }));
      return KeyMetadata?.KeyId ?? '';
    },
    unlike: { KeyPolicy: 'documents come as text' },
    differs: { 'aws-kms-rotation': 'the server leaves KeyUsage out; the reply of AWS has it (API_DescribeKey)' },
  },
  {
    id: 'Queue',
    type: 'AWS::SQS::Queue',
    properties: { QueueName: 'parity', SqsManagedSseEnabled: true },
    make: async (at) => {
      await new SQSClient(at).send(new CreateQueueCommand({ QueueName: 'parity' }));
      return ':sqs:us-east-1:123456789012:parity';
    },
  },
  {
    id: 'QueuePolicy',
    type: 'AWS::SQS::QueuePolicy',
    properties: { Queues: [ref('Queue')], PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' }] } },
    make: async (at) => {
      const sqs = new SQSClient(at);
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl: `${at.endpoint}/${ACCOUNT}/parity`, Attributes: { Policy: text({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' }] }) } }));
      return ':parity/policy';
    },
    unlike: { 'Queues[0]': 'the template refers to it', PolicyDocument: 'documents come as text' },
  },
  {
    id: 'Topic',
    type: 'AWS::SNS::Topic',
    properties: { TopicName: 'parity', KmsMasterKeyId: 'alias/data' },
    make: async (at) => {
      const sns = new SNSClient(at);
      const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'parity' }));
      await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'KmsMasterKeyId', AttributeValue: 'alias/data' }));
      return ':sns:us-east-1:123456789012:parity';
    },
  },
  {
    id: 'Trail',
    type: 'AWS::CloudTrail::Trail',
    properties: { TrailName: 'parity', S3BucketName: 'parity-shut', IsLogging: true, IsMultiRegionTrail: true, EnableLogFileValidation: true },
    make: async (at) => {
      const cloudtrail = new CloudTrailClient(at);
      await cloudtrail.send(new CreateTrailCommand({ Name: 'parity', S3BucketName: 'parity-shut', IsMultiRegionTrail: true, EnableLogFileValidation: true }));
      await cloudtrail.send(new StartLoggingCommand({ Name: 'parity' }));
      return ':trail/parity';
    },
  },
  {
    id: 'Table',
    type: 'AWS::DynamoDB::Table',
    properties: { TableName: 'parity', BillingMode: 'PAY_PER_REQUEST', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }], DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    make: async (at) => {
      const dynamodb = new DynamoDBClient(at);
      await dynamodb.send(new CreateTableCommand({ TableName: 'parity', BillingMode: 'PAY_PER_REQUEST', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }], DeletionProtectionEnabled: true }));
      await dynamodb.send(new UpdateContinuousBackupsCommand({ TableName: 'parity', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }));
      return ':table/parity';
    },
    unlike: { 'AttributeDefinitions[0].AttributeName': 'not read', 'AttributeDefinitions[0].AttributeType': 'not read' },
  },
  {
    id: 'LogGroup',
    type: 'AWS::Logs::LogGroup',
    properties: { LogGroupName: '/parity', RetentionInDays: 7 },
    make: async (at) => {
      const logs = new CloudWatchLogsClient(at);
      await logs.send(new CreateLogGroupCommand({ logGroupName: '/parity' }));
      await logs.send(new PutRetentionPolicyCommand({ logGroupName: '/parity', retentionInDays: 7 }));
      return ':log-group:/parity';
    },
  },
  {
    id: 'Alarm',
    type: 'AWS::CloudWatch::Alarm',
    properties: { AlarmName: 'parity', MetricName: 'm', Namespace: 'n', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold', ActionsEnabled: false },
    make: async (at) => {
      await new CloudWatchClient(at).send(new PutMetricAlarmCommand({ AlarmName: 'parity', MetricName: 'm', Namespace: 'n', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold', ActionsEnabled: false }));
      return ':alarm:parity';
    },
  },
  {
    id: 'Secret',
    type: 'AWS::SecretsManager::Secret',
    properties: { Name: 'parity' },
    make: async (at) => (await new SecretsManagerClient(at).send(new CreateSecretCommand({ Name: 'parity', SecretString: 'not-a-secret' }))).ARN ?? '',
  },
  {
    id: 'Parameter',
    type: 'AWS::SSM::Parameter',
    properties: { Name: '/parity', Type: 'String', Value: 'on' },
    make: async (at) => {
      await new SSMClient(at).send(new PutParameterCommand({ Name: '/parity', Type: 'String', Value: 'on' }));
      return ':parameter/parity';
    },
    unlike: { Value: 'values are never read' },
    differs: { 'aws-ssm-parameter-no-secret': 'the value is never read from an account', 'aws-ssm-parameter-secure': 'CloudFormation makes no parameter that is kept secret' },
  },
  {
    id: 'Repository',
    type: 'AWS::ECR::Repository',
    properties: { RepositoryName: 'parity', ImageTagMutability: 'MUTABLE', ImageScanningConfiguration: { ScanOnPush: true } },
    make: async (at) => {
      await new ECRClient(at).send(new CreateRepositoryCommand({ repositoryName: 'parity', imageTagMutability: 'MUTABLE', imageScanningConfiguration: { scanOnPush: true } }));
      return ':repository/parity';
    },
  },
  {
    id: 'Cluster',
    type: 'AWS::ECS::Cluster',
    properties: { ClusterName: 'parity', ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }] },
    make: async (at) => {
      await new ECSClient(at).send(new CreateClusterCommand({ clusterName: 'parity', settings: [{ name: 'containerInsights', value: 'enabled' }] }));
      return ':cluster/parity';
    },
  },
  {
    id: 'Task',
    type: 'AWS::ECS::TaskDefinition',
    properties: { Family: 'parity', ContainerDefinitions: [{ Name: 'web', Image: 'nginx:latest', Memory: 64, Privileged: true, ReadonlyRootFilesystem: false, User: 'root', Environment: [{ Name: 'API_TOKEN', Value: 'hunter2hunter2' }] }] },
    make: async (at) => {
      await new ECSClient(at).send(new RegisterTaskDefinitionCommand({ family: 'parity', containerDefinitions: [{ name: 'web', image: 'nginx:latest', memory: 64, privileged: true, readonlyRootFilesystem: false, user: 'root', environment: [{ name: 'API_TOKEN', value: 'hunter2hunter2' }] }] }));
      return ':task-definition/parity:1';
    },
    unlike: { 'ContainerDefinitions[0].Environment[0].Value': 'the value is not kept' },
  },
  {
    id: 'Files',
    type: 'AWS::EFS::FileSystem',
    properties: { Encrypted: true, PerformanceMode: 'generalPurpose' },
    make: async (at) => (await new EFSClient(at).send(new CreateFileSystemCommand({ CreationToken: 'parity', Encrypted: true, PerformanceMode: 'generalPurpose' }))).FileSystemId ?? '',
  },
  {
    id: 'Balancer',
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    properties: { Name: 'parity', Scheme: 'internal', Type: 'application', Subnets: [ref('Subnet')], LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }, { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' }] },
    make: async (at, made) => {
      const elb = new ElasticLoadBalancingV2Client(at);
      const { LoadBalancers = [] } = await elb.send(new CreateLoadBalancerCommand({ Name: 'parity', Scheme: 'internal', Type: 'application', Subnets: [made.get('Subnet') ?? ''] }));
      const LoadBalancerArn = LoadBalancers[0]?.LoadBalancerArn ?? '';
      await elb.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }, { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' }] }));
      return LoadBalancerArn;
    },
    unlike: { 'Subnets[0]': 'the template refers to it', 'LoadBalancerAttributes[0].Key': 'the account tells all attributes, in its order', 'LoadBalancerAttributes[0].Value': 'as above', 'LoadBalancerAttributes[1].Key': 'as above', 'LoadBalancerAttributes[1].Value': 'as above' },
    differs: { 'aws-elb-desync-mitigation': 'the server leaves the attribute out; AWS’s reply has it, as `defensive` (API_DescribeLoadBalancerAttributes)' },
  },
  {
    id: 'TargetGroup',
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    properties: { Name: 'parity', Protocol: 'HTTP', Port: 80, VpcId: ref('Vpc'), HealthCheckPath: '/up' },
    make: async (at, made) => (await new ElasticLoadBalancingV2Client(at).send(new CreateTargetGroupCommand({ Name: 'parity', Protocol: 'HTTP', Port: 80, VpcId: made.get('Vpc'), HealthCheckPath: '/up' }))).TargetGroups?.[0]?.TargetGroupArn ?? '',
    unlike: { VpcId: 'the template refers to it' },
  },
  {
    id: 'Listener',
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    properties: { LoadBalancerArn: ref('Balancer'), Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('TargetGroup') }] },
    make: async (at, made) => (await new ElasticLoadBalancingV2Client(at).send(new CreateListenerCommand({ LoadBalancerArn: made.get('Balancer'), Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: made.get('TargetGroup') }] }))).Listeners?.[0]?.ListenerArn ?? '',
    unlike: { LoadBalancerArn: 'the template refers to it', 'DefaultActions[0].TargetGroupArn': 'the template refers to it' },
  },
];
