/**
 * The control policies that hold for an account, level by level from the root of its organization down: at each some policy must allow,
 * and none may deny. They hold for every account but the management account.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
import { parsePolicy, type PolicySet } from '../iam/index.js';
import type { Reason, Resource, Tree } from '../model/index.js';

/** A set for each level; left out where none of the kind is in force, or nothing of the organization was read. */
export interface ControlPolicies {
  readonly scps?: readonly PolicySet[];
  readonly rcps?: readonly PolicySet[];
}

const KINDS = { scps: 'SERVICE_CONTROL_POLICY', rcps: 'RESOURCE_CONTROL_POLICY' } as const;
/** Roots, units and accounts that a chain of parents can have; AWS allows five levels of units. */
const MOST_LEVELS = 20;
/** arn:aws:organizations::MANAGEMENT:account/o-…/ACCOUNT, and the same of units. */
const MEMBER = /^arn:[^:]*:organizations::(\d{12}):(?:account|ou)\/o-[^/]+\/(.+)$/;

const OF_ORGANIZATION: ReadonlySet<string> = new Set(['AWS::Organizations::Account', 'AWS::Organizations::OrganizationalUnit', 'AWS::Organizations::Policy']);

interface Member {
  readonly management: string;
  /** Above it; undefined when that could not be read. */
  readonly parent: string | undefined;
}

/** By root and type: why not all of a type was read. */
export type Unread = (root: string, type: string) => Reason | undefined;

/** Looks for the organization among what was read, and tells what holds for an account. Of what could be read only in part, the rest may forbid anything. */
export function controlPolicies(resources: readonly Resource[], unread: Unread = () => undefined): (account: string) => ControlPolicies {
  const members = new Map<string, Member>();
  const policies = new Map<string, Resource>();
  /** Where the organization was looked into: its management account, or one that stands in for it. */
  const seats = new Map<string, string | undefined>();
  for (const resource of resources) {
    if (OF_ORGANIZATION.has(resource.type)) seats.set(resource.root, resource.account);
    if (resource.type === 'AWS::Organizations::Policy') policies.set(resource.id, resource);
    else if (resource.type === 'AWS::Organizations::Account' || resource.type === 'AWS::Organizations::OrganizationalUnit') {
      const [, management, id] = MEMBER.exec(resource.id) ?? [];
      const { entries } = resource.properties;
      const above = resource.type === 'AWS::Organizations::Account' ? items(entries.get('ParentIds'))[0] : entries.get('ParentId');
      if (management !== undefined && id !== undefined) members.set(id, { management, parent: textOf(above) });
    }
  }
  const lacking = (type: string): Reason | undefined => [...seats.keys()].map((root) => unread(root, type)).find((reason) => reason !== undefined);
  const [policiesLost, accountsLost] = [lacking('AWS::Organizations::Policy'), lacking('AWS::Organizations::Account')];
  if (seats.size === 0 || (members.size === 0 && accountsLost === undefined) || (policies.size === 0 && policiesLost === undefined)) return () => ({});
  const anything = (open: Reason): ControlPolicies => ({ scps: [{ documents: [], open }], rcps: [{ documents: [], open }] });
  const attached = new Map(Object.values(KINDS).map((kind) => [kind, attachments([...policies.values()].filter(({ properties }) => textOf(properties.entries.get('Type')) === kind))]));
  return (account) => {
    const member = members.get(account);
    // An account whose place was not read is one of the organization, or it would not have been come to from there.
    if (member === undefined) return accountsLost === undefined || [...seats.values()].includes(account) ? {} : anything(accountsLost);
    if (member.management === account) return {};
    const levels: string[] = [account];
    let lost: Reason | undefined;
    for (let above = member.parent; ; above = members.get(above)?.parent) {
      if (above === undefined) {
        lost = { kind: 'not-collected', detail: `what is above \`${levels.at(-1) ?? account}\` in the organization was not read` };
        break;
      }
      levels.push(above);
      if (above.startsWith('r-') || levels.length > MOST_LEVELS) break;
    }
    return Object.fromEntries(
      Object.entries(KINDS).flatMap(([name, kind]) => {
        const { to, open } = attached.get(kind) ?? { to: new Map<string, readonly Resource[]>(), open: undefined };
        const sets = levels.map((level) => levelSet(to.get(level) ?? [], open ?? policiesLost));
        // A kind that is turned off is attached nowhere.
        if (open === undefined && lost === undefined && policiesLost === undefined && levels.every((level) => to.get(level) === undefined)) return [];
        return [[name, lost === undefined ? sets : [...sets, { documents: [], open: lost }]]];
      }),
    );
  };
}

interface Attachments {
  readonly to: ReadonlyMap<string, readonly Resource[]>;
  /** Why some attachment may be missing. */
  readonly open: Reason | undefined;
}

function attachments(policies: readonly Resource[]): Attachments {
  const to = new Map<string, Resource[]>();
  let open: Reason | undefined;
  for (const policy of policies) {
    const targets = policy.properties.entries.get('TargetIds');
    if (targets?.kind === 'unknown') open ??= targets.reason;
    else if (targets?.kind === 'list') open ??= targets.open;
    for (const target of items(targets)) {
      const id = textOf(target);
      if (id === undefined) continue;
      const there = to.get(id);
      if (there === undefined) to.set(id, [policy]);
      else there.push(policy);
    }
  }
  return { to, open };
}

function levelSet(policies: readonly Resource[], open: Reason | undefined): PolicySet {
  let unread = open;
  const documents = policies.flatMap(({ properties, address }) => {
    const content = properties.entries.get('Content');
    if (content === undefined || content.kind === 'unknown') {
      unread ??= content?.reason ?? { kind: 'not-collected', detail: `what \`${address}\` says was not read` };
      return [];
    }
    return [{ policy: parsePolicy(content), place: { path: 'Content', address } }];
  });
  // AWS lets no level be without one: what is attached there was not seen.
  if (documents.length === 0) unread ??= { kind: 'not-collected', detail: 'no policy of a level of the organization was read' };
  return { documents, open: unread };
}

const items = (tree: Tree | undefined): readonly Tree[] => (tree?.kind === 'list' ? tree.items : []);
const textOf = (tree: Tree | undefined): string | undefined => (tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined);
