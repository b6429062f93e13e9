/** Unary and binary operators. */
import type { Position } from '../../../model/index.js';
import type { BinaryOperator } from '../syntax/ast.js';
import { convert } from './convert.js';
import { equal } from './equal.js';
import { hasSensitive, unknownFrom } from './known.js';
import * as number from './number.js';
import { boolType, numberType } from './types.js';
import { boolValue, errorValue, markSensitive, type TfNumber, type TfValue } from './value.js';

type Arithmetic = (a: TfNumber, b: TfNumber) => TfNumber | undefined;
type Comparison = (order: number) => boolean;

const ARITHMETIC: Readonly<Partial<Record<BinaryOperator, Arithmetic>>> = {
  '+': number.add,
  '-': number.subtract,
  '*': number.multiply,
  '/': number.divide,
  '%': number.modulo,
};
const COMPARISON: Readonly<Partial<Record<BinaryOperator, Comparison>>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export function binaryOperation(operator: BinaryOperator, left: TfValue, right: TfValue, at?: Position): TfValue {
  const result = operate(operator, left, right, at);
  const secret = operator === '==' || operator === '!=' ? hasSensitive(left) || hasSensitive(right) : left.sensitive === true || right.sensitive === true;
  return secret ? markSensitive(result) : result;
}

function operate(operator: BinaryOperator, left: TfValue, right: TfValue, at?: Position): TfValue {
  if (operator === '==' || operator === '!=') {
    const same = equal(left, right);
    if (same === undefined) return unknownFrom([left, right], at);
    return boolValue(same === (operator === '=='), at);
  }
  if (operator === '&&' || operator === '||') return logical(operator, left, right, at);
  if (left.kind === 'null' || right.kind === 'null') return errorValue(`\`${operator}\` needs two numbers, one is null`, at);
  const [a, b] = [convert(left, numberType), convert(right, numberType)];
  if (a.kind === 'unknown' || b.kind === 'unknown') return unknownFrom([a, b], at);
  if (a.kind !== 'number' || b.kind !== 'number') return errorValue(`\`${operator}\` needs two numbers`, at);
  const comparison = COMPARISON[operator];
  if (comparison !== undefined) return boolValue(comparison(number.compare(a, b)), at);
  const result = ARITHMETIC[operator]!(a, b);
  return result === undefined ? errorValue('division by zero', at) : { ...result, at };
}

/** The deciding value decides, whatever the other is. */
function logical(operator: '&&' | '||', left: TfValue, right: TfValue, at?: Position): TfValue {
  const deciding = operator === '||';
  const sides = [left, right].map((side) => (side.kind === 'null' ? boolValue(false, at) : convert(side, boolType)));
  if (sides[0]!.kind === 'unknown' && sides[0]!.error === true) return sides[0]!;
  if (sides.some((side) => side.kind === 'bool' && side.value === deciding)) return boolValue(deciding, at);
  if (sides.some((side) => side.kind === 'unknown')) return unknownFrom(sides, at);
  return boolValue(!deciding, at);
}

export function unaryOperation(operator: '-' | '!', operand: TfValue, at?: Position): TfValue {
  if (operand.kind === 'null') return errorValue(`\`${operator}\` of null`, at);
  const value = convert(operand, operator === '-' ? numberType : boolType);
  if (value.kind === 'unknown') return unknownFrom([value], at, { sensitive: value.sensitive });
  if (value.kind === 'number') return { ...number.negate(value), at, sensitive: value.sensitive };
  if (value.kind === 'bool') return { ...boolValue(!value.value, at), sensitive: value.sensitive };
  return errorValue(`\`${operator}\` of something else`, at);
}
