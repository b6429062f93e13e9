/** What values of each context key somebody can bring along. */

/**
 * - absent: the request never has the key;
 * - fixed: it is one value;
 * - pattern: any value of a form, but for those of `except` (patterns, too);
 * - free: any value, or none unless `always`;
 * - held: only who is given it, or stands in the right place, has a value of choice; anybody has `own`, or none. `internet`: a public address.
 */
export type Domain =
  | { readonly kind: 'absent' }
  | { readonly kind: 'fixed'; readonly values: readonly string[] }
  | { readonly kind: 'pattern'; readonly glob: string; readonly optional?: boolean; readonly except?: readonly string[] }
  | { readonly kind: 'free'; readonly always?: boolean; readonly usual?: string }
  | { readonly kind: 'held'; readonly own?: string; readonly always?: boolean; readonly internet?: boolean };

/** Who the question lets call: their keys, over what the request and the place bring. */
export interface Bearer {
  /** As a policy would name them: `*`, an ARN, a service. */
  readonly principal: string;
  /** In words, for the reader. */
  readonly name: string;
  readonly keys: ReadonlyMap<string, Domain>;
  /** For keys with a name in them: `aws:principaltag/`. */
  readonly prefixes?: ReadonlyMap<string, Domain>;
}

const FREE: Domain = { kind: 'free' };
const HELD: Domain = { kind: 'held' };

/**
 * Keys of the request itself. Which a caller can choose, and which belong to somewhere or someone:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const requestKeys: ReadonlyMap<string, Domain> = new Map<string, Domain>([
  ['aws:securetransport', { kind: 'free', always: true, usual: 'true' }],
  ['aws:viaawsservice', { kind: 'free', always: true, usual: 'false' }],
  ['aws:calledvia', FREE],
  ['aws:calledviafirst', FREE],
  ['aws:calledvialast', FREE],
  ['aws:referer', FREE],
  ['aws:useragent', FREE],
  ['aws:requestedregion', FREE],
  ['aws:multifactorauthpresent', FREE],
  ['aws:multifactorauthage', FREE],
  ['aws:tokenissuetime', FREE],
  ['aws:tagkeys', FREE],
  ['aws:sourceidentity', FREE],
  ['aws:sourceip', { kind: 'held', always: true, internet: true }],
  ['aws:sourcevpc', { kind: 'held', own: 'vpc-0fedcba9876543210' }],
  ['aws:sourcevpce', { kind: 'held', own: 'vpce-0fedcba9876543210' }],
  ['aws:vpcsourceip', { kind: 'held', own: '172.31.7.7' }],
  ['aws:sourcevpcarn', HELD],
  ['sts:externalid', { kind: 'held', own: 'x' }],
  ['lambda:eventsourcetoken', { kind: 'held', own: 'x' }],
  ['elasticfilesystem:accessedviamounttarget', HELD],
  ['s3:dataaccesspointaccount', HELD],
  ['s3:dataaccesspointarn', HELD],
  ['s3:accesspointnetworkorigin', HELD],
  ['sns:endpoint', { kind: 'held', own: 'https://outsider.example/' }],
  // Set only when an AWS service calls for somebody.
  ['aws:sourcearn', { kind: 'absent' }],
  ['aws:sourceaccount', { kind: 'absent' }],
  ['aws:sourceowner', { kind: 'absent' }],
  ['aws:sourceorgid', { kind: 'absent' }],
  ['aws:sourceorgpaths', { kind: 'absent' }],
]);

/** Tags and other properties of what is asked for: not the caller's to choose. */
const OF_THE_RESOURCE = /^(aws:resourcetag|s3:existingobjecttag|[a-z0-9-]+:resourcetag)\//;
const CHOSEN_TAGS = /^aws:requesttag\//;

export function domainOf(key: string, { keys, prefixes }: Bearer): Domain {
  const own = keys.get(key);
  if (own !== undefined) return own;
  for (const [prefix, domain] of prefixes ?? []) if (key.startsWith(prefix)) return domain;
  const known = requestKeys.get(key);
  if (known !== undefined) return known;
  if (OF_THE_RESOURCE.test(key)) return HELD;
  // A key of the service describes the request, which the caller writes; a global key that is not listed is not taken to be theirs.
  return CHOSEN_TAGS.test(key) || !key.startsWith('aws:') ? FREE : HELD;
}
