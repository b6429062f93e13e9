/** Networks: VPCs, subnets, routes, gateways, network ACLs, endpoints. */
import { list, mapping, scalar, type RawResource, type Tree } from '../../model/index.js';
import type { AdaptRule, Adapted, ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { argument, eachBlock, resource, satellite, type Convert, type FieldMap } from '../table.js';
import { referenceTo } from './security-groups.js';

const tags: FieldMap = { tags: ['Tags', keyValue] };
const isDefault = { also: (raw: RawResource, draft: { readonly fact: (path: string, value: Tree | undefined) => void }) => draft.fact('IsDefault', scalar(true, raw.at)) };

const HOPS = ['gateway_id', 'nat_gateway_id', 'instance_id', 'network_interface_id', 'transit_gateway_id', 'vpc_peering_connection_id', 'vpc_endpoint_id', 'carrier_gateway_id', 'local_gateway_id', 'core_network_arn', 'destination_prefix_list_id'] as const;
const route = resource('AWS::EC2::Route', { egress_only_gateway_id: 'EgressOnlyInternetGatewayId' }, { same: [...HOPS, 'route_table_id', 'destination_cidr_block', 'destination_ipv6_cidr_block'] });
const inlineRoute = resource(
  'AWS::EC2::Route',
  { egress_only_gateway_id: 'EgressOnlyInternetGatewayId', cidr_block: 'DestinationCidrBlock', ipv6_cidr_block: 'DestinationIpv6CidrBlock', parent: 'RouteTableId' },
  { same: HOPS },
);

/** Terraform's names of protocols as the numbers that the schema wants. */
const protocolNumber: Convert = (value) => {
  if (value.kind !== 'scalar') return value;
  const numbers: Readonly<Record<string, number>> = { all: -1, icmp: 1, tcp: 6, udp: 17, icmpv6: 58 };
  const number = numbers[String(value.value).toLowerCase()];
  return number === undefined ? value : { ...value, value: number };
};
const ENTRY: FieldMap = { protocol: ['Protocol', protocolNumber], from_port: 'PortRange.From', to_port: 'PortRange.To', cidr_block: 'CidrBlock', ipv6_cidr_block: 'Ipv6CidrBlock' };
const aclRule = resource('AWS::EC2::NetworkAclEntry', ENTRY, { same: ['network_acl_id', 'egress', 'rule_number', 'rule_action'] });
const inlineAclRule = resource('AWS::EC2::NetworkAclEntry', { ...ENTRY, rule_no: 'RuleNumber', action: 'RuleAction', parent: 'NetworkAclId', egress: 'Egress' });

/** Resources of their own that a block holds inline; `parent` is what they belong to. */
function inline(raw: RawResource, block: string, rule: AdaptRule, more: readonly (readonly [string, Tree])[] = []): readonly Adapted[] {
  const blocks = argument(raw.arguments, block);
  if (blocks === undefined) return [];
  const parent = [['parent', referenceTo(raw.address, raw.at)] as const, ...more];
  if (blocks.kind === 'list') {
    const made = blocks.items.flatMap((one, i) => (one.kind === 'map' ? rule({ ...raw, address: `${raw.address}.${block}[${i}]`, displayAddress: undefined, at: one.at, arguments: mapping([...one.entries, ...parent], one.at, one.open) }) : []));
    return blocks.open === undefined ? made : [...made, ...unreadable(blocks.open)];
  }
  return blocks.kind === 'unknown' ? unreadable(blocks.reason) : [];

  /** One entry of which only the parent is known, so that the parent is not judged as if there were none. */
  function unreadable(reason: NonNullable<RawResource['conditional']>): readonly Adapted[] {
    return rule({ ...raw, address: `${raw.address}.${block}[*]`, displayAddress: undefined, arguments: mapping(parent, blocks?.at ?? raw.at, reason), conditional: reason });
  }
}

const routeTable = (extras: Parameters<typeof resource>[2] = {}): AdaptRule =>
  resource('AWS::EC2::RouteTable', tags, { same: ['vpc_id'], ...extras, more: (raw) => inline(raw, 'route', inlineRoute) });

const association: AdaptRule = resource('AWS::EC2::SubnetNetworkAclAssociation', { parent: 'NetworkAclId' }, { same: ['subnet_id', 'network_acl_id'] });
const networkAcl = (extras: Parameters<typeof resource>[2] = {}): AdaptRule =>
  resource('AWS::EC2::NetworkAcl', tags, {
    same: ['vpc_id'],
    ...extras,
    more: (raw) => [
      ...inline(raw, 'ingress', inlineAclRule, [['egress', scalar(false, raw.at)]]),
      ...inline(raw, 'egress', inlineAclRule, [['egress', scalar(true, raw.at)]]),
      ...subnetsOf(raw),
    ],
  });

function subnetsOf(raw: RawResource): readonly Adapted[] {
  const subnets = argument(raw.arguments, 'subnet_ids');
  const each = subnets?.kind === 'list' ? subnets.items : subnets === undefined ? [] : [subnets];
  return each.flatMap((subnet, i) =>
    association({ ...raw, address: `${raw.address}.subnet_ids[${i}]`, displayAddress: undefined, at: subnet.at, arguments: mapping([['subnet_id', subnet], ['parent', referenceTo(raw.address, raw.at)]], subnet.at) }),
  );
}

const vpc: FieldMap = { ...tags };
const VPC = ['cidr_block', 'enable_dns_support', 'enable_dns_hostnames', 'instance_tenancy', 'ipv4_ipam_pool_id'];
const SUBNET = ['vpc_id', 'cidr_block', 'availability_zone', 'map_public_ip_on_launch', 'assign_ipv6_address_on_creation', 'ipv6_cidr_block', 'ipv6_native'];

/** A flow log names its subject by one of several arguments. */
const SUBJECTS = [['vpc_id', 'VPC'], ['subnet_id', 'Subnet'], ['eni_id', 'NetworkInterface'], ['transit_gateway_id', 'TransitGateway'], ['transit_gateway_attachment_id', 'TransitGatewayAttachment']] as const;

export const vpcs: ServiceRules = {
  terraform: {
    aws_vpc: resource('AWS::EC2::VPC', vpc, { same: VPC }),
    aws_default_vpc: resource('AWS::EC2::VPC', vpc, { same: VPC, ...isDefault }),
    aws_subnet: resource('AWS::EC2::Subnet', tags, { same: SUBNET }),
    aws_default_subnet: resource('AWS::EC2::Subnet', tags, { same: ['availability_zone', 'map_public_ip_on_launch'], ...isDefault }),
    aws_internet_gateway: resource('AWS::EC2::InternetGateway', tags, {
      more: (raw) => {
        const vpcId = argument(raw.arguments, 'vpc_id');
        return vpcId === undefined ? [] : gatewayAttachment({ ...raw, address: `${raw.address}.vpc_id`, displayAddress: undefined, arguments: mapping([['vpc_id', vpcId], ['internet_gateway_id', referenceTo(raw.address, raw.at)]], raw.at) });
      },
    }),
    aws_internet_gateway_attachment: resource('AWS::EC2::VPCGatewayAttachment', {}, { same: ['vpc_id', 'internet_gateway_id'] }),
    aws_egress_only_internet_gateway: resource('AWS::EC2::EgressOnlyInternetGateway', tags, { same: ['vpc_id'] }),
    aws_nat_gateway: resource('AWS::EC2::NatGateway', { ...tags, private_ip: 'PrivateIpAddress' }, { same: ['allocation_id', 'subnet_id', 'connectivity_type', 'vpc_id'] }),
    aws_route_table: routeTable(),
    aws_default_route_table: routeTable({ also: (raw, draft) => draft.fact('IsMain', scalar(true, raw.at)) }),
    aws_main_route_table_association: satellite('AWS::EC2::RouteTable', 'route_table_id', {}, { also: (raw, draft) => draft.fact('IsMain', scalar(true, raw.at)) }),
    aws_route: route,
    aws_route_table_association: resource('AWS::EC2::SubnetRouteTableAssociation', {}, { same: ['subnet_id', 'route_table_id'] }),
    aws_network_acl: networkAcl(),
    aws_default_network_acl: networkAcl(isDefault),
    aws_network_acl_rule: aclRule,
    aws_network_acl_association: association,
    aws_network_interface: resource('AWS::EC2::NetworkInterface', { ...tags, security_groups: 'GroupSet', private_ip: 'PrivateIpAddress' }, { same: ['subnet_id', 'description', 'source_dest_check'] }),
    aws_network_interface_attachment: resource('AWS::EC2::NetworkInterfaceAttachment', { device_index: 'DeviceIndex' }, { same: ['instance_id', 'network_interface_id'] }),
    aws_network_interface_sg_attachment: satellite(['AWS::EC2::NetworkInterface'], 'network_interface_id', { security_group_id: 'GroupSet[]' }),
    aws_eip: resource('AWS::EC2::EIP', { ...tags, instance: 'InstanceId', vpc: ['Domain', (value) => (value.kind === 'scalar' ? { ...value, value: String(value.value) === 'true' ? 'vpc' : 'standard' } : value)], domain: 'Domain', network_interface: '#NetworkInterfaceId' }),
    aws_eip_association: resource('AWS::EC2::EIPAssociation', { public_ip: 'EIP' }, { same: ['allocation_id', 'instance_id', 'network_interface_id'] }),
    aws_vpc_endpoint: resource('AWS::EC2::VPCEndpoint', { ...tags, policy: ['PolicyDocument', document], private_dns_enabled: 'PrivateDnsEnabled' }, { same: ['vpc_id', 'service_name', 'vpc_endpoint_type', 'security_group_ids', 'subnet_ids', 'route_table_ids'] }),
    aws_vpc_endpoint_service: resource('AWS::EC2::VPCEndpointService', tags, { same: ['acceptance_required', 'network_load_balancer_arns', 'gateway_load_balancer_arns'] }),
    aws_vpc_peering_connection: resource('AWS::EC2::VPCPeeringConnection', tags, { same: ['vpc_id', 'peer_vpc_id', 'peer_owner_id', 'peer_region'] }),
    aws_flow_log: resource(
      'AWS::EC2::FlowLog',
      { ...tags, iam_role_arn: 'DeliverLogsPermissionArn' },
      {
        same: ['log_destination', 'log_destination_type', 'log_group_name', 'log_format', 'traffic_type', 'max_aggregation_interval'],
        also: (raw, draft) => {
          for (const [from, type] of SUBJECTS) {
            const subject = argument(raw.arguments, from);
            if (subject === undefined) continue;
            draft.set('ResourceId', subject);
            draft.set('ResourceType', scalar(type, subject.at));
          }
        },
      },
    ),
    aws_ec2_transit_gateway: resource('AWS::EC2::TransitGateway', tags, { same: ['auto_accept_shared_attachments', 'default_route_table_association', 'default_route_table_propagation', 'dns_support'] }),
    aws_ec2_managed_prefix_list: resource('AWS::EC2::PrefixList', { name: 'PrefixListName', 'entry[]': ['Entries[]', eachBlock({}, { same: ['cidr', 'description'] })] }, { same: ['address_family', 'max_entries'] }),
    aws_ec2_managed_prefix_list_entry: satellite('AWS::EC2::PrefixList', 'prefix_list_id', {}, {
      also: (raw, draft) => {
        const cidr = argument(raw.arguments, 'cidr');
        if (cidr !== undefined) draft.append('Entries', list([mapping([['Cidr', cidr]], raw.at)], raw.at));
      },
    }),
    aws_ec2_client_vpn_endpoint: resource(
      'AWS::EC2::ClientVpnEndpoint',
      { 'connection_log_options.enabled': 'ConnectionLogOptions.Enabled', 'connection_log_options.cloudwatch_log_group': 'ConnectionLogOptions.CloudwatchLogGroup' },
      { same: ['client_cidr_block', 'server_certificate_arn', 'split_tunnel', 'security_group_ids', 'vpc_id', 'transport_protocol'] },
    ),
    aws_vpn_gateway: resource('AWS::EC2::VPNGateway', tags),
    aws_customer_gateway: resource('AWS::EC2::CustomerGateway', { ...tags, ip_address: 'IpAddress' }),
    aws_vpn_connection: resource('AWS::EC2::VPNConnection', { ...tags, type: 'Type' }, { same: ['customer_gateway_id', 'vpn_gateway_id', 'transit_gateway_id', 'static_routes_only'] }),
    aws_vpc_dhcp_options: resource('AWS::EC2::DHCPOptions', { ...tags, domain_name: 'DomainName' }),
    aws_vpc_ipv4_cidr_block_association: resource('AWS::EC2::VPCCidrBlock', {}, { same: ['vpc_id', 'cidr_block'] }),
  },
};

function gatewayAttachment(raw: RawResource): readonly Adapted[] {
  return resource('AWS::EC2::VPCGatewayAttachment', {}, { same: ['vpc_id', 'internet_gateway_id'] })(raw);
}
