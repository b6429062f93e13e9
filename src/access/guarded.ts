/** Resources that a policy of their own, a permission or an ACL opens, with what may be asked of them. */
import { policyOf, type PlacedDocument, type Policy, type PolicyCondition, type PolicySet, type PolicyTexts, type Principals, type Statement, type Target } from '../iam/index.js';
import { at, type Origin, type Reason, type Resource, type Tree } from '../model/index.js';
import { actionsOf, resourceType } from '../schema/iam/index.js';
import { PERMISSION_CARRIERS, RESOURCE_POLICY_CARRIERS, type PermissionCarrier, type ResourcePolicyCarrier } from './carriers.js';
import { formOf } from './forms.js';
import { byInterest } from './interest.js';
import type { World } from './world.js';

export interface Guarded {
  /** The resource; where a policy is for one that is not in this code, the policy. */
  readonly resource: Resource;
  readonly arn: string;
  readonly service: string;
  readonly policies: PolicySet;
  readonly targets: readonly Target[];
}

export function guardedIn(world: World): readonly Guarded[] {
  const { names, resources } = world;
  const byArn = new Map<string, Resource>();
  for (const resource of resources) for (const key of [names.arn(resource), names.name(resource)]) if (key !== undefined && !byArn.has(key)) byArn.set(key, resource);
  const found = new Map<Resource, { readonly service: string; readonly types: Set<string>; readonly documents: PlacedDocument[]; open?: Reason }>();
  const entry = (owner: Resource, service: string, types: readonly string[]): { readonly documents: PlacedDocument[]; readonly types: Set<string>; open?: Reason } => {
    let there = found.get(owner);
    if (there === undefined) found.set(owner, (there = { service, types: new Set(), documents: [] }));
    for (const type of types) there.types.add(type);
    return there;
  };
  const ownersOf = (resource: Resource, path: string | undefined): readonly Resource[] => {
    if (path === undefined) return [resource];
    const linked = resource.edges.filter((edge) => edge.path.replace(/\[\d+\]/g, '') === path).map((edge) => edge.to);
    if (linked.length > 0) return linked;
    const named = [...treesAt(resource.properties, path.split('.'))].flatMap((tree) => (tree.kind === 'list' ? tree.items : [tree])).flatMap((tree) => byArn.get(names.text(tree) ?? '') ?? []);
    return named.length > 0 ? named : [resource];
  };
  for (const resource of resources) {
    for (const carrier of carriersOf.get(resource.type) ?? []) {
      const documents = [...treesAt(resource.properties, carrier.path.split('.'))];
      if (documents.length === 0) continue;
      for (const owner of ownersOf(resource, carrier.owner)) {
        const into = entry(owner, carrier.service, carrier.resourceTypes);
        // A policy may be a statement's own map, as for an event bus.
        for (const tree of documents) {
          if (tree.kind === 'scalar' && tree.value === null) continue;
          into.documents.push({ policy: names.policy(policyOf(carrier.path === 'Statement' && tree.kind === 'map' ? wrapped(tree) : tree)), place: { path: carrier.path, address: resource.address } });
        }
      }
    }
    for (const carrier of permissionsOf.get(resource.type) ?? []) {
      const policy = permission(resource, carrier);
      if (policy === undefined) continue;
      for (const owner of ownersOf(resource, carrier.owner)) entry(owner, carrier.service, PERMITTED[carrier.type] ?? []).documents.push({ policy: names.policy(policy), place: { path: carrier.principal, address: resource.address } });
    }
    const shared = sharing(resource);
    if (shared !== undefined) for (const owner of ownersOf(resource, shared.owner)) entry(owner, shared.service, shared.types).documents.push({ policy: names.policy(shared.policy), place: { path: shared.path, address: resource.address } });
    if (resource.type === 'AWS::S3::Bucket') {
      const acl = aclPolicy(resource, names.arn(resource) ?? '');
      if (acl !== undefined) entry(resource, 's3', ['bucket', 'object']).documents.push({ policy: acl, place: { path: 'AccessControl', address: resource.address } });
    }
  }
  return [...found].map(([resource, { service, types, documents, open }]) => {
    const arn = names.arn(resource) ?? arnIn(documents) ?? `arn:aws:${service}:?*:${world.account}:?*`;
    return { resource, arn, service, policies: { documents, open }, targets: targetsOf(service, [...types], arn, names.arn(resource) !== undefined, world.account, documents) };
  });
}

