/** And more: networks, databases, clusters, interfaces, distributions, recorders and detectors. */
import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { APIGatewayClient, CreateDomainNameCommand, CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client, CreateApiCommand, CreateRouteCommand as CreateHttpRoute, CreateStageCommand } from '@aws-sdk/client-apigatewayv2';
import { AppSyncClient, CreateGraphqlApiCommand } from '@aws-sdk/client-appsync';
import { AutoScalingClient, CreateLaunchConfigurationCommand } from '@aws-sdk/client-auto-scaling';
import { BatchClient, RegisterJobDefinitionCommand } from '@aws-sdk/client-batch';
import { CloudFrontClient, CreateDistributionCommand } from '@aws-sdk/client-cloudfront';
import { CloudWatchLogsClient, PutMetricFilterCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProviderClient, CreateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { ConfigServiceClient, PutConfigurationAggregatorCommand, PutConfigurationRecorderCommand, PutDeliveryChannelCommand, StartConfigurationRecorderCommand } from '@aws-sdk/client-config-service';
import { CreateClusterCommand as CreateDax, DAXClient } from '@aws-sdk/client-dax';
import { AllocateAddressCommand, AttachInternetGatewayCommand, CreateFlowLogsCommand, CreateInternetGatewayCommand, CreateNetworkAclCommand, CreateNetworkAclEntryCommand, CreateNetworkInterfaceCommand, CreateRouteTableCommand, CreateTransitGatewayCommand, CreateVpcEndpointCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateServiceCommand, ECSClient } from '@aws-sdk/client-ecs';
import { CreateAccessPointCommand, EFSClient } from '@aws-sdk/client-efs';
import { CreateClusterCommand as CreateEks, EKSClient } from '@aws-sdk/client-eks';
import { CreateLoadBalancerCommand, ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { CreateCacheClusterCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { EventBridgeClient, PutRuleCommand } from '@aws-sdk/client-eventbridge';
import { CreateDeliveryStreamCommand, FirehoseClient } from '@aws-sdk/client-firehose';
import { CreateConnectionCommand, CreateCrawlerCommand, CreateDevEndpointCommand, GlueClient, PutDataCatalogEncryptionSettingsCommand } from '@aws-sdk/client-glue';
import { CreateDetectorCommand, GuardDutyClient } from '@aws-sdk/client-guardduty';
import { AddRoleToInstanceProfileCommand, CreateInstanceProfileCommand, CreateOpenIDConnectProviderCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateFirewallCommand, NetworkFirewallClient } from '@aws-sdk/client-network-firewall';
import { CreateDBClusterCommand, CreateDBClusterParameterGroupCommand, CreateDBParameterGroupCommand, CreateGlobalClusterCommand, ModifyDBClusterParameterGroupCommand, ModifyDBParameterGroupCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateClusterParameterGroupCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import { CreateHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import { CreateEndpointConfigCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { CreateDocumentCommand, SSMClient } from '@aws-sdk/client-ssm';
import { CreateWebACLCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import type { Case } from './parity-cases.js';
import { ACCOUNT } from './seeds/seed.js';

const role = `arn:aws:iam::${ACCOUNT}:role/work`;
const user = { MasterUsername: 'app', MasterUserPassword: 'not-a-secret-1' };
const REFERS = 'the template refers to it, the account names it';
const NO_SECRET = 'the account keeps it to itself';
const visibility = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'all' };
const badInputs = { VendorName: 'AWS', Name: 'AWSManagedRulesKnownBadInputsRuleSet' };

export const third: readonly Case[] = [
  {
    id: 'Machine1',
    type: 'AWS::EC2::Instance',
    properties: { ImageId: 'ami-12c6146b', InstanceType: 't3.micro', EbsOptimized: true, MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1 } },
    make: async (at) => (await new EC2Client(at).send(new RunInstancesCommand({ ImageId: 'ami-12c6146b', InstanceType: 't3.micro', MinCount: 1, MaxCount: 1, EbsOptimized: true, MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1 } }))).Instances?.[0]?.InstanceId ?? '',
    differs: { 'aws-ec2-ebs-encryption': 'disks are resources of their own in an account',  'aws-ec2-image-current': 'where the id came from, only code says',  'aws-ec2-running-image-offered': 'what became of an image, only the account says', 'aws-ec2-running-image-recent': 'how old an image is, only the account says', 'aws-ec2-patched-on-schedule': 'the account tells of patches, not of what was planned',  'aws-ec2-reports-to-systems-manager': 'the account tells whether it does',  'aws-ec2-public-ip': 'the subnet decides where the template is silent', 'aws-ssm-instance-managed': 'only the account knows' },
  },
  {
    id: 'Interface',
    type: 'AWS::EC2::NetworkInterface',
    properties: { SubnetId: { Ref: 'Subnet' }, Description: 'parity' },
    make: async (at, made) => (await new EC2Client(at).send(new CreateNetworkInterfaceCommand({ SubnetId: made.get('Subnet'), Description: 'parity' }))).NetworkInterface?.NetworkInterfaceId ?? '',
    unlike: { SubnetId: REFERS },
  },
  {
    id: 'Acl',
    type: 'AWS::EC2::NetworkAcl',
    properties: { VpcId: { Ref: 'Vpc' } },
    make: async (at, made) => (await new EC2Client(at).send(new CreateNetworkAclCommand({ VpcId: made.get('Vpc') }))).NetworkAcl?.NetworkAclId ?? '',
    unlike: { VpcId: REFERS },
  },
  {
    id: 'AclEntry',
    type: 'AWS::EC2::NetworkAclEntry',
    properties: { NetworkAclId: { Ref: 'Acl' }, RuleNumber: 100, Protocol: 6, RuleAction: 'allow', Egress: false, CidrBlock: '0.0.0.0/0', PortRange: { From: 22, To: 22 } },
    make: async (at, made) => {
      await new EC2Client(at).send(new CreateNetworkAclEntryCommand({ NetworkAclId: made.get('Acl'), RuleNumber: 100, Protocol: '6', RuleAction: 'allow', Egress: false, CidrBlock: '0.0.0.0/0', PortRange: { From: 22, To: 22 } }));
      return `${made.get('Acl') ?? ''}/ingress/100`;
    },
    unlike: { NetworkAclId: REFERS },
  },
  {
    id: 'Gateway',
    type: 'AWS::EC2::InternetGateway',
    properties: {},
    make: async (at, made) => {
      const ec2 = new EC2Client(at);
      const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
      await ec2.send(new AttachInternetGatewayCommand({ VpcId: made.get('Vpc'), InternetGatewayId: InternetGateway?.InternetGatewayId }));
      return InternetGateway?.InternetGatewayId ?? '';
    },
  },
  {
    id: 'Table1',
    type: 'AWS::EC2::RouteTable',
    properties: { VpcId: { Ref: 'Vpc' } },
    make: async (at, made) => (await new EC2Client(at).send(new CreateRouteTableCommand({ VpcId: made.get('Vpc') }))).RouteTable?.RouteTableId ?? '',
    unlike: { VpcId: REFERS },
  },
  {
    id: 'Address',
    type: 'AWS::EC2::EIP',
    properties: { Domain: 'vpc' },
    make: async (at) => (await new EC2Client(at).send(new AllocateAddressCommand({ Domain: 'vpc' }))).AllocationId ?? '',
  },
  {
    id: 'Flow',
    type: 'AWS::EC2::FlowLog',
    properties: { ResourceId: { Ref: 'Vpc' }, ResourceType: 'VPC', TrafficType: 'ALL', LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::parity-shut' },
    make: async (at, made) => (await new EC2Client(at).send(new CreateFlowLogsCommand({ ResourceIds: [made.get('Vpc') ?? ''], ResourceType: 'VPC', TrafficType: 'ALL', LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::parity-shut' }))).FlowLogIds?.[0] ?? '',
    unlike: { ResourceId: REFERS },
  },
  {
    id: 'Transit',
    type: 'AWS::EC2::TransitGateway',
    properties: { AutoAcceptSharedAttachments: 'enable' },
    make: async (at) => (await new EC2Client(at).send(new CreateTransitGatewayCommand({ Options: { AutoAcceptSharedAttachments: 'enable' } }))).TransitGateway?.TransitGatewayId ?? '',
  },
  {
    id: 'Endpoint1',
    type: 'AWS::EC2::VPCEndpoint',
    properties: { VpcId: { Ref: 'Vpc' }, ServiceName: 'com.amazonaws.us-east-1.s3', VpcEndpointType: 'Gateway' },
    make: async (at, made) => (await new EC2Client(at).send(new CreateVpcEndpointCommand({ VpcId: made.get('Vpc'), ServiceName: 'com.amazonaws.us-east-1.s3', VpcEndpointType: 'Gateway' }))).VpcEndpoint?.VpcEndpointId ?? '',
    unlike: { VpcId: REFERS },
    differs: Object.fromEntries(['aws-iam-policy-actions-exist', 'aws-iam-policy-resources-fit', 'aws-iam-policy-valid'].map((check) => [check, 'the account tells the policy that AWS gives an endpoint without one'])),
  },
  {
    id: 'Cluster1',
    type: 'AWS::RDS::DBCluster',
    properties: { DBClusterIdentifier: 'parity', Engine: 'aurora-mysql', ...user, BackupRetentionPeriod: 7, StorageEncrypted: true, DeletionProtection: true },
    make: async (at) => (await new RDSClient(at).send(new CreateDBClusterCommand({ DBClusterIdentifier: 'parity', Engine: 'aurora-mysql', ...user, BackupRetentionPeriod: 7, StorageEncrypted: true, DeletionProtection: true }))).DBCluster?.DBClusterArn ?? '',
    unlike: { MasterUserPassword: NO_SECRET },
    differs: { 'aws-rds-cluster-customer-key': 'the server names a key that is none; AWS names the one that it manages (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html)',  'aws-rds-managed-password': 'no account tells a password',  'aws-rds-master-password': 'no account tells a password' },
  },
  {
    id: 'GraphCluster',
    type: 'AWS::Neptune::DBCluster',
    properties: { DBClusterIdentifier: 'parity-graph', BackupRetentionPeriod: 7, StorageEncrypted: true, EnableCloudwatchLogsExports: ['audit'] },
    make: async (at) => (await new RDSClient(at).send(new CreateDBClusterCommand({ DBClusterIdentifier: 'parity-graph', Engine: 'neptune', ...user, BackupRetentionPeriod: 7, StorageEncrypted: true, EnableCloudwatchLogsExports: ['audit'] }))).DBCluster?.DBClusterArn ?? '',
    differs: { 'aws-neptune-customer-key': 'the server names a key that is none; AWS names the one that it manages (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html)' },
  },
  {
    id: 'ClusterParameters',
    type: 'AWS::RDS::DBClusterParameterGroup',
    properties: { DBClusterParameterGroupName: 'parity', Family: 'aurora-mysql8.0', Description: 'own', Parameters: { require_secure_transport: 'ON' } },
    make: async (at) => {
      const rds = new RDSClient(at);
      const { DBClusterParameterGroup } = await rds.send(new CreateDBClusterParameterGroupCommand({ DBClusterParameterGroupName: 'parity', DBParameterGroupFamily: 'aurora-mysql8.0', Description: 'own' }));
      await rds.send(new ModifyDBClusterParameterGroupCommand({ DBClusterParameterGroupName: 'parity', Parameters: [{ ParameterName: 'require_secure_transport', ParameterValue: 'ON', ApplyMethod: 'immediate' }] }));
      return DBClusterParameterGroup?.DBClusterParameterGroupArn ?? '';
    },
  },
  {
    id: 'Parameters',
    type: 'AWS::RDS::DBParameterGroup',
    properties: { DBParameterGroupName: 'parity', Family: 'postgres14', Description: 'own', Parameters: { 'rds.force_ssl': '1' } },
    make: async (at) => {
      const rds = new RDSClient(at);
      const { DBParameterGroup } = await rds.send(new CreateDBParameterGroupCommand({ DBParameterGroupName: 'parity', DBParameterGroupFamily: 'postgres14', Description: 'own' }));
      await rds.send(new ModifyDBParameterGroupCommand({ DBParameterGroupName: 'parity', Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '1', ApplyMethod: 'immediate' }] }));
      return DBParameterGroup?.DBParameterGroupArn ?? '';
    },
    unlike: { Parameters: 'a dot in a name is no step of a path' },
  },
  {
    id: 'World',
    type: 'AWS::RDS::GlobalCluster',
    properties: { GlobalClusterIdentifier: 'parity', Engine: 'aurora-mysql', StorageEncrypted: true, DeletionProtection: false },
    make: async (at) => (await new RDSClient(at).send(new CreateGlobalClusterCommand({ GlobalClusterIdentifier: 'parity', Engine: 'aurora-mysql', StorageEncrypted: true, DeletionProtection: false }))).GlobalCluster?.GlobalClusterArn ?? '',
  },
  {
    id: 'WarehouseParameters',
    type: 'AWS::Redshift::ClusterParameterGroup',
    properties: { ParameterGroupName: 'parity', ParameterGroupFamily: 'redshift-1.0', Description: 'own' },
    make: async (at) => {
      await new RedshiftClient(at).send(new CreateClusterParameterGroupCommand({ ParameterGroupName: 'parity', ParameterGroupFamily: 'redshift-1.0', Description: 'own' }));
      return 'parametergroup:parity';
    },
  },
  {
    id: 'Alone',
    type: 'AWS::ElastiCache::CacheCluster',
    properties: { ClusterName: 'parity-alone', Engine: 'redis', CacheNodeType: 'cache.t3.micro', NumCacheNodes: 1 },
    make: async (at) => (await new ElastiCacheClient(at).send(new CreateCacheClusterCommand({ CacheClusterId: 'parity-alone', Engine: 'redis', CacheNodeType: 'cache.t3.micro', NumCacheNodes: 1 }))).CacheCluster?.ARN ?? '',
  },
  {
    id: 'Accelerator',
    type: 'AWS::DAX::Cluster',
    properties: { ClusterName: 'parity', NodeType: 'dax.t3.small', ReplicationFactor: 1, IAMRoleARN: role, SSESpecification: { SSEEnabled: true }, ClusterEndpointEncryptionType: 'TLS' },
    make: async (at) => (await new DAXClient(at).send(new CreateDax({ ClusterName: 'parity', NodeType: 'dax.t3.small', ReplicationFactor: 1, IamRoleArn: role, SSESpecification: { Enabled: true }, ClusterEndpointEncryptionType: 'TLS' }))).Cluster?.ClusterArn ?? '',
  },
  {
    id: 'Kubernetes',
    type: 'AWS::EKS::Cluster',
    properties: { Name: 'parity', RoleArn: role, ResourcesVpcConfig: { SubnetIds: [{ Ref: 'Subnet' }], EndpointPublicAccess: true, EndpointPrivateAccess: false, PublicAccessCidrs: ['0.0.0.0/0'] } },
    make: async (at, made) => (await new EKSClient(at).send(new CreateEks({ name: 'parity', roleArn: role, resourcesVpcConfig: { subnetIds: [made.get('Subnet') ?? ''], endpointPublicAccess: true, endpointPrivateAccess: false, publicAccessCidrs: ['0.0.0.0/0'] } }))).cluster?.arn ?? '',
    unlike: { 'ResourcesVpcConfig.SubnetIds': REFERS },
    differs: { 'aws-eks-supported-version': 'the account chose a version' },
  },
  {
    id: 'Service1',
    type: 'AWS::ECS::Service',
    properties: { ServiceName: 'parity', Cluster: { Ref: 'Cluster' }, TaskDefinition: { Ref: 'Task' }, DesiredCount: 1 },
    make: async (at, made) => (await new ECSClient(at).send(new CreateServiceCommand({ cluster: 'parity', serviceName: 'parity', taskDefinition: made.get('Task'), desiredCount: 1 }))).service?.serviceArn ?? '',
    unlike: { Cluster: REFERS, TaskDefinition: REFERS },
  },
  {
    id: 'FilesPoint',
    type: 'AWS::EFS::AccessPoint',
    properties: { FileSystemId: { Ref: 'Files' }, PosixUser: { Uid: '1000', Gid: '1000' }, RootDirectory: { Path: '/data' } },
    make: async (at, made) => (await new EFSClient(at).send(new CreateAccessPointCommand({ ClientToken: 'parity', FileSystemId: made.get('Files')?.split('/').at(-1), PosixUser: { Uid: 1000, Gid: 1000 }, RootDirectory: { Path: '/data' } }))).AccessPointArn ?? '',
    unlike: { FileSystemId: REFERS },
  },
  {
    id: 'Classic',
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    properties: { LoadBalancerName: 'parity', Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: '80', InstancePort: '80' }], AvailabilityZones: ['us-east-1a'] },
    make: async (at) => {
      await new ElasticLoadBalancingClient(at).send(new CreateLoadBalancerCommand({ LoadBalancerName: 'parity', Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 80 }], AvailabilityZones: ['us-east-1a'] }));
      return 'loadbalancer/parity';
    },
  },
  {
    id: 'Launch',
    type: 'AWS::AutoScaling::LaunchConfiguration',
    differs: { 'aws-ec2-image-current': 'where the id came from, only code says' },
    properties: { LaunchConfigurationName: 'parity', ImageId: 'ami-12c6146b', InstanceType: 't3.micro', AssociatePublicIpAddress: true, MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 2 } },
    make: async (at) => {
      await new AutoScalingClient(at).send(new CreateLaunchConfigurationCommand({ LaunchConfigurationName: 'parity', ImageId: 'ami-12c6146b', InstanceType: 't3.micro', AssociatePublicIpAddress: true, MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 2 } }));
      return 'launchConfigurationName/parity';
    },
  },
  {
    id: 'Job1',
    type: 'AWS::Batch::JobDefinition',
    properties: { JobDefinitionName: 'parity', Type: 'container', ContainerProperties: { Image: 'shop:1', Vcpus: 1, Memory: 64, Privileged: true } },
    make: async (at) => (await new BatchClient(at).send(new RegisterJobDefinitionCommand({ jobDefinitionName: 'parity', type: 'container', containerProperties: { image: 'shop:1', vcpus: 1, memory: 64, privileged: true } }))).jobDefinitionArn ?? '',
  },
  {
    id: 'Rest',
    type: 'AWS::ApiGateway::RestApi',
    properties: { Name: 'parity', EndpointConfiguration: { Types: ['REGIONAL'] }, DisableExecuteApiEndpoint: true },
    make: async (at) => (await new APIGatewayClient(at).send(new CreateRestApiCommand({ name: 'parity', endpointConfiguration: { types: ['REGIONAL'] }, disableExecuteApiEndpoint: true }))).id ?? '',
  },
  {
    id: 'RestName',
    type: 'AWS::ApiGateway::DomainName',
    properties: { DomainName: 'parity.example.com', SecurityPolicy: 'TLS_1_0', CertificateArn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/1` },
    make: async (at) => {
      await new APIGatewayClient(at).send(new CreateDomainNameCommand({ domainName: 'parity.example.com', certificateArn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/1`, securityPolicy: 'TLS_1_0' }));
      return 'parity.example.com';
    },
  },
  {
    id: 'Http',
    type: 'AWS::ApiGatewayV2::Api',
    properties: { Name: 'parity', ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: ['*'] } },
    make: async (at) => (await new ApiGatewayV2Client(at).send(new CreateApiCommand({ Name: 'parity', ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: ['*'] } }))).ApiId ?? '',
  },
  {
    id: 'HttpRoute',
    type: 'AWS::ApiGatewayV2::Route',
    properties: { ApiId: { Ref: 'Http' }, RouteKey: 'GET /', AuthorizationType: 'NONE' },
    make: async (at, made) => (await new ApiGatewayV2Client(at).send(new CreateHttpRoute({ ApiId: made.get('Http'), RouteKey: 'GET /', AuthorizationType: 'NONE' }))).RouteId ?? '',
    unlike: { ApiId: REFERS },
  },
  {
    id: 'HttpStage',
    type: 'AWS::ApiGatewayV2::Stage',
    properties: { ApiId: { Ref: 'Http' }, StageName: 'live' },
    make: async (at, made) => {
      await new ApiGatewayV2Client(at).send(new CreateStageCommand({ ApiId: made.get('Http'), StageName: 'live' }));
      return `apis/${made.get('Http') ?? ''}/stages/live`;
    },
    unlike: { ApiId: REFERS },
  },
  {
    id: 'Graph',
    type: 'AWS::AppSync::GraphQLApi',
    properties: { Name: 'parity', AuthenticationType: 'AWS_IAM', LogConfig: { FieldLogLevel: 'ALL', CloudWatchLogsRoleArn: role } },
    make: async (at) => (await new AppSyncClient(at).send(new CreateGraphqlApiCommand({ name: 'parity', authenticationType: 'AWS_IAM', logConfig: { fieldLogLevel: 'ALL', cloudWatchLogsRoleArn: role } }))).graphqlApi?.arn ?? '',
  },
  {
    id: 'Certificate',
    type: 'AWS::CertificateManager::Certificate',
    properties: { DomainName: 'parity.example.com', ValidationMethod: 'DNS' },
    make: async (at) => (await new ACMClient(at).send(new RequestCertificateCommand({ DomainName: 'parity.example.com', ValidationMethod: 'DNS' }))).CertificateArn ?? '',
  },
  {
    id: 'Edge',
    type: 'AWS::CloudFront::Distribution',
    properties: {
      DistributionConfig: {
        Enabled: true,
        Comment: 'parity',
        DefaultRootObject: 'index.html',
        Origins: [{ Id: 'web', DomainName: 'web.example.com', CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only', OriginSSLProtocols: ['TLSv1.2'] } }],
        DefaultCacheBehavior: { TargetOriginId: 'web', ViewerProtocolPolicy: 'allow-all', ForwardedValues: { QueryString: false, Cookies: { Forward: 'none' } } },
      },
    },
    make: async (at) =>
      (
        await new CloudFrontClient(at).send(
          new CreateDistributionCommand({
            DistributionConfig: {
              CallerReference: 'parity',
              Comment: 'parity',
              Enabled: true,
              DefaultRootObject: 'index.html',
              Origins: { Quantity: 1, Items: [{ Id: 'web', DomainName: 'web.example.com', CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only', OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] } } }] },
              DefaultCacheBehavior: { TargetOriginId: 'web', ViewerProtocolPolicy: 'allow-all', MinTTL: 0, ForwardedValues: { QueryString: false, Cookies: { Forward: 'none' } } },
            },
          }),
        )
      ).Distribution?.ARN ?? '',
  },
  {
    id: 'Filter',
    type: 'AWS::Logs::MetricFilter',
    properties: { LogGroupName: { Ref: 'LogGroup' }, FilterName: 'parity', FilterPattern: '{ $.userIdentity.type = "Root" }', MetricTransformations: [{ MetricName: 'root', MetricNamespace: 'app', MetricValue: '1' }] },
    make: async (at) => {
      await new CloudWatchLogsClient(at).send(new PutMetricFilterCommand({ logGroupName: '/parity', filterName: 'parity', filterPattern: '{ $.userIdentity.type = "Root" }', metricTransformations: [{ metricName: 'root', metricNamespace: 'app', metricValue: '1' }] }));
      return 'parity';
    },
    unlike: { LogGroupName: REFERS },
  },
  {
    id: 'UsersClient',
    type: 'AWS::Cognito::UserPoolClient',
    properties: { UserPoolId: { Ref: 'Users' }, ClientName: 'parity', PreventUserExistenceErrors: 'ENABLED' },
    make: async (at, made) => (await new CognitoIdentityProviderClient(at).send(new CreateUserPoolClientCommand({ UserPoolId: made.get('Users'), ClientName: 'parity', PreventUserExistenceErrors: 'ENABLED' }))).UserPoolClient?.ClientId ?? '',
    unlike: { UserPoolId: REFERS },
  },
  {
    id: 'Recorder',
    type: 'AWS::Config::ConfigurationRecorder',
    properties: { Name: 'default', RoleARN: role, RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true } },
    make: async (at) => {
      await new ConfigServiceClient(at).send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name: 'default', roleARN: role, recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } } }));
      return 'default';
    },
  },
  {
    id: 'Delivery',
    type: 'AWS::Config::DeliveryChannel',
    properties: { Name: 'default', S3BucketName: 'parity-shut' },
    make: async (at) => {
      const config = new ConfigServiceClient(at);
      await config.send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName: 'parity-shut' } }));
      await config.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
      return 'default';
    },
  },
  {
    id: 'Aggregator',
    type: 'AWS::Config::ConfigurationAggregator',
    properties: { ConfigurationAggregatorName: 'parity', AccountAggregationSources: [{ AccountIds: [ACCOUNT], AllAwsRegions: true }] },
    make: async (at) => (await new ConfigServiceClient(at).send(new PutConfigurationAggregatorCommand({ ConfigurationAggregatorName: 'parity', AccountAggregationSources: [{ AccountIds: [ACCOUNT], AllAwsRegions: true }] }))).ConfigurationAggregator?.ConfigurationAggregatorArn ?? '',
  },
  {
    id: 'Rule1',
    type: 'AWS::Events::Rule',
    properties: { Name: 'parity', ScheduleExpression: 'rate(1 day)', State: 'ENABLED' },
    make: async (at) => (await new EventBridgeClient(at).send(new PutRuleCommand({ Name: 'parity', ScheduleExpression: 'rate(1 day)', State: 'ENABLED' }))).RuleArn ?? '',
  },
  {
    id: 'Hose',
    type: 'AWS::KinesisFirehose::DeliveryStream',
    properties: { DeliveryStreamName: 'parity', S3DestinationConfiguration: { RoleARN: role, BucketARN: 'arn:aws:s3:::parity-shut' } },
    make: async (at) => (await new FirehoseClient(at).send(new CreateDeliveryStreamCommand({ DeliveryStreamName: 'parity', S3DestinationConfiguration: { RoleARN: role, BucketARN: 'arn:aws:s3:::parity-shut' } }))).DeliveryStreamARN ?? '',
    unlike: { S3DestinationConfiguration: 'the account tells of it as an extended destination' },
  },
  {
    id: 'Crawler',
    type: 'AWS::Glue::Crawler',
    properties: { Name: 'parity', Role: role, DatabaseName: 'd', Targets: {} },
    make: async (at) => {
      await new GlueClient(at).send(new CreateCrawlerCommand({ Name: 'parity', Role: role, DatabaseName: 'd', Targets: {} }));
      return 'crawler/parity';
    },
  },
  {
    id: 'DevEndpoint',
    type: 'AWS::Glue::DevEndpoint',
    properties: { EndpointName: 'parity', RoleArn: role },
    make: async (at) => {
      await new GlueClient(at).send(new CreateDevEndpointCommand({ EndpointName: 'parity', RoleArn: role }));
      return 'devEndpoint/parity';
    },
  },
  {
    id: 'Jdbc',
    type: 'AWS::Glue::Connection',
    properties: { CatalogId: ACCOUNT, ConnectionInput: { Name: 'parity', ConnectionType: 'JDBC', ConnectionProperties: { JDBC_CONNECTION_URL: 'jdbc:postgresql://db.example.com/orders', JDBC_ENFORCE_SSL: 'true' } } },
    make: async (at) => {
      await new GlueClient(at).send(new CreateConnectionCommand({ ConnectionInput: { Name: 'parity', ConnectionType: 'JDBC', ConnectionProperties: { JDBC_CONNECTION_URL: 'jdbc:postgresql://db.example.com/orders', JDBC_ENFORCE_SSL: 'true' } } }));
      return 'connection/parity';
    },
    differs: { 'aws-glue-connection-tls': 'the server tells no type of a connection, which AWS does (https://docs.aws.amazon.com/glue/latest/webapi/API_Connection.html)' },
    unlike: { CatalogId: 'a connection does not say it',  'ConnectionInput.ConnectionType': 'the server does not say it',  'ConnectionInput.ConnectionProperties.JDBC_CONNECTION_URL': 'it may hold a password and is not kept' },
  },
  {
    id: 'Catalog',
    type: 'AWS::Glue::DataCatalogEncryptionSettings',
    properties: { CatalogId: ACCOUNT, DataCatalogEncryptionSettings: { EncryptionAtRest: { CatalogEncryptionMode: 'DISABLED' }, ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: false } } },
    make: async (at) => {
      await new GlueClient(at).send(new PutDataCatalogEncryptionSettingsCommand({ DataCatalogEncryptionSettings: { EncryptionAtRest: { CatalogEncryptionMode: 'DISABLED' }, ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: false } } }));
      return 'catalog/encryption-settings';
    },
    unlike: { CatalogId: 'the reply does not say it' },
  },
  {
    id: 'Detector',
    type: 'AWS::GuardDuty::Detector',
    properties: { Enable: true },
    make: async (at) => (await new GuardDutyClient(at).send(new CreateDetectorCommand({ Enable: true }))).DetectorId ?? '',
    differs: { 'aws-guardduty-organization': 'whether the organization turns it on is not read from accounts' },
  },
  {
    id: 'Profile',
    type: 'AWS::IAM::InstanceProfile',
    properties: { InstanceProfileName: 'parity', Roles: [{ Ref: 'Role' }] },
    make: async (at) => {
      const iam = new IAMClient(at);
      const { InstanceProfile } = await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'parity' }));
      await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'parity', RoleName: 'parity-role' }));
      return InstanceProfile?.Arn ?? '';
    },
    unlike: { Roles: REFERS },
  },
  {
    id: 'Builds',
    type: 'AWS::IAM::OIDCProvider',
    properties: { Url: 'https://token.actions.githubusercontent.com', ClientIdList: ['sts.amazonaws.com'] },
    make: async (at) => (await new IAMClient(at).send(new CreateOpenIDConnectProviderCommand({ Url: 'https://token.actions.githubusercontent.com', ClientIDList: ['sts.amazonaws.com'], ThumbprintList: ['6938fd4d98bab03faadb97b34396831e3780aea1'] }))).OpenIDConnectProviderArn ?? '',
    unlike: { Url: 'the account tells it without its scheme' },
  },
  {
    id: 'Wall',
    type: 'AWS::NetworkFirewall::Firewall',
    properties: { FirewallName: 'parity', FirewallPolicyArn: `arn:aws:network-firewall:us-east-1:${ACCOUNT}:firewall-policy/strict`, VpcId: 'vpc-1', SubnetMappings: [{ SubnetId: 'subnet-1' }], DeleteProtection: false },
    make: async (at) => (await new NetworkFirewallClient(at).send(new CreateFirewallCommand({ FirewallName: 'parity', FirewallPolicyArn: `arn:aws:network-firewall:us-east-1:${ACCOUNT}:firewall-policy/strict`, VpcId: 'vpc-1', SubnetMappings: [{ SubnetId: 'subnet-1' }], DeleteProtection: false }))).Firewall?.FirewallArn ?? '',
  },
  {
    id: 'Zone',
    type: 'AWS::Route53::HostedZone',
    properties: { Name: 'parity.example.com.' },
    make: async (at) => (await new Route53Client(at).send(new CreateHostedZoneCommand({ Name: 'parity.example.com', CallerReference: 'parity' }))).HostedZone?.Id?.split('/').at(-1) ?? '',
    differs: { 'aws-route53-query-logging': 'the server knows no zone that has no query logging; AWS answers with an empty list (https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListQueryLoggingConfigs.html)' },
  },
  {
    id: 'Served',
    type: 'AWS::SageMaker::EndpointConfig',
    properties: { EndpointConfigName: 'parity', ProductionVariants: [{ VariantName: 'all', ModelName: 'parity', InitialInstanceCount: 1, InstanceType: 'ml.m5.large' }] },
    make: async (at) => (await new SageMakerClient(at).send(new CreateEndpointConfigCommand({ EndpointConfigName: 'parity', ProductionVariants: [{ VariantName: 'all', ModelName: 'parity', InitialInstanceCount: 1, InstanceType: 'ml.m5.large' }] }))).EndpointConfigArn ?? '',
    unlike: { ProductionVariants: 'no check asks for them, so that they are not read' },
  },
  {
    id: 'RunDocument',
    type: 'AWS::SSM::Document',
    properties: { Name: 'parity', DocumentType: 'Command', DocumentFormat: 'JSON', Content: { schemaVersion: '2.2', description: 'x', mainSteps: [{ action: 'aws:runShellScript', name: 'x', inputs: { runCommand: ['true'] } }] } },
    make: async (at) => {
      await new SSMClient(at).send(new CreateDocumentCommand({ Name: 'parity', DocumentType: 'Command', DocumentFormat: 'JSON', Content: JSON.stringify({ schemaVersion: '2.2', description: 'x', mainSteps: [{ action: 'aws:runShellScript', name: 'x', inputs: { runCommand: ['true'] } }] }) }));
      return 'document/parity';
    },
    unlike: { Content: 'documents come as text' },
    differs: { 'aws-ssm-document-not-public': 'whom it is shared with, no template says' },
  },
  {
    id: 'OpenWall',
    type: 'AWS::WAFv2::WebACL',
    properties: { Name: 'parity-open', Scope: 'REGIONAL', DefaultAction: { Allow: {} }, VisibilityConfig: visibility, Rules: [] },
    make: async (at) => (await new WAFV2Client(at).send(new CreateWebACLCommand({ Name: 'parity-open', Scope: 'REGIONAL', DefaultAction: { Allow: {} }, VisibilityConfig: visibility, Rules: [] }))).Summary?.ARN ?? '',
  },
  {
    id: 'ShutWall',
    type: 'AWS::WAFv2::WebACL',
    properties: { Name: 'parity-shut', Scope: 'REGIONAL', DefaultAction: { Block: {} }, VisibilityConfig: visibility, Rules: [{ Name: 'inputs', Priority: 1, OverrideAction: { None: {} }, Statement: { ManagedRuleGroupStatement: badInputs }, VisibilityConfig: visibility }] },
    make: async (at) => (await new WAFV2Client(at).send(new CreateWebACLCommand({ Name: 'parity-shut', Scope: 'REGIONAL', DefaultAction: { Block: {} }, VisibilityConfig: visibility, Rules: [{ Name: 'inputs', Priority: 1, OverrideAction: { None: {} }, Statement: { ManagedRuleGroupStatement: badInputs }, VisibilityConfig: visibility }] }))).Summary?.ARN ?? '',
  },
];
