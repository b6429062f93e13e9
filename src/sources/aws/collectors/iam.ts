/** Principals and policies, by the one call that dumps them all. */
import { json, list, reply, same, tags, text, type Collector, type ListRow, type Reply } from '../collector.js';
import type { Json } from '../../../model/index.js';

const DETAILS: Omit<ListRow, 'items'> = { command: 'GetAccountAuthorizationDetailsCommand', permission: 'iam:GetAccountAuthorizationDetails', next: { out: 'Marker', in: 'Marker' } };

/** Names alone, for who may list and not look into details. */
const named = (what: string, items: ListRow['items']): ListRow => ({ command: `List${what}Command`, permission: `iam:List${what}`, next: { out: 'Marker', in: 'Marker' }, items });

/** Documents come encoded as in a URL. */
function decoded(document: unknown): Json | undefined {
  const encoded = text(document);
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

const policies = (value: unknown): Json => list(value).map((policy) => ({ PolicyName: text(policy['PolicyName']) ?? '', PolicyDocument: decoded(policy['PolicyDocument']) ?? null }));
const attached = (value: unknown): Json => list(value).map((policy) => text(policy['PolicyArn']) ?? '');
const boundary = (item: Reply): Json | undefined => json(reply(item['PermissionsBoundary'])['PermissionsBoundaryArn']);
const arn = (item: Reply): string => text(item['Arn']) ?? '';

export const iam: readonly Collector[] = [
  {
    service: 'iam',
    global: true,
    type: 'AWS::IAM::User',
    names: { list: named('Users', (page) => list(page['Users'])), known: (item) => same(item, 'UserName', 'Path') },
    list: { ...DETAILS, items: (page) => list(page['UserDetailList']) },
    arn,
    name: (item) => text(item['UserName']) ?? '',
    properties: (item) => ({ ...same(item, 'UserName', 'Path'), Groups: json(item['GroupList']) ?? [], Policies: policies(item['UserPolicyList']), ManagedPolicyArns: attached(item['AttachedManagedPolicies']), PermissionsBoundary: boundary(item), Tags: tags(item['Tags'] ?? []) }),
    reads: [
      {
        command: 'GetLoginProfileCommand',
        permission: 'iam:GetLoginProfile',
        input: (item) => ({ UserName: item['UserName'] }),
        fills: ['LoginProfile'],
        unset: ['NoSuchEntity', 'NoSuchEntityException'],
        value: (page) => ({ LoginProfile: { PasswordResetRequired: json(reply(page['LoginProfile'])['PasswordResetRequired']) ?? false } }),
      },
    ],
    makes: [
      {
        type: 'AWS::IAM::AccessKey',
        command: 'ListAccessKeysCommand',
        permission: 'iam:ListAccessKeys',
        input: (item) => ({ UserName: item['UserName'] }),
        next: { out: 'Marker', in: 'Marker' },
        suffix: '/access-key',
        known: (item) => same(item, 'UserName'),
        fills: ['Status'],
        value: (page) => list(page['AccessKeyMetadata']).map((key) => ({ suffix: `/${text(key['AccessKeyId']) ?? ''}`, properties: same(key, 'Status'), facts: same(key, 'CreateDate') })),
      },
    ],
  },
  {
    service: 'iam',
    global: true,
    type: 'AWS::IAM::Group',
    names: { list: named('Groups', (page) => list(page['Groups'])), known: (item) => same(item, 'GroupName', 'Path') },
    list: { ...DETAILS, items: (page) => list(page['GroupDetailList']) },
    arn,
    name: (item) => text(item['GroupName']) ?? '',
    properties: (item) => ({ ...same(item, 'GroupName', 'Path'), Policies: policies(item['GroupPolicyList']), ManagedPolicyArns: attached(item['AttachedManagedPolicies']) }),
  },
  {
    service: 'iam',
    global: true,
    type: 'AWS::IAM::Role',
    names: { list: named('Roles', (page) => list(page['Roles'])), known: (item) => ({ ...same(item, 'RoleName', 'Path'), AssumeRolePolicyDocument: decoded(item['AssumeRolePolicyDocument']) }) },
    list: { ...DETAILS, items: (page) => list(page['RoleDetailList']) },
    arn,
    name: (item) => text(item['RoleName']) ?? '',
    properties: (item) => ({
      ...same(item, 'RoleName', 'Path'),
      AssumeRolePolicyDocument: decoded(item['AssumeRolePolicyDocument']),
      Policies: policies(item['RolePolicyList']),
     
      ManagedPolicyArns: attached(item['AttachedManagedPolicies']),
      PermissionsBoundary: boundary(item),
      Tags: tags(item['Tags'] ?? []),
    }),
    facts: (item) => ({ ...same(item, 'CreateDate'), LastUsedDate: json(reply(item['RoleLastUsed'])['LastUsedDate']) }),
  },
  {
    service: 'iam',
    global: true,
    type: 'AWS::IAM::ManagedPolicy',
    names: { list: { ...named('Policies', (page) => list(page['Policies'])), input: { Scope: 'Local' } }, known: (item) => ({ ManagedPolicyName: json(item['PolicyName']), Path: json(item['Path']) }) },
    // AWS's own come along where they are attached; they are nobody's to change.
    list: { ...DETAILS, items: (page) => list(page['Policies']).filter((policy) => !arn(policy).includes(':iam::aws:')) },
    arn,
    name: (item) => text(item['PolicyName']) ?? '',
    properties: (item) => ({ ManagedPolicyName: text(item['PolicyName']) ?? arn(item).split('/').at(-1) ?? '', Path: json(item['Path']), PolicyDocument: decoded(list(item['PolicyVersionList']).find((version) => version['IsDefaultVersion'] === true)?.['Document']) }),
  },
  {
    service: 'iam',
    global: true,
    type: 'Demarc::IAM::PasswordPolicy',
    always: () => ({ item: {} }),
    list: {
      command: 'GetAccountPasswordPolicyCommand',
      permission: 'iam:GetAccountPasswordPolicy',
      items: (page) => [reply(page['PasswordPolicy'])],
      // None is set: of AWS's own default nothing may be relied on, and nothing else is demanded.
      unset: ['NoSuchEntity', 'NoSuchEntityException'],
      unsetItems: [{}],
    },
    arn: (_, { partition, account }) => `arn:${partition}:iam::${account}:password-policy`,
    name: () => 'password policy',
    properties: (item) => ({ ...same(item, 'MinimumPasswordLength', 'MaxPasswordAge', 'PasswordReusePrevention', 'HardExpiry', 'AllowUsersToChangePassword'), RequireLowercaseCharacters: json(item['RequireLowercaseCharacters']), RequireUppercaseCharacters: json(item['RequireUppercaseCharacters']), RequireNumbers: json(item['RequireNumbers']), RequireSymbols: json(item['RequireSymbols']) }),
  },
  {
    service: 'iam',
    global: true,
    type: 'AWS::IAM::InstanceProfile',
    list: { command: 'ListInstanceProfilesCommand', permission: 'iam:ListInstanceProfiles', next: { out: 'Marker', in: 'Marker' }, items: (page) => list(page['InstanceProfiles']) },
    arn,
    name: (item) => text(item['InstanceProfileName']) ?? '',
    properties: (item) => ({ ...same(item, 'InstanceProfileName', 'Path'), Roles: list(item['Roles']).map((role) => text(role['RoleName']) ?? '') }),
  },
];
