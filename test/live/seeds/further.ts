/** Services of which only little is asked: layers, vaults, tables, lattices, subscriptions, windows, records, assignments. */
import { ComprehendClient, CreateEntityRecognizerCommand } from '@aws-sdk/client-comprehend';
import { CreateVaultCommand, GlacierClient } from '@aws-sdk/client-glacier';
import { LambdaClient, PublishLayerVersionCommand } from '@aws-sdk/client-lambda';
import { ChangeResourceRecordSetsCommand, ListHostedZonesCommand, Route53Client } from '@aws-sdk/client-route-53';
import { RegisterDomainCommand, Route53DomainsClient } from '@aws-sdk/client-route-53-domains';
import { CreateTableBucketCommand, S3TablesClient } from '@aws-sdk/client-s3tables';
import { CreateEmailIdentityCommand, CreateEmailIdentityPolicyCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateMaintenanceWindowCommand, RegisterTargetWithMaintenanceWindowCommand, RegisterTaskWithMaintenanceWindowCommand, SSMClient } from '@aws-sdk/client-ssm';
import { CreateAccountAssignmentCommand, CreatePermissionSetCommand, ListInstancesCommand, ProvisionPermissionSetCommand, SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { CreateServiceCommand, CreateServiceNetworkCommand, PutAuthPolicyCommand, VPCLatticeClient } from '@aws-sdk/client-vpc-lattice';
import { CreateRuleGroupCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { ACCOUNT, type Seed } from './seed.js';

const everyone = (Action: string): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action, Resource: '*' }] });
const contact = { FirstName: 'x', LastName: 'x', ContactType: 'PERSON', AddressLine1: 'x', City: 'x', State: 'WA', CountryCode: 'US', ZipCode: '98101', PhoneNumber: '+1.2065550100', Email: 'x@example.com' } as const;

export const further: Seed = async (at) => {
  await new LambdaClient(at).send(new PublishLayerVersionCommand({ LayerName: 'common', Content: { ZipFile: Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]) } }));
  await new GlacierClient(at).send(new CreateVaultCommand({ accountId: '-', vaultName: 'archive' }));
  const mail = new SESv2Client(at);
  await mail.send(new CreateEmailIdentityCommand({ EmailIdentity: 'example.com' }));
  await mail.send(new CreateEmailIdentityPolicyCommand({ EmailIdentity: 'example.com', PolicyName: 'open', Policy: everyone('ses:SendEmail') }));
  await new S3TablesClient(at).send(new CreateTableBucketCommand({ name: 'tables' }));
  const lattice = new VPCLatticeClient(at);
  const { arn: service } = await lattice.send(new CreateServiceCommand({ name: 'orders', authType: 'AWS_IAM' }));
  await lattice.send(new PutAuthPolicyCommand({ resourceIdentifier: service, policy: everyone('vpc-lattice-svcs:Invoke') }));
  const { arn: net } = await lattice.send(new CreateServiceNetworkCommand({ name: 'all', authType: 'AWS_IAM' }));
  await lattice.send(new PutAuthPolicyCommand({ resourceIdentifier: net, policy: everyone('vpc-lattice-svcs:Invoke') }));
  const sns = new SNSClient(at);
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'deliveries' }));
  for (const Protocol of ['http', 'https']) await sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint: `${Protocol}://example.com/deliveries` }));
  const ssm = new SSMClient(at);
  for (const Name of ['nightly', 'idle']) {
    const { WindowId } = await ssm.send(new CreateMaintenanceWindowCommand({ Name, Schedule: 'cron(0 3 ? * SUN *)', Duration: 3, Cutoff: 1, AllowUnassociatedTargets: false }));
    if (Name === 'idle') continue;
    await ssm.send(new RegisterTargetWithMaintenanceWindowCommand({ WindowId, ResourceType: 'INSTANCE', Targets: [{ Key: 'tag:Patched', Values: ['yes'] }] }));
    await ssm.send(new RegisterTaskWithMaintenanceWindowCommand({ WindowId, TaskArn: 'AWS-RunPatchBaseline', TaskType: 'RUN_COMMAND', Targets: [{ Key: 'tag:Patched', Values: ['yes'] }], TaskParameters: { Operation: { Values: ['Install'] } } }));
  }
  const zones = new Route53Client(at);
  const { HostedZones } = await zones.send(new ListHostedZonesCommand({}));
  for (const [Name, Value] of [['stray', '52.9.9.9'], ['inside', '10.0.0.9']]) {
    await zones.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: HostedZones?.[0]?.Id, ChangeBatch: { Changes: [{ Action: 'CREATE', ResourceRecordSet: { Name: `${Name}.${HostedZones?.[0]?.Name}`, Type: 'A', TTL: 300, ResourceRecords: [{ Value }] } }] } }));
  }
  await new Route53DomainsClient(at).send(new RegisterDomainCommand({ DomainName: 'example-shop.com', DurationInYears: 2, AdminContact: contact, RegistrantContact: contact, TechContact: contact }));
  const people = new SSOAdminClient(at);
  const { Instances } = await people.send(new ListInstancesCommand({}));
  const { InstanceArn } = Instances?.[0] ?? {};
  const { PermissionSet } = await people.send(new CreatePermissionSetCommand({ InstanceArn, Name: 'readers' }));
  await people.send(new CreateAccountAssignmentCommand({ InstanceArn, PermissionSetArn: PermissionSet?.PermissionSetArn, PrincipalId: '11111111-2222-3333-4444-555555555555', PrincipalType: 'GROUP', TargetId: ACCOUNT, TargetType: 'AWS_ACCOUNT' }));
  await people.send(new ProvisionPermissionSetCommand({ InstanceArn, PermissionSetArn: PermissionSet?.PermissionSetArn, TargetId: ACCOUNT, TargetType: 'AWS_ACCOUNT' }));
  await new ComprehendClient(at).send(new CreateEntityRecognizerCommand({ RecognizerName: 'names', LanguageCode: 'en', DataAccessRoleArn: `arn:aws:iam::${ACCOUNT}:role/service-role/any`, InputDataConfig: { EntityTypes: [{ Type: 'X' }], Documents: { S3Uri: 's3://open-data/x' } } }));
  const Rules = [{ Name: 'far', Priority: 1, Action: { Block: {} }, Statement: { GeoMatchStatement: { CountryCodes: ['AQ' as const] } }, VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'rule' } }];
  await new WAFV2Client(at).send(new CreateRuleGroupCommand({ Name: 'own', Scope: 'REGIONAL', Capacity: 10, Rules, VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'own' } }));
  await new WAFV2Client(at).send(new CreateRuleGroupCommand({ Name: 'far', Scope: 'CLOUDFRONT', Capacity: 10, Rules, VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'far' } }));
};
