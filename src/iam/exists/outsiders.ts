/** Who stands outside a zone of trust, as bearers of context keys. */
import { globMatches, knownText } from '../match.js';
import type { PolicySet } from '../evaluate.js';
import type { Caller } from '../request.js';
import { operatorOf } from '../conditions.js';
import { issuerOf, sharedProvider, type SharedProvider } from '../providers.js';
import type { Bearer, Domain } from './domain.js';

/** Whom the owner trusts. */
export interface Zone {
  /** The owner's own account, or any text that stands for it. */
  readonly account: string;
  /** Other accounts of the owner. */
  readonly accounts?: readonly string[];
  /** The owner's organization. Where it is not known, one that a policy names is taken to be it. */
  readonly organization?: string;
}

export interface Outsider {
  readonly bearer: Bearer;
  readonly caller: (arn: string | undefined) => Caller;
  readonly kind: 'anybody' | 'named';
}

/** An account, and an organization, of which no policy speaks. */
export const STRANGER = '999988887777';
export const STRANGE_ORGANIZATION = 'o-outsider00';

const fixed = (...values: readonly string[]): Domain => ({ kind: 'fixed', values });
const ABSENT: Domain = { kind: 'absent' };

const TAGS: ReadonlyMap<string, Domain> = new Map<string, Domain>([['aws:principaltag/', { kind: 'free' }]]);
const NO_TAGS: ReadonlyMap<string, Domain> = new Map<string, Domain>([['aws:principaltag/', ABSENT]]);

export const anonymous: Outsider = {
  kind: 'anybody',
  bearer: {
    principal: '*',
    name: 'anyone without signing in',
    keys: new Map<string, Domain>([
      ['aws:principalarn', ABSENT], ['aws:principalaccount', ABSENT], ['aws:principalorgid', ABSENT], ['aws:principalorgpaths', ABSENT], ['aws:username', ABSENT], ['aws:multifactorauthpresent', ABSENT], ['aws:multifactorauthage', ABSENT],
      ['aws:tokenissuetime', ABSENT], ['aws:principaltype', fixed('Anonymous')], ['aws:userid', fixed('anonymous')], ['kms:calleraccount', ABSENT],
    ]),
    prefixes: NO_TAGS,
  },
  caller: () => ({ kind: 'anonymous' }),
};

/** Somebody in an account: any user or role there, under a name of their choice. */
export function insideAccount(account: string, kind: Outsider['kind'], organization = STRANGE_ORGANIZATION): Outsider {
  const own = new Map<string, Domain>([
    ['aws:principalarn', { kind: 'pattern', glob: `arn:aws:iam::${account}:role/?*` }],
    ['aws:principalaccount', fixed(account)],
    ['kms:calleraccount', fixed(account)],
    ['s3:dataaccesspointaccount', { kind: 'held', own: account }],
    ['aws:vpceaccount', { kind: 'held', own: account }],
    ['aws:vpceorgid', { kind: 'held', own: organization }],
    ['aws:principalorgid', fixed(organization)],
    ['aws:principalorgpaths', fixed(`${organization}/r-ab12/ou-ab12-11111111/`)],
    ['aws:principaltype', fixed('AssumedRole')],
    ['aws:username', ABSENT],
    ['aws:userid', { kind: 'pattern', glob: `AROA${account}ABCDE:?*` }],
  ]);
  return {
    kind,
    bearer: { principal: kind === 'anybody' ? '*' : `arn:aws:iam::${account}:root`, name: kind === 'anybody' ? 'anyone with an AWS account' : `anyone in account ${account}`, keys: own, prefixes: TAGS },
    caller: (arn) => ({ kind: 'role', arn: arn ?? `arn:aws:iam::${account}:role/outsider`, account }),
  };
}

/** The same as an IAM user, for policies that tell users from roles. */
export function userInAccount(account: string, kind: Outsider['kind'], organization = STRANGE_ORGANIZATION): Outsider {
  const role = insideAccount(account, kind, organization);
  return {
    kind,
    bearer: {
      principal: role.bearer.principal,
      name: kind === 'anybody' ? role.bearer.name : `any user in account ${account}`,
      prefixes: role.bearer.prefixes,
      keys: new Map<string, Domain>([
        ...role.bearer.keys,
        ['aws:principalarn', { kind: 'pattern', glob: `arn:aws:iam::${account}:user/?*` }],
        ['aws:principaltype', fixed('User')],
        ['aws:username', { kind: 'pattern', glob: '?*' }],
        ['aws:userid', fixed(`AIDA${account}ABCDE`)],
      ]),
    },
    caller: (arn) => ({ kind: 'user', arn: arn ?? `arn:aws:iam::${account}:user/outsider`, account }),
  };
}

