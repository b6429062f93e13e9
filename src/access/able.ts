/** What a principal can do, in some context that it can bring about. */
import { evaluate, needsResourcePolicy, RequestContext, search, accountInArn, type AccessPolicies, type Decision, type KeyValue, type PolicySet, type Statement } from '../iam/index.js';
import { namingOf } from '../iam/principals.js';
import type { Domain } from '../iam/exists/domain.js';
import type { Reason, Truth } from '../model/index.js';
import type { Tags } from './tags.js';
import type { Identity } from './world.js';

export interface Ask {
  readonly action: string;
  /** ARN, ARN with wildcards (any resource of that form will do), or `*`. */
  readonly resource: string;
  /** Policies of the resource; for sts:AssumeRole the role's trust policy. */
  readonly policies?: PolicySet;
  /** Keys that the request has for certain; undefined: one that it does not have. */
  readonly context?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Tags of the resource; undefined: not known. */
  readonly resourceTags?: Tags;
  /** Policies in place of the principal's own. */
  readonly as?: AccessPolicies;
}

export interface Able {
  readonly truth: Truth;
  readonly decision?: Decision;
  readonly context?: RequestContext;
  readonly resource: string;
  readonly reasons: readonly Reason[];
}

/** Possibilities to try for one question. */
const BUDGET = 200;

export function able(identity: Identity, { action, resource, policies, context = {}, resourceTags, as }: Ask): Able {
  const own = as ?? identity.policies;
  const all: AccessPolicies = policies === undefined ? own : { ...own, resource: policies };
  const { caller } = identity;
  const account = accountInArn(resource) ?? ('account' in caller ? caller.account : undefined);
  const given: [string, KeyValue][] = Object.entries(context).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value]);
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  for (const [tag, value] of identity.tags ?? []) given.push([`aws:principaltag/${tag}`, value === undefined ? 'unknown' : [value]]);
  for (const [tag, value] of resourceTags ?? []) for (const prefix of ['aws', service]) given.push([`${prefix}:resourcetag/${tag}`, value === undefined ? 'unknown' : [value]]);
  // Most requests need nothing special: an ordinary one first.
  const fixed = !/[*?]/.test(resource) || resource === '*';
  const sample = resource === '*' ? '*' : resource.replace(/\?/g, 'x').replace(/\*/g, '');
  const ordinary = new RequestContext([['aws:securetransport', ['true']], ['aws:viaawsservice', ['false']], ['aws:sourceip', ['8.71.113.9']], ['aws:multifactorauthpresent', ['true']], ...given]);
  const first = evaluate({ caller, action, resource: sample, resourceAccount: account, context: ordinary }, all);
  if (first.answer === 'allow') return { truth: true, decision: first, context: ordinary, resource: sample, reasons: [] };
  // Without any Allow for the action, and none that is unread, no context helps.
  if (first.answer === 'deny' && !first.explicit && fixed && !conditional(all)) return { truth: false, decision: first, resource: sample, reasons: [] };
  const keys = new Map<string, Domain>([['aws:multifactorauthpresent', { kind: 'free', usual: 'true' }] as const, ...given.map(([key, value]): readonly [string, Domain] => [key, value === undefined ? ABSENT : value === 'unknown' ? { kind: 'free' } : { kind: 'fixed', values: value }])]);
  const common = { bearer: { principal: identity.arn, name: identity.arn, keys, prefixes: new Map<string, Domain>([...(identity.tags === undefined ? [] : [['aws:principaltag/', ABSENT] as const]), ...(resourceTags === undefined ? [] : ([['aws:resourcetag/', ABSENT], [`${service}:resourcetag/`, ABSENT]] as const))]) }, caller: () => caller, target: { resource, actions: [action] }, resourceAccount: account, held: true, budget: { left: BUDGET }, decide: (request: Parameters<typeof evaluate>[0]) => evaluate(request, all) };
  const limits = [...(own.boundary === undefined ? [] : [{ set: own.boundary, names: false }]), ...(own.scps ?? []).map((set) => ({ set, names: false }))];
  const reasons: Reason[] = [];
  const byPolicies = policies === undefined ? [] : [{ set: policies, names: true }];
  const byIdentity = [{ set: own.identity ?? { documents: [] }, names: false }, ...limits];
  // The resource's policy is enough where it names the principal itself; the identity's where the resource need not agree.
  const alone = policies !== undefined && policies.documents.some(({ policy }) => policy.open !== undefined || policy.statements.some((statement) => statement.effect !== 'Deny' && namesItself(statement, identity)));
  const ways = [...(alone ? [byPolicies] : []), [...byPolicies, ...byIdentity], ...(policies === undefined || needsResourcePolicy(action) ? [] : [byIdentity])];
  for (const needed of ways) {
    const used = new Set(needed.map(({ set }) => set));
    const further = [own.identity, own.boundary, policies].filter((set): set is PolicySet => set !== undefined && !used.has(set));
    const found = search({ ...common, needed, further });
    if (found.witness !== undefined) return { truth: true, decision: found.decision, context: found.witness.context, resource: found.witness.resource, reasons: [] };
    if (found.open !== undefined) reasons.push(found.open);
  }
  if (first.answer === 'unknown') reasons.push(...first.reasons);
  return { truth: reasons.length > 0 ? 'unknown' : false, decision: first, resource: sample, reasons };
}

function namesItself(statement: Statement, { caller }: Identity): boolean {
  const { session, identity, anyone } = namingOf(statement, caller);
  return session !== false || identity !== false || anyone !== false;
}

const ABSENT: Domain = { kind: 'absent' };

/** Whether some document could answer otherwise in another context. */
function conditional({ identity, resource, boundary }: AccessPolicies): boolean {
  return [identity, resource, boundary].some((set) => set !== undefined && (set.open !== undefined || set.documents.some(({ policy }) => policy.open !== undefined || policy.refused !== undefined || policy.statements.some(({ conditions, conditionsOpen }) => conditions.length > 0 || conditionsOpen !== undefined))));
}
