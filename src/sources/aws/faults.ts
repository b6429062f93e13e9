/** What went wrong with a call, as the reason why something is not known. */
import type { Reason } from '../../model/index.js';

/** Macie calls it a denial when nobody has turned it on, and says so in words only. */
const NOT_ENABLED = 'NotEnabledException';

const KINDS: readonly (readonly [names: RegExp, kind: Reason['kind'], words: string])[] = [
  [/^NotEnabledException$/, 'region-unavailable', 'the service is not enabled in this account and region'],
  [/^(AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedAccess|AuthorizationError|AuthorizationErrorException|Forbidden|403|KMSAccessDeniedException|InsufficientPrivilegesException)$/i, 'access-denied', 'access was denied'],
  [/^(Throttling|ThrottlingException|ThrottledException|RequestLimitExceeded|RequestThrottled|RequestThrottledException|TooManyRequestsException|SlowDown|BandwidthLimitExceeded|ProvisionedThroughputExceededException|PriorRequestNotComplete|LimitExceededException)$/i, 'throttled', 'the service throttled the calls to the end'],
  [/^(OptInRequired|SubscriptionRequiredException|UnrecognizedClientException|InvalidClientTokenId|AuthFailure)$/i, 'region-unavailable', 'the service or region is not enabled for these credentials'],
  [/^(ExpiredToken|ExpiredTokenException|RequestExpired)$/i, 'not-collected', 'the credentials expired'],
  [/^(TimeoutError|RequestTimeout|RequestTimeoutException|ETIMEDOUT|ESOCKETTIMEDOUT)$/i, 'not-collected', 'the service did not answer in time'],
  [/^NotRecorded$/, 'not-collected', 'the recording does not hold it'],
  [/^(AbortError)$/i, 'not-collected', 'reading was ended before it'],
  [/^(ECONNRESET|ECONNREFUSED|EPIPE|NetworkingError|ENETUNREACH|EAI_AGAIN)$/i, 'not-collected', 'the connection failed'],
  [/^(ENOTFOUND)$/i, 'region-unavailable', 'no such host: the service is not in this region, or names are not resolved here'],
  [/^(InvalidAccessException|NotSubscribedException|AccessDeniedForNotEnabledException|SubscriptionRequired)$/i, 'region-unavailable', 'the service is not enabled in this account and region'],
  [/^(UnsupportedActionException|TypeNotFoundException)$/i, 'not-supported', 'the type cannot be listed in this region'],
  [/^(NotImplemented|NotImplementedError|UnknownOperationException|InvalidAction)$/i, 'not-supported', 'the service does not know the operation'],
  [/^(SyntaxError|SerializationException|DeserializationError|InvalidResponse|RangeError|TypeError)$/i, 'malformed', 'the reply could not be read'],
];

/** The names by which an error calls itself: its own, its code, and those of what caused it. */
export function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  for (let at: unknown = error, depth = 0; at !== null && typeof at === 'object' && depth < 5; depth++) {
    const { name, code, Code, cause, message } = at as { readonly name?: unknown; readonly code?: unknown; readonly Code?: unknown; readonly cause?: unknown; readonly message?: unknown };
    if (name === 'AccessDeniedException' && typeof message === 'string' && /^\w+ is not enabled\b/.test(message)) names.push(NOT_ENABLED);
    for (const one of [name, code, Code]) if (typeof one === 'string' && one !== '') names.push(one);
    at = cause;
  }
  return names;
}

/** `permission`: what the caller would need. */
export function reasonOf(error: unknown, operation: string, permission: string): Reason {
  const names = namesOf(error);
  const status = (error as { readonly $metadata?: { readonly httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;
  const known = KINDS.find(([pattern]) => names.some((name) => pattern.test(name))) ?? (status === 403 ? KINDS[0] : status === 429 ? KINDS[1] : undefined);
  if (known?.[1] === 'access-denied') return { kind: 'access-denied', detail: `\`${operation}\` was denied: it needs \`${permission}\`` };
  if (known !== undefined) return { kind: known[1], detail: `\`${operation}\`: ${known[2]}` };
  return { kind: 'not-collected', detail: `\`${operation}\` failed: ${names[0] ?? 'for an unknown cause'}` };
}
