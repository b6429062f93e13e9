/** Services of which only little is asked, made in the server, or answered for as the fixtures say. */
import { ComprehendClient, CreateEntityRecognizerCommand } from '@aws-sdk/client-comprehend';
import { LambdaClient, PublishLayerVersionCommand } from '@aws-sdk/client-lambda';
import { ChangeResourceRecordSetsCommand, CreateHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import { CreateTableBucketCommand, S3TablesClient } from '@aws-sdk/client-s3tables';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateMaintenanceWindowCommand, RegisterTargetWithMaintenanceWindowCommand, RegisterTaskWithMaintenanceWindowCommand, SSMClient } from '@aws-sdk/client-ssm';
import { CreateAccountAssignmentCommand, CreatePermissionSetCommand, ListInstancesCommand, ProvisionPermissionSetCommand, SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { CreateServiceCommand, PutAuthPolicyCommand, VPCLatticeClient } from '@aws-sdk/client-vpc-lattice';
import { CreateRuleGroupCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import type { Answered } from './parity-answered.js';
import type { Case } from './parity-cases.js';
import { ACCOUNT } from './seeds/seed.js';

const REFERS = 'the template refers to it, the account names it';
const TEXT = 'documents come as text';
const everyone = (Action: string): { readonly Version: string; readonly Statement: readonly [{ readonly Sid: string; readonly Effect: string; readonly Principal: string; readonly Action: string; readonly Resource: string }] } => ({ Version: '2012-10-17', Statement: [{ Sid: 'all', Effect: 'Allow', Principal: '*', Action, Resource: '*' }] });
const patched = [{ Key: 'tag:Patched', Values: ['yes'] }];
const seen = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'parity' };
const role = `arn:aws:iam::${ACCOUNT}:role/service-role/any`;
const zip = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
const there = (id: string) => (): Promise<string> => Promise.resolve(id);

const made: readonly Case[] = [
  {
    id: 'Layer',
    type: 'AWS::Lambda::LayerVersion',
    properties: { LayerName: 'parity', CompatibleRuntimes: ['nodejs22.x'], Content: { S3Bucket: 'code', S3Key: 'layer.zip' } },
    make: async (at) => (await new LambdaClient(at).send(new PublishLayerVersionCommand({ LayerName: 'parity', CompatibleRuntimes: ['nodejs22.x'], Content: { ZipFile: zip } }))).LayerVersionArn ?? '',
    unlike: { Content: 'where the code was uploaded from is not kept' },
  },
  {
    id: 'Deliveries',
    type: 'AWS::SNS::Subscription',
    properties: { TopicArn: `arn:aws:sns:us-east-1:${ACCOUNT}:parity-deliveries`, Protocol: 'http', Endpoint: 'http://example.com/parity' },
    make: async (at) => {
      const sns = new SNSClient(at);
      const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'parity-deliveries' }));
      return (await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: 'http://example.com/parity' }))).SubscriptionArn ?? '';
    },
  },
  {
    id: 'Window',
    type: 'AWS::SSM::MaintenanceWindow',
    properties: { Name: 'parity', Schedule: 'cron(0 3 ? * SUN *)', Duration: 3, Cutoff: 1, AllowUnassociatedTargets: false },
    make: async (at) => (await new SSMClient(at).send(new CreateMaintenanceWindowCommand({ Name: 'parity', Schedule: 'cron(0 3 ? * SUN *)', Duration: 3, Cutoff: 1, AllowUnassociatedTargets: false }))).WindowId ?? '',
    unlike: { AllowUnassociatedTargets: 'the list does not tell it' },
  },
  {
    id: 'WindowTarget',
    type: 'AWS::SSM::MaintenanceWindowTarget',
    properties: { WindowId: { Ref: 'Window' }, ResourceType: 'INSTANCE', Targets: patched },
    make: async (at, before) => (await new SSMClient(at).send(new RegisterTargetWithMaintenanceWindowCommand({ WindowId: before.get('Window'), ResourceType: 'INSTANCE', Targets: patched }))).WindowTargetId ?? '',
    unlike: { WindowId: REFERS },
  },
  {
    id: 'WindowTask',
    type: 'AWS::SSM::MaintenanceWindowTask',
    properties: { WindowId: { Ref: 'Window' }, TaskArn: 'AWS-RunPatchBaseline', TaskType: 'RUN_COMMAND', Priority: 1, Targets: patched },
    make: async (at, before) => (await new SSMClient(at).send(new RegisterTaskWithMaintenanceWindowCommand({ WindowId: before.get('Window'), TaskArn: 'AWS-RunPatchBaseline', TaskType: 'RUN_COMMAND', Priority: 1, Targets: patched }))).WindowTaskId ?? '',
    // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_MaintenanceWindowTask.html
    unlike: { WindowId: REFERS, TaskType: 'AWS tells it as `Type`, the server under the name of the question' },
  },
  {
    id: 'Record',
    type: 'AWS::Route53::RecordSet',
    properties: { HostedZoneName: 'parity-records.example.', Name: 'www.parity-records.example.', Type: 'A', TTL: '300', ResourceRecords: ['52.9.9.9'] },
    make: async (at) => {
      const zones = new Route53Client(at);
      const { HostedZone } = await zones.send(new CreateHostedZoneCommand({ Name: 'parity-records.example', CallerReference: 'parity-records' }));
      await zones.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: HostedZone?.Id, ChangeBatch: { Changes: [{ Action: 'CREATE', ResourceRecordSet: { Name: 'www.parity-records.example.', Type: 'A', TTL: 300, ResourceRecords: [{ Value: '52.9.9.9' }] } }] } }));
      return '/www.parity-records.example./A';
    },
    unlike: { HostedZoneName: 'the account names the zone by its id' },
    differs: { 'aws-route53-dangling-record': 'code that writes an address down does not hold it; of an account that does not hold it, another one may' },
  },
  {
    id: 'Assignment',
    type: 'AWS::SSO::Assignment',
    properties: { PrincipalType: 'GROUP', PrincipalId: '11111111-2222-3333-4444-555555555555', TargetType: 'AWS_ACCOUNT', TargetId: ACCOUNT, InstanceArn: { Ref: 'Instance' }, PermissionSetArn: { Ref: 'Readers' } },
    make: async (at) => {
      const people = new SSOAdminClient(at);
      const { Instances } = await people.send(new ListInstancesCommand({}));
      const InstanceArn = Instances?.[0]?.InstanceArn;
      const { PermissionSet } = await people.send(new CreatePermissionSetCommand({ InstanceArn, Name: 'parity' }));
      const PermissionSetArn = PermissionSet?.PermissionSetArn;
      await people.send(new CreateAccountAssignmentCommand({ InstanceArn, PermissionSetArn, PrincipalId: '11111111-2222-3333-4444-555555555555', PrincipalType: 'GROUP', TargetId: ACCOUNT, TargetType: 'AWS_ACCOUNT' }));
      await people.send(new ProvisionPermissionSetCommand({ InstanceArn, PermissionSetArn, TargetId: ACCOUNT, TargetType: 'AWS_ACCOUNT' }));
      return `${PermissionSetArn}/${ACCOUNT}/GROUP/11111111-2222-3333-4444-555555555555`;
    },
    unlike: { InstanceArn: REFERS, PermissionSetArn: REFERS },
  },
  {
    id: 'LatticePolicy',
    type: 'AWS::VpcLattice::AuthPolicy',
    properties: { ResourceIdentifier: { Ref: 'LatticeService' }, Policy: everyone('vpc-lattice-svcs:Invoke') },
    make: async (at) => {
      const lattice = new VPCLatticeClient(at);
      const { arn } = await lattice.send(new CreateServiceCommand({ name: 'parity', authType: 'AWS_IAM' }));
      await lattice.send(new PutAuthPolicyCommand({ resourceIdentifier: arn, policy: JSON.stringify(everyone('vpc-lattice-svcs:Invoke')) }));
      return `${arn}/auth-policy`;
    },
    unlike: { ResourceIdentifier: REFERS, Policy: TEXT },
  },
  {
    id: 'OwnRules',
    type: 'AWS::WAFv2::RuleGroup',
    properties: { Name: 'parity', Scope: 'REGIONAL', Capacity: 10, VisibilityConfig: seen, Rules: [] },
    make: async (at) => (await new WAFV2Client(at).send(new CreateRuleGroupCommand({ Name: 'parity', Scope: 'REGIONAL', Capacity: 10, Rules: [], VisibilityConfig: seen }))).Summary?.ARN ?? '',
  },
  {
    id: 'Recognizer',
    type: 'AWS::Comprehend::EntityRecognizer',
    properties: { LanguageCode: 'en', DataAccessRoleArn: role, VolumeKmsKeyId: 'alias/data' },
    make: async (at) => (await new ComprehendClient(at).send(new CreateEntityRecognizerCommand({ RecognizerName: 'parity', LanguageCode: 'en', VolumeKmsKeyId: 'alias/data', DataAccessRoleArn: role, InputDataConfig: { EntityTypes: [{ Type: 'X' }], Documents: { S3Uri: 's3://parity/x' } } }))).EntityRecognizerArn ?? '',
  },
];

