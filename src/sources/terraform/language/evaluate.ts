/** Evaluation of expressions. Pure, lazy at the scope's doors, and never throwing: what Terraform would refuse is an error value. */
import type { Expression, TemplatePart, TraversalExpression } from '../syntax/ast.js';
import { budgetReason, newBudget, type Budget } from './budget.js';
import { callFunction } from './call.js';
import { conditional } from './conditional.js';
import { evaluateFor, walk } from './for.js';
import { convert } from './convert.js';
import { numberFromText } from './number.js';
import { binaryOperation, unaryOperation } from './operators.js';
import { primitiveText, TextBuilder } from './parts.js';
import type { Scope } from './scope.js';
import { getAttribute, getIndex, kindName, splat } from './steps.js';
import { boolType } from './types.js';
import { boolValue, errorValue, markSensitive, nullValue, stringValue, unknownValue, type TfValue } from './value.js';

/** A name bound by `for`; the nearest comes first. */
export interface Local {
  readonly name: string;
  readonly value: TfValue;
  readonly outer?: Local;
}

/** Where an expression is evaluated. */
export interface Frame {
  readonly scope: Scope;
  readonly budget: Budget;
  readonly locals?: Local;
  /** Template files that are being rendered, so that they cannot render one another without end. */
  readonly templates: number;
}

/** The value of an expression. Never throws: what Terraform would refuse is an unknown with `error: true`. */
export function evaluate(expression: Expression, scope: Scope): TfValue {
  return evaluateIn(expression, { scope, budget: scope.budget ?? newBudget(), templates: 0 });
}

export function evaluateIn(expression: Expression, frame: Frame): TfValue {
  if ((frame.budget.steps -= 1) < 0) return unknownValue(budgetReason('the work of this expression'), { at: expression.range });
  const at = expression.range;
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      if (typeof value === 'string') return stringValue(value, at);
      if (typeof value === 'number') return numberFromText(expression.digits ?? String(value), at) ?? errorValue('this number is too large', at);
      return value === null ? nullValue(at) : boolValue(value, at);
    }
    case 'template':
      return evaluateTemplate(expression.parts, frame, at);
    case 'variable':
      return rootName(expression.name, [], frame, at)[0];
    case 'traversal':
      return traverse(expression, frame);
    case 'parentheses':
      return evaluateIn(expression.inner, frame);
    case 'unary':
      return unaryOperation(expression.operator, evaluateIn(expression.operand, frame), at);
    case 'binary':
      return binaryChain(expression, frame);
    case 'conditional':
      return conditional(expression, frame);
    case 'call':
      return callFunction(expression, frame);
    case 'for':
      return evaluateFor(expression, frame);
    case 'tuple':
      if ((frame.budget.elements -= expression.items.length) < 0) return unknownValue(budgetReason('this list'), { at });
      return { kind: 'tuple', items: expression.items.map((item) => evaluateIn(item, frame)), at };
    case 'object':
      return objectOf(expression, frame);
    case 'broken':
      return unknownValue(expression.reason, { at, error: true });
  }
}

/** Left-nested chains (`a + b + c …`) without recursion: generated code has long ones. */
function binaryChain(expression: Expression & { kind: 'binary' }, frame: Frame): TfValue {
  const spine: (Expression & { kind: 'binary' })[] = [];
  let node: Expression = expression;
  while (node.kind === 'binary') {
    spine.push(node);
    node = node.left;
  }
  let value = evaluateIn(node, frame);
  for (let link = spine.pop(); link !== undefined; link = spine.pop()) {
    const { operator, right, range } = link;
    const decided = (operator === '&&' || operator === '||') && value.kind === 'bool' && value.value === (operator === '||');
    value = decided ? value : binaryOperation(operator, value, evaluateIn(right, frame), range);
  }
  return value;
}

function rootName(name: string, steps: readonly string[], frame: Frame, at: Expression['range']): [TfValue, number] {
  for (let local = frame.locals; local !== undefined; local = local.outer) if (local.name === name) return [local.value, 0];
  const found = frame.scope.lookup(name, steps);
  if (found === undefined) return [errorValue(`\`${name}\` is not a name that can be used here`, at), 0];
  return [found.value, found.used];
}

