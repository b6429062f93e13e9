/** More of the same as `parity-cases.ts`: analytics, streams, sign-in, builds, backups and the like. */
import { AthenaClient, CreateWorkGroupCommand } from '@aws-sdk/client-athena';
import { BackupClient, CreateBackupVaultCommand } from '@aws-sdk/client-backup';
import { CodeBuildClient, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CognitoIdentityClient, CreateIdentityPoolCommand } from '@aws-sdk/client-cognito-identity';
import { CognitoIdentityProviderClient, CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { CreateEndpointCommand, DatabaseMigrationServiceClient } from '@aws-sdk/client-database-migration-service';
import { CreateReplicationGroupCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { CreateEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { CreateJobCommand, CreateSecurityConfigurationCommand, GlueClient } from '@aws-sdk/client-glue';
import { CreateStreamCommand, KinesisClient, StartStreamEncryptionCommand } from '@aws-sdk/client-kinesis';
import { CreateClusterCommand as CreateMemoryCluster, MemoryDBClient } from '@aws-sdk/client-memorydb';
import { CreateBrokerCommand, MqClient } from '@aws-sdk/client-mq';
import { CreateDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { CreateClusterCommand as CreateWarehouse, RedshiftClient } from '@aws-sdk/client-redshift';
import { CreateModelCommand, CreateNotebookInstanceCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { CreateServerCommand, TransferClient } from '@aws-sdk/client-transfer';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Case } from './parity-cases.js';
import { ACCOUNT } from './seeds/seed.js';

const role = `arn:aws:iam::${ACCOUNT}:role/work`;
const key = `arn:aws:kms:us-east-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
const definition = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });

export const more: readonly Case[] = [
  {
    id: 'OpenStream',
    type: 'AWS::Kinesis::Stream',
    properties: { Name: 'parity-open', ShardCount: 1 },
    make: async (at) => {
      await new KinesisClient({ ...at, requestHandler: new NodeHttpHandler() }).send(new CreateStreamCommand({ StreamName: 'parity-open', ShardCount: 1 }));
      return 'stream/parity-open';
    },
  },
  {
    id: 'ShutStream',
    type: 'AWS::Kinesis::Stream',
    properties: { Name: 'parity-shut', ShardCount: 1, StreamEncryption: { EncryptionType: 'KMS', KeyId: key } },
    make: async (at) => {
      const kinesis = new KinesisClient({ ...at, requestHandler: new NodeHttpHandler() });
      await kinesis.send(new CreateStreamCommand({ StreamName: 'parity-shut', ShardCount: 1 }));
      await kinesis.send(new StartStreamEncryptionCommand({ StreamName: 'parity-shut', EncryptionType: 'KMS', KeyId: key }));
      return 'stream/parity-shut';
    },
  },
  {
    id: 'Machine',
    type: 'AWS::StepFunctions::StateMachine',
    properties: { StateMachineName: 'parity', RoleArn: role, DefinitionString: definition, TracingConfiguration: { Enabled: true } },
    make: async (at) => (await new SFNClient(at).send(new CreateStateMachineCommand({ name: 'parity', roleArn: role, definition, tracingConfiguration: { enabled: true } }))).stateMachineArn ?? '',
  },
  {
    id: 'Bus',
    type: 'AWS::Events::EventBus',
    properties: { Name: 'parity' },
    make: async (at) => (await new EventBridgeClient(at).send(new CreateEventBusCommand({ Name: 'parity' }))).EventBusArn ?? '',
  },
  {
    id: 'Vault',
    type: 'AWS::Backup::BackupVault',
    properties: { BackupVaultName: 'parity', EncryptionKeyArn: key },
    make: async (at) => (await new BackupClient(at).send(new CreateBackupVaultCommand({ BackupVaultName: 'parity', EncryptionKeyArn: key }))).BackupVaultArn ?? '',
    differs: Object.fromEntries(['aws-backup-vault-names-callers', 'aws-iam-policy-actions-exist', 'aws-iam-policy-resources-fit', 'aws-iam-policy-valid'].map((check) => [check, 'the fixture for policies of vaults answers for every vault'])),
  },
  {
    id: 'Users',
    type: 'AWS::Cognito::UserPool',
    properties: { UserPoolName: 'parity', MfaConfiguration: 'ON', DeletionProtection: 'ACTIVE', Policies: { PasswordPolicy: { MinimumLength: 14, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true } } },
    make: async (at) => (await new CognitoIdentityProviderClient(at).send(new CreateUserPoolCommand({ PoolName: 'parity', MfaConfiguration: 'ON', DeletionProtection: 'ACTIVE', Policies: { PasswordPolicy: { MinimumLength: 14, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true } } }))).UserPool?.Id ?? '',
  },
  {
    id: 'Identities',
    type: 'AWS::Cognito::IdentityPool',
    properties: { IdentityPoolName: 'parity', AllowUnauthenticatedIdentities: true },
    make: async (at) => (await new CognitoIdentityClient(at).send(new CreateIdentityPoolCommand({ IdentityPoolName: 'parity', AllowUnauthenticatedIdentities: true }))).IdentityPoolId ?? '',
  },
  {
    id: 'OpenDomain',
    type: 'AWS::OpenSearchService::Domain',
    properties: { DomainName: 'parity-open', EngineVersion: 'OpenSearch_2.11' },
    make: async (at) => (await new OpenSearchClient(at).send(new CreateDomainCommand({ DomainName: 'parity-open', EngineVersion: 'OpenSearch_2.11' }))).DomainStatus?.ARN ?? '',
  },
  {
    id: 'ShutDomain',
    type: 'AWS::OpenSearchService::Domain',
    properties: { DomainName: 'parity-shut', EngineVersion: 'OpenSearch_2.11', EncryptionAtRestOptions: { Enabled: true, KmsKeyId: key }, NodeToNodeEncryptionOptions: { Enabled: true }, DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-2019-07' } },
    make: async (at) =>
      (await new OpenSearchClient(at).send(new CreateDomainCommand({ DomainName: 'parity-shut', EngineVersion: 'OpenSearch_2.11', EncryptionAtRestOptions: { Enabled: true, KmsKeyId: key }, NodeToNodeEncryptionOptions: { Enabled: true }, DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-2019-07' } }))).DomainStatus?.ARN ?? '',
  },
  {
    id: 'OpenGroup',
    type: 'AWS::Athena::WorkGroup',
    properties: { Name: 'parity-open', WorkGroupConfiguration: { EnforceWorkGroupConfiguration: false, ResultConfiguration: { OutputLocation: 's3://parity/' } } },
    make: async (at) => {
      await new AthenaClient(at).send(new CreateWorkGroupCommand({ Name: 'parity-open', Configuration: { EnforceWorkGroupConfiguration: false, ResultConfiguration: { OutputLocation: 's3://parity/' } } }));
      return 'workgroup/parity-open';
    },
  },
  {
    id: 'BareJob',
    type: 'AWS::Glue::Job',
    properties: { Name: 'parity', Role: role, Command: { Name: 'glueetl', ScriptLocation: 's3://parity/job.py' } },
    make: async (at) => {
      await new GlueClient(at).send(new CreateJobCommand({ Name: 'parity', Role: role, Command: { Name: 'glueetl', ScriptLocation: 's3://parity/job.py' } }));
      return 'job/parity';
    },
  },
  {
    id: 'Secured',
    type: 'AWS::Glue::SecurityConfiguration',
    properties: { Name: 'parity', EncryptionConfiguration: { S3Encryptions: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn: key }], CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn: key }, JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn: key } } },
    make: async (at) => {
      await new GlueClient(at).send(new CreateSecurityConfigurationCommand({ Name: 'parity', EncryptionConfiguration: { S3Encryption: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn: key }], CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn: key }, JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn: key } } }));
      return 'parity';
    },
  },
  {
    id: 'Warehouse',
    type: 'AWS::Redshift::Cluster',
    properties: { ClusterIdentifier: 'parity', ClusterType: 'single-node', NodeType: 'ra3.large', DBName: 'dev', MasterUsername: 'app', PubliclyAccessible: true, Encrypted: false },
    make: async (at) => {
      await new RedshiftClient(at).send(new CreateWarehouse({ ClusterIdentifier: 'parity', ClusterType: 'single-node', NodeType: 'ra3.large', DBName: 'dev', MasterUsername: 'app', MasterUserPassword: 'not-a-secret-1', PubliclyAccessible: true, Encrypted: false }));
      return 'cluster:parity';
    },
    unlike: { ClusterType: 'only told as a number of nodes' },
    differs: { 'aws-redshift-no-classic': 'the server puts clusters into a classic group, which AWS does no more' },
  },
  {
    id: 'Cache',
    type: 'AWS::ElastiCache::ReplicationGroup',
    properties: { ReplicationGroupId: 'parity', ReplicationGroupDescription: 'parity', Engine: 'redis', CacheNodeType: 'cache.t3.micro', NumCacheClusters: 1 },
    make: async (at) => (await new ElastiCacheClient(at).send(new CreateReplicationGroupCommand({ ReplicationGroupId: 'parity', ReplicationGroupDescription: 'parity', Engine: 'redis', CacheNodeType: 'cache.t3.micro', NumCacheClusters: 1 }))).ReplicationGroup?.ARN ?? '',
    unlike: { NumCacheClusters: 'only told as members' },
  },
  {
    id: 'Memory',
    type: 'AWS::MemoryDB::Cluster',
    properties: { ClusterName: 'parity', NodeType: 'db.t4g.small', ACLName: 'open-access', TLSEnabled: false },
    make: async (at) => (await new MemoryDBClient(at).send(new CreateMemoryCluster({ ClusterName: 'parity', NodeType: 'db.t4g.small', ACLName: 'open-access', TLSEnabled: false }))).Cluster?.ARN ?? '',
  },
  {
    id: 'Broker',
    type: 'AWS::AmazonMQ::Broker',
    properties: { BrokerName: 'parity', DeploymentMode: 'SINGLE_INSTANCE', EngineType: 'ACTIVEMQ', EngineVersion: '5.18', HostInstanceType: 'mq.t3.micro', PubliclyAccessible: true, AutoMinorVersionUpgrade: false },
    make: async (at) => (await new MqClient(at).send(new CreateBrokerCommand({ BrokerName: 'parity', DeploymentMode: 'SINGLE_INSTANCE', EngineType: 'ACTIVEMQ', EngineVersion: '5.18', HostInstanceType: 'mq.t3.micro', PubliclyAccessible: true, AutoMinorVersionUpgrade: false, Users: [{ Username: 'app', Password: 'not-a-secret-1' }] }))).BrokerArn ?? '',
  },
  {
    id: 'Source',
    type: 'AWS::DMS::Endpoint',
    properties: { EndpointIdentifier: 'parity', EndpointType: 'source', EngineName: 'mysql', ServerName: 'db.example.com', Username: 'app', SslMode: 'none' },
    make: async (at) => (await new DatabaseMigrationServiceClient(at).send(new CreateEndpointCommand({ EndpointIdentifier: 'parity', EndpointType: 'source', EngineName: 'mysql', ServerName: 'db.example.com', Username: 'app', SslMode: 'none' }))).Endpoint?.EndpointArn ?? '',
  },
  {
    id: 'Transfers',
    type: 'AWS::Transfer::Server',
    properties: { EndpointType: 'PUBLIC', Protocols: ['FTP'], SecurityPolicyName: 'TransferSecurityPolicy-2018-11' },
    make: async (at) => (await new TransferClient(at).send(new CreateServerCommand({ EndpointType: 'PUBLIC', Protocols: ['FTP'], SecurityPolicyName: 'TransferSecurityPolicy-2018-11' }))).ServerId ?? '',
  },
  {
    id: 'Notebook',
    type: 'AWS::SageMaker::NotebookInstance',
    properties: { NotebookInstanceName: 'parity', InstanceType: 'ml.t3.medium', RoleArn: role, DirectInternetAccess: 'Enabled', RootAccess: 'Enabled' },
    make: async (at) => (await new SageMakerClient(at).send(new CreateNotebookInstanceCommand({ NotebookInstanceName: 'parity', InstanceType: 'ml.t3.medium', RoleArn: role, DirectInternetAccess: 'Enabled', RootAccess: 'Enabled' }))).NotebookInstanceArn ?? '',
  },
  {
    id: 'Model',
    type: 'AWS::SageMaker::Model',
    properties: { ModelName: 'parity', ExecutionRoleArn: role, PrimaryContainer: { Image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/model:1' }, EnableNetworkIsolation: true },
    make: async (at) => (await new SageMakerClient(at).send(new CreateModelCommand({ ModelName: 'parity', ExecutionRoleArn: role, PrimaryContainer: { Image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/model:1' }, EnableNetworkIsolation: true }))).ModelArn ?? '',
    unlike: { 'PrimaryContainer.Image': 'no decision turns on it, so it is not kept', EnableNetworkIsolation: 'the server forgets it' },
    differs: { 'aws-sagemaker-model-isolated': 'the server forgets it' },
  },
  {
    id: 'Build',
    type: 'AWS::CodeBuild::Project',
    properties: { Name: 'parity', ServiceRole: role, Artifacts: { Type: 'NO_ARTIFACTS' }, Environment: { Type: 'LINUX_CONTAINER', Image: 'aws/codebuild/standard:7.0', ComputeType: 'BUILD_GENERAL1_SMALL', PrivilegedMode: true }, Source: { Type: 'S3', Location: 'parity/source.zip' } },
    make: async (at) =>
      (await new CodeBuildClient(at).send(new CreateProjectCommand({ name: 'parity', serviceRole: role, artifacts: { type: 'NO_ARTIFACTS' }, environment: { type: 'LINUX_CONTAINER', image: 'aws/codebuild/standard:7.0', computeType: 'BUILD_GENERAL1_SMALL', privilegedMode: true }, source: { type: 'S3', location: 'parity/source.zip' } }))).project?.arn ?? '',
    differs: { 'aws-codebuild-logging': 'the server leaves the default out; the reply of AWS has it (API_LogsConfig)' },
  },
];
