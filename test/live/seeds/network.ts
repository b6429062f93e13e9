/** Networks with routes, lists and gateways, load balancers before them, and templates, snapshots and images of instances. */
import {
  AllocateAddressCommand,
  AttachInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateLaunchTemplateCommand,
  CreateNatGatewayCommand,
  CreateRouteCommand,
  CreateSnapshotCommand,
  CreateSubnetCommand,
  CreateTransitGatewayCommand,
  CreateVolumeCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  CreateVpcEndpointServiceConfigurationCommand,
  CreateVpcPeeringConnectionCommand,
  CreateFlowLogsCommand,
  CreateImageCommand,
  DescribeInstancesCommand,
  DescribeRouteTablesCommand,
  AssociateRouteTableCommand,
  EC2Client,
  ModifyImageAttributeCommand,
  ModifySnapshotAttributeCommand,
  ModifyVpcEndpointServicePermissionsCommand,
} from '@aws-sdk/client-ec2';
import { AddTagsCommand, CreateLoadBalancerCommand as CreateClassic, CreateLoadBalancerPolicyCommand, ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { CreateListenerCommand, CreateLoadBalancerCommand, CreateTargetGroupCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Seed } from './seed.js';

export const network: Seed = async (at) => {
  const ec2 = new EC2Client(at);
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.9.0.0/16' }));
  const { Vpc: peer } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.10.0.0/16' }));
  const VpcId = Vpc?.VpcId ?? '';
  const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: '10.9.1.0/24', AvailabilityZone: 'us-east-1a' }));
  const { Subnet: other } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: '10.9.2.0/24', AvailabilityZone: 'us-east-1b' }));
  const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
  await ec2.send(new AttachInternetGatewayCommand({ VpcId, InternetGatewayId: InternetGateway?.InternetGatewayId }));
  const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }] }));
  const RouteTableId = RouteTables[0]?.RouteTableId ?? '';
  await ec2.send(new CreateRouteCommand({ RouteTableId, DestinationCidrBlock: '0.0.0.0/0', GatewayId: InternetGateway?.InternetGatewayId }));
  await ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId: Subnet?.SubnetId }));
  const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
  await ec2.send(new CreateNatGatewayCommand({ SubnetId: Subnet?.SubnetId, AllocationId }));
  await ec2.send(new CreateVpcEndpointCommand({ VpcId, ServiceName: 'com.amazonaws.us-east-1.s3', RouteTableIds: [RouteTableId] }));
  await ec2.send(new CreateVpcPeeringConnectionCommand({ VpcId, PeerVpcId: peer?.VpcId }));
  await ec2.send(new CreateTransitGatewayCommand({ Options: { AutoAcceptSharedAttachments: 'enable' } }));
  await ec2.send(new CreateFlowLogsCommand({ ResourceIds: [VpcId], ResourceType: 'VPC', TrafficType: 'ALL', LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::shut-data' }));
  await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'web', LaunchTemplateData: { ImageId: 'ami-12c6146b', MetadataOptions: { HttpTokens: 'optional' }, BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: false, VolumeSize: 10 } }] } }));
  const { VolumeId } = await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 8 }));
  const { SnapshotId } = await ec2.send(new CreateSnapshotCommand({ VolumeId }));
  await ec2.send(new ModifySnapshotAttributeCommand({ SnapshotId, Attribute: 'createVolumePermission', OperationType: 'add', GroupNames: ['all'] }));
  const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({}));
  const { ImageId } = await ec2.send(new CreateImageCommand({ InstanceId: Reservations[0]?.Instances?.[0]?.InstanceId, Name: 'ours' }));
  await ec2.send(new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add: [{ Group: 'all' }] } }));
  const balancers = new ElasticLoadBalancingV2Client(at);
  const { LoadBalancers = [] } = await balancers.send(new CreateLoadBalancerCommand({ Name: 'front', Scheme: 'internet-facing', Subnets: [Subnet?.SubnetId ?? '', other?.SubnetId ?? ''] }));
  const { TargetGroups = [] } = await balancers.send(new CreateTargetGroupCommand({ Name: 'web', Protocol: 'HTTP', Port: 80, VpcId }));
  await balancers.send(new CreateListenerCommand({ LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn, Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: TargetGroups[0]?.TargetGroupArn }] }));
  const { LoadBalancers: [inner] = [] } = await balancers.send(new CreateLoadBalancerCommand({ Name: 'inner', Type: 'network', Scheme: 'internal', Subnets: [Subnet?.SubnetId ?? ''] }));
  const { ServiceConfiguration } = await ec2.send(new CreateVpcEndpointServiceConfigurationCommand({ AcceptanceRequired: false, NetworkLoadBalancerArns: [inner?.LoadBalancerArn ?? ''] }));
  await ec2.send(new ModifyVpcEndpointServicePermissionsCommand({ ServiceId: ServiceConfiguration?.ServiceId, AddAllowedPrincipals: ['*'] }));
  const classic = new ElasticLoadBalancingClient(at);
  await classic.send(new CreateClassic({ LoadBalancerName: 'old', Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 80 }], AvailabilityZones: ['us-east-1a'] }));
  await classic.send(new CreateLoadBalancerPolicyCommand({ LoadBalancerName: 'old', PolicyName: 'tls', PolicyTypeName: 'SSLNegotiationPolicyType', PolicyAttributes: [{ AttributeName: 'Protocol-TLSv1', AttributeValue: 'true' }] }));
  await classic.send(new AddTagsCommand({ LoadBalancerNames: ['old'], Tags: [{ Key: 'team', Value: 'web' }] }));
};
