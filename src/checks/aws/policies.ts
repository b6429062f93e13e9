/** Asking a question of the policy document that a property holds. */
import { letsInAnyone, policyOf, type Policy, type PolicyPlace } from '../../iam/index.js';
import { because, cursor, evidenceOf, fails, holds, not, type Condition, type Field } from '../../model/index.js';

/** The question's answer; false where there is no policy. Evidence of another resource's policy names that resource. */
export function ofPolicy(field: Field<unknown>, question: (policy: Policy, place: PolicyPlace) => Condition): Condition {
  const { tree, path, scope } = cursor(field);
  return tree === undefined ? fails([evidenceOf(field)]) : question(policyOf(tree), { path, address: scope.address });
}

/** Nobody whom the policy does not name gets in; what has no policy lets in nobody. */
export const namesCallers = (field: Field<unknown> | undefined): Condition =>
  field === undefined ? holds() : because(not(ofPolicy(field, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone, and neither a condition nor a Deny holds them back' : undefined));
