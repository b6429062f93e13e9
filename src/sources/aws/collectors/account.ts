/** What only the account knows: its root, its credentials' age and use, and whether it watches itself. */
import { arnOf, json, list, lower, reply, same, tags, text, texts, type Collector, type ListRow, type Properties, type Reply } from '../collector.js';
import type { Json } from '../../../model/index.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const more = { out: 'nextToken', in: 'nextToken' } as const;
const MARKER = { out: 'Marker', in: 'Marker' } as const;

/** A service that the account does not use says so with an error. */
const OFF = ['InvalidAccessException', 'ResourceNotFoundException'];

/** The report is a table of values with commas between; `N/A`, `no_information` and `not_supported` say that there is none. */
function rows(content: unknown): readonly Reply[] {
  if (!(content instanceof Uint8Array)) return [];
  const [head = '', ...lines] = Buffer.from(content).toString('utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, /^(?:N\/A|no_information|not_supported|)$/.test(values[i] ?? '') ? undefined : values[i]]));
  });
}
const yes = (value: unknown): boolean => value === 'true' || value === 'TRUE';
const keys = (row: Reply): Json => [1, 2].flatMap((n) => (yes(row[`access_key_${n}_active`]) ? [{ Active: true, LastRotated: json(row[`access_key_${n}_last_rotated`]) ?? null, LastUsed: json(row[`access_key_${n}_last_used_date`]) ?? null }] : []));

const credentialReport: ListRow = {
  command: 'GetCredentialReportCommand',
  permission: 'iam:GetCredentialReport',
  over: { list: { command: 'GenerateCredentialReportCommand', permission: 'iam:GenerateCredentialReport', until: (page) => page['State'] === 'COMPLETE', items: () => [{}] }, input: () => ({}) },
  items: (page) => rows(page['Content']),
};

const managed: ListRow = { command: 'DescribeInstanceInformationCommand', permission: 'ssm:DescribeInstanceInformation', next: MORE, items: (page) => list(page['InstanceInformationList']) };

const detectors: ListRow = { command: 'ListDetectorsCommand', permission: 'guardduty:ListDetectors', next: MORE, items: (page) => texts(page['DetectorIds']).map((id) => ({ id })) };
const detector = (page: Reply): Properties => ({
  Enable: page['Status'] === 'ENABLED',
  FindingPublishingFrequency: json(page['FindingPublishingFrequency']),
  DataSources: undefined, // told as features
  Features: list(page['Features']).map((one) => ({ Name: json(one['Name']) ?? null, Status: json(one['Status']) ?? null, AdditionalConfiguration: list(one['AdditionalConfiguration']).map((inner) => ({ Name: json(inner['Name']) ?? null, Status: json(inner['Status']) ?? null })) })),
});

/** What Inspector found on each of a kind of resources, counted by severity: its open findings. */
const inspected = (aggregationType: string, member: string, id: string): Collector => ({
  service: 'inspector2',
  type: 'Demarc::Inspector2::Findings',
  list: { command: 'ListFindingAggregationsCommand', permission: 'inspector2:ListFindingAggregations', input: { aggregationType }, next: more, items: (page) => list(page['responses']).map((one) => ({ ...reply(one[member]), id: reply(one[member])[id] })) },
  arn: (item, place) => `${text(item['id'])?.startsWith('arn:') === true ? text(item['id']) : arnOf(place, 'ec2', `instance/${text(item['id']) ?? ''}`)}/inspector-findings`,
  name: (item) => text(item['id']) ?? '',
  properties: (item) => {
    const { critical, high, medium } = reply(item['severityCounts']);
    return { ResourceId: json(item['id']), Critical: json(critical), High: json(high), Medium: json(medium) };
  },
});

