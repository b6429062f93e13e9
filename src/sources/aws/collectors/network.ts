/** Routes, network lists, gateways, endpoints, addresses, and templates of instances. */
import { arnOf, json, list, reply, same, tags, text, type Collector, type ListRow, type Place, type Reply } from '../collector.js';
import type { Json } from '../../../model/index.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const describe = (what: string, items: ListRow['items'], input?: Reply): ListRow => ({ command: `Describe${what}Command`, permission: `ec2:Describe${what}`, next: MORE, items, input });
const arn =
  (kind: string, id: string) =>
  (item: Reply, place: Place): string => arnOf(place, 'ec2', `${kind}/${text(item[id]) ?? ''}`);
const named = (id: string) => (item: Reply): string => text(item[id]) ?? '';
const tagged = (item: Reply): Json => tags(item['Tags'] ?? []) ?? [];

/** Members of a reply, each with some members of the thing that holds it. */
const within = (items: readonly Reply[], member: string, ...outer: readonly string[]): readonly Reply[] => items.flatMap((item) => list(item[member]).map((one) => ({ ...one, ...Object.fromEntries(outer.map((name) => [name, item[name]])) })));

const routeTables = (items: (tables: readonly Reply[]) => readonly Reply[]): ListRow => describe('RouteTables', (page) => items(list(page['RouteTables'])));
const networkAcls = (items: (acls: readonly Reply[]) => readonly Reply[]): ListRow => describe('NetworkAcls', (page) => items(list(page['NetworkAcls'])));
const destination = (route: Reply): string => text(route['DestinationCidrBlock']) ?? text(route['DestinationIpv6CidrBlock']) ?? text(route['DestinationPrefixListId']) ?? '';
/** The rule that denies what no other rule lets through: nobody wrote it, and nobody can take it away. */
const LAST_RULE = 32767;

