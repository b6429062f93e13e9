/** Tables, secrets, parameters, logs, alarms, certificates and shared files. */
import { arnOf, json, list, lower, pairs, reply, same, tags, text, texts, type Collector, type Reply } from '../collector.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const more = { out: 'nextToken', in: 'nextToken' } as const;
const MARKER = { out: 'NextMarker', in: 'Marker' } as const;
const byTable = (item: Reply): Reply => ({ TableName: item['TableName'] });
const byFiles = (item: Reply): Reply => ({ FileSystemId: item['FileSystemId'] });
const bySecret = (item: Reply): Reply => ({ SecretId: item['ARN'] });

/** Log groups' ARNs end with `:*` in their lists. */
const plainArn = (arn: unknown): string => (text(arn) ?? '').replace(/:\*$/, '');

/** Without a word on kinds of keys only certificates with RSA of 1024 and 2048 bits are listed: https://docs.aws.amazon.com/acm/latest/APIReference/API_Filters.html */
const ALL_CERTIFICATES = { Includes: { keyTypes: ['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'] } } as const;

const fileSystems = { command: 'DescribeFileSystemsCommand', permission: 'elasticfilesystem:DescribeFileSystems', next: MARKER, items: (page: Reply) => list(page['FileSystems']) } as const;

export const data: readonly Collector[] = [
  {
    service: 'dynamodb',
    type: 'AWS::DynamoDB::Table',
    list: { command: 'ListTablesCommand', permission: 'dynamodb:ListTables', next: { out: 'LastEvaluatedTableName', in: 'ExclusiveStartTableName' }, items: (page) => texts(page['TableNames']).map((TableName) => ({ TableName })) },
    arn: (item, place) => arnOf(place, 'dynamodb', `table/${text(item['TableName']) ?? ''}`),
    name: (item) => text(item['TableName']) ?? '',
    properties: (item) => same(item, 'TableName'),
    reads: [
      {
        command: 'DescribeTableCommand',
        permission: 'dynamodb:DescribeTable',
        input: byTable,
        fills: ['SSESpecification', 'DeletionProtectionEnabled', 'BillingMode', 'ProvisionedThroughput', 'StreamSpecification', 'KeySchema', 'TableClass'],
        value: (page) => {
          const table = reply(page['Table']);
          const sse = reply(table['SSEDescription']);
          const stream = reply(table['StreamSpecification']);
          return {
            ...same(table, 'KeySchema'),
            SSESpecification: table['SSEDescription'] === undefined ? undefined : { SSEEnabled: sse['Status'] === 'ENABLED' || sse['Status'] === 'ENABLING', SSEType: json(sse['SSEType']) ?? null, KMSMasterKeyId: json(sse['KMSMasterKeyArn']) ?? null },
            DeletionProtectionEnabled: json(table['DeletionProtectionEnabled']) ?? false,
            BillingMode: json(reply(table['BillingModeSummary'])['BillingMode']) ?? 'PROVISIONED',
            ProvisionedThroughput: { ReadCapacityUnits: json(reply(table['ProvisionedThroughput'])['ReadCapacityUnits']) ?? null, WriteCapacityUnits: json(reply(table['ProvisionedThroughput'])['WriteCapacityUnits']) ?? null },
            StreamSpecification: stream['StreamEnabled'] === true ? { StreamViewType: json(stream['StreamViewType']) ?? null } : undefined,
            TableClass: json(reply(table['TableClassSummary'])['TableClass']),
          };
        },
      },
      {
        command: 'DescribeContinuousBackupsCommand',
        permission: 'dynamodb:DescribeContinuousBackups',
        input: byTable,
        fills: ['PointInTimeRecoverySpecification'],
        value: (page) => ({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: reply(reply(page['ContinuousBackupsDescription'])['PointInTimeRecoveryDescription'])['PointInTimeRecoveryStatus'] === 'ENABLED' } }),
      },
      {
        command: 'GetResourcePolicyCommand',
        permission: 'dynamodb:GetResourcePolicy',
        input: (item, place) => ({ ResourceArn: arnOf(place, 'dynamodb', `table/${text(item['TableName']) ?? ''}`) }),
        fills: ['ResourcePolicy'],
        unset: ['PolicyNotFoundException'],
        value: (page) => ({ ResourcePolicy: page['Policy'] === undefined ? undefined : { PolicyDocument: json(page['Policy']) ?? null } }),
      },
      { command: 'DescribeTimeToLiveCommand', permission: 'dynamodb:DescribeTimeToLive', input: byTable, fills: ['TimeToLiveSpecification'], value: (page) => ({ TimeToLiveSpecification: { Enabled: reply(page['TimeToLiveDescription'])['TimeToLiveStatus'] === 'ENABLED', AttributeName: json(reply(page['TimeToLiveDescription'])['AttributeName']) ?? null } }) },
      { command: 'ListTagsOfResourceCommand', permission: 'dynamodb:ListTagsOfResource', input: (item, place) => ({ ResourceArn: arnOf(place, 'dynamodb', `table/${text(item['TableName']) ?? ''}`) }), fills: ['Tags'], next: { out: 'NextToken', in: 'NextToken' }, value: (page) => ({ Tags: tags(page['Tags'] ?? []) }) },
    ],
  },
  {
    service: 'logs',
    type: 'AWS::Logs::LogGroup',
    list: { command: 'DescribeLogGroupsCommand', permission: 'logs:DescribeLogGroups', next: more, items: (page) => list(page['logGroups']) },
    arn: (item) => plainArn(item['arn']),
    name: (item) => text(item['logGroupName']) ?? '',
    properties: (item) => ({ ...lower(item, 'LogGroupName', 'RetentionInDays', 'KmsKeyId', 'LogGroupClass'), DeletionProtectionEnabled: json(item['deletionProtectionEnabled']) }),
    reads: [{ command: 'ListTagsForResourceCommand', permission: 'logs:ListTagsForResource', input: (item) => ({ resourceArn: plainArn(item['arn']) }), fills: ['Tags'], value: (page) => ({ Tags: pairs(page['tags'] ?? {}) }) }],
  },
  {
    service: 'logs',
    type: 'AWS::Logs::MetricFilter',
    list: { command: 'DescribeMetricFiltersCommand', permission: 'logs:DescribeMetricFilters', next: more, items: (page) => list(page['metricFilters']) },
    arn: (item, place) => arnOf(place, 'logs', `log-group:${text(item['logGroupName']) ?? ''}:metric-filter:${text(item['filterName']) ?? ''}`),
    name: (item) => text(item['filterName']) ?? '',
    properties: (item) => ({ ...lower(item, 'FilterName', 'FilterPattern', 'LogGroupName'), MetricTransformations: list(item['metricTransformations']).map((one) => ({ MetricName: json(one['metricName']) ?? null, MetricNamespace: json(one['metricNamespace']) ?? null, MetricValue: json(one['metricValue']) ?? null })) }),
  },
  {
    service: 'logs',
    type: 'AWS::Logs::Destination',
    list: { command: 'DescribeDestinationsCommand', permission: 'logs:DescribeDestinations', next: more, items: (page) => list(page['destinations']) },
    arn: (item) => text(item['arn']) ?? '',
    name: (item) => text(item['destinationName']) ?? '',
    properties: (item) => ({ ...lower(item, 'DestinationName', 'TargetArn', 'RoleArn'), DestinationPolicy: json(item['accessPolicy']) }),
  },
  {
    service: 'logs',
    type: 'AWS::Logs::ResourcePolicy',
    list: { command: 'DescribeResourcePoliciesCommand', permission: 'logs:DescribeResourcePolicies', next: more, items: (page) => list(page['resourcePolicies']) },
    arn: (item, place) => arnOf(place, 'logs', `resource-policy:${text(item['policyName']) ?? ''}`),
    name: (item) => text(item['policyName']) ?? '',
    properties: (item) => lower(item, 'PolicyName', 'PolicyDocument'),
  },
  {
    service: 'cloudwatch',
    type: 'AWS::CloudWatch::Alarm',
    list: { command: 'DescribeAlarmsCommand', permission: 'cloudwatch:DescribeAlarms', input: { AlarmTypes: ['MetricAlarm'] }, next: MORE, items: (page) => list(page['MetricAlarms']) },
    arn: (item) => text(item['AlarmArn']) ?? '',
    name: (item) => text(item['AlarmName']) ?? '',
    properties: (item) => same(item, 'AlarmName', 'ActionsEnabled', 'AlarmActions', 'OKActions', 'InsufficientDataActions', 'MetricName', 'Namespace', 'Statistic', 'Period', 'EvaluationPeriods', 'Threshold', 'ComparisonOperator', 'TreatMissingData', 'Dimensions', 'Metrics'),
  },
  {
    service: 'secretsmanager',
    type: 'AWS::SecretsManager::Secret',
    list: { command: 'ListSecretsCommand', permission: 'secretsmanager:ListSecrets', next: MORE, items: (page) => list(page['SecretList']) },
    arn: (item) => text(item['ARN']) ?? '',
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => ({ ...same(item, 'Name', 'KmsKeyId', 'Description'), SecretString: undefined, Tags: tags(item['Tags'] ?? []) }),
    facts: (item) => same(item, 'RotationLambdaARN', 'LastRotatedDate', 'LastChangedDate', 'LastAccessedDate', 'NextRotationDate', 'OwningService'),
    makes: [
      {
        type: 'AWS::SecretsManager::RotationSchedule',
        command: 'DescribeSecretCommand',
        permission: 'secretsmanager:DescribeSecret',
        input: bySecret,
        suffix: '/rotation',
        known: (item) => ({ SecretId: json(item['ARN']) }),
        fills: ['RotationLambdaARN', 'RotationRules'],
        value: (page) => (page['RotationEnabled'] === true ? [{ properties: same(page, 'RotationLambdaARN', 'RotationRules') }] : []),
      },
      {
        type: 'AWS::SecretsManager::ResourcePolicy',
        command: 'GetResourcePolicyCommand',
        permission: 'secretsmanager:GetResourcePolicy',
        input: bySecret,
        suffix: '/policy',
        known: (item) => ({ SecretId: json(item['ARN']) }),
        fills: ['ResourcePolicy'],
        value: (page) => (page['ResourcePolicy'] === undefined ? [] : [{ properties: same(page, 'ResourcePolicy') }]),
      },
    ],
  },
  {
    service: 'ssm',
    type: 'AWS::SSM::Parameter',
    list: { command: 'DescribeParametersCommand', permission: 'ssm:DescribeParameters', next: MORE, items: (page) => list(page['Parameters']) },
    arn: (item, place) => text(item['ARN']) ?? arnOf(place, 'ssm', `parameter/${(text(item['Name']) ?? '').replace(/^\//, '')}`),
    name: (item) => text(item['Name']) ?? '',
    // Its value is not asked for.
    properties: (item) => ({ ...same(item, 'Name', 'Type', 'Tier', 'DataType', 'Description', 'AllowedPattern') }),
    facts: (item) => same(item, 'KeyId', 'LastModifiedDate'),
  },
  {
    service: 'ssm',
    type: 'AWS::SSM::Document',
    list: { command: 'ListDocumentsCommand', permission: 'ssm:ListDocuments', input: { Filters: [{ Key: 'Owner', Values: ['Self'] }] }, next: MORE, items: (page) => list(page['DocumentIdentifiers']) },
    arn: (item, place) => arnOf(place, 'ssm', `document/${text(item['Name']) ?? ''}`),
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => ({ ...same(item, 'Name', 'DocumentFormat', 'DocumentType', 'TargetType'), Tags: tags(item['Tags'] ?? []) }),
    reads: [
      { command: 'GetDocumentCommand', permission: 'ssm:GetDocument', input: (item) => ({ Name: item['Name'], DocumentFormat: 'JSON' }), fills: ['Content'], value: (page) => same(page, 'Content') },
      { command: 'DescribeDocumentPermissionCommand', permission: 'ssm:DescribeDocumentPermission', input: (item) => ({ Name: item['Name'], PermissionType: 'Share' }), next: MORE, fills: [], facts: ['Permissions'], value: (page) => ({ Permissions: { type: 'Share', account_ids: texts(page['AccountIds']).join(',') } }) },
    ],
  },
  {
    service: 'acm',
    type: 'AWS::CertificateManager::Certificate',
    list: {
      command: 'DescribeCertificateCommand',
      permission: 'acm:DescribeCertificate',
      over: { list: { command: 'ListCertificatesCommand', permission: 'acm:ListCertificates', input: ALL_CERTIFICATES, next: MORE, items: (page) => list(page['CertificateSummaryList']) }, input: ([item = {}]) => ({ CertificateArn: item['CertificateArn'] }) },
      items: (page) => [reply(page['Certificate'])],
    },
    arn: (item) => text(item['CertificateArn']) ?? '',
    name: (item) => text(item['DomainName']) ?? '',
    properties: (item) => {
      const validation = list(item['DomainValidationOptions']);
      return {
        ...same(item, 'DomainName', 'SubjectAlternativeNames', 'CertificateAuthorityArn'),
        KeyAlgorithm: json(item['KeyAlgorithm'])?.toString().replace(/^RSA-/, 'RSA_'),
        ValidationMethod: json(validation[0]?.['ValidationMethod']),
        DomainValidationOptions: validation.map((one) => ({ DomainName: json(one['DomainName']) ?? null, ValidationDomain: json(one['ValidationDomain']) ?? null })),
        CertificateTransparencyLoggingPreference: json(reply(item['Options'])['CertificateTransparencyLoggingPreference']),
      };
    },
    facts: (item) => ({ ...same(item, 'NotAfter', 'NotBefore', 'Status', 'InUseBy', 'RenewalEligibility', 'Type'), RenewalStatus: json(reply(item['RenewalSummary'])['RenewalStatus']) }),
  },
  {
    service: 'efs',
    type: 'AWS::EFS::FileSystem',
    list: fileSystems,
    arn: (item) => text(item['FileSystemArn']) ?? '',
    name: (item) => text(item['FileSystemId']) ?? '',
    properties: (item) => ({ ...same(item, 'Encrypted', 'KmsKeyId', 'PerformanceMode', 'ThroughputMode', 'FileSystemProtection'), FileSystemTags: tags(item['Tags'] ?? []) }),
    reads: [
      { command: 'DescribeFileSystemPolicyCommand', permission: 'elasticfilesystem:DescribeFileSystemPolicy', input: byFiles, fills: ['FileSystemPolicy'], unset: ['PolicyNotFound'], value: (page) => ({ FileSystemPolicy: json(page['Policy']) }) },
      { command: 'DescribeBackupPolicyCommand', permission: 'elasticfilesystem:DescribeBackupPolicy', input: byFiles, fills: ['BackupPolicy'], unset: ['PolicyNotFound'], unsetValue: { BackupPolicy: { Status: 'DISABLED' } }, value: (page) => ({ BackupPolicy: { Status: json(reply(page['BackupPolicy'])['Status']) ?? null } }) },
    ],
  },
  {
    service: 'efs',
    type: 'AWS::EFS::AccessPoint',
    list: { command: 'DescribeAccessPointsCommand', permission: 'elasticfilesystem:DescribeAccessPoints', next: MORE, items: (page) => list(page['AccessPoints']) },
    arn: (item) => text(item['AccessPointArn']) ?? '',
    name: (item) => text(item['AccessPointId']) ?? '',
    properties: (item) => ({ ...same(item, 'FileSystemId', 'RootDirectory', 'PosixUser'), AccessPointTags: tags(item['Tags'] ?? []) }),
  },
  {
    service: 'efs',
    type: 'AWS::EFS::MountTarget',
    list: { command: 'DescribeMountTargetsCommand', permission: 'elasticfilesystem:DescribeMountTargets', next: MARKER, over: { list: fileSystems, input: ([item = {}]) => byFiles(item) }, items: (page) => list(page['MountTargets']) },
    arn: (item, place) => arnOf(place, 'elasticfilesystem', `mount-target/${text(item['MountTargetId']) ?? ''}`),
    name: (item) => text(item['MountTargetId']) ?? '',
    properties: (item) => same(item, 'FileSystemId', 'SubnetId', 'IpAddress'),
    reads: [{ command: 'DescribeMountTargetSecurityGroupsCommand', permission: 'elasticfilesystem:DescribeMountTargetSecurityGroups', input: (item) => ({ MountTargetId: item['MountTargetId'] }), fills: ['SecurityGroups'], value: (page) => ({ SecurityGroups: texts(page['SecurityGroups']) }) }],
  },
];
