/**
 * Whom a statement of a resource policy is for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
import type { Truth } from '../model/index.js';
import { globMatches, knownText, widest } from './match.js';
import type { Principal, Statement } from './policy.js';
import type { Caller } from './request.js';
import { every3, not3, or } from './truth.js';

/**
 * How a statement names its caller. What follows from an Allow depends on it: an account only delegates to its own
 * identity policies, a session is not held back by its boundary.
 */
export interface Naming {
  /** The session, federated user, provider or service itself. */
  readonly session: Truth;
  /** The user or role. */
  readonly identity: Truth;
  /** The caller's whole account. */
  readonly account: Truth;
  readonly anyone: Truth;
}

export const nobody: Naming = { session: false, identity: false, account: false, anyone: false };
export const named = ({ session, identity, account, anyone }: Naming): Truth => or(session, identity, account, anyone);

/** How the statement's Principal or NotPrincipal names the caller. `own`: the account that holds the policy. */
export function namingOf({ principals, notPrincipals }: Statement, caller: Caller): Naming {
  if (notPrincipals !== undefined) {
    // Everybody but those listed. A caller is spared only if all that it is — session, role, account — is listed.
    const listed = (self: (principal: Principal) => Truth): Truth => {
      const found = or(...notPrincipals.values.map(self));
      return found === false && notPrincipals.open !== undefined ? 'unknown' : found;
    };
    const spared = every3(facets(caller), (facet) => listed((principal) => facet(principal)));
    return { ...nobody, anyone: not3(spared) };
  }
  if (principals === undefined) return nobody;
  let [session, identity, account, anyone]: Truth[] = [false, false, false, false];
  for (const principal of principals.values) {
    session = or(session ?? false, isSession(principal, caller));
    identity = or(identity ?? false, isIdentity(principal, caller));
    account = or(account ?? false, isAccount(principal, caller));
    anyone = or(anyone ?? false, isEveryone(principal, caller));
  }
  if (principals.open !== undefined) identity = or(identity ?? false, 'unknown');
  return { session: session ?? false, identity: identity ?? false, account: account ?? false, anyone: anyone ?? false };
}

/** What a caller is, each of which NotPrincipal must list to spare it. */
function facets(caller: Caller): readonly ((principal: Principal) => Truth)[] {
  const anyone = (principal: Principal): Truth => isEveryone(principal, caller);
  const session = (principal: Principal): Truth => or(isSession(principal, caller), anyone(principal));
  const identity = (principal: Principal): Truth => or(isIdentity(principal, caller), anyone(principal));
  const account = (principal: Principal): Truth => or(isAccount(principal, caller), anyone(principal));
  switch (caller.kind) {
    case 'anonymous':
      return [anyone];
    case 'service':
    case 'federated':
      return [session];
    case 'root':
      return [account];
    case 'user':
      return [identity, account];
    case 'role':
      return caller.session === undefined ? [identity, account] : [session, identity, account];
    case 'federated-user':
      return [session, account];
  }
}

/** The bare star, `AWS: "*"`: everyone, signed in or not. A service is not among them: it must be named. */
function isEveryone({ kind, text }: Principal, caller: Caller): Truth {
  if (kind === '*') return true;
  if (kind === 'Federated' || kind === 'Service') return false;
  if (kind !== 'AWS') return false;
  const known = knownText(text);
  if (known === '*') return true;
  // A role's ARN with a star is no principal, but read as one by those who write it: it names every account.
  if (known !== undefined) return caller.kind !== 'anonymous' && caller.kind !== 'service' && caller.kind !== 'federated' && /^arn:[^:]*:iam::\*:(root|\*)$/.test(known);
  return text.parts.every((part) => part === null) ? 'unknown' : false;
}

function isSession({ kind, text }: Principal, caller: Caller): Truth {
  switch (caller.kind) {
    case 'service':
      return kind === 'Service' ? sameText(text, caller.service, true) : false;
    case 'federated':
      return kind === 'Federated' ? sameText(text, caller.provider) : false;
    case 'role':
      return kind === 'AWS' && caller.session !== undefined ? sameText(text, caller.session) : false;
    case 'federated-user':
      return kind === 'AWS' ? sameText(text, caller.arn) : false;
    default:
      return false;
  }
}

function isIdentity({ kind, text }: Principal, caller: Caller): Truth {
  if (kind === 'CanonicalUser') return 'account' in caller && knownText(text) === undefined ? 'unknown' : false;
  if (kind !== 'AWS' || (caller.kind !== 'user' && caller.kind !== 'role')) return false;
  const known = knownText(text);
  // The unique id that AWS leaves of a principal that is gone: it names nobody who is there now.
  if (known !== undefined && /^A(ID|RO)A[A-Z0-9]{12,}$/.test(known)) return false;
  return sameText(text, caller.arn);
}

function isAccount({ kind, text }: Principal, caller: Caller): Truth {
  if (kind !== 'AWS' || !('account' in caller)) return false;
  const known = knownText(text);
  if (known !== undefined) return known === caller.account || accountRoot(known) === caller.account;
  const shape = widest(text);
  return shape === '*' ? 'unknown' : globMatches(shape, caller.account) || globMatches(shape, `arn:aws:iam::${caller.account}:root`) ? 'unknown' : false;
}

/** The account of `arn:aws:iam::111122223333:root`. */
export const accountRoot = (arn: string): string | undefined => /^arn:[^:]*:iam::([^:]*):root$/.exec(arn)?.[1];

function sameText(text: Principal['text'], one: string, ignoreCase = false): Truth {
  const known = knownText(text);
  if (known !== undefined) return ignoreCase ? known.toLowerCase() === one.toLowerCase() : known === one;
  return globMatches(widest(text), one) ? 'unknown' : false;
}
