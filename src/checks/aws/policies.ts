/** Asking a question of the policy document that a property holds. */
import { policyOf, type Policy, type PolicyPlace } from '../../iam/index.js';
import { cursor, evidenceOf, fails, type Condition, type Field } from '../../model/index.js';

/** The question's answer; false where there is no policy. Evidence of another resource's policy names that resource. */
export function ofPolicy(field: Field<unknown>, question: (policy: Policy, place: PolicyPlace) => Condition): Condition {
  const { tree, path, scope } = cursor(field);
  return tree === undefined ? fails([evidenceOf(field)]) : question(policyOf(tree), { path, address: scope.address });
}
