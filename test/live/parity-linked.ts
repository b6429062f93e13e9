/** What ties resources to each other: routes, attachments, associations, policies on something, and what belongs to an API, a user or an organization. */
import { APIGatewayClient, CreateDeploymentCommand, CreateRequestValidatorCommand, CreateStageCommand, GetResourcesCommand, PutIntegrationCommand, PutIntegrationResponseCommand, PutMethodCommand, PutMethodResponseCommand } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client, CreateVpcLinkCommand } from '@aws-sdk/client-apigatewayv2';
import { AppSyncClient, CreateApiCacheCommand } from '@aws-sdk/client-appsync';
import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  AttachVolumeCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateRouteCommand,
  CreateSubnetCommand,
  CreateVolumeCommand,
  CreateVpcCommand,
  CreateVpcEndpointServiceConfigurationCommand,
  CreateVpcPeeringConnectionCommand,
  DescribeNetworkAclsCommand,
  EC2Client,
  ModifyVpcEndpointServicePermissionsCommand,
  ReplaceNetworkAclAssociationCommand,
} from '@aws-sdk/client-ec2';
import { ECRClient, PutRegistryPolicyCommand } from '@aws-sdk/client-ecr';
import { CreateMountTargetCommand, EFSClient } from '@aws-sdk/client-efs';
import { CreateLoadBalancerCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateAccessKeyCommand, IAMClient } from '@aws-sdk/client-iam';
import { KinesisClient, PutResourcePolicyCommand as PutStreamPolicy } from '@aws-sdk/client-kinesis';
import { AddPermissionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CloudWatchLogsClient, PutDestinationCommand, PutDestinationPolicyCommand, PutResourcePolicyCommand as PutLogPolicy } from '@aws-sdk/client-cloudwatch-logs';
import { NetworkFirewallClient, UpdateLoggingConfigurationCommand } from '@aws-sdk/client-network-firewall';
import { CreateOrganizationalUnitCommand, CreateOrganizationCommand, CreatePolicyCommand as CreateControlPolicy, DescribeOrganizationCommand, EnablePolicyTypeCommand, ListAccountsCommand, ListRootsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { PutResourcePolicyCommand as PutSecretPolicy, RotateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { PutLoggingConfigurationCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Json } from '../../src/model/index.js';
import type { Case } from './parity-cases.js';
import { ACCOUNT, type Connection } from './seeds/seed.js';

const role = `arn:aws:iam::${ACCOUNT}:role/work`;
const REFERS = 'the template refers to it, the account names it';
const TEXT = 'documents come as text';
const everyone = (Action: string, Resource = '*', Principal: Json = '*'): Json => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action, Resource }] });
const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }] };
const ec2 = (at: Connection): EC2Client => new EC2Client(at);
const lastOf = (arn: string | undefined): string => arn?.split('/').at(-1) ?? '';

