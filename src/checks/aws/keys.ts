/** Whose key encrypts. */
import { cursor, evidenceOf, fails, isPresent, textOf, type Condition, type Field } from '../../model/index.js';

/** `alias/aws/…` is the service's key in your account: nobody can change its policy, rotate it apart or cut it off. */
const managed = /(^|:)alias\/aws\//;

/** A key of the customer's own is named. A key that AWS manages, by its alias, is not one. */
export function customerKey(field: Field<string>): Condition {
  const { tree } = cursor(field);
  const text = tree?.kind === 'scalar' ? String(tree.value) : tree?.kind === 'unknown' && tree.parts !== undefined ? textOf(tree.parts) : '';
  return managed.test(text) ? fails([evidenceOf(field)], 'the key is one that AWS manages') : isPresent(field);
}