/** What a permission is about; of others, anything of the service. */
const PERMITTED: Readonly<Record<string, readonly string[]>> = { 'AWS::Lambda::Permission': ['function'], 'AWS::Lambda::LayerVersionPermission': ['layerVersion'] };
const carriersOf = grouped(RESOURCE_POLICY_CARRIERS.filter(({ kind }) => kind !== 'endpoint'));
const permissionsOf = grouped(PERMISSION_CARRIERS);

function grouped<T extends ResourcePolicyCarrier | PermissionCarrier>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) map.set(row.type, [...(map.get(row.type) ?? []), row]);
  return map;
}

/** The values at a path; lists on the way are walked. */
function* treesAt(tree: Tree | undefined, path: readonly string[]): Generator<Tree> {
  if (tree === undefined) return;
  if (tree.kind === 'list' && path.length > 0) {
    for (const item of tree.items) yield* treesAt(item, path);
    return;
  }
  const [key, ...rest] = path;
  if (key === undefined) yield tree;
  else if (tree.kind === 'unknown') yield tree;
  else yield* treesAt(at(tree, key), rest);
}

const wrapped = (statement: Tree): Tree => ({ kind: 'map', entries: new Map([['Statement', statement]]), at: statement.at });

/** The resource that a policy's own statements name, where they name one. */
function arnIn(documents: readonly PlacedDocument[]): string | undefined {
  for (const { policy } of documents) for (const { resources } of policy.statements) for (const { parts } of resources?.values ?? []) if (parts.length === 1 && typeof parts[0] === 'string' && parts[0].startsWith('arn:')) return parts[0].replace(/\/\*$/, '');
  return undefined;
}

/** What may be asked: the actions of each kind of resource, on the resource or what is in it. */
function targetsOf(service: string, types: readonly string[], arn: string, known: boolean, account: string, documents: readonly PlacedDocument[]): readonly Target[] {
  const actions = actionsOf(service);
  const targets: Target[] = [];
  const anything = types.length === 0 ? [undefined] : types;
  for (const name of anything) {
    const forms = name === undefined ? ['*'] : (resourceType(service, name)?.arns ?? []).map((form) => formOf(form, account));
    const on = actions.filter(({ resourceTypes }) => (name === undefined ? true : resourceTypes.some((type) => type.name.toLowerCase() === name.toLowerCase())));
    if (on.length === 0) continue;
    const form = forms[0] ?? '?*';
    targets.push({ resource: known || form === '*' ? below(form, arn) : form, actions: byInterest(on) });
  }
  // A policy that leaves out `Resource`, or says a lone star, is for what holds it, whatever the form.
  if (documents.some(({ policy }) => policy.statements.some(({ resources, notResources }) => resources === undefined && notResources === undefined)) || targets.length === 0) {
    targets.push({ resource: arn, actions: byInterest(actions) });
  }
  return targets;
}

/** The form with the resource's own ARN in front: `arn:aws:s3:::?*\/?*` of `arn:aws:s3:::photos` is `arn:aws:s3:::photos/?*`. */
function below(form: string, arn: string): string {
  const [fixedFields, ownFields] = [form.split(':'), arn.split(':')];
  const [own, inside] = [ownFields.slice(5).join(':'), fixedFields.slice(5).join(':')];
  const depth = own.split('/').length;
  const rest = inside.split('/').slice(depth).join('/');
  return rest === '' ? arn : `${arn}/${rest}`;
}

const EVERYTHING_AT = (origin: Origin): PolicyTexts => ({ values: [{ parts: ['*'], at: origin }], at: origin });

