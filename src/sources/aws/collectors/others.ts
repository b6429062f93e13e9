/** Databases, functions, keys, queues, topics and trails. */
import type { Json } from '../../../model/index.js';
import { json, list, reply, same, tags, text, type Collector, type Reply } from '../collector.js';

const ids = (value: unknown, name: string): readonly string[] => list(value).map((item) => text(item[name]) ?? '');
const lastOf = (arn: unknown): string => text(arn)?.split(/[:/]/).at(-1) ?? '';
/** One call for a queue, whoever asks. */
const attributesOf = (item: Reply): Reply => ({ QueueUrl: item['QueueUrl'], AttributeNames: ['KmsMasterKeyId', 'Policy', 'RedrivePolicy', 'SqsManagedSseEnabled'] });
const byKey = (item: Reply): Reply => ({ KeyId: item['KeyId'] });

/** Of the engines that answer here, those of DocumentDB and Neptune have types of their own. */
const relational = (item: Reply): boolean => item['Engine'] !== 'docdb' && item['Engine'] !== 'neptune';

/** How AWS offers a version of an engine, and the minor versions that it can be upgraded to, newest last; null: it is not offered at all. */
function offered(version: Reply | undefined): Json {
  if (version === undefined) return null;
  const minor = list(version['ValidUpgradeTarget']).filter((target) => target['IsMajorVersionUpgrade'] !== true);
  return { Status: json(version['Status']) ?? null, Minor: minor.flatMap((target) => text(target['EngineVersion']) ?? []) };
}

