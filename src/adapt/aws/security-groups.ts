/** Security groups: three forms in Terraform, two in CloudFormation, one in the schema (a rule a peer). */
import { list, mapping, scalar, unknown, type List, type Mapping, type Origin, type RawResource, type Tree } from '../../model/index.js';
import type { AdaptRule, ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { argument, resource, satellite, type Convert, type Draft } from '../table.js';

type Direction = 'Ingress' | 'Egress';
const GROUP = 'AWS::EC2::SecurityGroup';

/** Arguments that name peers, in every form, and the property that holds one of them. */
const peers = (direction: Direction): readonly (readonly [argument: string, property: string])[] => {
  const side = direction === 'Ingress' ? 'Source' : 'Destination';
  return [
    ['cidr_blocks', 'CidrIp'],
    ['cidr_ipv4', 'CidrIp'],
    ['ipv6_cidr_blocks', 'CidrIpv6'],
    ['cidr_ipv6', 'CidrIpv6'],
    ['prefix_list_ids', `${side}PrefixListId`],
    ['prefix_list_id', `${side}PrefixListId`],
    ['security_groups', `${side}SecurityGroupId`],
    ['source_security_group_id', `${side}SecurityGroupId`],
    ['referenced_security_group_id', `${side}SecurityGroupId`],
  ];
};

/** One rule of Terraform, which may name many peers, as rules of one peer each. */
function expand(rule: Mapping, direction: Direction, group: Tree): readonly Tree[] {
  const traffic = (
    [
      ['IpProtocol', argument(rule, 'protocol') ?? argument(rule, 'ip_protocol')],
      ['FromPort', argument(rule, 'from_port')],
      ['ToPort', argument(rule, 'to_port')],
      ['Description', argument(rule, 'description')],
    ] as const
  ).filter((pair): pair is readonly [(typeof pair)[0], Tree] => pair[1] !== undefined);
  const made: Tree[] = [];
  const add = (property: string, peer: Tree): void => void made.push(mapping([...traffic, [property, peer]], rule.at, rule.open));
  for (const [from, property] of peers(direction)) {
    const named = argument(rule, from);
    if (named === undefined) continue;
    if (named.kind !== 'list') add(property, named);
    else {
      for (const one of named.items) add(property, one);
      if (named.open !== undefined) add(property, unknown(named.open, named.at));
    }
  }
  const self = argument(rule, 'self');
  if (self?.kind === 'scalar' && String(self.value) === 'true') add(`${direction === 'Ingress' ? 'Source' : 'Destination'}SecurityGroupId`, { ...group, at: self.at });
  return made.length > 0 ? made : [mapping(traffic, rule.at, rule.open)];
}

const itself = (raw: RawResource): Tree => referenceTo(raw.address, raw.at);

/** A value that is another resource's id. */
export const referenceTo = (address: string, at: Origin): Tree =>
  unknown({ kind: 'known-after-apply', detail: `the id of \`${address}\` is known after apply` }, at, { parts: [{ address, attribute: 'id' }] });

const blocks =
  (direction: Direction): Convert =>
  (value, raw): Tree => {
    if (value.kind === 'unknown') return value;
    const rules = value.kind === 'list' ? value.items : [value];
    return list(
      rules.flatMap((rule) => (rule.kind === 'map' ? expand(rule, direction, itself(raw)) : [rule])),
      value.at,
      value.kind === 'list' ? value.open : undefined,
    );
  };

const appendRule = (raw: RawResource, draft: Draft, direction: Direction, parent: string): void =>
  draft.append(`SecurityGroup${direction}`, list(expand(raw.arguments, direction, argument(raw.arguments, parent) ?? itself(raw)), raw.at));

const terraformGroup = (isDefault: boolean): AdaptRule =>
  resource(
    GROUP,
    { description: 'GroupDescription', name: 'GroupName', vpc_id: 'VpcId', tags: ['Tags', keyValue], ingress: ['SecurityGroupIngress', blocks('Ingress')], egress: ['SecurityGroupEgress', blocks('Egress')] },
    { also: (raw, draft) => draft.fact('IsDefault', scalar(isDefault, raw.at)) },
  );

/** A rule that names no group is still judged, as one of a group of its own. */
const ofSomeGroup =
  (rule: AdaptRule): AdaptRule =>
  (raw) => {
    if (argument(raw.arguments, 'security_group_id') !== undefined) return rule(raw);
    const nobody = unknown({ kind: 'malformed', detail: `\`${raw.address}\` names no security group` }, raw.at, { mayBe: [] });
    return rule({ ...raw, arguments: mapping([...raw.arguments.entries, ['security_group_id', nobody]], raw.arguments.at, raw.arguments.open) });
  };

/** `aws_vpc_security_group_ingress_rule` and its kin. */
const singleRule = (direction: Direction): AdaptRule => satellite(GROUP, 'security_group_id', {}, { also: (raw, draft) => appendRule(raw, draft, direction, 'security_group_id') });

const ruleOfEitherDirection = satellite(
  GROUP,
  'security_group_id',
  {},
  {
    also: (raw, draft) => {
      const type = argument(raw.arguments, 'type');
      if (type?.kind === 'unknown') {
        const either: List = list([], type.at, type.reason);
        draft.append('SecurityGroupIngress', either);
        draft.append('SecurityGroupEgress', either);
      } else appendRule(raw, draft, type?.kind === 'scalar' && type.value === 'egress' ? 'Egress' : 'Ingress', 'security_group_id');
    },
  },
);

/** AWS::EC2::SecurityGroupIngress and Egress say what the group could say itself. */
const templateRule = (direction: Direction): AdaptRule => {
  const rule = (parent: string): AdaptRule => satellite(GROUP, parent, {}, { also: (raw, draft) => draft.append(`SecurityGroup${direction}`, list([raw.arguments], raw.at)) });
  const [byId, byName] = [rule('GroupId'), rule('GroupName')];
  return (raw) => (argument(raw.arguments, 'GroupId') === undefined ? byName(raw) : byId(raw));
};

export const securityGroups: ServiceRules = {
  terraform: {
    aws_security_group: terraformGroup(false),
    aws_default_security_group: terraformGroup(true),
    aws_security_group_rule: ofSomeGroup(ruleOfEitherDirection),
    aws_vpc_security_group_ingress_rule: ofSomeGroup(singleRule('Ingress')),
    aws_vpc_security_group_egress_rule: ofSomeGroup(singleRule('Egress')),
  },
  cloudformation: {
    'AWS::EC2::SecurityGroupIngress': templateRule('Ingress'),
    'AWS::EC2::SecurityGroupEgress': templateRule('Egress'),
  },
};