/** A permission as the statement that it stands for. */
function permission({ properties }: Resource, { service, action, principal, conditions }: PermissionCarrier): Policy | undefined {
  const who = [...treesAt(properties, principal.split('.'))].flatMap((tree) => (tree.kind === 'list' ? tree.items : [tree]));
  if (who.length === 0) return undefined;
  const here = properties.at;
  const asText = (tree: Tree): Statement['actions'] => {
    const items = tree.kind === 'list' ? tree.items : [tree];
    return { values: items.map((item) => ({ parts: item.kind === 'scalar' ? [prefixed(String(item.value), service)] : item.kind === 'unknown' ? (item.parts ?? [null]) : [null], at: item.at, reason: item.kind === 'unknown' ? item.reason : undefined })), at: tree.at };
  };
  const actions = 'is' in action ? { values: [{ parts: [action.is], at: here }], at: here } : asText([...treesAt(properties, action.path.split('.'))][0] ?? { kind: 'unknown', reason: { kind: 'unresolved', detail: `\`${action.path}\` is not known` }, at: here });
  const held: PolicyCondition[] = [];
  for (const [path, key] of Object.entries(conditions)) {
    const [value] = treesAt(properties, path.split('.'));
    if (value === undefined || (value.kind === 'scalar' && value.value === null)) continue;
    held.push({ operator: key === 'aws:SourceArn' ? 'ArnLike' : 'StringEquals', ifExists: false, key: key.toLowerCase(), at: value.at, values: { values: [{ parts: value.kind === 'scalar' ? [String(value.value)] : value.kind === 'unknown' ? (value.parts ?? [null]) : [null], at: value.at, reason: value.kind === 'unknown' ? value.reason : undefined }], at: value.at } });
  }
  const principals: Principals = {
    values: who.map((tree) => {
      const parts = tree.kind === 'scalar' ? [String(tree.value)] : tree.kind === 'unknown' ? (tree.parts ?? [null]) : [null];
      const [text] = parts;
      const kind = text === '*' && parts.length === 1 ? '*' : typeof text === 'string' && /\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal)$/.test(text) ? 'Service' : 'AWS';
      return { kind, text: { parts, at: tree.at, reason: tree.kind === 'unknown' ? tree.reason : undefined } };
    }),
    at: here,
  };
  return { version: '2012-10-17', statements: [{ effect: 'Allow', principals, actions, resources: EVERYTHING_AT(here), conditions: held, at: here }], at: here };
}

const prefixed = (action: string, service: string): string => (action.includes(':') || action === '*' ? action : `${service}:${action}`);

interface Sharing {
  readonly policy: Policy;
  readonly service: string;
  readonly types: readonly string[];
  readonly path: string;
  readonly owner?: string;
}

/** Where a list of accounts stands, with `all` for everyone, and what those may do. */
const SHARED: Readonly<Record<string, Omit<Sharing, 'policy'> & { readonly action: string }>> = {
  'Demarc::EC2::Snapshot': { path: 'CreateVolumePermissions', service: 'ec2', types: ['snapshot'], action: 'ec2:CreateVolume' },
  'Demarc::RDS::Snapshot': { path: 'SharedAccounts', service: 'rds', types: ['snapshot'], action: 'rds:RestoreDBInstanceFromDBSnapshot' },
  'Demarc::EC2::LaunchPermission': { path: 'Group', service: 'ec2', types: ['image'], action: 'ec2:RunInstances', owner: 'ImageId' },
};

/** What is opened without a policy: sharing with accounts, and addresses of functions that ask for no signature. */
function sharing(resource: Resource): Sharing | undefined {
  const { properties, type, dialect } = resource;
  const rule = SHARED[type];
  if (rule !== undefined) {
    const listed = at(properties, rule.path) ?? (type === 'Demarc::EC2::LaunchPermission' ? at(properties, 'AccountId') : undefined);
    if (listed === undefined) return undefined;
    const policy = allowing(listed.kind === 'list' ? listed.items : [listed], rule.action, properties.at, listed.kind === 'list' ? listed.open : undefined);
    return { ...rule, policy };
  }
  // Terraform's provider adds the permission for everyone itself; in CloudFormation it must be written.
  if (type === 'AWS::Lambda::Url' && dialect === 'terraform') {
    const auth = at(properties, 'AuthType');
    if (!says(auth, 'NONE') || auth === undefined) return undefined;
    return { policy: allowing([{ kind: 'scalar', value: 'all', at: auth.at }], 'lambda:InvokeFunctionUrl', auth.at), service: 'lambda', types: ['function'], path: 'AuthType', owner: 'TargetFunctionArn' };
  }
  return undefined;
}