/** One principal that a policy names by its ARN. */
export function principalOf(arn: string, organization = STRANGE_ORGANIZATION): Outsider | undefined {
  const match = /^arn:[^:]*:(iam|sts)::([^:]+):(user|role|root|assumed-role|federated-user)\/?(.*)$/.exec(arn);
  const [, , account, type, name = ''] = match ?? [];
  if (account === undefined) return undefined;
  if (type === 'root') return insideAccount(account, 'named', organization);
  const user = type === 'user';
  const base = user ? userInAccount(account, 'named', organization) : insideAccount(account, 'named', organization);
  const role = type === 'assumed-role' ? `arn:aws:iam::${account}:role/${name.split('/')[0] ?? ''}` : arn;
  const keys = new Map<string, Domain>([...base.bearer.keys, ['aws:principalarn', fixed(role)], ...(user ? [['aws:username', fixed(name.split('/').at(-1) ?? name)] as const] : [])]);
  return {
    kind: 'named',
    bearer: { ...base.bearer, principal: arn, name: arn, keys },
    caller: () => (user ? { kind: 'user', arn, account } : { kind: 'role', arn: role, account, session: type === 'assumed-role' ? arn : undefined }),
  };
}

/** The root user of an account. A NotPrincipal that lists the account spares it alone. */
function rootOf(account: string): Outsider {
  const { bearer } = insideAccount(account, 'named');
  return {
    kind: 'named',
    bearer: { ...bearer, name: `the root user of account ${account}`, keys: new Map<string, Domain>([...bearer.keys, ['aws:principalarn', fixed(`arn:aws:iam::${account}:root`)], ['aws:principaltype', fixed('Account')], ['aws:userid', fixed(account)]]) },
    caller: () => ({ kind: 'root', account }),
  };
}

/** An AWS service that works for a stranger's resource: the confused deputy. `service`: the name that the policy lets in. */
export function deputyOf(service: string): Outsider {
  return {
    kind: 'anybody',
    bearer: {
      principal: service,
      name: `${service}, working for anyone's account`,
      keys: new Map<string, Domain>([
        ['aws:sourceaccount', fixed(STRANGER)],
        ['aws:sourceowner', fixed(STRANGER)],
        ['aws:sourcearn', { kind: 'pattern', glob: `arn:aws:*:*:${STRANGER}:?*` }],
        ['aws:sourceorgid', fixed(STRANGE_ORGANIZATION)],
        ['aws:sourceorgpaths', fixed(`${STRANGE_ORGANIZATION}/r-ab12/ou-ab12-11111111/`)],
        ['aws:principalservicename', fixed(service)],
        ['aws:principalarn', ABSENT], ['aws:principalaccount', ABSENT], ['aws:principalorgid', ABSENT], ['aws:principalorgpaths', ABSENT], ['aws:username', ABSENT], ['aws:principaltype', ABSENT], ['aws:multifactorauthpresent', ABSENT],
      ]),
      prefixes: NO_TAGS,
    },
    caller: () => ({ kind: 'service', service }),
  };
}