export const network: readonly Collector[] = [
  {
    service: 'ec2',
    type: 'AWS::EC2::RouteTable',
    list: routeTables((tables) => tables),
    arn: arn('route-table', 'RouteTableId'),
    name: named('RouteTableId'),
    properties: (item) => ({ ...same(item, 'VpcId'), Tags: tagged(item) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::Route',
    list: routeTables((tables) => within(tables, 'Routes', 'RouteTableId').filter((route) => route['GatewayId'] !== 'local')),
    arn: (item, place) => arnOf(place, 'ec2', `route-table/${text(item['RouteTableId']) ?? ''}/${destination(item)}`),
    name: destination,
    properties: (item) => ({ ...same(item, 'RouteTableId', 'DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId', 'GatewayId', 'InstanceId', 'NatGatewayId', 'NetworkInterfaceId', 'TransitGatewayId', 'VpcPeeringConnectionId', 'LocalGatewayId', 'CarrierGatewayId', 'CoreNetworkArn'), EgressOnlyInternetGatewayId: json(item['EgressOnlyInternetGatewayId']) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    list: routeTables((tables) => within(tables, 'Associations', 'RouteTableId').filter((one) => one['SubnetId'] !== undefined)),
    arn: arn('route-table-association', 'RouteTableAssociationId'),
    name: named('RouteTableAssociationId'),
    properties: (item) => same(item, 'RouteTableId', 'SubnetId'),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::NetworkAcl',
    list: networkAcls((acls) => acls),
    arn: arn('network-acl', 'NetworkAclId'),
    name: named('NetworkAclId'),
    properties: (item) => ({ ...same(item, 'VpcId'), Tags: tagged(item) }),
    facts: (item) => ({ ...same(item, 'IsDefault'), Associations: list(item['Associations']).map((one) => json(one['SubnetId']) ?? null) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::NetworkAclEntry',
    list: networkAcls((acls) => within(acls, 'Entries', 'NetworkAclId').filter((entry) => Number(entry['RuleNumber']) < LAST_RULE)),
    arn: (item, place) => arnOf(place, 'ec2', `network-acl/${text(item['NetworkAclId']) ?? ''}/${item['Egress'] === true ? 'egress' : 'ingress'}/${String(item['RuleNumber'])}`),
    name: (item) => `${item['Egress'] === true ? 'egress' : 'ingress'} ${String(item['RuleNumber'])}`,
    properties: (item) => {
      const ports = reply(item['PortRange']);
      return {
        ...same(item, 'NetworkAclId', 'CidrBlock', 'Ipv6CidrBlock', 'Egress', 'RuleAction', 'RuleNumber'),
        Protocol: Number(item['Protocol']),
        PortRange: item['PortRange'] === undefined ? undefined : { From: json(ports['From']) ?? null, To: json(ports['To']) ?? null },
        Icmp: json(item['IcmpTypeCode']),
      };
    },
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::SubnetNetworkAclAssociation',
    list: networkAcls((acls) => within(acls, 'Associations')),
    arn: arn('network-acl-association', 'NetworkAclAssociationId'),
    name: named('NetworkAclAssociationId'),
    properties: (item) => same(item, 'NetworkAclId', 'SubnetId'),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::InternetGateway',
    list: describe('InternetGateways', (page) => list(page['InternetGateways'])),
    arn: arn('internet-gateway', 'InternetGatewayId'),
    name: named('InternetGatewayId'),
    properties: (item) => ({ Tags: tagged(item) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::VPCGatewayAttachment',
    list: describe('InternetGateways', (page) => within(list(page['InternetGateways']), 'Attachments', 'InternetGatewayId')),
    arn: (item, place) => arnOf(place, 'ec2', `internet-gateway/${text(item['InternetGatewayId']) ?? ''}/${text(item['VpcId']) ?? ''}`),
    name: named('VpcId'),
    properties: (item) => same(item, 'InternetGatewayId', 'VpcId'),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::NatGateway',
    list: describe('NatGateways', (page) => list(page['NatGateways']).filter((item) => item['State'] !== 'deleted')),
    arn: arn('natgateway', 'NatGatewayId'),
    name: named('NatGatewayId'),
    properties: (item) => ({ ...same(item, 'ConnectivityType', 'SubnetId', 'VpcId'), AllocationId: json(list(item['NatGatewayAddresses'])[0]?.['AllocationId']), Tags: tagged(item) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::EIP',
    list: { ...describe('Addresses', (page) => list(page['Addresses'])), next: undefined },
    arn: arn('elastic-ip', 'AllocationId'),
    name: named('PublicIp'),
    properties: (item) => ({ ...same(item, 'InstanceId', 'Domain', 'NetworkBorderGroup', 'PublicIpv4Pool'), Tags: tagged(item) }),
    facts: (item) => same(item, 'PublicIp', 'AssociationId', 'NetworkInterfaceId'),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::EIPAssociation',
    list: { ...describe('Addresses', (page) => list(page['Addresses']).filter((item) => text(item['AssociationId']) !== undefined)), next: undefined },
    arn: arn('elastic-ip-association', 'AssociationId'),
    name: named('AssociationId'),
    properties: (item) => ({ ...same(item, 'AllocationId', 'InstanceId', 'NetworkInterfaceId', 'PrivateIpAddress'), EIP: json(item['PublicIp']) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::NetworkInterface',
    list: describe('NetworkInterfaces', (page) => list(page['NetworkInterfaces'])),
    arn: arn('network-interface', 'NetworkInterfaceId'),
    name: named('NetworkInterfaceId'),
    properties: (item) => ({ ...same(item, 'SubnetId', 'Description', 'SourceDestCheck', 'InterfaceType', 'PrivateIpAddress'), GroupSet: list(item['Groups']).flatMap((group) => text(group['GroupId']) ?? []), Tags: tags(item['TagSet'] ?? []) }),
    facts: (item) => ({ InstanceId: json(reply(item['Attachment'])['InstanceId']), PublicIp: json(reply(item['Association'])['PublicIp']) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::VPCPeeringConnection',
    list: describe('VpcPeeringConnections', (page) => list(page['VpcPeeringConnections']).filter((item) => !['deleted', 'rejected', 'expired', 'failed'].includes(text(reply(item['Status'])['Code']) ?? ''))),
    arn: arn('vpc-peering-connection', 'VpcPeeringConnectionId'),
    name: named('VpcPeeringConnectionId'),
    properties: (item) => ({ VpcId: json(reply(item['RequesterVpcInfo'])['VpcId']), PeerVpcId: json(reply(item['AccepterVpcInfo'])['VpcId']), PeerOwnerId: json(reply(item['AccepterVpcInfo'])['OwnerId']), PeerRegion: json(reply(item['AccepterVpcInfo'])['Region']), Tags: tagged(item) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::VPCEndpoint',
    list: describe('VpcEndpoints', (page) => list(page['VpcEndpoints'])),
    arn: arn('vpc-endpoint', 'VpcEndpointId'),
    name: named('VpcEndpointId'),
    properties: (item) => ({ ...same(item, 'VpcId', 'ServiceName', 'VpcEndpointType', 'PrivateDnsEnabled', 'PolicyDocument', 'RouteTableIds', 'SubnetIds', 'IpAddressType'), SecurityGroupIds: list(item['Groups']).flatMap((group) => text(group['GroupId']) ?? []), Tags: tagged(item) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::VPCEndpointService',
    list: describe('VpcEndpointServiceConfigurations', (page) => list(page['ServiceConfigurations'])),
    arn: arn('vpc-endpoint-service', 'ServiceId'),
    name: named('ServiceName'),
    properties: (item) => ({ ...same(item, 'AcceptanceRequired', 'NetworkLoadBalancerArns', 'GatewayLoadBalancerArns', 'PayerResponsibility'), Tags: tagged(item) }),
    makes: [
      {
        type: 'AWS::EC2::VPCEndpointServicePermissions',
        command: 'DescribeVpcEndpointServicePermissionsCommand',
        permission: 'ec2:DescribeVpcEndpointServicePermissions',
        input: (item) => ({ ServiceId: item['ServiceId'] }),
        next: MORE,
        suffix: '/permissions',
        known: (item) => same(item, 'ServiceId'),
        fills: ['AllowedPrincipals'],
        value: (page) => {
          const AllowedPrincipals = list(page['AllowedPrincipals']).flatMap((one) => text(one['Principal']) ?? []);
          return AllowedPrincipals.length === 0 ? [] : [{ properties: { AllowedPrincipals } }];
        },
      },
    ],
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::TransitGateway',
    list: describe('TransitGateways', (page) => list(page['TransitGateways']).filter((item) => item['State'] !== 'deleted')),
    arn: arn('transit-gateway', 'TransitGatewayId'),
    name: named('TransitGatewayId'),
    properties: (item) => {
      const options = reply(item['Options']);
      return { ...same(item, 'Description'), ...same(options, 'AutoAcceptSharedAttachments', 'DefaultRouteTableAssociation', 'DefaultRouteTablePropagation', 'VpnEcmpSupport', 'DnsSupport', 'MulticastSupport', 'AmazonSideAsn'), Tags: tagged(item) };
    },
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::ClientVpnEndpoint',
    list: describe('ClientVpnEndpoints', (page) => list(page['ClientVpnEndpoints'])),
    arn: arn('client-vpn-endpoint', 'ClientVpnEndpointId'),
    name: named('ClientVpnEndpointId'),
    properties: (item) => {
      const log = reply(item['ConnectionLogOptions']);
      return {
        ...same(item, 'ClientCidrBlock', 'ServerCertificateArn', 'SecurityGroupIds', 'VpcId', 'SplitTunnel', 'TransportProtocol', 'VpnPort', 'SessionTimeoutHours'),
        ConnectionLogOptions: { Enabled: json(log['Enabled']) ?? false, CloudwatchLogGroup: json(log['CloudwatchLogGroup']) ?? null, CloudwatchLogStream: json(log['CloudwatchLogStream']) ?? null },
        AuthenticationOptions: list(item['AuthenticationOptions']).map((one) => ({ Type: json(one['Type']) ?? null })),
      };
    },
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::LaunchTemplate',
    // The version that is used where none is named; others are used where a group names them.
    list: {
      ...describe('LaunchTemplateVersions', (page) => list(page['LaunchTemplateVersions'])),
      over: { list: describe('LaunchTemplates', (page) => list(page['LaunchTemplates'])), input: ([item = {}]) => ({ LaunchTemplateId: item['LaunchTemplateId'], Versions: ['$Default'] }) },
    },
    arn: arn('launch-template', 'LaunchTemplateId'),
    name: named('LaunchTemplateName'),
    properties: (item) => {
      const { BlockDeviceMappings, ...rest } = reply(item['LaunchTemplateData']);
      return { ...same(item, 'LaunchTemplateName'), LaunchTemplateData: { ...(json(rest) as Readonly<Record<string, Json>>), BlockDeviceMappings: json(BlockDeviceMappings ?? []) ?? [] } };
    },
    facts: (item) => same(item, 'VersionNumber'),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::VolumeAttachment',
    list: describe('Volumes', (page) => list(page['Volumes']).flatMap((volume) => list(volume['Attachments']))),
    arn: (item, place) => arnOf(place, 'ec2', `volume/${text(item['VolumeId']) ?? ''}/${text(item['InstanceId']) ?? ''}`),
    name: named('Device'),
    properties: (item) => same(item, 'VolumeId', 'InstanceId', 'Device'),
  },
  {
    service: 'ec2',
    type: 'Demarc::EC2::Snapshot',
    list: { ...describe('Snapshots', (page) => list(page['Snapshots'])), inputOf: ({ account }) => ({ OwnerIds: ['self'], Filters: [{ Name: 'owner-id', Values: [account] }] }) },
    arn: arn('snapshot', 'SnapshotId'),
    name: named('SnapshotId'),
    properties: (item) => ({ ...same(item, 'Encrypted', 'KmsKeyId', 'VolumeId'), SourceSnapshotId: undefined, Tags: tagged(item) }),
    facts: (item) => same(item, 'StartTime', 'Description'),
    reads: [
      {
        command: 'DescribeSnapshotAttributeCommand',
        permission: 'ec2:DescribeSnapshotAttribute',
        input: (item) => ({ SnapshotId: item['SnapshotId'], Attribute: 'createVolumePermission' }),
        fills: ['CreateVolumePermissions'],
        value: (page) => ({ CreateVolumePermissions: list(page['CreateVolumePermissions']).map((one) => text(one['Group']) ?? text(one['UserId']) ?? '') }),
      },
    ],
  },
  {
    service: 'ec2',
    // Whoever owns it: the image that a machine was started from. One that cannot be seen any more was withdrawn.
    type: 'Demarc::EC2::InstanceImage',
    list: {
      ...describe('Images', (page) => list(page['Images'])),
      over: {
        list: describe('Instances', (page) => list(page['Reservations']).flatMap((reservation) => list(reservation['Instances'])).filter((item) => reply(item['State'])['Name'] !== 'terminated' && text(item['ImageId']) !== undefined)),
        by: (item) => text(item['ImageId']) ?? '',
        atOnce: 1000,
        input: ([item = {}]) => ({ Filters: [{ Name: 'image-id', Values: [item['ImageId']] }], IncludeDeprecated: true, IncludeDisabled: true }),
      },
      items: (page, machines) => machines.map((machine) => ({ ...(list(page['Images'])[0] ?? { Gone: true }), InstanceId: machine['InstanceId'], ImageId: machine['ImageId'] })),
    },
    arn: (item, place) => arnOf(place, 'ec2', `instance/${text(item['InstanceId']) ?? ''}/image`),
    name: (item) => `${text(item['InstanceId']) ?? ''} from ${text(item['ImageId']) ?? ''}`,
    properties: (item) => ({ ...same(item, 'InstanceId', 'ImageId', 'Name', 'OwnerId', 'CreationDate', 'DeprecationTime'), State: item['Gone'] === true ? 'withdrawn' : json(item['State']) }),
  },
  {
    service: 'ec2',
    type: 'Demarc::EC2::Image',
    list: describe('Images', (page) => list(page['Images']), { Owners: ['self'] }),
    arn: arn('image', 'ImageId'),
    name: (item) => text(item['Name']) ?? text(item['ImageId']) ?? '',
    properties: (item) => ({
      Name: json(item['Name']),
      IsCopy: undefined,
      // A device of a snapshot is as the snapshot is, which has its own verdict.
      BlockDeviceMappings: list(item['BlockDeviceMappings']).flatMap((device) => (device['Ebs'] === undefined ? [] : [{ DeviceName: json(device['DeviceName']) ?? null, Ebs: { Encrypted: json(reply(device['Ebs'])['Encrypted']) ?? null } }])),
      Tags: tagged(item),
    }),
    facts: (item) => same(item, 'CreationDate', 'DeprecationTime', 'LastLaunchedTime', 'Public'),
    makes: [
      {
        type: 'Demarc::EC2::LaunchPermission',
        command: 'DescribeImageAttributeCommand',
        permission: 'ec2:DescribeImageAttribute',
        input: (item) => ({ ImageId: item['ImageId'], Attribute: 'launchPermission' }),
        suffix: '/launch-permission',
        known: (item) => same(item, 'ImageId'),
        fills: ['Group', 'AccountId'],
        value: (page) => list(page['LaunchPermissions']).map((one, i) => ({ suffix: `/${text(one['Group']) ?? text(one['UserId']) ?? String(i)}`, properties: { Group: json(one['Group']), AccountId: json(one['UserId']), OrganizationArn: json(one['OrganizationArn']) } })),
      },
    ],
  },
];
