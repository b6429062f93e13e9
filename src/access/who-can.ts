/** Who may do an action on a resource. */
import { ANYTHING, evaluate, RequestContext, type Caller, type Decision, type DecidingStatement, type PolicySet } from '../iam/index.js';
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
  if (policies !== undefined) {
    for (const [name, caller] of outsidersNamed(policies, world)) {
      const decision = evaluate({ caller, action, resource, resourceAccount: world.account, context: new RequestContext([['aws:securetransport', ['true']]], true) }, { identity: ANYTHING, resource: policies });
      if (decision.answer !== 'deny') found.push({ principal: name, decision: decision.answer, statements: decision.because, context: {}, reasons: decision.reasons });
    }
  }
  return found;
}

/** The policies that the code puts on a resource or on what it is in. */
export function policiesOf(world: World, resource: string): PolicySet | undefined {
  const role = world.byArn.get(resource);
  if (role?.trust !== undefined) return role.trust;
  const guarded = guardedIn(world).filter(({ arn }) => resource === arn || resource.startsWith(`${arn}/`) || resource.startsWith(`${arn}:`));
  return guarded.length === 0 ? undefined : { documents: guarded.flatMap(({ policies }) => policies.documents), open: guarded.find(({ policies }) => policies.open !== undefined)?.policies.open };
}

function outsidersNamed(policies: PolicySet, { account }: World): ReadonlyMap<string, Caller> {
  const found = new Map<string, Caller>();
  for (const { policy } of policies.documents) {
    for (const { effect, principals, notPrincipals } of policy.statements) {
      if (effect === 'Deny') continue;
      if (notPrincipals !== undefined) found.set('*', { kind: 'anonymous' });
      for (const { kind, text } of principals?.values ?? []) {
        const known = knownText(text);
        if (kind === '*' || (kind === 'AWS' && known === '*')) found.set('*', { kind: 'anonymous' });
        else if (known === undefined) continue;
        else if (kind === 'Service') found.set(known, { kind: 'service', service: known });
        else if (kind === 'Federated') found.set(known, { kind: 'federated', provider: known });
        else if (kind === 'AWS') {
          const other = /^\d{12}$/.test(known) ? known : /^arn:[^:]*:(?:iam|sts)::([^:]*):/.exec(known)?.[1];
          if (other === undefined || other === account || other === '*') continue;
          const whole = other === known || known.endsWith(':root');
          found.set(whole ? `arn:aws:iam::${other}:root` : known, whole ? { kind: 'role', arn: `arn:aws:iam::${other}:role/‹any›`, account: other } : known.includes(':user/') ? { kind: 'user', arn: known, account: other } : { kind: 'role', arn: known, account: other });
        }
      }
    }
  }
  return found;
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
