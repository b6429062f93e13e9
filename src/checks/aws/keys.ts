/** Whose key encrypts. */
import { cursor, evidenceOf, fails, isPresent, textOf, undecided, type Condition, type Field } from '../../model/index.js';

/** `alias/aws/…` is the service's key in your account: nobody can change its policy, rotate it apart or cut it off. */
const managed = /(^|:)alias\/aws\//;

/** A key of the customer's own is named. A key that AWS manages, by its alias or as the account tells of it, is not one. */
export function customerKey(field: Field<string>): Condition {
  const { tree, scope } = cursor(field);
  const text = tree?.kind === 'scalar' ? String(tree.value) : tree?.kind === 'unknown' && tree.parts !== undefined ? textOf(tree.parts) : '';
  const own = managed.test(text) ? false : text === '' ? true : (scope.ownKey?.(text) ?? true);
  if (own === true) return isPresent(field);
  return own === false ? fails([evidenceOf(field)], 'the key is one that AWS manages') : undecided([own], [evidenceOf(field)], 'whose key it is is not known');
}
