/** Instances, disks and networks. */
import { filled, json, list, reply, same, tags, text, type Collector, type ListRow, type Place, type Properties, type Reply } from '../collector.js';
import type { Json } from '../../../model/index.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const describe = (what: string, items: ListRow['items'], input?: Reply): ListRow => ({ command: `Describe${what}Command`, permission: `ec2:Describe${what}`, next: MORE, items, input });
const arn =
  (kind: string, id: string) =>
  (item: Reply, { partition, account, region }: Place): string => `arn:${partition}:ec2:${region}:${account}:${kind}/${text(item[id]) ?? ''}`;
const named = (id: string) => (item: Reply): string => text(item[id]) ?? '';

/** One rule for each block, list or group that a permission is for, as the schema writes them. */
function rules(permissions: unknown, egress: boolean): Json {
  return list(permissions).flatMap((permission): readonly Json[] => {
    const traffic = { IpProtocol: json(permission['IpProtocol']) ?? '-1', FromPort: json(permission['FromPort']) ?? null, ToPort: json(permission['ToPort']) ?? null };
    const each = (ranges: unknown, from: string, to: string): readonly Json[] => list(ranges).map((range) => ({ ...traffic, [to]: json(range[from]) ?? null, Description: json(range['Description']) ?? null }));
    return [
      ...each(permission['IpRanges'], 'CidrIp', 'CidrIp'),
      ...each(permission['Ipv6Ranges'], 'CidrIpv6', 'CidrIpv6'),
      ...each(permission['PrefixListIds'], 'PrefixListId', egress ? 'DestinationPrefixListId' : 'SourcePrefixListId'),
      ...list(permission['UserIdGroupPairs']).map((pair) => ({ ...traffic, ...(egress ? { DestinationSecurityGroupId: json(pair['GroupId']) ?? null } : { SourceSecurityGroupId: json(pair['GroupId']) ?? null, SourceSecurityGroupOwnerId: json(pair['UserId']) ?? null, SourceSecurityGroupName: json(pair['GroupName']) ?? null }), Description: json(pair['Description']) ?? null })),
    ];
  });
}

const metadata = (item: Reply): Properties => {
  const options = reply(item['MetadataOptions']);
  return { MetadataOptions: { HttpTokens: json(options['HttpTokens']) ?? null, HttpEndpoint: json(options['HttpEndpoint']) ?? null, HttpPutResponseHopLimit: json(options['HttpPutResponseHopLimit']) ?? null } };
};

/** What a flow log is of, by how its id begins. */
const WATCHED: readonly (readonly [start: string, kind: string])[] = [
  ['vpc-', 'VPC'],
  ['subnet-', 'Subnet'],
  ['tgw-attach-', 'TransitGatewayAttachment'],
  ['tgw-', 'TransitGateway'],
];
const watched = (id: string): string => WATCHED.find(([start]) => id.startsWith(start))?.[1] ?? 'NetworkInterface';