export const account: readonly Collector[] = [
  {
    service: 'sts',
    global: true,
    type: 'Demarc::AWS::Account',
    list: { command: 'GetCallerIdentityCommand', permission: 'sts:GetCallerIdentity', items: (page) => [page] },
    arn: (_, { partition, account: id }) => `arn:${partition}:iam::${id}:root`,
    name: (item) => text(item['Account']) ?? '',
    properties: () => ({}),
  },
  {
    service: 'sts',
    type: 'Demarc::AWS::Region',
    list: { command: 'GetCallerIdentityCommand', permission: 'sts:GetCallerIdentity', items: (page) => [page] },
    arn: (_, { partition, account: id, region }) => `arn:${partition}:account:${region}:${id}:region`,
    name: (item) => text(item['Account']) ?? '',
    properties: () => ({}),
  },
  {
    service: 'iam',
    global: true,
    type: 'Demarc::IAM::AccountSummary',
    list: { command: 'GetAccountSummaryCommand', permission: 'iam:GetAccountSummary', items: (page) => [reply(page['SummaryMap'])] },
    arn: (_, { partition, account: id }) => `arn:${partition}:iam::${id}:account-summary`,
    name: () => 'root user',
    properties: (item) => Object.fromEntries(['AccountMFAEnabled', 'AccountAccessKeysPresent', 'AccountSigningCertificatesPresent'].flatMap((name) => (typeof item[name] === 'number' ? [[name, item[name] > 0]] : []))),
    facts: (item) => same(item, 'Users', 'MFADevices', 'AccountPasswordPresent'),
  },
  {
    service: 'iam',
    global: true,
    type: 'Demarc::IAM::CredentialReportEntry',
    list: credentialReport,
    arn: (item) => `${text(item['arn']) ?? ''}/credentials`,
    name: (item) => text(item['user']) ?? '',
    properties: (item) => ({ UserName: json(item['user']), PasswordEnabled: yes(item['password_enabled']), PasswordLastUsed: json(item['password_last_used']), PasswordLastChanged: json(item['password_last_changed']), MFAActive: yes(item['mfa_active']), AccessKeys: keys(item) }),
    facts: (item) => ({ UserCreationTime: json(item['user_creation_time']) }),
  },
  {
    service: 'iam',
    global: true,
    type: 'Demarc::IAM::ServerCertificate',
    list: { command: 'ListServerCertificatesCommand', permission: 'iam:ListServerCertificates', next: MARKER, items: (page) => list(page['ServerCertificateMetadataList']) },
    arn: (item) => text(item['Arn']) ?? '',
    name: (item) => text(item['ServerCertificateName']) ?? '',
    properties: (item) => same(item, 'ServerCertificateName', 'Expiration'),
  },
  {
    service: 'iam',
    global: true,
    type: 'AWS::IAM::OIDCProvider',
    list: {
      command: 'GetOpenIDConnectProviderCommand',
      permission: 'iam:GetOpenIDConnectProvider',
      over: { list: { command: 'ListOpenIDConnectProvidersCommand', permission: 'iam:ListOpenIDConnectProviders', items: (page) => list(page['OpenIDConnectProviderList']) }, input: ([item = {}]) => ({ OpenIDConnectProviderArn: item['Arn'] }) },
      items: (page, [item = {}]) => [{ ...page, Arn: item['Arn'] }],
    },
    arn: (item) => text(item['Arn']) ?? '',
    name: (item) => text(item['Url']) ?? '',
    properties: (item) => ({ ...same(item, 'Url', 'ThumbprintList'), ClientIdList: json(item['ClientIDList']), Tags: tags(item['Tags'] ?? []) }),
  },
  {
    service: 'config',
    type: 'AWS::Config::ConfigurationRecorder',
    list: { command: 'DescribeConfigurationRecordersCommand', permission: 'config:DescribeConfigurationRecorders', items: (page) => list(page['ConfigurationRecorders']) },
    arn: (item, place) => arnOf(place, 'config', `configuration-recorder/${text(item['name']) ?? ''}`),
    name: (item) => text(item['name']) ?? '',
    properties: (item) => ({ ...lower(item, 'Name', 'RecordingGroup', 'RecordingMode'), RoleARN: json(item['roleARN']) }),
    reads: [
      {
        command: 'DescribeConfigurationRecorderStatusCommand',
        permission: 'config:DescribeConfigurationRecorderStatus',
        input: (item) => ({ ConfigurationRecorderNames: [item['name']] }),
        fills: [],
        facts: ['Recording', 'LastStatus'],
        value: (page) => ({ Recording: json(list(page['ConfigurationRecordersStatus'])[0]?.['recording']) ?? false, LastStatus: json(list(page['ConfigurationRecordersStatus'])[0]?.['lastStatus']) }),
      },
    ],
  },
  {
    service: 'config',
    type: 'AWS::Config::DeliveryChannel',
    list: { command: 'DescribeDeliveryChannelsCommand', permission: 'config:DescribeDeliveryChannels', items: (page) => list(page['DeliveryChannels']) },
    arn: (item, place) => arnOf(place, 'config', `delivery-channel/${text(item['name']) ?? ''}`),
    name: (item) => text(item['name']) ?? '',
    properties: (item) => ({ Name: json(item['name']), S3BucketName: json(item['s3BucketName']), S3KeyPrefix: json(item['s3KeyPrefix']), S3KmsKeyArn: json(item['s3KmsKeyArn']), SnsTopicARN: json(item['snsTopicARN']) }),
  },
  {
    service: 'config',
    type: 'AWS::Config::ConfigurationAggregator',
    list: { command: 'DescribeConfigurationAggregatorsCommand', permission: 'config:DescribeConfigurationAggregators', next: MORE, items: (page) => list(page['ConfigurationAggregators']) },
    arn: (item) => text(item['ConfigurationAggregatorArn']) ?? '',
    name: (item) => text(item['ConfigurationAggregatorName']) ?? '',
    properties: (item) => ({ ConfigurationAggregatorName: json(item['ConfigurationAggregatorName']), AccountAggregationSources: json(item['AccountAggregationSources']), OrganizationAggregationSource: json(item['OrganizationAggregationSource']) }),
  },
  {
    service: 'guardduty',
    type: 'AWS::GuardDuty::Detector',
    list: detectors,
    arn: (item, place) => arnOf(place, 'guardduty', `detector/${text(item['id']) ?? ''}`),
    name: (item) => text(item['id']) ?? '',
    properties: () => ({}),
    reads: [{ command: 'GetDetectorCommand', permission: 'guardduty:GetDetector', input: (item) => ({ DetectorId: item['id'] }), fills: ['Enable', 'Features', 'DataSources', 'FindingPublishingFrequency'], value: detector }],
  },
  {
    service: 'securityhub',
    type: 'AWS::SecurityHub::Hub',
    list: { command: 'DescribeHubCommand', permission: 'securityhub:DescribeHub', unset: OFF, items: (page) => [page] },
    arn: (item) => text(item['HubArn']) ?? '',
    name: () => 'Security Hub',
    properties: (item) => ({ AutoEnableControls: json(item['AutoEnableControls']), ControlFindingGenerator: json(item['ControlFindingGenerator']) }),
  },
  {
    service: 'accessanalyzer',
    type: 'AWS::AccessAnalyzer::Analyzer',
    list: { command: 'ListAnalyzersCommand', permission: 'access-analyzer:ListAnalyzers', next: more, items: (page) => list(page['analyzers']) },
    arn: (item) => text(item['arn']) ?? '',
    name: (item) => text(item['name']) ?? '',
    properties: (item) => ({ AnalyzerName: json(item['name']), Type: json(item['type']) }),
    facts: (item) => ({ Status: json(item['status']) }),
    makes: [
      {
        type: 'Demarc::AccessAnalyzer::Findings',
        command: 'ListFindingsV2Command',
        permission: 'access-analyzer:ListFindings',
        input: (item) => ({ analyzerArn: item['arn'], filter: { status: { eq: ['ACTIVE'] } } }),
        suffix: '/findings',
        known: (item) => ({ AnalyzerArn: json(item['arn']) }),
        fills: ['Active'],
        // Of the first page: one finding is enough for an answer.
        value: (page) => [{ properties: { Active: list(page['findings']).length } }],
      },
    ],
  },
  {
    service: 'inspector2',
    type: 'Demarc::Inspector2::Status',
    list: { command: 'BatchGetAccountStatusCommand', permission: 'inspector2:BatchGetAccountStatus', inputOf: ({ account: id }) => ({ accountIds: [id] }), items: (page) => list(page['accounts']) },
    arn: (_, place) => arnOf(place, 'inspector2', 'status'),
    name: () => 'Amazon Inspector',
    properties: (item) => {
      const state = reply(item['resourceState']);
      return { EC2: json(reply(state['ec2'])['status']), ECR: json(reply(state['ecr'])['status']), Lambda: json(reply(state['lambda'])['status']) };
    },
  },
  inspected('AWS_EC2_INSTANCE', 'ec2InstanceAggregation', 'instanceId'),
  inspected('AWS_ECR_CONTAINER', 'awsEcrContainerAggregation', 'resourceId'),
  inspected('LAMBDA_FUNCTION', 'lambdaFunctionAggregation', 'resourceId'),
  {
    service: 'macie2',
    type: 'Demarc::Macie2::Session',
    list: { command: 'GetMacieSessionCommand', permission: 'macie2:GetMacieSession', unset: ['NotEnabledException'], unsetItems: [{ status: 'DISABLED' }], items: (page) => [page] },
    arn: (_, place) => arnOf(place, 'macie2', 'session'),
    name: () => 'Amazon Macie',
    properties: (item) => ({ Status: json(item['status']) }),
  },
  {
    service: 'ssm',
    type: 'Demarc::SSM::ManagedInstance',
    list: managed,
    arn: (item, place) => arnOf(place, 'ssm', `managed-instance/${text(item['InstanceId']) ?? ''}`),
    name: (item) => text(item['InstanceId']) ?? '',
    properties: (item) => same(item, 'InstanceId', 'PingStatus', 'PlatformName', 'PlatformVersion', 'AgentVersion'),
    facts: (item) => same(item, 'LastPingDateTime', 'IsLatestVersion', 'AssociationStatus'),
  },
  {
    service: 'ssm',
    type: 'Demarc::SSM::PatchState',
    list: { command: 'DescribeInstancePatchStatesCommand', permission: 'ssm:DescribeInstancePatchStates', next: MORE, over: { list: managed, atOnce: 50, input: (items) => ({ InstanceIds: items.map((item) => item['InstanceId']) }) }, items: (page) => list(page['InstancePatchStates']) },
    arn: (item, place) => arnOf(place, 'ssm', `patch-state/${text(item['InstanceId']) ?? ''}`),
    name: (item) => text(item['InstanceId']) ?? '',
    properties: (item) => same(item, 'InstanceId', 'MissingCount', 'FailedCount', 'CriticalNonCompliantCount', 'SecurityNonCompliantCount', 'OperationEndTime', 'BaselineId'),
  },
  {
    service: 'ssm',
    type: 'AWS::SSM::PatchBaseline',
    list: { command: 'DescribePatchBaselinesCommand', permission: 'ssm:DescribePatchBaselines', input: { Filters: [{ Key: 'OWNER', Values: ['Self'] }] }, next: MORE, items: (page) => list(page['BaselineIdentities']) },
    arn: (item, place) => arnOf(place, 'ssm', `patchbaseline/${text(item['BaselineId']) ?? ''}`),
    name: (item) => text(item['BaselineName']) ?? '',
    properties: (item) => ({ Name: json(item['BaselineName']), OperatingSystem: json(item['OperatingSystem']), Description: json(item['BaselineDescription']), DefaultBaseline: json(item['DefaultBaseline']) }),
    reads: [
      {
        command: 'GetPatchBaselineCommand',
        permission: 'ssm:GetPatchBaseline',
        input: (item) => ({ BaselineId: item['BaselineId'] }),
        fills: ['ApprovalRules', 'ApprovedPatches', 'RejectedPatches', 'ApprovedPatchesComplianceLevel', 'ApprovedPatchesEnableNonSecurity'],
        value: (page) => ({ ...same(page, 'ApprovalRules', 'ApprovedPatches', 'RejectedPatches', 'ApprovedPatchesComplianceLevel', 'ApprovedPatchesEnableNonSecurity') }),
      },
    ],
  },
];
