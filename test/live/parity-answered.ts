/**
 * Types that the API server does not make, or tells in a form that AWS does not use: the proxy answers for them in AWS's documented form
 * (`fixtures/`, each with its page). A template that says what the fixture says must be judged as the account that answers so.
 */
import { BackupClient, CreateBackupPlanCommand } from '@aws-sdk/client-backup';
import type { Case } from './parity-cases.js';
import { ACCOUNT } from './seeds/seed.js';

const key = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`;
const strict = `arn:aws:network-firewall:us-east-1:${ACCOUNT}:firewall-policy/strict`;
const REFERS = 'the template refers to it, the account names it';
const TEXT = 'documents come as text';

/** A case for which nothing of its type is made, with the fixture's operation. */
export interface Answered extends Case {
  readonly fixture: string;
}
const there = (id: string) => (): Promise<string> => Promise.resolve(id);

export const answered: readonly Answered[] = [
  {
    id: 'Vpn',
    type: 'AWS::EC2::ClientVpnEndpoint',
    fixture: 'ec2:DescribeClientVpnEndpoints',
    properties: { ClientCidrBlock: '10.200.0.0/22', SplitTunnel: true, ServerCertificateArn: { Ref: 'Certificate' }, ConnectionLogOptions: { Enabled: false }, AuthenticationOptions: [{ Type: 'certificate-authentication' }] },
    make: there('client-vpn-endpoint/cvpn-endpoint-0123456789abcdef0'),
    unlike: { ServerCertificateArn: 'the fixture does not name it' },
  },
  {
    id: 'OpenHeaders',
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    fixture: 'cloudfront:ListResponseHeadersPolicies',
    properties: { ResponseHeadersPolicyConfig: { Name: 'open', Comment: 'x', SecurityHeadersConfig: { StrictTransportSecurity: { Override: true, IncludeSubdomains: true, Preload: true, AccessControlMaxAgeSec: 60 } }, RemoveHeadersConfig: { Items: [{ Header: 'Server' }] } } },
    make: there('response-headers-policy/open-headers'),
  },
  {
    id: 'ShutHeaders',
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    fixture: 'cloudfront:ListResponseHeadersPolicies',
    properties: { ResponseHeadersPolicyConfig: { Name: 'shut', Comment: 'x', SecurityHeadersConfig: { StrictTransportSecurity: { Override: true, IncludeSubdomains: true, Preload: true, AccessControlMaxAgeSec: 31536000 } }, RemoveHeadersConfig: { Items: [{ Header: 'Server' }] } } },
    make: there('response-headers-policy/shut-headers'),
  },
  {
    id: 'Chosen',
    type: 'AWS::Backup::BackupSelection',
    fixture: 'backup:GetBackupSelection',
    properties: { BackupPlanId: 'plan-1', BackupSelection: { SelectionName: 'named', IamRoleArn: `arn:aws:iam::${ACCOUNT}:role/any`, Resources: [`arn:aws:rds:us-east-1:${ACCOUNT}:db:held`] } },
    // Of a plan that there is: selections are listed of each.
    make: async (at) => {
      await new BackupClient(at).send(new CreateBackupPlanCommand({ BackupPlan: { BackupPlanName: 'parity', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'parity', ScheduleExpression: 'cron(0 5 * * ? *)' }] } }));
      return 'backup-plan:plan-1/selection/selection-1';
    },
  },
  {
    id: 'Strict',
    type: 'AWS::NetworkFirewall::FirewallPolicy',
    fixture: 'network-firewall:DescribeFirewallPolicy',
    properties: { FirewallPolicyName: 'strict', FirewallPolicy: { StatelessDefaultActions: ['aws:pass'], StatelessFragmentDefaultActions: ['aws:drop'] } },
    make: there(strict),
  },
  {
    id: 'UsersRisk',
    type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    fixture: 'cognito-idp:DescribeRiskConfiguration',
    properties: { UserPoolId: { Ref: 'Users' }, ClientId: 'ALL', CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } } },
    make: (_, made) => Promise.resolve(`${made.get('Users') ?? ''}/risk`),
    unlike: { UserPoolId: REFERS, ClientId: 'of the pool itself, a reply names no client' },
  },
  {
    id: 'OpenDesk',
    type: 'AWS::WorkSpaces::Workspace',
    fixture: 'workspaces:DescribeWorkspaces',
    properties: { DirectoryId: 'd-1111111111', UserName: 'bob', BundleId: 'wsb-111111111', RootVolumeEncryptionEnabled: false, UserVolumeEncryptionEnabled: true },
    make: there('workspace/ws-111111111'),
  },
  {
    id: 'ShutDesk',
    type: 'AWS::WorkSpaces::Workspace',
    fixture: 'workspaces:DescribeWorkspaces',
    properties: { DirectoryId: 'd-1111111111', UserName: 'eve', BundleId: 'wsb-111111111', RootVolumeEncryptionEnabled: true, UserVolumeEncryptionEnabled: true, VolumeEncryptionKey: key },
    make: there('workspace/ws-222222222'),
  },
  {
    id: 'OpenReplication',
    type: 'AWS::DMS::ReplicationInstance',
    fixture: 'dms:DescribeReplicationInstances',
    properties: { ReplicationInstanceIdentifier: 'open', ReplicationInstanceClass: 'dms.t3.micro', PubliclyAccessible: true, AutoMinorVersionUpgrade: false, MultiAZ: false },
    make: there(`arn:aws:dms:us-east-1:${ACCOUNT}:rep:open`),
  },
  {
    id: 'ShutReplication',
    type: 'AWS::DMS::ReplicationInstance',
    fixture: 'dms:DescribeReplicationInstances',
    properties: { ReplicationInstanceIdentifier: 'shut', ReplicationInstanceClass: 'dms.t3.micro', PubliclyAccessible: false, AutoMinorVersionUpgrade: true, MultiAZ: false, KmsKeyId: key },
    make: there(`arn:aws:dms:us-east-1:${ACCOUNT}:rep:shut`),
  },
  {
    id: 'OpenKafka',
    type: 'AWS::MSK::Cluster',
    fixture: 'kafka:ListClustersV2',
    properties: {
      ClusterName: 'open',
      KafkaVersion: '3.6.0',
      NumberOfBrokerNodes: 2,
      BrokerNodeGroupInfo: { ClientSubnets: ['subnet-1'], InstanceType: 'kafka.m5.large', SecurityGroups: ['sg-1'], ConnectivityInfo: { PublicAccess: { Type: 'SERVICE_PROVIDED_EIPS' } } },
      ClientAuthentication: { Unauthenticated: { Enabled: true } },
      EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: key }, EncryptionInTransit: { ClientBroker: 'PLAINTEXT', InCluster: false } },
    },
    make: there('cluster/open/1'),
  },
  {
    id: 'ShutKafka',
    type: 'AWS::MSK::Cluster',
    fixture: 'kafka:ListClustersV2',
    properties: {
      ClusterName: 'shut',
      KafkaVersion: '3.6.0',
      NumberOfBrokerNodes: 2,
      BrokerNodeGroupInfo: { ClientSubnets: ['subnet-1'], InstanceType: 'kafka.m5.large', SecurityGroups: ['sg-1'] },
      ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
      EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: key }, EncryptionInTransit: { ClientBroker: 'TLS', InCluster: true } },
      LoggingInfo: { BrokerLogs: { CloudWatchLogs: { Enabled: true, LogGroup: 'kafka' } } },
    },
    make: there('cluster/shut/1'),
  },
  {
    id: 'KafkaPolicy',
    type: 'AWS::MSK::ClusterPolicy',
    fixture: 'kafka:GetClusterPolicy',
    properties: { ClusterArn: { Ref: 'OpenKafka' }, Policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'kafka:GetBootstrapBrokers', Resource: '*' }] } },
    make: there('cluster/open/1/policy'),
    unlike: { ClusterArn: REFERS, Policy: TEXT },
  },
  {
    id: 'WebWallOfStage',
    type: 'AWS::WAFv2::WebACLAssociation',
    fixture: 'wafv2:ListResourcesForWebACL',
    properties: { ResourceArn: 'arn:aws:apigateway:us-east-1::/restapis/shutapi/stages/live', WebACLArn: { 'Fn::GetAtt': ['ShutWall', 'Arn'] } },
    make: there('/restapis/shutapi/stages/live/web-acl'),
    unlike: { WebACLArn: REFERS },
  },
  {
    id: 'Outside',
    type: 'AWS::AccessAnalyzer::Analyzer',
    fixture: 'access-analyzer:ListAnalyzers',
    properties: { AnalyzerName: 'outside', Type: 'ACCOUNT' },
    make: there('analyzer/outside'),
  },
];