function traverse({ root, steps, range }: TraversalExpression, frame: Frame): TfValue {
  if (root.kind !== 'variable') return applySteps(evaluateIn(root, frame), steps, 0, frame, range);
  const names: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'attribute') break;
    names.push(step.name);
  }
  const [value, used] = rootName(root.name, names, frame, range);
  return applySteps(value, steps, used, frame, range);
}

function applySteps(start: TfValue, steps: TraversalExpression['steps'], from: number, frame: Frame, at: Expression['range']): TfValue {
  let value = start;
  for (let i = from; i < steps.length; i += 1) {
    const step = steps[i]!;
    if (step.kind === 'attribute') value = getAttribute(value, step.name, at);
    else if (step.kind === 'index') value = getIndex(value, evaluateIn(step.key, frame), at);
    else {
      let end = steps.length;
      if (!step.full) for (end = i + 1; steps[end]?.kind === 'attribute'; ) end += 1;
      const rest = steps.slice(i + 1, end);
      const source = value;
      if ('items' in source && (frame.budget.steps -= source.items.length) < 0) return unknownValue(budgetReason('this list'), { at });
      value = splat(source, (item) => applySteps(item, rest, 0, frame, at), at);
      i = end - 1;
    }
  }
  return value;
}

function objectOf({ items, range }: Expression & { kind: 'object' }, frame: Frame): TfValue {
  const entries = new Map<string, TfValue>();
  let open: TfValue & { kind: 'unknown' } | undefined;
  if ((frame.budget.elements -= items.length) < 0) return unknownValue(budgetReason('this object'), { at: range });
  let secret = false;
  for (const { key, value } of items) {
    const name = evaluateIn(key, frame);
    if (name.sensitive === true) secret = true;
    if (name.kind === 'unknown') {
      open ??= name;
      continue;
    }
    const text = primitiveText(name);
    if (text === undefined) return errorValue(`${kindName(name)} cannot be a key`, key.range);
    entries.set(text, evaluateIn(value, frame));
  }
  if (open?.error === true) return open;
  const result: TfValue = { kind: 'object', entries, at: range, ...(open === undefined ? {} : { open: open.reason }) };
  return secret ? markSensitive(result) : result;
}

/** The text of a template; one interpolation alone keeps the type of its value. */
export function evaluateTemplate(parts: readonly TemplatePart[], frame: Frame, at: Expression['range']): TfValue {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'interpolation') return evaluateIn(only.expression, frame);
  const builder = new TextBuilder();
  const problem = write(parts, frame, builder);
  if (problem !== undefined) return problem;
  return builder.build(at);
}

/** Adds the parts; an error value when one has no text. */
function write(parts: readonly TemplatePart[], frame: Frame, into: TextBuilder): TfValue | undefined {
  for (const part of parts) {
    if (part.kind === 'text') into.add(part.value);
    else if (part.kind === 'interpolation') {
      const value = evaluateIn(part.expression, frame);
      if (!into.value(value)) return errorValue(`${kindName(value)} cannot be put into a text`, part.range);
    } else if (part.kind === 'if') {
      const condition = convert(evaluateIn(part.condition, frame), boolType);
      if (condition.kind === 'unknown') into.gap(condition);
      else if (condition.kind !== 'bool') return errorValue('the condition of `%{ if }` is null', part.range);
      else {
        const problem = write(condition.value ? part.then : part.else, frame, into);
        if (problem !== undefined) return problem;
      }
    } else {
      const collection = evaluateIn(part.collection, frame);
      const pairs = walk(collection, frame);
      if (pairs === undefined) {
        if (collection.kind !== 'unknown') return errorValue(`${kindName(collection)} cannot be walked by \`for\``, part.range);
        into.gap(collection);
        continue;
      }
      for (const [key, value] of pairs) {
        let locals: Local = { name: part.value, value, outer: frame.locals };
        if (part.key !== undefined) locals = { name: part.key, value: key, outer: locals };
        const problem = write(part.body, { ...frame, locals }, into);
        if (problem !== undefined) return problem;
        if (into.length > frame.budget.text) return unknownValue(budgetReason('this text'), { at: part.range });
      }
      if ('open' in collection && collection.open !== undefined) into.gap(unknownValue(collection.open));
    }
    if (into.length > frame.budget.text) return unknownValue(budgetReason('this text'), { at: part.range });
  }
  frame.budget.text -= into.length;
  return frame.budget.text < 0 ? unknownValue(budgetReason('this text')) : undefined;
}

