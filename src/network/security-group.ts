/** The rules of a security group, from the shape that the provider's schema gives them. */
import { at, cursor, evidenceOf, items, referenceOf, type Field, type Reason, type Resource, type Tree, type View } from '../model/index.js';
import { addressesOf, NOBODY, peersOfCidr, type Peers, type Rule, type RuleSet } from './exposure.js';
import { trafficOf } from './traffic.js';

interface GroupRule {
  readonly IpProtocol?: string;
  readonly FromPort?: number;
  readonly ToPort?: number;
  readonly CidrIp?: string;
  readonly CidrIpv6?: string;
  readonly SourcePrefixListId?: string;
  readonly DestinationPrefixListId?: string;
}

/** Rules in one direction. `resource` is the group that holds them: its edges lead to prefix lists in the same code. */
export function groupRules(rules: Field<readonly GroupRule[]>, resource: Resource): RuleSet {
  const { tree, path, scope } = cursor(rules);
  const key = `${path} ${scope.address ?? ''}`;
  const there = tree === undefined ? undefined : read.get(tree)?.get(key);
  if (there?.resource === resource) return there.set;
  const { views, open } = items<GroupRule>(rules);
  const set: RuleSet = { rules: views.map((rule) => ruleOf(rule, resource)), open, evidence: [evidenceOf(rules)] };
  if (tree !== undefined) read.set(tree, (read.get(tree) ?? new Map<string, Read>()).set(key, { resource, set }));
  return set;
}

interface Read {
  readonly resource: Resource;
  readonly set: RuleSet;
}

/** A group is asked of many ports: its rules are read once for each way of looking at it. */
const read = new WeakMap<Tree, Map<string, Read>>();

function ruleOf(rule: View<GroupRule>, resource: Resource): Rule {
  const peers = [peersOfCidr(rule.CidrIp), peersOfCidr(rule.CidrIpv6), prefixList(rule.SourcePrefixListId, resource), prefixList(rule.DestinationPrefixListId, resource)];
  const named = cursor(rule).tree;
  const traffic = trafficOf(rule.IpProtocol, rule.FromPort, rule.ToPort);
  return {
    peers: {
      ranges: peers.flatMap((one) => one.ranges),
      maybe: named?.kind === 'unknown' ? [named.reason] : unique(peers.flatMap((one) => one.maybe)),
      evidence: named?.kind === 'unknown' ? [evidenceOf(rule)] : peers.flatMap((one) => one.evidence),
    },
    traffic,
    evidence: [evidenceOf(traffic.protocol === 'all' ? rule.IpProtocol : rule.FromPort)],
  };
}

/** A prefix list whose entries the code gives is as good as its entries; any other could hold anything. */
function prefixList(field: Field<string>, resource: Resource): Peers {
  const { tree, path } = cursor(field);
  if (tree === undefined) return NOBODY;
  const evidence = [evidenceOf(field)];
  const edge = resource.edges.find((one) => one.path === path);
  if (edge?.to.type === 'AWS::EC2::PrefixList') {
    const entries = at(edge.to.properties, 'Entries');
    if (entries?.kind === 'list') {
      const blocks = { ...entries, items: entries.items.map((entry) => at(entry, 'Cidr') ?? entry) };
      return { ...addressesOf(blocks), evidence };
    }
    if (entries === undefined && edge.to.properties.open === undefined) return { ranges: [], maybe: [], evidence };
  }
  // The list of a gateway endpoint names one service of the provider.
  const reference = referenceOf(tree);
  if (reference !== undefined && /(^|\.)aws_vpc_endpoint\./.test(reference.address) && reference.attribute === 'prefix_list_id') return { ranges: [], maybe: [], evidence };
  const reason: Reason = tree.kind === 'unknown' ? tree.reason : { kind: 'not-collected', detail: 'the entries of the prefix list are not in this code' };
  return { ranges: [], maybe: [reason], evidence };
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
