/** Everybody who can act in a root, with all that gives and limits their rights, in the policy engine's terms. */
import { parsePolicy, policyOf, type AccessPolicies, type Caller, type PlacedDocument, type Policy, type PolicySet } from '../iam/index.js';
import { at, fromJson, type Mapping, type Reason, type Resource, type Tree } from '../model/index.js';
import { managedPolicy } from '../schema/iam/managed.js';
import { OWN_ACCOUNT } from '../iam/rename.js';
import { Names } from './names.js';
import { controlPolicies, type ControlPolicies, type Unread } from './organization.js';
import { tagsOf, type Tags } from './tags.js';

/** A user, a role, or a group taken as whoever joins it. */
export interface Identity {
  readonly kind: 'user' | 'role' | 'group';
  readonly resource: Resource;
  readonly name: string;
  readonly arn: string;
  readonly caller: Caller;
  readonly policies: AccessPolicies;
  /** A role's trust policy. */
  readonly trust?: PolicySet;
  /** Undefined when they are not all known. */
  readonly tags: Tags | undefined;
  /** Groups of a user. */
  readonly groups: readonly Identity[];
  /** ARNs of customer-managed policies that it carries, itself or by a group. */
  readonly carried: readonly string[];
}

export interface World {
  readonly root: string;
  readonly account: string;
  readonly names: Names;
  readonly resources: readonly Resource[];
  readonly identities: readonly Identity[];
  readonly around: Surroundings;
  readonly byArn: ReadonlyMap<string, Identity>;
}

/** What the code does not hold, and whoever asks may know. */
export interface Surroundings {
  /** The own account's number. */
  readonly account?: string;
  /** Service and resource control policies, a set for each level above the account. */
  readonly scps?: readonly PolicySet[];
  readonly rcps?: readonly PolicySet[];
  /** Why not all of a type was read of an account. */
  readonly unread?: Unread;
}

/** One world for each root: what one holds is nothing to another. */
export function worldsOf(resources: readonly Resource[], around: Surroundings = {}): readonly World[] {
  const roots = new Map<string, Resource[]>();
  for (const resource of resources) {
    const there = roots.get(resource.root);
    if (there === undefined) roots.set(resource.root, [resource]);
    else there.push(resource);
  }
  const organization = controlPolicies(resources, around.unread);
  return [...roots].map(([root, members]) => worldOf(root, members, around, organization));
}

function worldOf(root: string, resources: readonly Resource[], given: Surroundings, organization: (account: string) => ControlPolicies): World {
  const account = given.account ?? resources.find((one) => one.account !== undefined)?.account ?? accountToldBy(resources) ?? OWN_ACCOUNT;
  // What somebody hands over is meant.
  const read = organization(account);
  const around: Surroundings = { ...given, scps: given.scps ?? read.scps, rcps: given.rcps ?? read.rcps };
  const names = new Names(resources, account);
  const reader = new PolicyReader(resources, names);
  const groups = new Map<string, Identity>();
  const identities: Identity[] = [];
  for (const resource of resources) {
    if (resource.type !== 'AWS::IAM::Group') continue;
    const group = identityOf(resource, 'group', account, names, reader, around, () => undefined);
    identities.push(group);
    groups.set(group.name, group);
  }
  for (const resource of resources) {
    const kind = resource.type === 'AWS::IAM::User' ? 'user' : resource.type === 'AWS::IAM::Role' ? 'role' : undefined;
    if (kind !== undefined) identities.push(identityOf(resource, kind, account, names, reader, around, (name) => groups.get(name)));
  }
  return { root, account, names, resources, identities, around, byArn: new Map(identities.map((one) => [one.arn, one])) };
}

function identityOf(resource: Resource, kind: Identity['kind'], own: string, names: Names, reader: PolicyReader, { scps, rcps }: Surroundings, groupNamed: (name: string) => Identity | undefined): Identity {
  const { properties } = resource;
  const arn = names.arn(resource) ?? resource.id;
  const account = resource.account ?? own;
  const identity = reader.identityPolicies(resource);
  const groups: Identity[] = [];
  let { open } = identity;
  const listed = properties.entries.get('Groups');
  if (listed?.kind === 'unknown') open ??= listed.reason;
  else if (listed?.kind === 'list') {
    open ??= listed.open;
    for (const item of listed.items) {
      const name = names.text(item);
      const group = name === undefined ? undefined : groupNamed(name);
      if (group !== undefined) groups.push(group);
      else open ??= { kind: 'unresolved', detail: `group \`${name ?? 'unknown'}\` is not in this code` };
    }
  }
  const ofGroups = groups.flatMap(({ policies }) => policies.identity ?? []);
  for (const set of ofGroups) open ??= set.open;
  const all: PolicySet = { documents: [...identity.documents, ...ofGroups.flatMap(({ documents }) => documents)], open };
  const boundary = given(properties, 'PermissionsBoundary');
  const trust = given(properties, 'AssumeRolePolicyDocument');
  const caller: Caller = kind === 'role' ? { kind: 'role', arn, account, linked: arn.includes(':role/aws-service-role/') } : { kind: 'user', arn: kind === 'group' ? `arn:aws:iam::${account}:user/‹member of ${names.name(resource)}›` : arn, account };
  return {
    kind,
    resource,
    name: names.name(resource),
    arn,
    caller,
    policies: { identity: all, boundary: boundary === undefined ? undefined : reader.attached(boundary), scps, rcps },
    trust: trust !== undefined ? { documents: [{ policy: names.policy(policyOf(trust)), place: { path: 'AssumeRolePolicyDocument', address: resource.address } }] } : kind !== 'role' ? undefined : { documents: [], open: resource.partial ?? properties.open },
    tags: tagsOf(resource, names),
    groups,
    carried: [...identity.carried, ...groups.flatMap(({ carried }) => carried)],
  };
}

