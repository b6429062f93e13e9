/** What went wrong with a call, as the reason why something is not known. */
import type { Reason } from '../../model/index.js';

/** A name of demarc's own: the words of an error say that what was asked about is not there, and not that something of it is not set. */
export const GONE_BY_WORDS = 'DeletedException';

/** Errors that mean different things, told apart by their words only. A recording keeps the name that they get here, not the words. */
const WORDS: readonly (readonly [name: RegExp, words: RegExp, means: string])[] = [
  // Macie calls it a denial when nobody has turned it on.
  [/^AccessDeniedException$/, /^\w+ is not enabled\b/, 'NotEnabledException'],
  // "Either Security Hub is not enabled for the account, or the account does not have permission": https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html
  [/^InvalidAccessException$/, /\bnot subscribed\b/i, 'NotSubscribedException'],
  // Of a user without a password: "Login Profile for User x cannot be found".
  [/^NoSuchEntity(?:Exception)?$/, /^The (?:user|role|group) with name \S+ cannot be found/i, GONE_BY_WORDS],
  // Of a function without a policy or URL: "The resource you requested does not exist".
  [/^ResourceNotFoundException$/, /^Function not found\b/i, GONE_BY_WORDS],
  [/^ResourceNotFoundException$/, /^Stream \S+ (?:under account \d+ )?not found/i, GONE_BY_WORDS],
  [/^ResourceNotFoundException$/, /^Backup vault\b.* (?:does not exist|not found)/i, GONE_BY_WORDS],
  [/^NotFoundException$/, /^GraphQL API \S+ not found/i, GONE_BY_WORDS],
  // A group of models without a policy answers with the error for any question that is ill-formed.
  [/^ValidationException$/, /^Cannot find resource policy\b/i, 'NoResourcePolicyException'],
  [/^ValidationException$/, /^Cannot find Model Package Group\b/i, GONE_BY_WORDS],
];

const KINDS: readonly (readonly [names: RegExp, kind: Reason['kind'], words: string])[] = [
  [/^(NotEnabledException|NotSubscribedException)$/, 'region-unavailable', 'the service is not enabled in this account and region'],
  [/^(AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedAccess|AuthorizationError|AuthorizationErrorException|Forbidden|403|KMSAccessDeniedException|InsufficientPrivilegesException)$/i, 'access-denied', 'access was denied'],
  [/^(Throttling|ThrottlingException|ThrottledException|RequestLimitExceeded|RequestThrottled|RequestThrottledException|TooManyRequestsException|SlowDown|BandwidthLimitExceeded|ProvisionedThroughputExceededException|PriorRequestNotComplete|LimitExceededException)$/i, 'throttled', 'the service throttled the calls to the end'],
  [/^(OptInRequired|SubscriptionRequiredException|UnrecognizedClientException|InvalidClientTokenId|AuthFailure)$/i, 'region-unavailable', 'the service or region is not enabled for these credentials'],
  [/^(ExpiredToken|ExpiredTokenException|RequestExpired)$/i, 'not-collected', 'the credentials expired'],
  [/^(TimeoutError|RequestTimeout|RequestTimeoutException|ETIMEDOUT|ESOCKETTIMEDOUT)$/i, 'not-collected', 'the service did not answer in time'],
  [/^NotRecorded$/, 'not-collected', 'the recording does not hold it'],
  [/^(AbortError)$/i, 'not-collected', 'reading was ended before it'],
  [/^(ECONNRESET|ECONNREFUSED|EPIPE|NetworkingError|ENETUNREACH|EAI_AGAIN)$/i, 'not-collected', 'the connection failed'],
  [/^(ENOTFOUND)$/i, 'region-unavailable', 'no such host: the service is not in this region, or names are not resolved here'],
  [/^InvalidAccessException$/, 'access-denied', 'access was denied'],
  [/^(AccessDeniedForNotEnabledException|SubscriptionRequired)$/i, 'region-unavailable', 'the service is not enabled in this account and region'],
  [/^(UnsupportedActionException|TypeNotFoundException)$/i, 'not-supported', 'the type cannot be listed in this region'],
  [/^(NotImplemented|NotImplementedError|UnknownOperationException|InvalidAction)$/i, 'not-supported', 'the service does not know the operation'],
  [/^(SyntaxError|SerializationException|DeserializationError|InvalidResponse|RangeError|TypeError|URIError)$/i, 'malformed', 'the reply could not be read'],
  // Errors whose names are not known, by their status, after all that have one.
  [/^HTTP 40[13]$/, 'access-denied', 'access was denied'],
  [/^HTTP 429$/, 'throttled', 'the service throttled the calls to the end'],
];
/** Names that say nothing. */
const NAMELESS = /^(?:Error|Unknown|UnknownError)$/;

/** The names by which an error calls itself: its own, its code, and those of what caused it; last `HTTP 500`, the status of the reply. */
export function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  for (let at: unknown = error, depth = 0; at !== null && typeof at === 'object' && depth < 5; depth++) {
    const { name, code, Code, cause, message } = at as { readonly name?: unknown; readonly code?: unknown; readonly Code?: unknown; readonly cause?: unknown; readonly message?: unknown };
    const own = [name, code, Code].filter((one): one is string => typeof one === 'string' && one !== '');
    if (typeof message === 'string') for (const [called, words, means] of WORDS) if (own.some((one) => called.test(one)) && words.test(message)) names.push(means);
    names.push(...own);
    at = cause;
  }
  const status = (error as { readonly $metadata?: { readonly httpStatusCode?: unknown } } | null)?.$metadata?.httpStatusCode;
  if (typeof status === 'number' && status >= 400) names.push(`HTTP ${status}`);
  return names;
}

/** `permission`: what the caller would need. */
export function reasonOf(error: unknown, operation: string, permission: string): Reason {
  const names = namesOf(error);
  const known = KINDS.find(([pattern]) => names.some((name) => pattern.test(name)));
  if (known?.[1] === 'access-denied') return { kind: 'access-denied', detail: `\`${operation}\` was denied: it needs \`${permission}\`` };
  if (known !== undefined) return { kind: known[1], detail: `\`${operation}\`: ${known[2]}` };
  return { kind: 'not-collected', detail: `\`${operation}\` failed: ${names.find((name) => !NAMELESS.test(name)) ?? 'for an unknown cause'}` };
}

/** What went wrong with a call without which nothing can be said, in one line: what the service or the chain of credentials says, else what the fault is. */
export function sentenceOf(error: unknown, operation: string): string {
  const { kind, detail } = reasonOf(error, operation, operation);
  const [words = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return words.trim() === '' || (kind !== 'access-denied' && !detail.includes('` failed: ')) ? detail : words.trim();
}
