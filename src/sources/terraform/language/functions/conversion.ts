/** Conversions, and the functions about sensitive and ephemeral values. */
import { convert, typeOf } from '../convert.js';
import { anyType, boolType, numberType, stringType, typeName, type TfType } from '../types.js';
import { boolValue, errorValue, stringValue, type TfValue } from '../value.js';
import { unknownFrom } from '../known.js';
import { any, anything, type Family, type FunctionRule } from './rule.js';

const to = (type: TfType): FunctionRule => ({
  parameters: [anything],
  partial: true,
  run: ([value], { at }) => {
    const result = convert(value!, type);
    return result.kind === 'unknown' && result.error === true ? errorValue(result.reason.detail, at) : result;
  },
});

const bare = (value: TfValue): TfValue => {
  if (value.sensitive !== true) return value;
  const { sensitive: _, ...rest } = value;
  return rest;
};

export const conversion: Family = {
  tobool: to(boolType),
  tolist: to({ kind: 'list', element: anyType }),
  tomap: to({ kind: 'map', element: anyType }),
  tonumber: to(numberType),
  toset: to({ kind: 'set', element: anyType }),
  tostring: to(stringType),
  sensitive: { parameters: [anything], partial: true, keepsMarks: true, run: ([value]) => ({ ...value!, sensitive: true }) },
  nonsensitive: { parameters: [anything], partial: true, keepsMarks: true, run: ([value]) => bare(value!) },
  issensitive: {
    parameters: [anything],
    partial: true,
    keepsMarks: true,
    run: ([value], { at }) => (value!.sensitive === true ? boolValue(true, at) : value!.kind === 'unknown' ? unknownFrom([value!], at) : boolValue(false, at)),
  },
  ephemeralasnull: { parameters: [anything], partial: true, run: ([value]) => value! },
  type: { parameters: [any], partial: true, run: ([value], { at }) => (value!.kind === 'unknown' ? unknownFrom([value!], at) : stringValue(typeName(typeOf(value!)), at)) },
};