const answered: readonly Answered[] = [
  { id: 'LayerShared', type: 'AWS::Lambda::LayerVersionPermission', fixture: 'lambda:GetLayerVersionPolicy', properties: { LayerVersionArn: `arn:aws:lambda:us-east-1:${ACCOUNT}:layer:parity:1`, Action: 'lambda:GetLayerVersion', Principal: '*' }, make: there('layer:parity:1/permission/all') },
  { id: 'Reports', type: 'AWS::CodeBuild::ReportGroup', fixture: 'codebuild:BatchGetReportGroups', properties: { Type: 'TEST', Name: 'unit', ExportConfig: { ExportConfigType: 'S3', S3Destination: { Bucket: 'reports', EncryptionDisabled: true } } }, make: there('report-group/unit') },
  { id: 'Domains', type: 'AWS::NetworkFirewall::RuleGroup', fixture: 'network-firewall:DescribeRuleGroup', properties: { RuleGroupName: 'domains', Type: 'STATEFUL', Capacity: 10 }, make: there('stateful-rulegroup/domains') },
  { id: 'Talks', type: 'AWS::Connect::InstanceStorageConfig', fixture: 'connect:ListInstanceStorageConfigs', properties: { InstanceArn: `arn:aws:connect:us-east-1:${ACCOUNT}:instance/desk`, ResourceType: 'CALL_RECORDINGS', StorageType: 'S3', S3Config: { BucketName: 'open-data', BucketPrefix: 'connect' } }, make: there('instance/desk/storage/CALL_RECORDINGS/1') },
  {
    id: 'TablesShared',
    type: 'AWS::S3Tables::TableBucketPolicy',
    fixture: 's3tables:GetTableBucketPolicy',
    properties: { TableBucketARN: `arn:aws:s3tables:us-east-1:${ACCOUNT}:bucket/parity`, ResourcePolicy: everyone('s3tables:GetTableData') },
    // Of a bucket that there is.
    make: async (at) => `${(await new S3TablesClient(at).send(new CreateTableBucketCommand({ name: 'parity' }))).arn}/policy`,
    unlike: { ResourcePolicy: TEXT },
  },
  { id: 'TableShared', type: 'AWS::S3Tables::TablePolicy', fixture: 's3tables:GetTablePolicy', properties: { TableARN: `arn:aws:s3tables:us-east-1:${ACCOUNT}:bucket/tables/table/orders`, ResourcePolicy: everyone('s3tables:GetTableData') }, make: there('bucket/tables/table/orders/policy'), unlike: { ResourcePolicy: TEXT } },
];

export const further = { made, answered } as const;
