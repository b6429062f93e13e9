/** One request as IAM sees it: who calls, what, on what, and the context keys that come with it. */

/** Who calls. `account` may be any text that stands for an account, as long as it is the same text for the same account. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'root'; readonly account: string }
  | { readonly kind: 'user'; readonly arn: string; readonly account: string }
  /** A session of a role: `arn` is the role's, `session` the assumed-role ARN when it matters. */
  | { readonly kind: 'role'; readonly arn: string; readonly account: string; readonly session?: string; readonly linked?: boolean }
  /** A session of GetFederationToken: `arn` is the federated user's, `user` the user's that asked for it. */
  | { readonly kind: 'federated-user'; readonly arn: string; readonly user: string; readonly account: string }
  /** Somebody signed in at an identity provider, before they have a role: `provider` as the trust policy names it. */
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'service'; readonly service: string };

export interface AccessRequest {
  readonly caller: Caller;
  /** `s3:GetObject`; case does not matter. */
  readonly action: string;
  /** ARN, or `*` for an action without resources. */
  readonly resource: string;
  /** Account that owns the resource, for ARNs that do not name it; default: the ARN's, else the caller's. */
  readonly resourceAccount?: string;
  readonly context: RequestContext;
}

/** Values of a context key; undefined: the request does not have it. */
export type KeyValue = readonly string[] | undefined | 'unknown';

/**
 * Context keys by lower-case name. Keys follow from the caller, the request and the resource without being given
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html); what is neither given nor follows is
 * absent, or unknown when the context is open.
 */
export class RequestContext {
  readonly #values = new Map<string, KeyValue>();

  constructor(
    given: Iterable<readonly [string, KeyValue]> = [],
    /** Keys that are not given may have any value, or none. */
    readonly open = false,
  ) {
    for (const [key, value] of given) this.#values.set(key.toLowerCase(), value);
  }

  get(key: string): KeyValue {
    return this.#values.has(key) ? this.#values.get(key) : this.open ? 'unknown' : undefined;
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  entries(): IterableIterator<[string, KeyValue]> {
    return this.#values.entries();
  }
}

export const accountOf = (caller: Caller): string | undefined => ('account' in caller ? caller.account : undefined);

/** The account in an ARN; undefined where the ARN has none (S3). */
export function accountInArn(arn: string): string | undefined {
  const account = arn.split(':')[4];
  return account === undefined || account === '' || account === '*' ? undefined : account;
}

/** The keys that follow from the caller, the resource and its owner. */
export function impliedKeys({ caller, resource, resourceAccount }: Pick<AccessRequest, 'caller' | 'resource' | 'resourceAccount'>): readonly (readonly [string, KeyValue])[] {
  const owner = resourceAccount ?? accountInArn(resource) ?? accountOf(caller);
  const common: (readonly [string, KeyValue])[] = [
    ['aws:resourceaccount', owner === undefined ? 'unknown' : [owner]],
    ['aws:principalisawsservice', [String(caller.kind === 'service')]],
  ];
  const inAccount = (account: string, type: string, arn: string): readonly (readonly [string, KeyValue])[] => [
    ...common,
    ['aws:principalaccount', [account]],
    ['aws:principaltype', [type]],
    ['aws:principalarn', [arn]],
  ];
  switch (caller.kind) {
    case 'anonymous':
      return [...common, ['aws:principaltype', ['Anonymous']], ['aws:userid', ['anonymous']], ['aws:principalaccount', undefined], ['aws:principalarn', undefined], ['aws:principalorgid', undefined], ['aws:principalorgpaths', undefined], ['aws:username', undefined], ['aws:multifactorauthpresent', undefined]];
    case 'service':
      return [...common, ['aws:principalservicename', [caller.service]], ['aws:principalaccount', undefined], ['aws:principalarn', undefined], ['aws:principalorgid', undefined], ['aws:principalorgpaths', undefined], ['aws:username', undefined], ['aws:multifactorauthpresent', undefined]];
    case 'federated':
      return [...common, ['aws:principalaccount', undefined], ['aws:principalarn', undefined], ['aws:principalorgid', undefined], ['aws:principalorgpaths', undefined], ['aws:username', undefined], ['aws:multifactorauthpresent', undefined], ['aws:federatedprovider', [caller.provider]]];
    case 'root':
      return [...inAccount(caller.account, 'Account', `arn:aws:iam::${caller.account}:root`), ['aws:userid', [caller.account]], ['aws:username', undefined]];
    case 'user':
      return [...inAccount(caller.account, 'User', caller.arn), ['aws:username', [caller.arn.split('/').at(-1) ?? '']]];
    case 'role':
      return [...inAccount(caller.account, 'AssumedRole', caller.arn), ['aws:username', undefined]];
    case 'federated-user':
      return [...inAccount(caller.account, 'FederatedUser', caller.arn), ['aws:username', undefined]];
  }
}

/** A request with its implied keys filled in; a key that is given wins over what follows. */
export function completed(request: AccessRequest): AccessRequest {
  const given = request.context;
  return { ...request, context: new RequestContext([...impliedKeys(request), ...given.entries()], given.open) };
}
