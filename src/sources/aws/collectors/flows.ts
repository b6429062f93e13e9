/** Builds, backups, events, machines of states, stacks, zones and network firewalls. */
import { arnOf, asks, json, list, lower, pairs, part, pascal, reply, same, tags, text, texts, type Collector, type ListRow, type Properties, type Reply } from '../collector.js';
import type { Json } from '../../../model/index.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const more = { out: 'nextToken', in: 'nextToken' } as const;

/** Some members that begin with a small letter, as an object. */
const some = (value: unknown, ...names: readonly string[]): Json | undefined => (value === undefined || value === null ? undefined : pascal(Object.fromEntries(names.map((name) => [name, reply(value)[name]]))));

const SOURCE = ['type', 'location', 'gitCloneDepth', 'gitSubmodulesConfig', 'auth', 'reportBuildStatus', 'buildStatusConfig', 'insecureSsl', 'sourceIdentifier'];
const ARTIFACTS = ['type', 'location', 'path', 'namespaceType', 'name', 'packaging', 'overrideArtifactName', 'encryptionDisabled', 'artifactIdentifier'];
const ENVIRONMENT = ['type', 'image', 'computeType', 'environmentVariables', 'privilegedMode', 'certificate', 'imagePullCredentialsType', 'registryCredential', 'fleet'];

function project(item: Reply): Properties {
  const logs = reply(item['logsConfig']);
  return {
    ...lower(item, 'Name', 'Description', 'ServiceRole', 'TimeoutInMinutes', 'QueuedTimeoutInMinutes', 'ConcurrentBuildLimit', 'EncryptionKey', 'ResourceAccessRole', 'SourceVersion', 'AutoRetryLimit'),
    Visibility: json(item['projectVisibility']),
    BadgeEnabled: json(reply(item['badge'])['badgeEnabled']),
    Source: some(item['source'], ...SOURCE),
    SecondarySources: list(item['secondarySources']).map((one) => some(one, ...SOURCE) ?? null),
    Artifacts: some(item['artifacts'], ...ARTIFACTS),
    SecondaryArtifacts: list(item['secondaryArtifacts']).map((one) => some(one, ...ARTIFACTS) ?? null),
    Environment: some(item['environment'], ...ENVIRONMENT),
    VpcConfig: some(item['vpcConfig'], 'vpcId', 'subnets', 'securityGroupIds'),
    LogsConfig: item['logsConfig'] === undefined ? undefined : { CloudWatchLogs: some(logs['cloudWatchLogs'], 'status', 'groupName', 'streamName') ?? null, S3Logs: some(logs['s3Logs'], 'status', 'location', 'encryptionDisabled') ?? null },
    Tags: pairs(item['tags'] ?? []),
  };
}

/** Whether a selection names what it selects: tags, conditions and wildcards choose what no reply tells. */
const exact = (selection: Reply): boolean => list(selection['ListOfTags']).length === 0 && Object.values(reply(selection['Conditions'])).every((one) => list(one).length === 0) && !texts(selection['Resources']).some((arn) => arn.includes('*'));

const plans: ListRow = { ...asks('backup', 'ListBackupPlans'), next: MORE, items: (page) => list(page['BackupPlansList']) };