export const others: readonly Collector[] = [
  {
    service: 'rds',
    type: 'AWS::RDS::DBInstance',
    list: { command: 'DescribeDBInstancesCommand', permission: 'rds:DescribeDBInstances', next: { out: 'Marker', in: 'Marker' }, items: (page) => list(page['DBInstances']).filter(relational) },
    arn: (item) => text(item['DBInstanceArn']) ?? '',
    name: (item) => text(item['DBInstanceIdentifier']) ?? '',
    properties: (item) => ({
      ...same(item, 'DBInstanceIdentifier', 'Engine', 'EngineVersion', 'PubliclyAccessible', 'StorageEncrypted', 'KmsKeyId', 'BackupRetentionPeriod', 'MultiAZ', 'DeletionProtection', 'AutoMinorVersionUpgrade', 'MasterUsername', 'CopyTagsToSnapshot', 'MonitoringInterval', 'DBClusterIdentifier', 'CACertificateIdentifier', 'DBInstanceClass', 'StorageType'),
      AllocatedStorage: item['AllocatedStorage'] === undefined ? undefined : String(item['AllocatedStorage']),
      SourceDBInstanceIdentifier: json(item['ReadReplicaSourceDBInstanceIdentifier']),
      MasterUserPassword: undefined, // nobody is told
      DBSecurityGroups: ids(item['DBSecurityGroups'], 'DBSecurityGroupName'),
      PerformanceInsightsKMSKeyId: json(item['PerformanceInsightsKMSKeyId']),
      EnableIAMDatabaseAuthentication: json(item['IAMDatabaseAuthenticationEnabled']),
      EnablePerformanceInsights: json(item['PerformanceInsightsEnabled']),
      EnableCloudwatchLogsExports: json(item['EnabledCloudwatchLogsExports']) ?? [],
      VPCSecurityGroups: ids(item['VpcSecurityGroups'], 'VpcSecurityGroupId'),
      DBParameterGroupName: json(list(item['DBParameterGroups'])[0]?.['DBParameterGroupName']),
      DBSubnetGroupName: json(reply(item['DBSubnetGroup'])['DBSubnetGroupName']),
      ManageMasterUserPassword: item['MasterUserSecret'] !== undefined,
      Tags: tags(item['TagList'] ?? []),
    }),
    // The same question for all databases of a version is asked once.
    reads: [{ command: 'DescribeDBEngineVersionsCommand', permission: 'rds:DescribeDBEngineVersions', input: (item) => ({ Engine: item['Engine'], EngineVersion: item['EngineVersion'], IncludeAll: true }), next: { out: 'Marker', in: 'Marker' }, fills: ['Offered'], facts: ['Offered'], value: (page) => ({ Offered: offered(list(page['DBEngineVersions'])[0]) }) }],
  },
  {
    service: 'rds',
    type: 'AWS::RDS::DBCluster',
    list: { command: 'DescribeDBClustersCommand', permission: 'rds:DescribeDBClusters', next: { out: 'Marker', in: 'Marker' }, items: (page) => list(page['DBClusters']).filter(relational) },
    arn: (item) => text(item['DBClusterArn']) ?? '',
    name: (item) => text(item['DBClusterIdentifier']) ?? '',
    properties: (item) => ({
      ...same(item, 'DBClusterIdentifier', 'Engine', 'EngineVersion', 'EngineMode', 'StorageEncrypted', 'KmsKeyId', 'BackupRetentionPeriod', 'DeletionProtection', 'MasterUsername', 'CopyTagsToSnapshot', 'GlobalClusterIdentifier', 'ReplicationSourceIdentifier'),
      BacktrackWindow: json(item['BacktrackWindow']),
      DBSubnetGroupName: json(item['DBSubnetGroup']),
      EnableIAMDatabaseAuthentication: json(item['IAMDatabaseAuthenticationEnabled']),
      PerformanceInsightsEnabled: json(item['PerformanceInsightsEnabled']),
      PerformanceInsightsKmsKeyId: json(item['PerformanceInsightsKMSKeyId']),
      MasterUserPassword: undefined, // nobody is told
      EnableCloudwatchLogsExports: json(item['EnabledCloudwatchLogsExports']) ?? [],
      VpcSecurityGroupIds: ids(item['VpcSecurityGroups'], 'VpcSecurityGroupId'),
      DBClusterParameterGroupName: json(item['DBClusterParameterGroup']),
      ManageMasterUserPassword: item['MasterUserSecret'] !== undefined,
      Tags: tags(item['TagList'] ?? []),
    }),
  },
  {
    service: 'lambda',
    type: 'AWS::Lambda::Function',
    list: { command: 'ListFunctionsCommand', permission: 'lambda:ListFunctions', next: { out: 'NextMarker', in: 'Marker' }, items: (page) => list(page['Functions']) },
    arn: (item) => text(item['FunctionArn']) ?? '',
    name: (item) => text(item['FunctionName']) ?? '',
    properties: (item) => ({ ...same(item, 'FunctionName', 'Runtime', 'Handler', 'Role', 'PackageType', 'VpcConfig', 'TracingConfig', 'DeadLetterConfig', 'Environment'), KmsKeyArn: json(item['KMSKeyArn']), ...(item['PackageType'] === 'Image' ? {} : { Code: { ImageUri: null } }) }),
    reads: [
      { command: 'GetFunctionCodeSigningConfigCommand', permission: 'lambda:GetFunctionCodeSigningConfig', deep: true, input: (item) => ({ FunctionName: item['FunctionName'] }), fills: ['CodeSigningConfigArn'], value: (page) => same(page, 'CodeSigningConfigArn') },
      { command: 'GetFunctionConcurrencyCommand', permission: 'lambda:GetFunctionConcurrency', deep: true, input: (item) => ({ FunctionName: item['FunctionName'] }), fills: ['ReservedConcurrentExecutions'], value: (page) => same(page, 'ReservedConcurrentExecutions') },
    ],
    makes: [
      {
        type: 'AWS::Lambda::Url',
        command: 'GetFunctionUrlConfigCommand',
        permission: 'lambda:GetFunctionUrlConfig',
        input: (item) => ({ FunctionName: item['FunctionName'] }),
        unset: ['ResourceNotFoundException'],
        suffix: '/url',
        known: (item) => ({ TargetFunctionArn: json(item['FunctionArn']) }),
        fills: ['AuthType', 'Cors'],
        value: (page) => [{ properties: same(page, 'AuthType', 'Cors') }],
      },
      {
        type: 'AWS::Lambda::ResourcePolicy',
        command: 'GetPolicyCommand',
        permission: 'lambda:GetPolicy',
        input: (item) => ({ FunctionName: item['FunctionName'] }),
        unset: ['ResourceNotFoundException'],
        suffix: '/policy',
        known: (item) => ({ ResourceArn: json(item['FunctionArn']) }),
        fills: ['PolicyDocument'],
        value: (page) => [{ properties: { PolicyDocument: json(page['Policy']) } }],
      },
    ],
  },
  {
    service: 'kms',
    type: 'AWS::KMS::Key',
    list: { command: 'ListKeysCommand', permission: 'kms:ListKeys', next: { out: 'NextMarker', in: 'Marker' }, items: (page) => list(page['Keys']) },
    arn: (item) => text(item['KeyArn']) ?? '',
    name: (item) => text(item['KeyId']) ?? '',
    properties: () => ({}),
    reads: [
      { command: 'DescribeKeyCommand', permission: 'kms:DescribeKey', input: byKey, fills: ['Enabled', 'KeySpec', 'KeyUsage', 'Origin', 'MultiRegion'], facts: ['KeyManager', 'KeyState'], value: (page) => same(reply(page['KeyMetadata']), 'Enabled', 'KeySpec', 'KeyUsage', 'Origin', 'MultiRegion', 'KeyManager', 'KeyState') },
      { command: 'GetKeyPolicyCommand', permission: 'kms:GetKeyPolicy', input: (item) => ({ KeyId: item['KeyId'], PolicyName: 'default' }), fills: ['KeyPolicy'], value: (page) => ({ KeyPolicy: json(page['Policy']) }) },
      { command: 'GetKeyRotationStatusCommand', permission: 'kms:GetKeyRotationStatus', input: byKey, fills: ['EnableKeyRotation'], value: (page) => ({ EnableKeyRotation: json(page['KeyRotationEnabled']) ?? false }) },
    ],
  },
  {
    service: 'sqs',
    type: 'AWS::SQS::Queue',
    list: { command: 'ListQueuesCommand', permission: 'sqs:ListQueues', next: { out: 'NextToken', in: 'NextToken' }, input: { MaxResults: 1000 }, items: (page) => (Array.isArray(page['QueueUrls']) ? page['QueueUrls'].map((url: unknown) => ({ QueueUrl: url })) : []) },
    arn: (item, { partition, account, region }) => `arn:${partition}:sqs:${region}:${account}:${lastOf(item['QueueUrl'])}`,
    name: (item) => lastOf(item['QueueUrl']),
    properties: (item) => ({ QueueName: lastOf(item['QueueUrl']) }),
    reads: [
      {
        command: 'GetQueueAttributesCommand',
        permission: 'sqs:GetQueueAttributes',
        input: attributesOf,
        fills: ['KmsMasterKeyId', 'SqsManagedSseEnabled', 'RedrivePolicy'],
        value: (page) => {
          const attributes = reply(page['Attributes']);
          return { KmsMasterKeyId: json(attributes['KmsMasterKeyId']), SqsManagedSseEnabled: attributes['SqsManagedSseEnabled'] === 'true', RedrivePolicy: json(attributes['RedrivePolicy']) };
        },
      },
    ],
    makes: [
      {
        type: 'AWS::SQS::QueuePolicy',
        command: 'GetQueueAttributesCommand',
        permission: 'sqs:GetQueueAttributes',
        input: attributesOf,
        suffix: '/policy',
        known: (item) => ({ Queues: [lastOf(item['QueueUrl'])] }),
        fills: ['PolicyDocument'],
        value: (page) => (text(reply(page['Attributes'])['Policy']) === undefined ? [] : [{ properties: { PolicyDocument: json(reply(page['Attributes'])['Policy']) } }]),
      },
    ],
  },
  {
    service: 'sns',
    type: 'AWS::SNS::Topic',
    list: { command: 'ListTopicsCommand', permission: 'sns:ListTopics', next: { out: 'NextToken', in: 'NextToken' }, items: (page) => list(page['Topics']) },
    arn: (item) => text(item['TopicArn']) ?? '',
    name: (item) => lastOf(item['TopicArn']),
    properties: (item) => ({ TopicName: lastOf(item['TopicArn']) }),
    reads: [{ command: 'GetTopicAttributesCommand', permission: 'sns:GetTopicAttributes', input: (item) => ({ TopicArn: item['TopicArn'] }), fills: ['KmsMasterKeyId'], value: (page) => same(reply(page['Attributes']), 'KmsMasterKeyId') }],
    makes: [
      {
        type: 'AWS::SNS::TopicPolicy',
        command: 'GetTopicAttributesCommand',
        permission: 'sns:GetTopicAttributes',
        input: (item) => ({ TopicArn: item['TopicArn'] }),
        suffix: '/policy',
        known: (item) => ({ Topics: [text(item['TopicArn']) ?? ''] }),
        fills: ['PolicyDocument'],
        value: (page) => [{ properties: { PolicyDocument: json(reply(page['Attributes'])['Policy']) } }],
      },
    ],
  },
  {
    service: 'cloudtrail',
    type: 'AWS::CloudTrail::Trail',
    list: { command: 'DescribeTrailsCommand', permission: 'cloudtrail:DescribeTrails', input: { includeShadowTrails: false }, items: (page) => list(page['trailList']) },
    arn: (item) => text(item['TrailARN']) ?? '',
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => ({
      ...same(item, 'S3BucketName', 'IsMultiRegionTrail', 'IncludeGlobalServiceEvents', 'CloudWatchLogsLogGroupArn'),
      TrailName: json(item['Name']),
      EnableLogFileValidation: json(item['LogFileValidationEnabled']) ?? false,
      KMSKeyId: json(item['KmsKeyId']),
      SnsTopicName: json(item['SnsTopicName']),
    }),
    facts: (item) => same(item, 'HomeRegion', 'IsOrganizationTrail'),
    reads: [
      { command: 'GetTrailStatusCommand', permission: 'cloudtrail:GetTrailStatus', input: (item) => ({ Name: item['TrailARN'] }), fills: ['IsLogging'], facts: ['LatestDeliveryError'], value: (page) => ({ IsLogging: json(page['IsLogging']) ?? false, LatestDeliveryError: json(page['LatestDeliveryError']) }) },
      { command: 'GetEventSelectorsCommand', permission: 'cloudtrail:GetEventSelectors', input: (item) => ({ TrailName: item['TrailARN'] }), fills: ['EventSelectors', 'AdvancedEventSelectors'], value: (page) => same(page, 'EventSelectors', 'AdvancedEventSelectors') },
      { command: 'GetInsightSelectorsCommand', permission: 'cloudtrail:GetInsightSelectors', input: (item) => ({ TrailName: item['TrailARN'] }), fills: ['InsightSelectors'], unset: ['InsightNotEnabledException'], value: (page) => same(page, 'InsightSelectors') },
    ],
  },
];
