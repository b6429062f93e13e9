/** Function calls: arguments are counted, converted and checked here, so that a function is only its own rule. */
import type { CallExpression } from '../syntax/ast.js';
import { convert } from './convert.js';
import { evaluateIn, type Frame } from './evaluate.js';
import { functions } from './functions/index.js';
import type { FunctionContext, FunctionRule } from './functions/rule.js';
import { errorIn, firstUnknown, hasSensitive, isKnown, unknownFrom } from './known.js';
import { boolValue, errorValue, markSensitive, unknownValue, type TfValue } from './value.js';

export function callFunction(call: CallExpression, frame: Frame): TfValue {
  if (call.name === 'try') return attempt(call, frame);
  if (call.name === 'can') return can(call, frame);
  const rule = functions.get(call.name.startsWith('core::') ? call.name.slice(6) : call.name);
  if (rule === undefined) {
    if (call.name.startsWith('provider::')) return unknownValue({ kind: 'not-supported', detail: `\`${call.name}\` is a function of a provider`, at: call.range }, { at: call.range });
    return errorValue(`there is no function \`${call.name}\``, call.nameRange);
  }
  const values = call.arguments.map((argument) => evaluateIn(argument, frame));
  const last = values.at(-1);
  if (call.expand && last !== undefined) {
    values.pop();
    if (last.kind === 'unknown') return unknownFrom([last], call.range);
    if (!('items' in last)) return errorValue('only a list can be expanded with `...`', call.range);
    if (last.open !== undefined && rule.openArguments !== true) return unknownValue(last.open, { at: call.range });
    values.push(...last.items);
    if (last.open !== undefined) values.push(unknownValue(last.open));
  }
  return applyRule(call.name, rule, values, { at: call.range, frame });
}

function applyRule(name: string, rule: FunctionRule, given: readonly TfValue[], context: FunctionContext): TfValue {
  const { at } = context;
  const { parameters, rest } = rule;
  const least = parameters.length - (rule.optional ?? 0);
  if (given.length < least || (rest === undefined && given.length > parameters.length)) {
    return errorValue(`\`${name}\` takes ${rest === undefined ? (least === parameters.length ? '' : `${least} to `) : 'at least '}${parameters.length || least} argument${parameters.length === 1 ? '' : 's'}, ${given.length} given`, at);
  }
  const values: TfValue[] = [];
  let secret = false;
  for (const [index, value] of given.entries()) {
    const parameter = parameters[index] ?? rest!;
    if (value.kind === 'null' && parameter.nullable !== true) return errorValue(`argument ${index + 1} of \`${name}\` is null`, at);
    const failed = rule.lenient === true ? (value.kind === 'unknown' && value.error === true ? value : undefined) : errorIn(value);
    if (failed !== undefined) return failed;
    const converted = convert(value, parameter.type);
    if (converted.kind === 'unknown' && converted.error === true) return errorValue(`argument ${index + 1} of \`${name}\`: ${converted.reason.detail}`, at);
    if (rule.keepsMarks !== true && (rule.deepMarks === true ? hasSensitive(converted) : converted.sensitive === true)) secret = true;
    values.push(converted);
  }
  const strict = rule.partial !== true && values.some((value) => !isKnown(value));
  const result = strict ? (rule.whenUnknown?.(values, context) ?? unknownFrom(values, at)) : rule.run(values, context);
  const placed = result.at === undefined ? { ...result, at } : result;
  return secret ? markSensitive(placed) : placed;
}

/** The first argument that is no error; one that is not known may be either. */
function attempt(call: CallExpression, frame: Frame): TfValue {
  let failure: TfValue | undefined;
  for (const argument of call.arguments) {
    const value = evaluateIn(argument, frame);
    failure = errorIn(value);
    if (failure === undefined) return value;
  }
  return errorValue(failure?.kind === 'unknown' ? `no argument of \`try\` works: ${failure.reason.detail}` : '`try` takes at least one argument', call.range);
}

function can(call: CallExpression, frame: Frame): TfValue {
  const [argument] = call.arguments;
  if (argument === undefined || call.arguments.length !== 1) return errorValue('`can` takes one argument', call.range);
  const value = evaluateIn(argument, frame);
  if (errorIn(value) !== undefined) return boolValue(false, call.range);
  const unknown = firstUnknown(value);
  // A reference to something that exists will be there; of what is not computed nothing can be said.
  if (unknown !== undefined && unknown.reason.kind !== 'known-after-apply') return unknownFrom([value], call.range);
  return boolValue(true, call.range);
}
