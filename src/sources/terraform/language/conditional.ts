/** `condition ? then : else`, also when the condition is not known. */
import type { ConditionalExpression } from '../syntax/ast.js';
import { convert, typeOf, unify } from './convert.js';
import { equal } from './equal.js';
import { evaluateIn, type Frame } from './evaluate.js';
import { hasSensitive, unionOf, unknownFrom } from './known.js';
import { boolType } from './types.js';
import { errorValue, markSensitive, type TfValue } from './value.js';

export function conditional(expression: ConditionalExpression, frame: Frame): TfValue {
  const condition = convert(evaluateIn(expression.condition, frame), boolType);
  const result = choose(expression, condition, frame);
  return condition.sensitive === true ? markSensitive(result) : result;
}

function choose(expression: ConditionalExpression, condition: TfValue, frame: Frame): TfValue {
  if (condition.kind === 'bool') {
    const [chosen, other] = condition.value ? [expression.then, expression.else] : [expression.else, expression.then];
    const value = evaluateIn(chosen, frame);
    // Both results have one type: `true ? 1 : "a"` is "1".
    if (value.kind === 'number' || value.kind === 'bool') {
      if (other.kind === 'literal' && (typeof other.value === value.kind || typeof other.value === 'boolean' && value.kind === 'bool')) return value;
      return asBoth(value, evaluateIn(other, frame), expression.range);
    }
    if ((value.kind === 'tuple' || value.kind === 'object') && !(value.kind === 'object' && value.reference !== undefined)) return asBoth(value, evaluateIn(other, frame), expression.range);
    if (value.kind === 'string' && (other.kind === 'tuple' || other.kind === 'object')) return errorValue('the two results of `?` have different types', expression.range);
    return value;
  }
  if (condition.kind !== 'unknown') return errorValue('the condition is null', expression.condition.range);
  if (condition.error === true) return condition;
  const [then, otherwise] = [evaluateIn(expression.then, frame), evaluateIn(expression.else, frame)];
  return either(then, otherwise, condition, expression.range);
}

const SHAPE: Readonly<Partial<Record<TfValue['kind'], string>>> = { list: 'sequence', tuple: 'sequence', set: 'sequence', map: 'mapping', object: 'mapping' };

function asBoth(value: TfValue, other: TfValue, at: ConditionalExpression['range']): TfValue {
  if (other.kind === 'null' || other.kind === 'unknown' || ('reference' in other && other.reference !== undefined)) return value;
  if (SHAPE[value.kind] !== SHAPE[other.kind]) return errorValue('the two results of `?` have different types', at);
  const common = unify([typeOf(value), typeOf(other)]);
  if (common === undefined || common.kind === value.kind && (common.kind === 'number' || common.kind === 'bool')) return value;
  const converted = convert(value, common);
  return converted.kind === 'unknown' && value.kind !== 'unknown' ? value : converted;
}

/** One of two values, no saying which: what they have in common is known. */
function either(a: TfValue, b: TfValue, condition: TfValue, at: ConditionalExpression['range']): TfValue {
  if (equal(a, b) === true) return hasSensitive(b) && !hasSensitive(a) ? b : a;
  if ('entries' in a && 'entries' in b && a.reference === undefined && b.reference === undefined && a.open === undefined && b.open === undefined && a.entries.size > 0) {
    const [first, second] = [a.entries, b.entries];
    if (first.size === second.size && [...first.keys()].every((key) => second.has(key))) {
      return { kind: 'object', entries: new Map([...first].map(([key, value]) => [key, either(value, second.get(key)!, condition, at)])), at };
    }
  }
  if ('items' in a && 'items' in b && a.items.length === b.items.length && a.items.length > 0 && a.kind !== 'set' && b.kind !== 'set' && a.open === undefined && b.open === undefined) {
    return { kind: 'tuple', items: a.items.map((item, index) => either(item, b.items[index]!, condition, at)), at };
  }
  const mayBe = unionOf([a, b]);
  const secret = a.sensitive === true || b.sensitive === true;
  return unknownFrom([condition], at, { ...(mayBe === undefined ? {} : { mayBe }), ...(secret ? { sensitive: true } : {}) });
}
