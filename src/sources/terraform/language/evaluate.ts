import type { Expression } from '../syntax/ast.js';
import type { Scope } from './scope.js';
import { errorValue, type TfValue } from './value.js';

/** The value of an expression. Never throws: what Terraform would refuse is an unknown with `error: true`. */
export function evaluate(expression: Expression, scope: Scope): TfValue {
  void scope;
  return errorValue('not evaluated', expression.range);
}