/** The organization's root; the first call makes the organization. */
async function rootOf(at: Connection): Promise<string> {
  const organizations = new OrganizationsClient(at);
  await organizations.send(new DescribeOrganizationCommand({})).catch(() => organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' })));
  return (await organizations.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? '';
}

export const linked: readonly Case[] = [
  {
    id: 'OtherSubnet',
    type: 'AWS::EC2::Subnet',
    properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.77.2.0/24' },
    make: async (at, made) => (await ec2(at).send(new CreateSubnetCommand({ VpcId: made.get('Vpc'), CidrBlock: '10.77.2.0/24', AvailabilityZone: 'us-east-1b' }))).Subnet?.SubnetId ?? '',
    unlike: { VpcId: REFERS },
  },
  {
    id: 'Route',
    type: 'AWS::EC2::Route',
    properties: { RouteTableId: { Ref: 'Table1' }, DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Gateway' } },
    make: async (at, made) => {
      await ec2(at).send(new CreateRouteCommand({ RouteTableId: made.get('Table1'), DestinationCidrBlock: '0.0.0.0/0', GatewayId: made.get('Gateway') }));
      return `${made.get('Table1') ?? ''}/0.0.0.0/0`;
    },
    unlike: { RouteTableId: REFERS, GatewayId: REFERS },
  },
  {
    id: 'TableOfSubnet',
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { RouteTableId: { Ref: 'Table1' }, SubnetId: { Ref: 'OtherSubnet' } },
    make: async (at, made) => (await ec2(at).send(new AssociateRouteTableCommand({ RouteTableId: made.get('Table1'), SubnetId: made.get('OtherSubnet') }))).AssociationId ?? '',
    unlike: { RouteTableId: REFERS, SubnetId: REFERS },
  },
  {
    id: 'AclOfSubnet',
    type: 'AWS::EC2::SubnetNetworkAclAssociation',
    properties: { NetworkAclId: { Ref: 'Acl' }, SubnetId: { Ref: 'OtherSubnet' } },
    make: async (at, made) => {
      const { NetworkAcls = [] } = await ec2(at).send(new DescribeNetworkAclsCommand({ Filters: [{ Name: 'association.subnet-id', Values: [made.get('OtherSubnet') ?? ''] }] }));
      const AssociationId = NetworkAcls.flatMap(({ Associations = [] }) => Associations).find(({ SubnetId }) => SubnetId === made.get('OtherSubnet'))?.NetworkAclAssociationId;
      return (await ec2(at).send(new ReplaceNetworkAclAssociationCommand({ AssociationId, NetworkAclId: made.get('Acl') }))).NewAssociationId ?? '';
    },
    unlike: { NetworkAclId: REFERS, SubnetId: REFERS },
  },
  {
    id: 'AttachedVpc',
    type: 'AWS::EC2::VPC',
    properties: { CidrBlock: '10.78.0.0/16' },
    make: async (at) => (await ec2(at).send(new CreateVpcCommand({ CidrBlock: '10.78.0.0/16' }))).Vpc?.VpcId ?? '',
    differs: { 'aws-ec2-default-security-group': 'a template cannot say what its default group lets in; the account can' },
  },
  {
    id: 'AttachedGateway',
    type: 'AWS::EC2::InternetGateway',
    properties: {},
    make: async (at) => (await ec2(at).send(new CreateInternetGatewayCommand({}))).InternetGateway?.InternetGatewayId ?? '',
  },
  {
    id: 'Attachment',
    type: 'AWS::EC2::VPCGatewayAttachment',
    properties: { VpcId: { Ref: 'AttachedVpc' }, InternetGatewayId: { Ref: 'AttachedGateway' } },
    make: async (at, made) => {
      await ec2(at).send(new AttachInternetGatewayCommand({ VpcId: made.get('AttachedVpc'), InternetGatewayId: made.get('AttachedGateway') }));
      return `${made.get('AttachedGateway') ?? ''}/${made.get('AttachedVpc') ?? ''}`;
    },
    unlike: { VpcId: REFERS, InternetGatewayId: REFERS },
  },
  {
    id: 'Peering',
    type: 'AWS::EC2::VPCPeeringConnection',
    properties: { VpcId: { Ref: 'Vpc' }, PeerVpcId: { Ref: 'AttachedVpc' } },
    make: async (at, made) => (await ec2(at).send(new CreateVpcPeeringConnectionCommand({ VpcId: made.get('Vpc'), PeerVpcId: made.get('AttachedVpc') }))).VpcPeeringConnection?.VpcPeeringConnectionId ?? '',
    unlike: { VpcId: REFERS, PeerVpcId: REFERS },
  },
  {
    id: 'Nat',
    type: 'AWS::EC2::NatGateway',
    properties: { SubnetId: { Ref: 'Subnet' }, AllocationId: { 'Fn::GetAtt': ['Address', 'AllocationId'] }, ConnectivityType: 'public' },
    make: async (at, made) => (await ec2(at).send(new CreateNatGatewayCommand({ SubnetId: made.get('Subnet'), AllocationId: made.get('Address'), ConnectivityType: 'public' }))).NatGateway?.NatGatewayId ?? '',
    unlike: { SubnetId: REFERS, AllocationId: REFERS },
  },
  {
    id: 'AddressOfMachine',
    type: 'AWS::EC2::EIPAssociation',
    properties: { AllocationId: { 'Fn::GetAtt': ['MachineAddress', 'AllocationId'] }, InstanceId: { Ref: 'Machine1' } },
    make: async (at, made) => {
      const { AllocationId } = await ec2(at).send(new AllocateAddressCommand({ Domain: 'vpc' }));
      return (await ec2(at).send(new AssociateAddressCommand({ AllocationId, InstanceId: made.get('Machine1') }))).AssociationId ?? '';
    },
    unlike: { AllocationId: REFERS, InstanceId: REFERS },
  },
  {
    id: 'Disk',
    type: 'AWS::EC2::VolumeAttachment',
    properties: { VolumeId: { Ref: 'Extra' }, InstanceId: { Ref: 'Machine1' }, Device: '/dev/sdh' },
    make: async (at, made) => {
      const { VolumeId } = await ec2(at).send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 1, Encrypted: true }));
      await ec2(at).send(new AttachVolumeCommand({ VolumeId, InstanceId: made.get('Machine1'), Device: '/dev/sdh' }));
      return `${VolumeId ?? ''}/${made.get('Machine1') ?? ''}`;
    },
    unlike: { VolumeId: REFERS, InstanceId: REFERS },
  },
  {
    id: 'OwnEndpoint',
    type: 'AWS::EC2::VPCEndpointService',
    properties: { AcceptanceRequired: false, NetworkLoadBalancerArns: [{ Ref: 'Balancer' }] },
    make: async (at, made) => {
      const { LoadBalancers = [] } = await new ElasticLoadBalancingV2Client(at).send(new CreateLoadBalancerCommand({ Name: 'parity-net', Type: 'network', Scheme: 'internal', Subnets: [made.get('Subnet') ?? ''] }));
      return (await ec2(at).send(new CreateVpcEndpointServiceConfigurationCommand({ AcceptanceRequired: false, NetworkLoadBalancerArns: [LoadBalancers[0]?.LoadBalancerArn ?? ''] }))).ServiceConfiguration?.ServiceId ?? '';
    },
    unlike: { NetworkLoadBalancerArns: REFERS },
  },
  {
    id: 'OwnEndpointUsers',
    type: 'AWS::EC2::VPCEndpointServicePermissions',
    properties: { ServiceId: { Ref: 'OwnEndpoint' }, AllowedPrincipals: ['*'] },
    make: async (at, made) => {
      await ec2(at).send(new ModifyVpcEndpointServicePermissionsCommand({ ServiceId: made.get('OwnEndpoint'), AddAllowedPrincipals: ['*'] }));
      return `${made.get('OwnEndpoint') ?? ''}/permissions`;
    },
    unlike: { ServiceId: REFERS },
  },
  {
    id: 'FilesTarget',
    type: 'AWS::EFS::MountTarget',
    properties: { FileSystemId: { Ref: 'Files' }, SubnetId: { Ref: 'Subnet' }, SecurityGroups: [{ Ref: 'SecurityGroup' }] },
    make: async (at, made) => (await new EFSClient(at).send(new CreateMountTargetCommand({ FileSystemId: made.get('Files'), SubnetId: made.get('Subnet'), SecurityGroups: [made.get('SecurityGroup') ?? ''] }))).MountTargetId ?? '',
    unlike: { FileSystemId: REFERS, SubnetId: REFERS, SecurityGroups: REFERS },
  },
  {
    id: 'RestValidator',
    type: 'AWS::ApiGateway::RequestValidator',
    properties: { RestApiId: { Ref: 'Rest' }, Name: 'all', ValidateRequestBody: true, ValidateRequestParameters: true },
    make: async (at, made) => (await new APIGatewayClient(at).send(new CreateRequestValidatorCommand({ restApiId: made.get('Rest'), name: 'all', validateRequestBody: true, validateRequestParameters: true }))).id ?? '',
    unlike: { RestApiId: REFERS },
  },
  {
    id: 'RestMethod',
    type: 'AWS::ApiGateway::Method',
    properties: { RestApiId: { Ref: 'Rest' }, ResourceId: { 'Fn::GetAtt': ['Rest', 'RootResourceId'] }, HttpMethod: 'GET', AuthorizationType: 'NONE', ApiKeyRequired: false },
    make: async (at, made) => {
      const rest = new APIGatewayClient(at);
      const { items: [root] = [] } = await rest.send(new GetResourcesCommand({ restApiId: made.get('Rest') }));
      const method = { restApiId: made.get('Rest'), resourceId: root?.id, httpMethod: 'GET' };
      await rest.send(new PutMethodCommand({ ...method, authorizationType: 'NONE', apiKeyRequired: false }));
      await rest.send(new PutMethodResponseCommand({ ...method, statusCode: '200' }));
      await rest.send(new PutIntegrationCommand({ ...method, type: 'MOCK' }));
      await rest.send(new PutIntegrationResponseCommand({ ...method, statusCode: '200', responseTemplates: {} }));
      return `resources/${root?.id ?? ''}/methods/GET`;
    },
    unlike: { RestApiId: REFERS, ResourceId: REFERS },
  },
  {
    id: 'RestStage',
    type: 'AWS::ApiGateway::Stage',
    properties: { RestApiId: { Ref: 'Rest' }, StageName: 'live', DeploymentId: { Ref: 'RestDeployment' }, TracingEnabled: true, CacheClusterEnabled: false, Variables: { stage: 'live' } },
    make: async (at, made) => {
      const rest = new APIGatewayClient(at);
      const { id: deploymentId } = await rest.send(new CreateDeploymentCommand({ restApiId: made.get('Rest') }));
      await rest.send(new CreateStageCommand({ restApiId: made.get('Rest'), deploymentId, stageName: 'live', tracingEnabled: true, cacheClusterEnabled: false, variables: { stage: 'live' } }));
      return `${made.get('Rest') ?? ''}/stages/live`;
    },
    unlike: { RestApiId: REFERS, DeploymentId: REFERS, Variables: 'values are not kept' },
  },
  {
    id: 'HttpLink',
    type: 'AWS::ApiGatewayV2::VpcLink',
    properties: { Name: 'parity', SubnetIds: [{ Ref: 'Subnet' }], SecurityGroupIds: [{ Ref: 'SecurityGroup' }] },
    make: async (at, made) => (await new ApiGatewayV2Client(at).send(new CreateVpcLinkCommand({ Name: 'parity', SubnetIds: [made.get('Subnet') ?? ''], SecurityGroupIds: [made.get('SecurityGroup') ?? ''] }))).VpcLinkId ?? '',
    unlike: { SubnetIds: REFERS, SecurityGroupIds: REFERS },
  },
  {
    id: 'GraphCache',
    type: 'AWS::AppSync::ApiCache',
    properties: { ApiId: { 'Fn::GetAtt': ['Graph', 'ApiId'] }, Type: 'SMALL', Ttl: 60, ApiCachingBehavior: 'FULL_REQUEST_CACHING', AtRestEncryptionEnabled: true, TransitEncryptionEnabled: false },
    make: async (at, made) => {
      await new AppSyncClient(at).send(new CreateApiCacheCommand({ apiId: lastOf(made.get('Graph')), ttl: 60, apiCachingBehavior: 'FULL_REQUEST_CACHING', type: 'SMALL', atRestEncryptionEnabled: true, transitEncryptionEnabled: false }));
      return `${made.get('Graph') ?? ''}/cache`;
    },
    unlike: { ApiId: REFERS },
  },
  {
    id: 'RegistryPolicy',
    type: 'AWS::ECR::RegistryPolicy',
    properties: { PolicyText: everyone('ecr:ReplicateImage', `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/*`) },
    make: async (at) => {
      await new ECRClient(at).send(new PutRegistryPolicyCommand({ policyText: JSON.stringify(everyone('ecr:ReplicateImage', `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/*`)) }));
      return ':registry-policy';
    },
    unlike: { PolicyText: TEXT },
  },
  {
    id: 'UserKey',
    type: 'AWS::IAM::AccessKey',
    properties: { UserName: { Ref: 'User' }, Status: 'Active' },
    make: async (at) => `/access-key/${(await new IAMClient(at).send(new CreateAccessKeyCommand({ UserName: 'parity-user' }))).AccessKey?.AccessKeyId ?? ''}`,
    unlike: { UserName: REFERS },
  },
  {
    id: 'StreamPolicy',
    type: 'AWS::Kinesis::ResourcePolicy',
    properties: { ResourceArn: { 'Fn::GetAtt': ['OpenStream', 'Arn'] }, ResourcePolicy: everyone('kinesis:GetRecords', `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/parity-open`) },
    make: async (at) => {
      const ResourceARN = `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/parity-open`;
      await new KinesisClient({ ...at, requestHandler: new NodeHttpHandler() }).send(new PutStreamPolicy({ ResourceARN, Policy: JSON.stringify(everyone('kinesis:GetRecords', ResourceARN)) }));
      return `${ResourceARN}/policy`;
    },
    unlike: { ResourceArn: REFERS, ResourcePolicy: TEXT },
  },
  {
    id: 'FunctionPolicy',
    type: 'AWS::Lambda::ResourcePolicy',
    properties: { ResourceArn: { 'Fn::GetAtt': ['Function', 'Arn'] }, PolicyDocument: { Version: '2012-10-17', Statement: [{ Sid: 'all', Effect: 'Allow', Principal: '*', Action: 'lambda:InvokeFunction', Resource: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:parity` }] } },
    make: async (at) => {
      await new LambdaClient(at).send(new AddPermissionCommand({ FunctionName: 'parity', StatementId: 'all', Action: 'lambda:InvokeFunction', Principal: '*' }));
      return ':function:parity/policy';
    },
    unlike: { ResourceArn: REFERS, PolicyDocument: TEXT },
  },
  {
    id: 'LogDestination',
    type: 'AWS::Logs::Destination',
    properties: { DestinationName: 'parity', TargetArn: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/parity-open`, RoleArn: role, DestinationPolicy: JSON.stringify(everyone('logs:PutSubscriptionFilter')) },
    make: async (at) => {
      const logs = new CloudWatchLogsClient(at);
      const { destination } = await logs.send(new PutDestinationCommand({ destinationName: 'parity', targetArn: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/parity-open`, roleArn: role }));
      await logs.send(new PutDestinationPolicyCommand({ destinationName: 'parity', accessPolicy: JSON.stringify(everyone('logs:PutSubscriptionFilter')) }));
      return destination?.arn ?? '';
    },
  },
  {
    id: 'LogPolicy',
    type: 'AWS::Logs::ResourcePolicy',
    properties: { PolicyName: 'parity', PolicyDocument: JSON.stringify(everyone('logs:PutLogEvents')) },
    make: async (at) => {
      await new CloudWatchLogsClient(at).send(new PutLogPolicy({ policyName: 'parity', policyDocument: JSON.stringify(everyone('logs:PutLogEvents')) }));
      return 'resource-policy:parity';
    },
  },
  {
    id: 'TopicPolicy',
    type: 'AWS::SNS::TopicPolicy',
    properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: everyone('sns:Publish', `arn:aws:sns:us-east-1:${ACCOUNT}:parity`) },
    make: async (at) => {
      await new SNSClient(at).send(new SetTopicAttributesCommand({ TopicArn: `arn:aws:sns:us-east-1:${ACCOUNT}:parity`, AttributeName: 'Policy', AttributeValue: JSON.stringify(everyone('sns:Publish', `arn:aws:sns:us-east-1:${ACCOUNT}:parity`)) }));
      return ':parity/policy';
    },
    unlike: { Topics: REFERS, PolicyDocument: TEXT },
  },
  {
    id: 'SecretPolicy',
    type: 'AWS::SecretsManager::ResourcePolicy',
    properties: { SecretId: { Ref: 'Secret' }, ResourcePolicy: everyone('secretsmanager:GetSecretValue') },
    make: async (at, made) => {
      await new SecretsManagerClient(at).send(new PutSecretPolicy({ SecretId: made.get('Secret'), ResourcePolicy: JSON.stringify(everyone('secretsmanager:GetSecretValue')) }));
      return `${made.get('Secret') ?? ''}/policy`;
    },
    unlike: { SecretId: REFERS, ResourcePolicy: TEXT },
  },
  {
    id: 'SecretRotation',
    type: 'AWS::SecretsManager::RotationSchedule',
    properties: { SecretId: { Ref: 'Secret' }, RotationLambdaARN: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:parity`, RotationRules: { AutomaticallyAfterDays: 30 } },
    make: async (at, made) => {
      await new SecretsManagerClient(at).send(new RotateSecretCommand({ SecretId: made.get('Secret'), RotationLambdaARN: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:parity`, RotationRules: { AutomaticallyAfterDays: 30 } }));
      return `${made.get('Secret') ?? ''}/rotation`;
    },
    unlike: { SecretId: REFERS },
  },
  {
    id: 'WallLogs',
    type: 'AWS::NetworkFirewall::LoggingConfiguration',
    properties: { FirewallArn: { Ref: 'Wall' }, LoggingConfiguration: { LogDestinationConfigs: [{ LogType: 'FLOW', LogDestinationType: 'S3', LogDestination: { bucketName: 'parity-shut' } }] } },
    make: async (at, made) => {
      await new NetworkFirewallClient(at).send(new UpdateLoggingConfigurationCommand({ FirewallArn: made.get('Wall'), LoggingConfiguration: { LogDestinationConfigs: [{ LogType: 'FLOW', LogDestinationType: 'S3', LogDestination: { bucketName: 'parity-shut' } }] } }));
      return `${made.get('Wall') ?? ''}/logging`;
    },
    unlike: { FirewallArn: REFERS },
  },
  {
    id: 'WebWallLogs',
    type: 'AWS::WAFv2::LoggingConfiguration',
    properties: { ResourceArn: { 'Fn::GetAtt': ['ShutWall', 'Arn'] }, LogDestinationConfigs: [`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:aws-waf-logs-all`] },
    make: async (at, made) => {
      await new WAFV2Client(at).send(new PutLoggingConfigurationCommand({ LoggingConfiguration: { ResourceArn: made.get('ShutWall'), LogDestinationConfigs: [`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:aws-waf-logs-all`] } }));
      return `${made.get('ShutWall') ?? ''}/logging`;
    },
    unlike: { ResourceArn: REFERS },
  },
  {
    id: 'Member',
    type: 'AWS::Organizations::Account',
    properties: { AccountName: 'master', Email: 'master@example.com' },
    make: async (at) => {
      await rootOf(at);
      return (await new OrganizationsClient(at).send(new ListAccountsCommand({}))).Accounts?.[0]?.Arn ?? '';
    },
  },
  {
    id: 'Unit',
    type: 'AWS::Organizations::OrganizationalUnit',
    properties: { Name: 'parity', ParentId: 'r-root' },
    make: async (at) => (await new OrganizationsClient(at).send(new CreateOrganizationalUnitCommand({ ParentId: await rootOf(at), Name: 'parity' }))).OrganizationalUnit?.Arn ?? '',
    unlike: { ParentId: 'the server chooses the id of its root' },
  },
  {
    id: 'Control',
    type: 'AWS::Organizations::Policy',
    properties: { Name: 'parity', Type: 'SERVICE_CONTROL_POLICY', Description: 'stays', Content: deny },
    make: async (at) => {
      const organizations = new OrganizationsClient(at);
      await organizations.send(new EnablePolicyTypeCommand({ RootId: await rootOf(at), PolicyType: 'SERVICE_CONTROL_POLICY' })).catch((error: unknown) => {
        if (!/already/i.test(String(error))) throw error;
      });
      return (await organizations.send(new CreateControlPolicy({ Name: 'parity', Type: 'SERVICE_CONTROL_POLICY', Description: 'stays', Content: JSON.stringify(deny) }))).Policy?.PolicySummary?.Arn ?? '';
    },
    unlike: { Content: TEXT },
  },
];
