/** Who may do an action on a resource. */
import { accountInArn, ANYTHING, evaluate, search, STRANGER, type Decision, type DecidingStatement, type PolicySet, type RequestContext } from '../iam/index.js';
import { OUT_OF_BUDGET } from '../iam/exists/search.js';
import { anonymous, customersOf, insideAccount, MOST_NAMED, namedIn, serviceFor, type Outsider } from '../iam/exists/outsiders.js';
import { knownText } from '../iam/match.js';
import type { Reason } from '../model/index.js';
import { able } from './able.js';
import { guardedIn } from './guarded.js';
import type { Identity, World } from './world.js';

export interface WhoCan {
  /** ARN of the principal, or `*` for everyone. */
  readonly principal: string;
  readonly address?: string;
  readonly decision: 'allow' | 'unknown';
  readonly statements: readonly DecidingStatement[];
  /** What the request must bring along for that. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly reasons: readonly Reason[];
}

export function whoCan(world: World, action: string, resource: string): readonly WhoCan[] {
  const policies = policiesOf(world, resource);
  const found: WhoCan[] = [];
  for (const identity of world.identities) {
    if (identity.kind === 'group') continue;
    const { truth, decision, context, reasons } = able(identity, { action, resource, policies });
    if (truth !== false) found.push({ principal: identity.arn, address: identity.resource.address, decision: truth === true ? 'allow' : 'unknown', statements: decision?.because ?? [], context: needed(context, decision), reasons });
  }
  if (policies === undefined) return found;
  const named = namedIn(policies, world);
  for (const { bearer, caller } of outsidersOf(policies, named.slice(0, MOST_NAMED))) {
    const { principal } = bearer;
    const all = { identity: ANYTHING, resource: policies, rcps: world.around.rcps };
    const answer = search({
      bearer,
      caller,
      target: { resource, actions: [action] },
      resourceAccount: accountInArn(resource) ?? world.account,
      needed: [{ set: policies, names: true }],
      further: world.around.rcps,
      held: true,
      budget: { left: 500 },
      decide: (request) => evaluate(request, all),
    });
    if (answer.witness !== undefined) found.push({ principal, decision: 'allow', statements: answer.decision?.because ?? [], context: needed(answer.witness.context, answer.decision), reasons: [] });
    else if (answer.open !== undefined) found.push({ principal, decision: 'unknown', statements: [], context: {}, reasons: [answer.open] });
  }
  if (named.length > MOST_NAMED) found.push({ principal: `${named.length - MOST_NAMED} more that the policy names`, decision: 'unknown', statements: [], context: {}, reasons: [OUT_OF_BUDGET] });
  return found.filter(({ principal }, i) => found.findIndex((one) => one.principal === principal) === i);
}

/** The policies that the code puts on a resource or on what it is in. */
export function policiesOf(world: World, resource: string): PolicySet | undefined {
  const role = world.byArn.get(resource);
  if (role?.trust !== undefined) return role.trust;
  const guarded = guardedIn(world).filter(({ arn }) => resource === arn || resource.startsWith(`${arn}/`) || resource.startsWith(`${arn}:`));
  return guarded.length === 0 ? undefined : { documents: guarded.flatMap(({ policies }) => policies.documents), open: guarded.find(({ policies }) => policies.open !== undefined)?.policies.open };
}

/** Strangers, and everyone outside whom the policies name. */
function outsidersOf(policies: PolicySet, named: readonly Outsider[]): readonly Outsider[] {
  const services = new Set(policies.documents.flatMap(({ policy }) => policy.statements.flatMap(({ effect, principals }) => (effect === 'Deny' ? [] : (principals?.values ?? []).flatMap(({ kind, text }) => (kind === 'Service' ? [knownText(text) ?? []].flat() : []))))));
  return [anonymous, insideAccount(STRANGER, 'anybody'), ...customersOf(policies), ...named, ...[...services].map(serviceFor)];
}

/** The keys that the deciding statements ask for. */
function needed(context: RequestContext | undefined, decision: Decision | undefined): Readonly<Record<string, readonly string[]>> {
  const keys = new Set((decision?.because ?? []).flatMap(({ statement }) => statement.conditions.map(({ key }) => key)));
  const entries = [...(context?.entries() ?? [])].flatMap(([key, value]): readonly (readonly [string, readonly string[]])[] => (keys.has(key) && value !== undefined && value !== 'unknown' ? [[key, value]] : []));
  return Object.fromEntries(entries);
}

/** The principal that somebody names: by ARN, address or name. */
export const identityNamed = ({ identities, byArn }: World, name: string): Identity | undefined =>
  byArn.get(name) ?? identities.find(({ resource }) => resource.address === name || resource.id === name) ?? identities.find((one) => one.kind !== 'group' && one.name === name);
