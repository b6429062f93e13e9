/** What reading an account needs, from the table of what is read. */
import type { Check } from '../checks/define.js';
import { globMatches } from '../iam/match.js';
import type { Json } from '../model/index.js';
import { managedPolicy, managedPolicyArns } from '../schema/iam/managed.js';
import { permissions as needed } from '../sources/aws/permissions.js';
import { needsOf } from './needs.js';
import { TargetError } from './target-error.js';

export interface PermissionPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly { readonly Sid: string; readonly Effect: 'Allow'; readonly Action: readonly string[]; readonly Resource: '*' }[];
}

/**
 * The least policy, as JSON to attach. `beyond`: names of AWS-managed policies that the caller has already (`SecurityAudit`); then only what
 * they lack. `checks`: these only are to be run. Throws TargetError for a policy that AWS does not have.
 */
export function permissions(beyond: readonly string[] = [], checks?: readonly Check[]): PermissionPolicy {
  const granted = beyond.flatMap(patternsOf);
  const Action = needed(undefined, checks === undefined ? undefined : needsOf(checks)).filter((action) => !granted.some((pattern) => globMatches(pattern.toLowerCase(), action.toLowerCase())));
  return { Version: '2012-10-17', Statement: Action.length === 0 ? [] : [{ Sid: 'DemarcReads', Effect: 'Allow', Action, Resource: '*' }] };
}

/** Actions that a managed policy allows on everything, under no condition: only these may be counted on. */
function patternsOf(name: string): readonly string[] {
  const arn = managedPolicyArns().find((one) => one.split('/').at(-1) === name);
  const document = arn === undefined ? undefined : (managedPolicy(arn) as { readonly Statement?: Json } | undefined);
  if (document === undefined) throw new TargetError(`AWS has no managed policy \`${name}\`; reading accounts goes with \`SecurityAudit\` or \`job-function/ViewOnlyAccess\`, by their last names`);
  const statements = [document.Statement].flat() as readonly Readonly<Record<string, Json>>[];
  return statements.flatMap(({ Effect, Action, Resource, Condition }) => (Effect === 'Allow' && Condition === undefined && [Resource].flat().includes('*') ? ([Action ?? []].flat() as readonly string[]) : []));
}
