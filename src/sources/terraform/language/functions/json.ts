/** JSON, written as Terraform writes it, and read. */
import { budgetReason } from '../budget.js';
import { sortedEntries } from '../equal.js';
import { firstUnknown, hasSensitive } from '../known.js';
import { numberFromText, numberText, numberValue } from '../number.js';
import { TextBuilder } from '../parts.js';
import { boolValue, errorValue, nullValue, objectValue, stringValue, unknownValue, type TfValue } from '../value.js';
import { anything, string, type Family, type FunctionRule } from './rule.js';

const MOST_TEXT = 16_000_000;

/** Go escapes what could close a script element. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The text of a wholly known value. */
export function encodeJson(value: TfValue): string {
  const builder = new TextBuilder();
  write(value, builder);
  const built = builder.build();
  return built.kind === 'string' ? built.value : '';
}

function write(value: TfValue, into: TextBuilder): void {
  if (into.length > MOST_TEXT) return;
  switch (value.kind) {
    case 'null':
      into.add('null');
      break;
    case 'string':
      into.add(quoted(value.value));
      break;
    case 'number':
      into.add(numberText(value));
      break;
    case 'bool':
      into.add(String(value.value));
      break;
    case 'unknown':
      writeUnknown(value, into);
      break;
    case 'list':
    case 'set':
    case 'tuple':
      into.add('[');
      for (const [index, item] of value.items.entries()) {
        if (index > 0) into.add(',');
        write(item, into);
      }
      if (value.open !== undefined) into.gap(unknownValue(value.open));
      into.add(']');
      break;
    case 'map':
    case 'object': {
      const blank = value.reference === undefined ? undefined : firstUnknown(value);
      if (blank !== undefined) return writeUnknown(blank, into);
      into.add('{');
      let first = true;
      for (const [key, item] of sortedEntries(value.entries)) {
        into.add(`${first ? '' : ','}${quoted(key)}:`);
        first = false;
        write(item, into);
      }
      if (value.open !== undefined) into.gap(unknownValue(value.open));
      into.add('}');
    }
  }
}

function writeUnknown(value: TfValue & { kind: 'unknown' }, into: TextBuilder): void {
  if (value.parts === undefined) return into.gap(value);
  into.add('"');
  into.value({ ...value, parts: value.parts.map((part) => (typeof part === 'string' ? quoted(part).slice(1, -1) : part)) });
  into.add('"');
}

/** Plain data as a value: arrays become tuples, objects objects. */
export function fromData(data: unknown, at: TfValue['at'], depth = 0): TfValue {
  if (depth > 500) return errorValue('nested too deeply', at);
  if (data === null || data === undefined) return nullValue(at);
  if (typeof data === 'string') return stringValue(data, at);
  if (typeof data === 'boolean') return boolValue(data, at);
  if (typeof data === 'number') return numberValue(data, at);
  if (typeof data === 'bigint') return numberFromText(String(data), at) ?? nullValue(at);
  if (Array.isArray(data)) return { kind: 'tuple', items: data.map((item) => fromData(item, at, depth + 1)), at };
  if (data instanceof Date) return stringValue(data.toISOString().replace('.000Z', 'Z'), at);
  return objectValue(Object.entries(data as Record<string, unknown>).map(([key, item]) => [key, fromData(item, at, depth + 1)] as const), at);
}

/** A function that encodes a structure: the text keeps the structure, whatever of it is known. */
export const encoder = (build: (value: TfValue) => TfValue): FunctionRule => ({
  parameters: [anything],
  partial: true,
  keepsMarks: true,
  run: ([value], { at }) => {
    const built = build(value!);
    const secret = hasSensitive(value!) ? { sensitive: true } : {};
    return built.kind === 'string' || built.kind === 'unknown' ? { ...built, at, json: value!, ...secret } : built;
  },
});

/** A function that decodes a text: of one that was encoded here, the structure is at hand. */
export const decoder = (read: (text: string, at: TfValue['at']) => TfValue): FunctionRule => ({
  parameters: [string],
  run: ([value], { at }) => (value!.kind === 'string' ? read(value!.value, at) : value!),
  whenUnknown: ([value]) => (value?.kind === 'unknown' ? value.json : undefined),
});

function decodeJson(text: string, at: TfValue['at']): TfValue {
  if (text.length > MOST_TEXT) return unknownValue(budgetReason('this JSON'), { at });
  try {
    return fromData(JSON.parse(text), at);
  } catch (problem) {
    if (!(problem instanceof SyntaxError) && !(problem instanceof RangeError)) throw problem;
    return errorValue('the text is not valid JSON', at);
  }
}

export const json: Family = {
  jsonencode: encoder((value) => {
    const builder = new TextBuilder();
    write(value, builder);
    return builder.length > MOST_TEXT ? unknownValue(budgetReason('this JSON')) : builder.build();
  }),
  jsondecode: decoder(decodeJson),
};
