/** Where the traffic of subnets goes. */
import { all, any, because, isPresent, not, test, undecided, type Condition, type Reason } from '../../../model/index.js';
import { isInternet, parseCidr } from '../../../network/index.js';
import { everyLinked, someLinked } from '../../linked.js';
import type { CheckContext, PropertiesOf } from '../../define.js';

const NOT_HERE: Reason = { kind: 'not-collected', detail: 'its route table is not in this code' };

/** True when no subnet that `SubnetIds` names sends traffic to an internet gateway. Only the table that the subnet is associated with counts. */
export function privateSubnets(context: CheckContext): Condition {
  const subnets = context.through('SubnetIds', 'AWS::EC2::Subnet');
  if (subnets.members.length === 0) return undecided([subnets.open ?? { kind: 'not-collected', detail: 'its subnets are not in this code' }]);
  return because(
    everyLinked(subnets, (_subnet, { resource }) => privateSubnet(context.from(resource))),
    (truth) => (truth === false ? 'a subnet of it routes to an internet gateway' : undefined),
  );
}

function privateSubnet(subnet: CheckContext): Condition {
  const associations = subnet.pointingHere('AWS::EC2::SubnetRouteTableAssociation');
  if (associations.members.length === 0) return undecided([associations.open ?? NOT_HERE]);
  return everyLinked(associations, (_association, { resource }) => {
    const tables = subnet.from(resource).through('RouteTableId', 'AWS::EC2::RouteTable');
    if (tables.members.length === 0) return undecided([tables.open ?? NOT_HERE]);
    return everyLinked(tables, (_table, table) => not(someLinked(subnet.from(table.resource).pointingHere('AWS::EC2::Route'), toInternetGateway)));
  });
}

/** A route of the internet to an internet gateway. NAT and egress-only gateways let nobody in. */
function toInternetGateway({ DestinationCidrBlock: v4, DestinationIpv6CidrBlock: v6, GatewayId: gateway }: PropertiesOf<'AWS::EC2::Route'>): Condition {
  const wide = (text: unknown): boolean => {
    const range = parseCidr(String(text));
    return range !== undefined && isInternet([range]);
  };
  const toGateway = test(gateway, (value) => String(value).startsWith('igw-'), {
    partial: (parts) => (parts.some((part) => part !== null && typeof part === 'object' && !/vpn_gateway|vpc_endpoint|VPNGateway/.test(part.address)) ? true : undefined),
  });
  return all(any(test(v4, wide), test(v6, wide)), isPresent(gateway), toGateway);
}