/** An Allow to the accounts; `all` is everyone. */
function allowing(accounts: readonly Tree[], action: string, here: Origin, open?: Reason): Policy {
  const principals: Principals = {
    values: accounts.map((tree) => {
      const everyone = tree.kind === 'scalar' && /^all$/i.test(String(tree.value));
      const parts = everyone ? ['*'] : tree.kind === 'scalar' ? [String(tree.value)] : tree.kind === 'unknown' ? (tree.parts ?? [null]) : [null];
      return { kind: everyone ? '*' : 'AWS', text: { parts, at: tree.at, reason: tree.kind === 'unknown' ? tree.reason : undefined } };
    }),
    open,
    at: here,
  };
  return { version: '2012-10-17', statements: [{ effect: 'Allow', principals, actions: { values: [{ parts: [action], at: here }], at: here }, resources: EVERYTHING_AT(here), conditions: [], at: here }], at: here };
}

/** What the canned ACLs and grants to groups let their members do. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
const ACL_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  READ: ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'],
  WRITE: ['s3:PutObject', 's3:DeleteObject'],
  READ_ACP: ['s3:GetBucketAcl'],
  WRITE_ACP: ['s3:PutBucketAcl'],
  FULL_CONTROL: ['s3:ListBucket', 's3:PutObject', 's3:GetBucketAcl', 's3:PutBucketAcl'],
};
const CANNED: Readonly<Record<string, readonly (readonly [group: 'all' | 'signed-in', permission: string])[]>> = {
  PublicRead: [['all', 'READ']],
  PublicReadWrite: [['all', 'READ'], ['all', 'WRITE']],
  AuthenticatedRead: [['signed-in', 'READ']],
};

function aclPolicy({ properties, facts }: Resource, arn: string): Policy | undefined {
  // An ACL counts for nothing where it is ignored, or where the owner's account owns every object.
  if (says(at(properties, 'PublicAccessBlockConfiguration', 'IgnorePublicAcls'), true)) return undefined;
  const ownership = at(properties, 'OwnershipControls', 'Rules');
  if (ownership?.kind === 'list' && ownership.items.some((rule) => says(at(rule, 'ObjectOwnership'), 'BucketOwnerEnforced'))) return undefined;
  const found: (readonly [group: 'all' | 'signed-in', permission: string, tree: Tree])[] = [];
  const canned = at(properties, 'AccessControl');
  if (canned?.kind === 'scalar') for (const [group, right] of CANNED[String(canned.value)] ?? []) found.push([group, right, canned]);
  const grants = at(facts, 'Grants');
  if (grants?.kind === 'list') {
    for (const item of grants.items) {
      const [uri, right] = [at(item, 'Grantee', 'URI'), at(item, 'Permission')];
      const group = uri?.kind === 'scalar' ? (/\/AllUsers$/.test(String(uri.value)) ? 'all' : /\/AuthenticatedUsers$/.test(String(uri.value)) ? 'signed-in' : undefined) : undefined;
      if (group !== undefined && right?.kind === 'scalar') found.push([group, String(right.value), right]);
    }
  }
  if (found.length === 0) return undefined;
  return {
    version: '2012-10-17',
    at: properties.at,
    statements: found.map(([group, right, tree]) => ({
      sid: `ACL ${right}`,
      effect: 'Allow',
      principals: { values: [{ kind: '*', text: { parts: ['*'], at: tree.at } }], at: tree.at },
      actions: { values: (ACL_ACTIONS[right] ?? []).map((action) => ({ parts: [action], at: tree.at })), at: tree.at },
      resources: { values: [arn, `${arn}/*`].map((one) => ({ parts: [one], at: tree.at })), at: tree.at },
      conditions: group === 'all' ? [] : [{ operator: 'Null', ifExists: false, key: 'aws:principalaccount', values: { values: [{ parts: ['false'], at: tree.at }], at: tree.at }, at: tree.at }],
      at: tree.at,
    })),
  };
}

const says = (tree: Tree | undefined, value: string | boolean): boolean => tree?.kind === 'scalar' && (tree.value === value || String(tree.value) === String(value));
