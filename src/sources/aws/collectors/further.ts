/** Services of which only little is asked: what a build reports, who approves code, where records point, who signs in, and whose keys encrypt. */
import type { Json } from '../../../model/index.js';
import { arnOf, asks, json, list, named, part, reply, same, tags, text, texts, type Collector, type ListRow, type Reply } from '../collector.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const more = { out: 'nextToken', in: 'nextToken' } as const;

/** What the list names, described one by one. */
const each = (list: ListRow, input: (item: Reply) => Reply): NonNullable<ListRow['over']> => ({ list, input: ([item = {}]) => input(item) });

const instances: ListRow = { ...asks('sso', 'ListInstances'), next: MORE, items: (page) => list(page['Instances']) };
const permissionSets: ListRow = { ...asks('sso', 'ListPermissionSets'), next: MORE, over: each(instances, (one) => ({ InstanceArn: one['InstanceArn'] })), items: (page, [one = {}]) => texts(page['PermissionSets']).map((PermissionSetArn) => ({ InstanceArn: one['InstanceArn'], PermissionSetArn })) };
const provisioned: ListRow = {
  ...asks('sso', 'ListAccountsForProvisionedPermissionSet'),
  next: MORE,
  over: each(permissionSets, (one) => same(one, 'InstanceArn', 'PermissionSetArn')),
  items: (page, [one = {}]) => texts(page['AccountIds']).map((AccountId) => ({ ...one, AccountId })),
};

/** Each is kept where it is made, apart: https://docs.aws.amazon.com/connect/latest/APIReference/API_ListInstanceStorageConfigs.html. */
const STORED = ['CHAT_TRANSCRIPTS', 'CALL_RECORDINGS', 'SCHEDULED_REPORTS', 'MEDIA_STREAMS', 'CONTACT_TRACE_RECORDS', 'AGENT_EVENTS', 'REAL_TIME_CONTACT_ANALYSIS_SEGMENTS', 'ATTACHMENTS', 'CONTACT_EVALUATIONS', 'SCREEN_RECORDINGS', 'EMAIL_MESSAGES'];

const windows: ListRow = { ...asks('ssm', 'DescribeMaintenanceWindows'), next: MORE, items: (page) => list(page['WindowIdentities']) };
const ofWindow = (what: string, member: string): ListRow => ({ ...asks('ssm', `DescribeMaintenanceWindow${what}`), next: MORE, over: each(windows, (window) => ({ WindowId: window['WindowId'] })), items: (page) => list(page[member]) });
const inWindow =
  (kind: string, id: string): Collector['arn'] =>
  (item, place) => arnOf(place, 'ssm', `maintenancewindow/${text(item['WindowId']) ?? ''}/${kind}/${text(item[id]) ?? ''}`);
const targets = (item: Reply): ReturnType<typeof json> => list(item['Targets']).map((one) => part(one, 'Key', 'Values') ?? null);

/** A place that is encrypted with a key of its own or without one. */
const encrypted = (value: unknown, ...names: readonly string[]): Json | undefined => (value === undefined ? undefined : { ...part(value, ...names), EncryptionConfig: part(reply(value)['EncryptionConfig'], 'EncryptionType', 'KeyId') ?? null });

/** A document that comes as text. */
function document(written: unknown): Json | undefined {
  const value: unknown = JSON.parse(text(written) ?? 'null');
  return json(value);
}