/** An AWS service, for whichever account it works. */
export function serviceFor(service: string): Outsider {
  const deputy = deputyOf(service);
  const keys = new Map<string, Domain>([...deputy.bearer.keys, ...(['aws:sourceaccount', 'aws:sourceowner', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths'] as const).map((key): readonly [string, Domain] => [key, { kind: 'free' }])]);
  return { ...deputy, bearer: { ...deputy.bearer, name: service, keys } };
}

/** Somebody with a token of a provider that serves everybody: of their own repository, project or organization, never of one that the policy names. */
export function customersOf(set: PolicySet): readonly Outsider[] {
  const found = new Map<string, Outsider>();
  for (const { policy } of set.documents) {
    for (const { effect, principals } of policy.statements) {
      if (effect === 'Deny') continue;
      for (const { kind, text } of principals?.values ?? []) {
        const provider = kind === 'Federated' ? knownText(text) : undefined;
        const host = provider === undefined ? undefined : issuerOf(provider);
        const shared = host === undefined ? undefined : sharedProvider(host);
        if (provider !== undefined && host !== undefined && shared?.subject !== undefined) found.set(provider, customerOf(provider, host, shared, set));
      }
    }
  }
  return [...found.values()];
}

function customerOf(provider: string, host: string, { subject = '?*', owner }: SharedProvider, set: PolicySet): Outsider {
  const key = `${host.toLowerCase()}:sub`;
  const taken = set.documents.flatMap(({ policy }) => policy.statements.flatMap(({ conditions }) => conditions.filter((condition) => condition.key === key).flatMap(({ values }) => values.values.flatMap((text) => owner?.exec(knownText(text) ?? '')?.[0] ?? []))));
  return {
    kind: 'anybody',
    bearer: {
      principal: provider,
      name: `any customer of ${host}`,
      keys: new Map<string, Domain>([[key, { kind: 'pattern', glob: subject, except: [...new Set(taken)].map((start) => `${start}*`) }], ...NOBODY]),
      prefixes: new Map<string, Domain>([['aws:principaltag/', ABSENT], [`${host.toLowerCase()}:repository`, { kind: 'held' }], [`${host.toLowerCase()}:job_workflow_ref`, { kind: 'held' }]]),
    },
    caller: () => ({ kind: 'federated', provider }),
  };
}

/** Anybody, through an identity pool that gives roles to guests. `pool`: the audience of its tokens. */
export function guestOf(pool: string): Outsider {
  const provider = 'cognito-identity.amazonaws.com';
  return {
    kind: 'anybody',
    bearer: { principal: provider, name: 'anyone, as a guest of the identity pool', keys: new Map<string, Domain>([[`${provider}:aud`, fixed(pool)], [`${provider}:amr`, fixed('unauthenticated')], [`${provider}:sub`, { kind: 'pattern', glob: '?*' }], ...NOBODY]), prefixes: NO_TAGS },
    caller: () => ({ kind: 'federated', provider }),
  };
}

/** Keys that only a principal of AWS has. */
const NOBODY: readonly (readonly [string, Domain])[] = (['aws:principalarn', 'aws:principalaccount', 'aws:principalorgid', 'aws:principalorgpaths', 'aws:username', 'aws:principaltype', 'aws:multifactorauthpresent', 'aws:userid'] as const).map((key) => [key, ABSENT]);

/**
 * Whom policies name beyond everybody: principals, and those to whom conditions pin them. A Deny names whom it spares: its
 * NotPrincipal, and what its negated conditions compare with.
 */
export function namedIn(set: PolicySet, zone: Zone): readonly Outsider[] {
  const found = new Map<string, Outsider>();
  const add = (outsiders: readonly Outsider[]): void => {
    for (const outsider of outsiders) if (!found.has(outsider.bearer.name)) found.set(outsider.bearer.name, outsider);
  };
  const outside = (account: string): boolean => account !== zone.account && !(zone.accounts ?? []).includes(account) && !/[*?]/.test(account);
  for (const { policy } of set.documents) {
    for (const { effect, principals, notPrincipals, conditions } of policy.statements) {
      const listed = [...(effect === 'Deny' ? [] : (principals?.values ?? [])), ...(effect === 'Allow' ? [] : (notPrincipals?.values ?? []))];
      for (const { kind, text } of listed) {
        const known = knownText(text);
        if (kind !== 'AWS' || known === undefined) continue;
        const account = /^\d{12}$/.test(known) ? known : /^arn:[^:]*:(?:iam|sts)::([^:]*):/.exec(known)?.[1];
        if (account === undefined || !outside(account)) continue;
        const one = known === account ? insideAccount(account, 'named') : principalOf(known);
        add([...(one === undefined ? [] : [one]), ...(effect !== 'Allow' && (known === account || known.endsWith(':root')) ? [rootOf(account)] : [])]);
      }
      for (const condition of conditions) {
        const negated = operatorOf(condition)?.negated;
        if (negated === undefined || (effect !== undefined && negated !== (effect === 'Deny'))) continue;
        for (const text of condition.values.values) {
          const known = knownText(text);
          if (known !== undefined) add(pinnedBy(condition.key, known, zone, outside));
        }
      }
    }
  }
  return [...found.values()];
}

/** More names than this are not all tried; who asks says so. */
export const MOST_NAMED = 200;

function pinnedBy(key: string, value: string, { organization }: Zone, outside: (account: string) => boolean): readonly Outsider[] {
  switch (key) {
    case 'aws:principalaccount':
    case 'kms:calleraccount':
      return outside(value) ? [insideAccount(value, 'named')] : [];
    case 'aws:principalorgid':
    case 'aws:principalorgpaths': {
      const id = value.split('/')[0] ?? value;
      // A policy that names an organization where ours is not known names ours.
      if (organization === undefined || globMatches(id, organization)) return [];
      const member = insideAccount(STRANGER, 'named', id);
      return [{ ...member, bearer: { ...member.bearer, principal: id, name: `anyone in organization ${id}` } }];
    }
    case 'aws:principalarn': {
      const [, , , , account = '', ...rest] = value.split(':');
      if (account === '' || !outside(account)) return [];
      if (rest.join(':') === 'root') return [rootOf(account)];
      return /[*?]/.test(value) ? [insideAccount(account, 'named'), userInAccount(account, 'named')] : [principalOf(value)].filter((one) => one !== undefined);
    }
    default:
      return [];
  }
}
