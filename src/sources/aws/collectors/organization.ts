/** The organization as its management account and delegated administrators see it: who is below what, and which policies hold there. */
import { json, list, part, reply, same, text, type Collector, type ListRow } from '../collector.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
/** An account by itself has none. */
const NONE = ['AWSOrganizationsNotInUseException'];

const accounts: ListRow = { command: 'ListAccountsCommand', permission: 'organizations:ListAccounts', next: MORE, unset: NONE, items: (page) => list(page['Accounts']) };
const roots: ListRow = { command: 'ListRootsCommand', permission: 'organizations:ListRoots', next: MORE, unset: NONE, items: (page) => list(page['Roots']) };
const units: ListRow = {
  command: 'ListOrganizationalUnitsForParentCommand',
  permission: 'organizations:ListOrganizationalUnitsForParent',
  next: MORE,
  over: { list: roots, input: ([parent]) => ({ ParentId: parent?.['Id'] }) },
  below: (item) => ({ ParentId: item['Id'] }),
  items: (page, [parent]) => list(page['OrganizationalUnits']).map((unit) => ({ ...unit, ParentId: parent?.['Id'] })),
};

const policies = (kind: string): Collector => ({
  service: 'organizations',
  global: true,
  type: 'AWS::Organizations::Policy',
  list: { command: 'ListPoliciesCommand', permission: 'organizations:ListPolicies', input: { Filter: kind }, next: MORE, unset: [...NONE, 'PolicyTypeNotEnabledException'], items: (page) => list(page['Policies']) },
  arn: (item) => text(item['Arn']) ?? '',
  name: (item) => text(item['Name']) ?? '',
  properties: (item) => same(item, 'Name', 'Type', 'Description'),
  facts: (item) => same(item, 'AwsManaged'),
  reads: [
    { command: 'DescribePolicyCommand', permission: 'organizations:DescribePolicy', input: (item) => ({ PolicyId: item['Id'] }), fills: ['Content'], value: (page) => ({ Content: json(reply(page['Policy'])['Content']) }) },
    { command: 'ListTargetsForPolicyCommand', permission: 'organizations:ListTargetsForPolicy', input: (item) => ({ PolicyId: item['Id'] }), next: MORE, fills: ['TargetIds'], value: (page) => ({ TargetIds: list(page['Targets']).flatMap((one) => text(one['TargetId']) ?? []) }) },
  ],
});

export const organization: readonly Collector[] = [
  {
    service: 'organizations',
    global: true,
    type: 'AWS::Organizations::Account',
    list: accounts,
    arn: (item) => text(item['Arn']) ?? '',
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => ({ AccountName: json(item['Name']), Email: json(item['Email']) }),
    facts: (item) => part(item, 'Id', 'Status', 'JoinedMethod') ?? {},
    reads: [{ command: 'ListParentsCommand', permission: 'organizations:ListParents', input: (item) => ({ ChildId: item['Id'] }), next: MORE, fills: ['ParentIds'], value: (page) => ({ ParentIds: list(page['Parents']).flatMap((one) => text(one['Id']) ?? []) }) }],
  },
  {
    service: 'organizations',
    global: true,
    type: 'AWS::Organizations::OrganizationalUnit',
    list: units,
    arn: (item) => text(item['Arn']) ?? '',
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => same(item, 'Name', 'ParentId'),
    facts: (item) => same(item, 'Id'),
  },
  policies('SERVICE_CONTROL_POLICY'),
  policies('RESOURCE_CONTROL_POLICY'),
];
