/** Who is an administrator, whatever their policies are called. */
import { every3 } from '../../iam/truth.js';
import type { Truth } from '../../model/index.js';
import { able } from '../able.js';
import type { Identity, World } from '../world.js';
import type { Grants } from './grants.js';

/**
 * What only somebody who rules IAM may do to any principal: who may do all of it needs nothing else to be an administrator.
 */
const ADMIN_CALLS: readonly (readonly [action: string, on: string])[] = [
  ['iam:AttachUserPolicy', 'user/‹any›'],
  ['iam:PutUserPolicy', 'user/‹any›'],
  ['iam:CreateAccessKey', 'user/‹any›'],
  ['iam:AttachRolePolicy', 'role/‹any›'],
  ['iam:PutRolePolicy', 'role/‹any›'],
  ['iam:UpdateAssumeRolePolicy', 'role/‹any›'],
  ['iam:CreatePolicyVersion', 'policy/‹any›'],
  ['iam:PassRole', 'role/‹any›'],
];

const ADMIN_CONTEXT = { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' };

/** The actions that make one, for whoever looks up grants. */
export const ADMIN_ACTIONS: readonly string[] = ADMIN_CALLS.map(([action]) => action);

export class Admins {
  readonly #answers = new Map<Identity, Truth>();
  readonly #grants: Grants;

  constructor(
    readonly world: World,
    grants: Grants,
  ) {
    this.#grants = grants;
  }

  /** Whether a principal can do anything to any principal of the account. */
  is(identity: Identity): Truth {
    const there = this.#answers.get(identity);
    if (there !== undefined) return there;
    let answer: Truth = this.#grants.hasAll(identity, ADMIN_ACTIONS);
    if (answer) {
      for (const [action, on] of ADMIN_CALLS) {
        const { truth } = able(identity, { action, resource: `arn:aws:iam::${this.world.account}:${on}`, context: ADMIN_CONTEXT });
        if (truth === false) {
          answer = false;
          break;
        }
        if (truth === 'unknown') answer = 'unknown';
      }
    }
    this.#answers.set(identity, answer);
    return answer;
  }

  /** Whether an administrator is one with a stolen key or password alone, without a second factor. */
  withoutMfa(identity: Identity): Truth {
    return every3(ADMIN_CALLS, ([action, on]) => able(identity, { action, resource: `arn:aws:iam::${this.world.account}:${on}`, context: { ...ADMIN_CONTEXT, 'aws:MultiFactorAuthPresent': 'false', 'aws:MultiFactorAuthAge': undefined } }).truth);
  }

  /** Whether its policies would make it one if its boundary were lifted. */
  withoutBoundary(identity: Identity): boolean {
    const as = { ...identity.policies, boundary: undefined };
    return ADMIN_CALLS.every(([action, on]) => able(identity, { action, resource: `arn:aws:iam::${this.world.account}:${on}`, context: ADMIN_CONTEXT, as }).truth === true);
  }
}
