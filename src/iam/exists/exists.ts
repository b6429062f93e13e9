/** Whether somebody from outside gets in, and how: the verdicts none < named outsiders < conditional < public. */
import type { Reason } from '../../model/index.js';
import { evaluate, type AccessPolicies, type Decision, type PolicySet } from '../evaluate.js';
import { OWN_ACCOUNT } from '../rename.js';
import { accountInArn, type AccessRequest } from '../request.js';
import { anonymous, customersOf, deputyOf, guestOf, insideAccount, MOST_NAMED, namedIn, STRANGER, userInAccount, type Outsider, type Zone } from './outsiders.js';
import { OUT_OF_BUDGET, search, type Budget, type Target } from './search.js';

export type Reach = 'none' | 'named' | 'conditional' | 'public';
export const reaches: readonly Reach[] = ['none', 'named', 'conditional', 'public'];

export interface ExistsQuestion {
  /** Policies of the resource. */
  readonly resource: PolicySet;
  readonly rcps?: readonly PolicySet[];
  /** What of the resource may be asked for; the first that gets in is the witness. */
  readonly targets: readonly Target[];
  readonly zone: Zone;
  /** Also ask whether services named in the policy can be used by strangers as deputies. */
  readonly deputies?: readonly string[];
  /** Identity pools, by the audience of their tokens, that take in guests. */
  readonly guestPools?: readonly string[];
  /** Solutions to try before giving up. Default 4,000. */
  readonly budget?: number;
}

export interface Existence {
  /** The widest reach that is proven. */
  readonly reach: Reach;
  /** A request that gets in; undefined for none. */
  readonly witness?: AccessRequest;
  readonly decision?: Decision;
  /** Who calls in the witness, in words. */
  readonly who?: string;
  /** Set when a wider reach is not excluded. */
  readonly open?: readonly Reason[];
}

/**
 * Who calls from outside brings whatever identity policy they like: their own account allows it. Only the resource's side decides.
 */
export const ANYTHING: PolicySet = {
  documents: [
    {
      policy: {
        version: '2012-10-17',
        statements: [{ effect: 'Allow', actions: everything(), resources: everything(), conditions: [], at: { kind: 'default', reference: 'the caller\'s own account' } }],
        at: { kind: 'default', reference: 'the caller\'s own account' },
      },
      place: { path: 'the caller\'s own account' },
    },
  ],
};

function everything(): { readonly values: readonly { readonly parts: readonly string[]; readonly at: { readonly kind: 'default'; readonly reference: string } }[]; readonly at: { readonly kind: 'default'; readonly reference: string } } {
  const at = { kind: 'default', reference: 'the caller\'s own account' } as const;
  return { values: [{ parts: ['*'], at }], at };
}

export function exists(question: ExistsQuestion): Existence {
  const { resource, rcps, targets, zone, deputies = [], guestPools = [] } = question;
  const policies: AccessPolicies = { identity: ANYTHING, resource, rcps };
  const budget: Budget = { left: question.budget ?? 4_000 };
  const open: Reason[] = [];
  const strangers: readonly Outsider[] = [anonymous, insideAccount(STRANGER, 'anybody'), ...(tellsUsers(resource) ? [userInAccount(STRANGER, 'anybody')] : []), ...(asksSource(resource) ? [deputyOf('sns.amazonaws.com')] : []), ...deputies.map(deputyOf), ...customersOf(resource), ...guestPools.map(guestOf)];
  const named = namedIn(resource, zone);
  const rounds: readonly (readonly [Reach, readonly Outsider[], boolean])[] = [
    ['public', strangers, false],
    ['conditional', strangers, true],
    ['named', named.slice(0, MOST_NAMED), true],
  ];
  for (const [reach, outsiders, held] of rounds) {
    for (const outsider of outsiders) {
      const { bearer, caller } = outsider;
      for (const whole of targets) {
        const target = outsider === anonymous ? { ...whole, actions: whole.actions.filter((action) => UNSIGNED.test(action)) } : whole;
        if (target.actions.length === 0) continue;
        const found = search({
          bearer,
          caller,
          target,
          resourceAccount: ownerOf(target.resource, zone),
          needed: [{ set: resource, names: true }],
          further: rcps,
          held,
          budget,
          decide: (request) => evaluate(request, policies),
        });
        if (found.witness !== undefined) return { reach, witness: found.witness, decision: found.decision, who: bearer.name, open: open.length === 0 ? undefined : open };
        if (found.open !== undefined && !open.some(({ kind, detail }) => kind === found.open?.kind && detail === found.open.detail)) open.push(found.open);
      }
    }
  }
  if (named.length > MOST_NAMED && !open.includes(OUT_OF_BUDGET)) open.push(OUT_OF_BUDGET);
  return { reach: 'none', open: open.length === 0 ? undefined : open };
}

/** The account in the ARN; where that only stands for our own, whatever number the zone knows for it. */
function ownerOf(resource: string, { account }: Zone): string {
  const told = accountInArn(resource);
  return told === undefined || told === OWN_ACCOUNT ? account : told;
}

/**
 * Services that answer requests without a signature where a policy lets them; all others ask for the credentials of some account.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
 */
const UNSIGNED = /^(s3|s3-object-lambda|sns|sqs|execute-api|es|aoss|elasticfilesystem|mediastore|vpc-lattice-svcs|cloudsearch|glacier):|^lambda:InvokeFunctionUrl$/i;

/** Whether a policy speaks of what tells an IAM user from a role. */
const tellsUsers = ({ documents }: PolicySet): boolean =>
  speaksOf(documents, (key, value) => /^aws:(username|principaltype|userid|principalarn)$/.test(key) || value.includes('${aws:username')) ||
  documents.some(({ policy }) => policy.statements.some(({ resources, notResources }) => [...(resources?.values ?? []), ...(notResources?.values ?? [])].some(({ parts }) => parts.some((part) => typeof part === 'string' && /\$\{aws:(username|userid)/i.test(part)))));
/** Whether a policy for everybody looks at which resource a service calls for. */
const asksSource = ({ documents }: PolicySet): boolean => speaksOf(documents, (key) => key === 'aws:sourcearn' || key === 'aws:sourceaccount' || key === 'aws:sourceowner' || key === 'aws:sourceorgid');

function speaksOf(documents: PolicySet['documents'], question: (key: string, value: string) => boolean): boolean {
  return documents.some(({ policy }) => policy.statements.some(({ conditions }) => conditions.some(({ key, values }) => values.values.some(({ parts }) => question(key, parts.map(String).join(''))) || question(key, ''))));
}