export const flows: readonly Collector[] = [
  {
    service: 'codebuild',
    type: 'AWS::CodeBuild::Project',
    list: {
      ...asks('codebuild', 'BatchGetProjects'),
      over: { list: { ...asks('codebuild', 'ListProjects'), next: more, items: (page) => texts(page['projects']).map((name) => ({ name })) }, atOnce: 100, input: (items) => ({ names: items.map(({ name }) => name) }) },
      items: (page) => list(page['projects']),
      missed: (page) => texts(page['projectsNotFound']),
    },
    arn: (item) => text(item['arn']) ?? '',
    name: (item) => text(item['name']) ?? '',
    properties: project,
  },
  {
    service: 'sfn',
    type: 'AWS::StepFunctions::StateMachine',
    list: { ...asks('states', 'ListStateMachines'), next: more, items: (page) => list(page['stateMachines']) },
    arn: (item) => text(item['stateMachineArn']) ?? '',
    name: (item) => text(item['name']) ?? '',
    properties: (item) => ({ StateMachineName: json(item['name']), StateMachineType: json(item['type']) }),
    reads: [
      {
        ...asks('states', 'DescribeStateMachine'),
        input: (item) => ({ stateMachineArn: item['stateMachineArn'] }),
        fills: ['DefinitionString', 'RoleArn', 'LoggingConfiguration', 'TracingConfiguration', 'EncryptionConfiguration'],
        value: (page) => ({ ...lower(page, 'RoleArn', 'LoggingConfiguration', 'TracingConfiguration', 'EncryptionConfiguration'), DefinitionString: json(page['definition']) }),
      },
    ],
  },
  {
    service: 'events',
    type: 'AWS::Events::EventBus',
    list: { ...asks('events', 'ListEventBuses'), next: MORE, items: (page) => list(page['EventBuses']) },
    arn: (item) => text(item['Arn']) ?? '',
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => same(item, 'Name', 'Policy', 'Description'),
    reads: [{ ...asks('events', 'DescribeEventBus'), deep: true, input: (item) => ({ Name: item['Name'] }), fills: ['KmsKeyIdentifier', 'DeadLetterConfig', 'LogConfig'], value: (page) => same(page, 'KmsKeyIdentifier', 'DeadLetterConfig', 'LogConfig') }],
  },
  {
    service: 'events',
    type: 'AWS::Events::Rule',
    list: { ...asks('events', 'ListRules'), next: MORE, over: { list: { ...asks('events', 'ListEventBuses'), next: MORE, items: (page) => list(page['EventBuses']) }, input: ([bus = {}]) => ({ EventBusName: bus['Name'] }) }, items: (page) => list(page['Rules']) },
    arn: (item) => text(item['Arn']) ?? '',
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => same(item, 'Name', 'EventBusName', 'EventPattern', 'ScheduleExpression', 'State', 'RoleArn', 'Description'),
  },
  {
    service: 'backup',
    type: 'AWS::Backup::BackupVault',
    list: { ...asks('backup', 'ListBackupVaults'), next: MORE, items: (page) => list(page['BackupVaultList']).filter(({ VaultType: kind = 'BACKUP_VAULT' }) => kind === 'BACKUP_VAULT') },
    arn: (item) => text(item['BackupVaultArn']) ?? '',
    name: (item) => text(item['BackupVaultName']) ?? '',
    properties: (item) => ({ ...same(item, 'BackupVaultName', 'EncryptionKeyArn'), LockConfiguration: item['Locked'] === true ? part(item, 'MinRetentionDays', 'MaxRetentionDays') : undefined }),
    facts: (item) => same(item, 'NumberOfRecoveryPoints', 'LockDate'),
    reads: [{ ...asks('backup', 'GetBackupVaultAccessPolicy'), input: (item) => ({ BackupVaultName: item['BackupVaultName'] }), fills: ['AccessPolicy'], unset: ['ResourceNotFoundException'], value: (page) => ({ AccessPolicy: json(page['Policy']) }) }],
  },
  {
    service: 'backup',
    type: 'AWS::Backup::BackupSelection',
    list: { ...asks('backup', 'ListBackupSelections'), next: MORE, over: { list: plans, input: ([plan = {}]) => ({ BackupPlanId: plan['BackupPlanId'] }) }, items: (page) => list(page['BackupSelectionsList']) },
    arn: (item, place) => arnOf(place, 'backup', `backup-plan:${text(item['BackupPlanId']) ?? ''}/selection/${text(item['SelectionId']) ?? ''}`),
    name: (item) => text(item['SelectionName']) ?? '',
    properties: (item) => same(item, 'BackupPlanId'),
    reads: [
      {
        ...asks('backup', 'GetBackupSelection'),
        input: (item) => ({ BackupPlanId: item['BackupPlanId'], SelectionId: item['SelectionId'] }),
        fills: ['BackupSelection'],
        value: (page) => {
          const selection = reply(page['BackupSelection']);
          return exact(selection) ? { BackupSelection: json(same(selection, 'SelectionName', 'IamRoleArn', 'Resources', 'NotResources')) } : {};
        },
      },
    ],
  },
  {
    service: 'cloudformation',
    type: 'AWS::CloudFormation::Stack',
    list: { ...asks('cloudformation', 'DescribeStacks'), next: MORE, items: (page) => list(page['Stacks']) },
    arn: (item) => text(item['StackId']) ?? '',
    name: (item) => text(item['StackName']) ?? '',
    properties: (item) => ({ NotificationARNs: json(item['NotificationARNs'] ?? []), TimeoutInMinutes: json(item['TimeoutInMinutes']), Tags: tags(item['Tags'] ?? []) }),
    facts: (item) => ({ ...same(item, 'StackName', 'StackStatus', 'EnableTerminationProtection', 'ParentId', 'RoleARN'), StackDriftStatus: json(reply(item['DriftInformation'])['StackDriftStatus']) }),
  },
  {
    service: 'route53',
    global: true,
    type: 'AWS::Route53::HostedZone',
    list: { ...asks('route53', 'ListHostedZones'), next: { out: 'NextMarker', in: 'Marker' }, items: (page) => list(page['HostedZones']) },
    arn: (item, { partition }) => `arn:${partition}:route53:::${(text(item['Id']) ?? '').replace(/^\//, '')}`,
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => ({ Name: json(item['Name']), HostedZoneConfig: part(item['Config'], 'Comment') }),
    facts: (item) => same(reply(item['Config']), 'PrivateZone'),
    reads: [
      { ...asks('route53', 'GetHostedZone'), input: (item) => ({ Id: item['Id'] }), fills: ['VPCs'], value: (page) => ({ VPCs: list(page['VPCs']).map((one) => ({ VPCId: json(one['VPCId']) ?? null, VPCRegion: json(one['VPCRegion']) ?? null })) }) },
      { ...asks('route53', 'ListQueryLoggingConfigs'), input: (item) => ({ HostedZoneId: (text(item['Id']) ?? '').split('/').at(-1) }), next: MORE, fills: ['QueryLoggingConfig'], value: (page) => ({ QueryLoggingConfig: part(list(page['QueryLoggingConfigs'])[0], 'CloudWatchLogsLogGroupArn') }) },
    ],
    makes: [
      {
        ...asks('route53', 'GetDNSSEC'),
        type: 'AWS::Route53::DNSSEC',
        // Private zones cannot be signed.
        input: (item) => (reply(item['Config'])['PrivateZone'] === true ? undefined : { HostedZoneId: (text(item['Id']) ?? '').split('/').at(-1) }),
        suffix: '/dnssec',
        known: (item) => ({ HostedZoneId: json((text(item['Id']) ?? '').split('/').at(-1)) }),
        fills: [],
        value: (page) => (reply(page['Status'])['ServeSignature'] === 'SIGNING' ? [{ properties: {} }] : []),
      },
    ],
  },
  {
    service: 'network-firewall',
    type: 'AWS::NetworkFirewall::Firewall',
    list: { ...asks('network-firewall', 'ListFirewalls'), next: MORE, items: (page) => list(page['Firewalls']) },
    arn: (item) => text(item['FirewallArn']) ?? '',
    name: (item) => text(item['FirewallName']) ?? '',
    properties: (item) => same(item, 'FirewallName'),
    reads: [
      {
        ...asks('network-firewall', 'DescribeFirewall'),
        input: (item) => ({ FirewallArn: item['FirewallArn'] }),
        fills: ['DeleteProtection', 'SubnetChangeProtection', 'FirewallPolicyChangeProtection', 'FirewallPolicyArn', 'VpcId', 'SubnetMappings', 'Description', 'Tags'],
        facts: ['EncryptionConfiguration'],
        value: (page) => {
          const firewall = reply(page['Firewall']);
          // Off is what is not said: https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_Firewall.html
          return { DeleteProtection: false, SubnetChangeProtection: false, FirewallPolicyChangeProtection: false, ...json(same(firewall, 'DeleteProtection', 'SubnetChangeProtection', 'FirewallPolicyChangeProtection')) as object, ...same(firewall, 'FirewallPolicyArn', 'VpcId', 'SubnetMappings', 'Description', 'EncryptionConfiguration'), Tags: tags(firewall['Tags'] ?? []) };
        },
      },
    ],
    makes: [
      {
        ...asks('network-firewall', 'DescribeLoggingConfiguration'),
        type: 'AWS::NetworkFirewall::LoggingConfiguration',
        input: (item) => ({ FirewallArn: item['FirewallArn'] }),
        suffix: '/logging',
        known: (item) => ({ FirewallArn: json(item['FirewallArn']) }),
        fills: ['LoggingConfiguration'],
        value: (page) => (list(reply(page['LoggingConfiguration'])['LogDestinationConfigs']).length === 0 ? [] : [{ properties: { LoggingConfiguration: json(page['LoggingConfiguration']) } }]),
      },
    ],
  },
  {
    service: 'network-firewall',
    type: 'AWS::NetworkFirewall::FirewallPolicy',
    list: { ...asks('network-firewall', 'ListFirewallPolicies'), next: MORE, items: (page) => list(page['FirewallPolicies']) },
    arn: (item) => text(item['Arn']) ?? '',
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => ({ FirewallPolicyName: json(item['Name']) }),
    reads: [{ ...asks('network-firewall', 'DescribeFirewallPolicy'), input: (item) => ({ FirewallPolicyArn: item['Arn'] }), fills: ['FirewallPolicy'], facts: ['EncryptionConfiguration'], value: (page) => ({ FirewallPolicy: json(page['FirewallPolicy']), EncryptionConfiguration: json(reply(page['FirewallPolicyResponse'])['EncryptionConfiguration']) }) }],
  },
];