export const further: readonly Collector[] = [
  {
    service: 'codebuild',
    type: 'AWS::CodeBuild::ReportGroup',
    list: {
      ...asks('codebuild', 'BatchGetReportGroups'),
      over: { list: { ...asks('codebuild', 'ListReportGroups'), next: more, items: (page) => texts(page['reportGroups']).map((arn) => ({ arn })) }, atOnce: 100, input: (items) => ({ reportGroupArns: items.map(({ arn }) => arn) }) },
      items: (page) => list(page['reportGroups']),
    },
    arn: named('arn'),
    name: named('name'),
    properties: (item) => {
      const { exportConfigType, s3Destination } = reply(item['exportConfig']);
      const to = reply(s3Destination);
      return {
        Name: json(item['name']),
        Type: json(item['type']),
        ExportConfig: { ExportConfigType: json(exportConfigType) ?? null, S3Destination: s3Destination === undefined ? null : { Bucket: json(to['bucket']) ?? null, EncryptionDisabled: json(to['encryptionDisabled']) ?? false, EncryptionKey: json(to['encryptionKey']) ?? null, Packaging: json(to['packaging']) ?? null, Path: json(to['path']) ?? null } },
      };
    },
  },
  {
    service: 'codecommit',
    type: 'Demarc::CodeCommit::ApprovalRuleTemplate',
    list: { ...asks('codecommit', 'ListApprovalRuleTemplates'), next: more, items: (page) => texts(page['approvalRuleTemplateNames']).map((approvalRuleTemplateName) => ({ approvalRuleTemplateName })) },
    arn: (item, place) => arnOf(place, 'codecommit', `approval-rule-template/${text(item['approvalRuleTemplateName']) ?? ''}`),
    name: named('approvalRuleTemplateName'),
    properties: (item) => ({ ApprovalRuleTemplateName: json(item['approvalRuleTemplateName']) }),
    reads: [
      {
        ...asks('codecommit', 'GetApprovalRuleTemplate'),
        input: (item) => same(item, 'approvalRuleTemplateName'),
        fills: ['ApprovalRuleTemplateContent'],
        value: (page) => ({ ApprovalRuleTemplateContent: document(reply(page['approvalRuleTemplate'])['approvalRuleTemplateContent']) }),
      },
    ],
    makes: [
      {
        ...asks('codecommit', 'ListRepositoriesForApprovalRuleTemplate'),
        type: 'Demarc::CodeCommit::ApprovalRuleTemplateAssociation',
        input: (item) => ({ approvalRuleTemplateName: item['approvalRuleTemplateName'] }),
        next: more,
        suffix: '/repositories',
        known: (item) => ({ ApprovalRuleTemplateName: json(item['approvalRuleTemplateName']) }),
        fills: ['RepositoryName'],
        value: (page) => texts(page['repositoryNames']).map((RepositoryName) => ({ suffix: `/${RepositoryName}`, properties: { RepositoryName } })),
      },
    ],
  },
  {
    service: 'network-firewall',
    type: 'AWS::NetworkFirewall::RuleGroup',
    list: { ...asks('network-firewall', 'DescribeRuleGroup'), over: each({ ...asks('network-firewall', 'ListRuleGroups'), next: MORE, items: (page) => list(page['RuleGroups']) }, (item) => ({ RuleGroupArn: item['Arn'] })), items: (page) => [reply(page['RuleGroupResponse'])] },
    arn: named('RuleGroupArn'),
    name: named('RuleGroupName'),
    properties: (item) => ({ ...same(item, 'RuleGroupName', 'Type', 'Capacity', 'Description'), Tags: tags(item['Tags'] ?? []) }),
    facts: (item) => ({ EncryptionConfiguration: part(item['EncryptionConfiguration'], 'Type', 'KeyId') }),
  },
  {
    service: 'route53',
    global: true,
    type: 'AWS::Route53::RecordSet',
    list: {
      ...asks('route53', 'ListResourceRecordSets'),
      // A page ends in the middle of a name, a type and, where several answer in turn, one of them.
      next: { out: 'NextRecordName', in: 'StartRecordName', also: { NextRecordType: 'StartRecordType', NextRecordIdentifier: 'StartRecordIdentifier' } },
      over: each({ ...asks('route53', 'ListHostedZones'), next: { out: 'NextMarker', in: 'Marker' }, items: (page) => list(page['HostedZones']) }, (zone) => ({ HostedZoneId: text(zone['Id'])?.split('/').at(-1) })),
      items: (page, [zone = {}]) => list(page['ResourceRecordSets']).map((record) => ({ ...record, zone: text(zone['Id'])?.split('/').at(-1) })),
    },
    arn: (item, { partition }) => `arn:${partition}:route53:::hostedzone/${text(item['zone']) ?? ''}/${text(item['Name']) ?? ''}/${text(item['Type']) ?? ''}${item['SetIdentifier'] === undefined ? '' : `/${text(item['SetIdentifier'])}`}`,
    name: (item) => `${text(item['Name']) ?? ''} ${text(item['Type']) ?? ''}`,
    properties: (item) => ({
      ...same(item, 'Name', 'Type', 'SetIdentifier', 'HealthCheckId'),
      HostedZoneId: json(item['zone']),
      TTL: item['TTL'] === undefined ? undefined : String(item['TTL']),
      AliasTarget: part(item['AliasTarget'], 'HostedZoneId', 'DNSName', 'EvaluateTargetHealth'),
      ResourceRecords: item['ResourceRecords'] === undefined ? undefined : list(item['ResourceRecords']).map((one) => text(one['Value']) ?? ''),
    }),
  },
  {
    service: 'route53domains',
    global: true,
    seat: 'us-east-1',
    type: 'Demarc::Route53::RegisteredDomain',
    list: { ...asks('route53domains', 'ListDomains'), next: { out: 'NextPageMarker', in: 'Marker' }, items: (page) => list(page['Domains']) },
    arn: (item, { partition, account }) => `arn:${partition}:route53domains::${account}:domain/${text(item['DomainName']) ?? ''}`,
    name: named('DomainName'),
    properties: (item) => same(item, 'TransferLock'),
    facts: (item) => same(item, 'AutoRenew', 'Expiry'),
  },
  {
    service: 'sns',
    type: 'AWS::SNS::Subscription',
    list: { ...asks('sns', 'ListSubscriptions'), next: MORE, items: (page) => list(page['Subscriptions']) },
    // One that nobody has confirmed yet has no ARN of its own.
    arn: (item) => (text(item['SubscriptionArn'])?.startsWith('arn:') === true ? (text(item['SubscriptionArn']) ?? '') : `${text(item['TopicArn']) ?? ''}/${text(item['Protocol']) ?? ''}/${text(item['Endpoint']) ?? ''}`),
    name: named('Endpoint'),
    properties: (item) => same(item, 'TopicArn', 'Protocol', 'Endpoint'),
  },
  {
    service: 'ssm',
    type: 'AWS::SSM::MaintenanceWindow',
    list: windows,
    arn: (item, place) => arnOf(place, 'ssm', `maintenancewindow/${text(item['WindowId']) ?? ''}`),
    name: named('Name'),
    properties: (item) => same(item, 'Name', 'Description', 'Schedule', 'Duration', 'Cutoff', 'ScheduleTimezone', 'ScheduleOffset', 'StartDate', 'EndDate'),
    facts: (item) => same(item, 'Enabled', 'NextExecutionTime'),
  },
  {
    service: 'ssm',
    type: 'AWS::SSM::MaintenanceWindowTarget',
    list: ofWindow('Targets', 'Targets'),
    arn: inWindow('target', 'WindowTargetId'),
    name: (item) => text(item['Name']) ?? text(item['WindowTargetId']) ?? '',
    properties: (item) => ({ ...same(item, 'Name', 'WindowId', 'ResourceType', 'Description'), Targets: targets(item) }),
  },
  {
    service: 'ssm',
    type: 'AWS::SSM::MaintenanceWindowTask',
    list: ofWindow('Tasks', 'Tasks'),
    arn: inWindow('task', 'WindowTaskId'),
    name: (item) => text(item['Name']) ?? text(item['WindowTaskId']) ?? '',
    properties: (item) => ({ ...same(item, 'Name', 'WindowId', 'TaskArn', 'ServiceRoleArn', 'Priority', 'MaxConcurrency', 'MaxErrors', 'Description', 'CutoffBehavior'), TaskType: json(item['Type']), Targets: targets(item) }),
  },
  {
    service: 'rds',
    type: 'Demarc::RDS::BackupReplication',
    // Those of another region are copies.
    list: { ...asks('rds', 'DescribeDBInstanceAutomatedBackups'), next: { out: 'Marker', in: 'Marker' }, items: (page) => list(page['DBInstanceAutomatedBackups']).filter((one) => text(one['DBInstanceArn'])?.split(':')[3] !== text(one['DBInstanceAutomatedBackupsArn'])?.split(':')[3]) },
    arn: named('DBInstanceAutomatedBackupsArn'),
    name: named('DBInstanceIdentifier'),
    properties: (item) => ({ SourceDBInstanceArn: json(item['DBInstanceArn']), KmsKeyId: json(item['KmsKeyId']) }),
    facts: (item) => same(item, 'BackupRetentionPeriod', 'Encrypted'),
  },
  {
    service: 'sagemaker',
    type: 'Demarc::SageMaker::FlowDefinition',
    list: { ...asks('sagemaker', 'DescribeFlowDefinition'), over: each({ ...asks('sagemaker', 'ListFlowDefinitions'), next: MORE, items: (page) => list(page['FlowDefinitionSummaries']) }, (item) => ({ FlowDefinitionName: item['FlowDefinitionName'] })), items: (page) => [page] },
    arn: named('FlowDefinitionArn'),
    name: named('FlowDefinitionName'),
    properties: (item) => ({ OutputConfig: part(item['OutputConfig'], 'S3OutputPath', 'KmsKeyId') }),
  },
  {
    service: 'comprehend',
    type: 'AWS::Comprehend::EntityRecognizer',
    list: { ...asks('comprehend', 'ListEntityRecognizers'), next: MORE, items: (page) => list(page['EntityRecognizerPropertiesList']) },
    arn: named('EntityRecognizerArn'),
    name: (item) => text(item['EntityRecognizerArn'])?.split('entity-recognizer/').at(-1) ?? '',
    properties: (item) => same(item, 'LanguageCode', 'VolumeKmsKeyId', 'ModelKmsKeyId', 'DataAccessRoleArn', 'VpcConfig'),
    reads: [{ ...asks('comprehend', 'DescribeResourcePolicy'), input: (item) => ({ ResourceArn: item['EntityRecognizerArn'] }), fills: ['ModelPolicy'], unset: ['ResourceNotFoundException'], value: (page) => ({ ModelPolicy: json(page['ResourcePolicy']) }) }],
  },
  {
    service: 'bedrock',
    type: 'Demarc::Bedrock::CustomModel',
    list: { ...asks('bedrock', 'GetCustomModel'), over: each({ ...asks('bedrock', 'ListCustomModels'), input: { isOwned: true }, next: more, items: (page) => list(page['modelSummaries']) }, (item) => ({ modelIdentifier: item['modelArn'] })), items: (page) => [page] },
    arn: named('modelArn'),
    name: named('modelName'),
    properties: (item) => ({ ModelName: json(item['modelName']), ModelKmsKeyArn: json(item['modelKmsKeyArn']) }),
  },
  {
    service: 'connect',
    type: 'AWS::Connect::InstanceStorageConfig',
    list: {
      ...asks('connect', 'ListInstanceStorageConfigs'),
      next: MORE,
      over: {
        list: { ...asks('connect', 'ListInstances'), next: MORE, items: (page) => list(page['InstanceSummaryList']).flatMap((one) => STORED.map((ResourceType) => ({ ...one, ResourceType }))) },
        input: ([one = {}]) => ({ InstanceId: one['Id'], ResourceType: one['ResourceType'] }),
      },
      items: (page, [one = {}]) => list(page['StorageConfigs']).map((config) => ({ ...config, ResourceType: one['ResourceType'], InstanceArn: one['Arn'] })),
    },
    arn: (item) => `${text(item['InstanceArn']) ?? ''}/storage/${text(item['ResourceType']) ?? ''}/${text(item['AssociationId']) ?? ''}`,
    name: named('ResourceType'),
    properties: (item) => ({
      InstanceArn: json(item['InstanceArn']),
      ResourceType: json(item['ResourceType']),
      StorageType: json(item['StorageType']),
      S3Config: encrypted(item['S3Config'], 'BucketName', 'BucketPrefix'),
      KinesisVideoStreamConfig: encrypted(item['KinesisVideoStreamConfig'], 'Prefix', 'RetentionPeriodHours'),
      KinesisStreamConfig: part(item['KinesisStreamConfig'], 'StreamArn'),
      KinesisFirehoseConfig: part(item['KinesisFirehoseConfig'], 'FirehoseArn'),
    }),
  },
  {
    service: 'sso',
    type: 'AWS::SSO::Assignment',
    list: { ...asks('sso', 'ListAccountAssignments'), next: MORE, over: each(provisioned, (one) => same(one, 'InstanceArn', 'PermissionSetArn', 'AccountId')), items: (page, [one = {}]) => list(page['AccountAssignments']).map((assignment) => ({ ...assignment, InstanceArn: one['InstanceArn'] })) },
    arn: (item) => `${text(item['PermissionSetArn']) ?? ''}/${text(item['AccountId']) ?? ''}/${text(item['PrincipalType']) ?? ''}/${text(item['PrincipalId']) ?? ''}`,
    name: (item) => `${text(item['PrincipalType']) ?? ''} ${text(item['PrincipalId']) ?? ''} in ${text(item['AccountId']) ?? ''}`,
    properties: (item) => ({ ...same(item, 'InstanceArn', 'PermissionSetArn', 'PrincipalType', 'PrincipalId'), TargetId: json(item['AccountId']), TargetType: 'AWS_ACCOUNT' }),
  },
];
