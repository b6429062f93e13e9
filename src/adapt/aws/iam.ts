import { list, mapping, scalar, type RawResource, type Tree } from '../../model/index.js';
import type { AdaptRule, Adapted, Patch, ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { argument, eachBlock, resource, satellite } from '../table.js';

const inlinePolicies = eachBlock({ name: 'PolicyName', policy: ['PolicyDocument', document] });

/** An inline policy of one principal: folded into its `Policies`. */
const inline = (type: string, owner: string): AdaptRule =>
  satellite(type, owner, {}, { also: (raw, draft) => draft.append('Policies', policyEntry(raw, argument(raw.arguments, 'name') ?? argument(raw.arguments, 'name_prefix'), argument(raw.arguments, 'policy'))) });

function policyEntry(raw: RawResource, name: Tree | undefined, policy: Tree | undefined): Tree {
  return mapping(
    [['PolicyName', name ?? scalar(raw.address, raw.at)] as const, ...(policy === undefined ? [] : [['PolicyDocument', document(policy, raw) ?? policy] as const])],
    raw.at,
  );
}

/** One patch for each member of a list of principals. */
function toEach(raw: RawResource, types: string, owners: Tree | undefined, path: string, value: Tree | undefined): readonly Patch[] {
  if (owners === undefined || value === undefined) return [];
  const members = owners.kind === 'list' ? [...owners.items, ...(owners.open === undefined ? [] : [{ kind: 'unknown', reason: owners.open, at: owners.at } as const])] : [owners];
  return members.map((parent) => ({ kind: 'patch', raw, types: [types], parent, set: [], append: [[path, value]], facts: [], at: raw.at }));
}

const PRINCIPALS = [
  ['roles', 'Roles', 'AWS::IAM::Role'],
  ['users', 'Users', 'AWS::IAM::User'],
  ['groups', 'Groups', 'AWS::IAM::Group'],
] as const;

/** `aws_iam_policy_attachment` names any number of principals. */
const attachmentToMany: AdaptRule = (raw) => PRINCIPALS.flatMap(([name, , type]) => toEach(raw, type, argument(raw.arguments, name), 'ManagedPolicyArns', argument(raw.arguments, 'policy_arn')));

/** CloudFormation's AWS::IAM::Policy is an inline policy of each principal that it lists. */
const inlineOfMany: AdaptRule = (raw) => {
  const { entries } = raw.arguments;
  const entry = policyEntry(raw, entries.get('PolicyName'), entries.get('PolicyDocument'));
  return PRINCIPALS.flatMap(([, name, type]) => toEach(raw, type, entries.get(name), 'Policies', entry));
};

const inlineOfOne = (type: string, owner: string): AdaptRule => (raw) => {
  const { entries } = raw.arguments;
  return toEach(raw, type, entries.get(owner), 'Policies', policyEntry(raw, entries.get('PolicyName'), entries.get('PolicyDocument')));
};

/** A managed policy that lists its principals attaches itself to them. */
const managedPolicy: AdaptRule = (raw) => {
  const { entries } = raw.arguments;
  const self: Tree = { kind: 'unknown', reason: { kind: 'known-after-apply', detail: `\`${raw.address}\` is known when the stack is made` }, at: raw.at, parts: [{ address: raw.address, attribute: 'Ref' }] };
  const made: Adapted[] = [{ kind: 'resource', type: raw.type, raw, address: raw.address, properties: raw.arguments, facts: mapping([], raw.at) }];
  return [...made, ...PRINCIPALS.flatMap(([, name, type]) => toEach(raw, type, entries.get(name), 'ManagedPolicyArns', self))];
};

const membership = (user: string, groups: string): AdaptRule => (raw) => {
  const users = argument(raw.arguments, user);
  const names = argument(raw.arguments, groups);
  if (names === undefined) return [];
  const value: Tree = names.kind === 'list' ? names : list([names], names.at);
  return toEach(raw, 'AWS::IAM::User', users, 'Groups', value);
};

export const iam: ServiceRules = {
  terraform: {
    aws_iam_role: resource(
      'AWS::IAM::Role',
      {
        name: 'RoleName',
        assume_role_policy: ['AssumeRolePolicyDocument', document],
        permissions_boundary: 'PermissionsBoundary',
        'managed_policy_arns[]': 'ManagedPolicyArns[]',
        inline_policy: ['Policies[]', inlinePolicies],
        tags: ['Tags', keyValue],
      },
      { same: ['path', 'description', 'max_session_duration'] },
    ),
    aws_iam_user: resource('AWS::IAM::User', { name: 'UserName', permissions_boundary: 'PermissionsBoundary', force_destroy: '#ForceDestroy', tags: ['Tags', keyValue] }, { same: ['path'] }),
    aws_iam_group: resource('AWS::IAM::Group', { name: 'GroupName' }, { same: ['path'] }),
    aws_iam_policy: resource('AWS::IAM::ManagedPolicy', { name: 'ManagedPolicyName', policy: ['PolicyDocument', document] }, { same: ['path', 'description'] }),
    // A document that nothing in this code uses is still a policy that somebody will use: it is judged where it is written.
    'data.aws_iam_policy_document': resource('Demarc::IAM::PolicyDocument', { json: ['PolicyDocument', document] }),
    'data.aws_iam_policy': resource('Demarc::IAM::PolicyLookup', { name: 'Name', arn: 'Arn' }),
    aws_iam_role_policy: inline('AWS::IAM::Role', 'role'),
    aws_iam_user_policy: inline('AWS::IAM::User', 'user'),
    aws_iam_group_policy: inline('AWS::IAM::Group', 'group'),
    aws_iam_role_policy_attachment: satellite('AWS::IAM::Role', 'role', { policy_arn: 'ManagedPolicyArns[]' }),
    aws_iam_user_policy_attachment: satellite('AWS::IAM::User', 'user', { policy_arn: 'ManagedPolicyArns[]' }),
    aws_iam_group_policy_attachment: satellite('AWS::IAM::Group', 'group', { policy_arn: 'ManagedPolicyArns[]' }),
    aws_iam_role_policy_attachments_exclusive: satellite('AWS::IAM::Role', 'role_name', { 'policy_arns[]': 'ManagedPolicyArns[]' }),
    aws_iam_user_policy_attachments_exclusive: satellite('AWS::IAM::User', 'user_name', { 'policy_arns[]': 'ManagedPolicyArns[]' }),
    aws_iam_group_policy_attachments_exclusive: satellite('AWS::IAM::Group', 'group_name', { 'policy_arns[]': 'ManagedPolicyArns[]' }),
    aws_iam_policy_attachment: attachmentToMany,
    aws_iam_user_group_membership: membership('user', 'groups'),
    aws_iam_group_membership: membership('users', 'group'),
    aws_iam_instance_profile: resource('AWS::IAM::InstanceProfile', { name: 'InstanceProfileName', role: ['Roles', (tree) => list([tree], tree.at)] }),
    aws_iam_access_key: resource('AWS::IAM::AccessKey', { user: 'UserName', status: 'Status', pgp_key: '#PgpKey' }),
    aws_iam_user_login_profile: satellite('AWS::IAM::User', 'user', { password_reset_required: 'LoginProfile.PasswordResetRequired', pgp_key: '#PgpKey' }),
    aws_iam_account_password_policy: resource('Demarc::IAM::PasswordPolicy', {
      minimum_password_length: 'MinimumPasswordLength',
      require_lowercase_characters: 'RequireLowercaseCharacters',
      require_uppercase_characters: 'RequireUppercaseCharacters',
      require_numbers: 'RequireNumbers',
      require_symbols: 'RequireSymbols',
      max_password_age: 'MaxPasswordAge',
      password_reuse_prevention: 'PasswordReusePrevention',
      allow_users_to_change_password: 'AllowUsersToChangePassword',
      hard_expiry: 'HardExpiry',
    }),
    aws_iam_openid_connect_provider: resource('AWS::IAM::OIDCProvider', { client_id_list: 'ClientIdList', thumbprint_list: 'ThumbprintList', url: 'Url' }),
    aws_iam_saml_provider: resource('AWS::IAM::SAMLProvider', { name: 'Name', saml_metadata_document: 'SamlMetadataDocument' }),
    aws_iam_service_linked_role: resource('AWS::IAM::ServiceLinkedRole', { aws_service_name: 'AWSServiceName', description: 'Description' }),
  },
  cloudformation: {
    'AWS::IAM::Policy': inlineOfMany,
    'AWS::IAM::RolePolicy': inlineOfOne('AWS::IAM::Role', 'RoleName'),
    'AWS::IAM::UserPolicy': inlineOfOne('AWS::IAM::User', 'UserName'),
    'AWS::IAM::GroupPolicy': inlineOfOne('AWS::IAM::Group', 'GroupName'),
    'AWS::IAM::ManagedPolicy': managedPolicy,
    'AWS::IAM::UserToGroupAddition': membership('Users', 'GroupName'),
  },
};