export const ec2: readonly Collector[] = [
  {
    service: 'ec2',
    type: 'AWS::EC2::Instance',
    list: describe('Instances', (page) => list(page['Reservations']).flatMap((reservation) => list(reservation['Instances'])).filter((item) => reply(item['State'])['Name'] !== 'terminated')),
    arn: arn('instance', 'InstanceId'),
    name: named('InstanceId'),
    properties: (item) => ({
      ...same(item, 'ImageId', 'InstanceType', 'SubnetId', 'EbsOptimized', 'KeyName', 'SourceDestCheck'),
      ...metadata(item),
      SecurityGroupIds: list(item['SecurityGroups']).map((group) => text(group['GroupId']) ?? ''),
      SecurityGroups: undefined, // told by their ids
      IamInstanceProfile: text(reply(item['IamInstanceProfile'])['Arn'])?.split('/').at(-1),
      LaunchTemplate: undefined, // what it was made from, its own settings are told above
      NetworkInterfaces: list(item['NetworkInterfaces']).map((one) => ({
        NetworkInterfaceId: json(one['NetworkInterfaceId']) ?? null,
        DeviceIndex: String(reply(one['Attachment'])['DeviceIndex'] ?? ''),
        SubnetId: json(one['SubnetId']) ?? null,
        GroupSet: list(one['Groups']).flatMap((group) => text(group['GroupId']) ?? []),
        AssociatePublicIpAddress: reply(one['Association'])['PublicIp'] !== undefined,
      })),
      Monitoring: reply(item['Monitoring'])['State'] === 'enabled',
      Tags: tags(item['Tags'] ?? []),
    }),
    facts: (item) => ({ ...same(item, 'PublicIpAddress', 'PublicDnsName', 'LaunchTime', 'PlatformDetails'), State: json(reply(item['State'])['Name']) }),
    reads: [
      {
        command: 'DescribeInstanceAttributeCommand',
        permission: 'ec2:DescribeInstanceAttribute',
        input: (item) => ({ InstanceId: item['InstanceId'], Attribute: 'userData' }),
        fills: ['UserData'],
        value: (page) => ({ UserData: json(reply(page['UserData'])['Value']) }),
      },
    ],
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::Volume',
    list: describe('Volumes', (page) => list(page['Volumes'])),
    arn: arn('volume', 'VolumeId'),
    name: named('VolumeId'),
    properties: (item) => ({ ...same(item, 'Encrypted', 'KmsKeyId', 'Size', 'VolumeType', 'AvailabilityZone'), SnapshotId: filled(item['SnapshotId']), Tags: tags(item['Tags'] ?? []) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::SecurityGroup',
    list: describe('SecurityGroups', (page) => list(page['SecurityGroups'])),
    arn: arn('security-group', 'GroupId'),
    name: named('GroupId'),
    facts: (item) => ({ IsDefault: item['GroupName'] === 'default' }),
    properties: (item) => ({ GroupName: json(item['GroupName']), GroupDescription: json(item['Description']), VpcId: json(item['VpcId']), SecurityGroupIngress: rules(item['IpPermissions'], false), SecurityGroupEgress: rules(item['IpPermissionsEgress'], true), Tags: tags(item['Tags'] ?? []) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::VPC',
    list: describe('Vpcs', (page) => list(page['Vpcs'])),
    arn: arn('vpc', 'VpcId'),
    name: named('VpcId'),
    properties: (item) => ({ ...same(item, 'CidrBlock', 'InstanceTenancy'), Tags: tags(item['Tags'] ?? []) }),
    facts: (item) => same(item, 'IsDefault'),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::FlowLog',
    list: describe('FlowLogs', (page) => list(page['FlowLogs'])),
    arn: arn('vpc-flow-log', 'FlowLogId'),
    name: named('FlowLogId'),
    properties: (item) => ({ ...same(item, 'ResourceId', 'TrafficType', 'LogDestinationType', 'LogDestination', 'LogGroupName'), ResourceType: watched(text(item['ResourceId']) ?? '') }),
  },
  {
    service: 'ec2',
    type: 'Demarc::EC2::EbsEncryptionByDefault',
    always: () => ({ item: {} }),
    list: { command: 'GetEbsEncryptionByDefaultCommand', permission: 'ec2:GetEbsEncryptionByDefault', items: (page) => [page] },
    arn: (_, { partition, account, region }) => `arn:${partition}:ec2:${region}:${account}:ebs-encryption-by-default`,
    name: () => 'EBS encryption by default',
    properties: (item) => same(item, 'EbsEncryptionByDefault'),
  },
  {
    service: 'ec2',
    type: 'Demarc::EC2::InstanceMetadataDefaults',
    always: () => ({ item: {} }),
    list: { command: 'GetInstanceMetadataDefaultsCommand', permission: 'ec2:GetInstanceMetadataDefaults', items: (page) => [reply(page['AccountLevel'])] },
    arn: (_, { partition, account, region }) => `arn:${partition}:ec2:${region}:${account}:instance-metadata-defaults`,
    name: () => 'instance metadata defaults',
    properties: (item) => same(item, 'HttpTokens'),
  },
  {
    service: 'ec2',
    type: 'Demarc::EC2::ImageBlockPublicAccess',
    always: () => ({ item: {} }),
    list: { command: 'GetImageBlockPublicAccessStateCommand', permission: 'ec2:GetImageBlockPublicAccessState', items: (page) => [page] },
    arn: (_, { partition, account, region }) => `arn:${partition}:ec2:${region}:${account}:image-block-public-access`,
    name: () => 'block of public images',
    properties: (item) => ({ State: json(item['ImageBlockPublicAccessState']) }),
  },
  {
    service: 'ec2',
    type: 'AWS::EC2::Subnet',
    list: describe('Subnets', (page) => list(page['Subnets'])),
    arn: arn('subnet', 'SubnetId'),
    name: named('SubnetId'),
    properties: (item) => ({ ...same(item, 'CidrBlock', 'VpcId', 'MapPublicIpOnLaunch', 'AvailabilityZone'), Tags: tags(item['Tags'] ?? []) }),
  },
];
