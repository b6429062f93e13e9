/** `[for …]` and `{for …}`. */
import type { Reason } from '../../../model/index.js';
import type { ForExpression } from '../syntax/ast.js';
import { budgetReason } from './budget.js';
import { convert } from './convert.js';
import { sortedEntries } from './equal.js';
import { evaluateIn, type Frame, type Local } from './evaluate.js';
import { unionOf } from './known.js';
import { numberValue } from './number.js';
import { primitiveText } from './parts.js';
import { getIndex, kindName } from './steps.js';
import { boolType } from './types.js';
import { errorValue, markSensitive, stringValue, unknownValue, type TfUnknown, type TfValue } from './value.js';

/** Keys and values of a collection in Terraform's order; undefined when it is none, or not known. */
export function walk(collection: TfValue, frame: Frame): Iterable<readonly [TfValue, TfValue]> | undefined {
  if ('items' in collection) {
    if ((frame.budget.steps -= collection.items.length) < 0) return [];
    const set = collection.kind === 'set';
    return collection.items.map((item, index) => [set ? item : numberValue(index), item] as const);
  }
  if ('entries' in collection && collection.reference === undefined) {
    return sortedEntries(collection.entries).map(([key, value]) => [stringValue(key, value.at), value] as const);
  }
  return undefined;
}

export function evaluateFor(expression: ForExpression, frame: Frame): TfValue {
  const collection = evaluateIn(expression.collection, frame);
  const pairs = walk(collection, frame);
  const result = pairs === undefined ? over(collection, expression, frame) : build(pairs, collection, expression, frame);
  return collection.sensitive === true ? markSensitive(result) : result;
}

function bind({ keyName, valueName }: ForExpression, key: TfValue, value: TfValue, frame: Frame): Frame {
  let locals: Local = { name: valueName, value, outer: frame.locals };
  if (keyName !== undefined) locals = { name: keyName, value: key, outer: locals };
  return { ...frame, locals };
}

/** Not a known collection: what an element could refer to is still of use. */
function over(collection: TfValue, expression: ForExpression, frame: Frame): TfValue {
  const at = expression.range;
  if (collection.kind !== 'unknown') return errorValue(`${kindName(collection)} cannot be walked by \`for\``, at);
  if (collection.error === true) return collection;
  const key = unknownValue(collection.reason);
  const member = evaluateIn(expression.value, bind(expression, key, getIndex(collection, key), frame));
  const mayBe = unionOf([member]);
  return unknownValue(collection.reason, { at, ...(mayBe === undefined || mayBe.length === 0 ? {} : { mayBe }) });
}

function build(pairs: Iterable<readonly [TfValue, TfValue]>, collection: TfValue, expression: ForExpression, frame: Frame): TfValue {
  const at = expression.range;
  const items: TfValue[] = [];
  const entries = new Map<string, TfValue>();
  const groups = new Map<string, TfValue[]>();
  let open: Reason | undefined = 'open' in collection ? collection.open : undefined;
  let secret = false;
  for (const [key, value] of pairs) {
    if ((frame.budget.elements -= 1) < 0) return unknownValue(budgetReason('the result of this `for`'), { at });
    const inner = bind(expression, key, value, frame);
    const wanted = expression.condition === undefined ? undefined : convert(evaluateIn(expression.condition, inner), boolType);
    if (wanted !== undefined) {
      if (wanted.sensitive === true) secret = true;
      if (wanted.kind === 'unknown') {
        if (wanted.error === true) return wanted;
        open ??= wanted.reason;
        continue;
      }
      if (wanted.kind !== 'bool') return errorValue('the condition of `for` is null', at);
      if (!wanted.value) continue;
    }
    if (expression.key === undefined) {
      items.push(evaluateIn(expression.value, inner));
      continue;
    }
    const name = evaluateIn(expression.key, inner);
    if (name.sensitive === true) secret = true;
    if (name.kind === 'unknown') {
      if (name.error === true) return name;
      open ??= (name as TfUnknown).reason;
      continue;
    }
    const text = primitiveText(name);
    if (text === undefined) return errorValue(`${kindName(name)} cannot be a key`, expression.key.range);
    const member = evaluateIn(expression.value, inner);
    if (expression.grouping) {
      const group = groups.get(text);
      if (group === undefined) groups.set(text, [member]);
      else group.push(member);
    } else if (entries.has(text)) return errorValue(`two elements of \`for\` have the key \`${text}\`: group them with \`...\``, at);
    else entries.set(text, member);
  }
  for (const [name, group] of groups) entries.set(name, { kind: 'tuple', items: group, at });
  const result: TfValue = expression.key === undefined ? { kind: 'tuple', items, at, open } : { kind: 'object', entries, at, open };
  return secret ? markSensitive(result) : result;
}