/** A property's value; an account says null of what is not set. */
function given({ entries }: Mapping, name: string): Tree | undefined {
  const tree = entries.get(name);
  return tree?.kind === 'scalar' && tree.value === null ? undefined : tree;
}

interface Carried extends PolicySet {
  readonly carried: readonly string[];
}

/** Reads the policies that principals hold and carry, each document once. */
class PolicyReader {
  readonly #byArn = new Map<string, Resource>();
  readonly #documents = new Map<string, PlacedDocument>();

  constructor(
    resources: readonly Resource[],
    readonly names: Names,
  ) {
    for (const resource of resources) {
      const arn = resource.type === 'AWS::IAM::ManagedPolicy' ? names.arn(resource) : undefined;
      if (arn !== undefined) this.#byArn.set(arn, resource);
    }
  }

  identityPolicies({ properties, address, partial }: Resource): Carried {
    const documents: PlacedDocument[] = [];
    const carried: string[] = [];
    // What says nothing of its policies may have some, where not all that it says is known.
    let open: Reason | undefined = partial ?? (['Policies', 'ManagedPolicyArns'].every((name) => properties.entries.has(name)) ? undefined : properties.open);
    const inline = properties.entries.get('Policies');
    if (inline?.kind === 'unknown') open ??= inline.reason;
    else if (inline?.kind === 'list') {
      open ??= inline.open;
      for (const [i, item] of inline.items.entries()) {
        const tree = at(item, 'PolicyDocument');
        if (tree !== undefined) documents.push({ policy: this.names.policy(policyOf(tree)), place: { path: `Policies[${i}].PolicyDocument`, address } });
        else if (item.kind === 'unknown') open ??= item.reason;
      }
    }
    const attached = properties.entries.get('ManagedPolicyArns');
    if (attached?.kind === 'unknown') open ??= attached.reason;
    else if (attached?.kind === 'list') {
      open ??= attached.open;
      for (const item of attached.items) {
        const set = this.attached(item);
        documents.push(...set.documents);
        carried.push(...set.carried);
        open ??= set.open;
      }
    }
    return { documents, carried, open };
  }

  /** The document behind an attachment or boundary. */
  attached(tree: Tree): Carried {
    const arn = this.names.text(tree);
    if (arn === undefined) return { documents: [], carried: [], open: tree.kind === 'unknown' ? tree.reason : { kind: 'malformed', detail: 'an attached policy is no text' } };
    const own = this.#byArn.get(arn);
    if (own !== undefined) return { documents: [this.#document(arn, () => ownDocument(own, this.names))], carried: [arn] };
    const managed = /^arn:[^:]*:iam::aws:policy\//.test(arn) ? managedPolicy(arn.replace(/^arn:[^:]*:/, 'arn:aws:')) : undefined;
    if (managed !== undefined) return { documents: [this.#document(arn, () => ({ policy: parsePolicy(fromJson(managed, { kind: 'default', reference: managedReference(arn) })), place: { path: arn } }))], carried: [] };
    return { documents: [], carried: [arn], open: { kind: 'unresolved', detail: `policy \`${arn}\` is not in this code` } };
  }

  #document(arn: string, make: () => PlacedDocument): PlacedDocument {
    const there = this.#documents.get(arn);
    if (there !== undefined) return there;
    const made = make();
    this.#documents.set(arn, made);
    return made;
  }
}

function ownDocument({ properties, address, partial }: Resource, names: Names): PlacedDocument {
  const tree = properties.entries.get('PolicyDocument');
  const policy: Policy = tree === undefined ? { version: undefined, statements: [], open: partial ?? { kind: 'unresolved', detail: `the document of \`${address}\` is not known` }, at: properties.at } : names.policy(policyOf(tree));
  return { policy, place: { path: 'PolicyDocument', address } };
}

const managedReference = (arn: string): string => `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${arn.split('/').at(-1) ?? ''}.html`;

const NAMED: Readonly<Record<string, readonly [type: string, property: string]>> = { role: ['AWS::IAM::Role', 'RoleName'], user: ['AWS::IAM::User', 'UserName'], group: ['AWS::IAM::Group', 'GroupName'], policy: ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName'] };

/** The account whose number stands in an ARN of this code that names a principal or policy of this code. */
function accountToldBy(resources: readonly Resource[]): string | undefined {
  const known = new Set<string>();
  for (const { type, properties } of resources) {
    for (const [kind, [of, property]] of Object.entries(NAMED)) {
      const name = type === of ? properties.entries.get(property) : undefined;
      if (name?.kind === 'scalar') known.add(`${kind}/${String(name.value)}`);
    }
  }
  if (known.size === 0) return undefined;
  const votes = new Map<string, number>();
  for (const { type, properties } of resources) {
    if (!type.startsWith('AWS::IAM::')) continue;
    for (const text of textsIn(properties)) {
      for (const [, account = '', kind = '', path = ''] of text.matchAll(/arn:[^:]*:iam::(\d{12}):(role|user|group|policy)\/([^"\s]*)/g)) {
        if (known.has(`${kind}/${path.split('/').at(-1) ?? path}`)) votes.set(account, (votes.get(account) ?? 0) + 1);
      }
    }
  }
  return [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

function* textsIn(tree: Tree): Generator<string> {
  const pending: Tree[] = [tree];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'list') pending.push(...next.items);
    else if (next.kind === 'map') pending.push(...next.entries.values());
    else if (next.kind === 'scalar' && typeof next.value === 'string') yield next.value;
    else if (next.kind === 'unknown') for (const part of next.parts ?? []) if (typeof part === 'string') yield part;
  }
}
