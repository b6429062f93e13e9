/** Conversion of values to types, and the type that several values have in common. */
import { asSetItems } from './equal.js';
import { numberFromText, numberText } from './number.js';
import { kindName } from './steps.js';
import { anyType, boolType, numberType, stringType, typeName, type ObjectAttribute, type TfType } from './types.js';
import { boolValue, errorValue, nullValue, stringValue, unknownValue, type TfMapping, type TfSequence, type TfValue } from './value.js';

export { parseType, type ParsedType } from './type-syntax.js';

interface Meter {
  left: number;
}
const NODES = 1_000_000;

/** The value as the type: texts from numbers, maps from objects, optional attributes filled in. An error value where it cannot be. */
export function convert(value: TfValue, type: TfType, meter: Meter = { left: NODES }): TfValue {
  if ((meter.left -= 1) < 0) return unknownValue({ kind: 'budget', detail: 'the value is larger than demarc computes' }, { at: value.at });
  if (type.kind === 'any' || type.kind === value.kind || value.kind === 'null') {
    if (type.kind === 'any' || 'value' in value || value.kind === 'null') return value;
  }
  if (value.kind === 'unknown') return value.type === undefined ? { ...value, type } : value;
  const converted = to(value, type, meter);
  return value.sensitive === true && converted.sensitive !== true ? { ...converted, sensitive: true } : converted;
}

function to(value: Exclude<TfValue, { kind: 'unknown' }>, type: TfType, meter: Meter): TfValue {
  const { at } = value;
  switch (type.kind) {
    case 'string':
      if (value.kind === 'number') return stringValue(numberText(value), at);
      if (value.kind === 'bool') return stringValue(String(value.value), at);
      break;
    case 'number': {
      const number = value.kind === 'string' ? numberFromText(value.value, at) : undefined;
      if (number !== undefined) return number;
      if (value.kind === 'string') return errorValue('a number is needed, this text is none', at);
      break;
    }
    case 'bool':
      if (value.kind === 'string') {
        if (value.value === 'true' || value.value === '1') return boolValue(true, at);
        if (value.value === 'false' || value.value === '0') return boolValue(false, at);
        return errorValue('`true` or `false` is needed', at);
      }
      break;
    case 'list':
    case 'set':
      if ('items' in value) return sequence(value, type.kind, type.element, meter);
      break;
    case 'map':
      if ('entries' in value) return map(value, type.element, meter);
      break;
    case 'tuple':
      if ('items' in value && value.items.length === type.elements.length) {
        return withErrors(value.items.map((item, index) => convert(item, type.elements[index]!, meter)), (items) => ({ kind: 'tuple', items, at, open: value.open }));
      }
      break;
    case 'object':
      if ('entries' in value) return object(value, type.attributes, meter);
      break;
    default:
  }
  return errorValue(`${typeName(type)} is needed, this is ${kindName(value)}`, at);
}

/** An element that cannot be converted makes the whole an error, as Terraform has it; one that was broken before stays where it is. */
function withErrors(items: readonly TfValue[], build: (items: readonly TfValue[]) => TfValue): TfValue {
  const bad = items.find((item) => item.kind === 'unknown' && item.error === true);
  return bad ?? build(items);
}

function sequence(value: TfSequence, kind: 'list' | 'set', element: TfType, meter: Meter): TfValue {
  const common = element.kind === 'any' ? commonType(value.items) : element;
  if (common === undefined) return errorValue(`the elements of a ${kind} must have one type`, value.at);
  const converted = common.kind === 'any' ? value.items : value.items.map((item) => convert(item, common, meter));
  return withErrors(converted, (items) => ({ kind, items: kind === 'set' ? asSetItems(items) : items, at: value.at, open: value.open }));
}

function map(value: TfMapping, element: TfType, meter: Meter): TfValue {
  const values = [...value.entries.values()];
  const common = element.kind === 'any' ? commonType(values) : element;
  if (common === undefined) return errorValue('the elements of a map must have one type', value.at);
  const converted = common.kind === 'any' ? values : values.map((item) => convert(item, common, meter));
  const keys = [...value.entries.keys()];
  return withErrors(converted, (items) => ({ kind: 'map', entries: new Map(keys.map((key, index) => [key, items[index]!])), at: value.at, open: value.open }));
}

function object(value: TfMapping, attributes: ReadonlyMap<string, ObjectAttribute>, meter: Meter): TfValue {
  const entries = new Map<string, TfValue>();
  for (const [name, { type, optional, default: preset }] of attributes) {
    const given = value.entries.get(name);
    let found: TfValue;
    if (given !== undefined && !(given.kind === 'null' && preset !== undefined)) found = convert(given, type, meter);
    else if (given === undefined && value.open !== undefined) found = unknownValue(value.open, { at: value.at });
    else if (given === undefined && value.reference !== undefined) found = unknownValue({ kind: 'known-after-apply', detail: `\`${value.reference.address}.${name}\` is known after apply` }, { parts: [{ address: value.reference.address, attribute: name }] });
    else if (given === undefined && !optional) return errorValue(`attribute \`${name}\` is required`, value.at);
    else found = preset === undefined ? nullValue(value.at) : convert(preset, type, meter);
    if (found.kind === 'unknown' && found.error === true && !(given?.kind === 'unknown')) return errorValue(`attribute \`${name}\`: ${found.reason.detail}`, found.at);
    entries.set(name, found);
  }
  return { kind: 'object', entries, at: value.at };
}

/** The type of a value; `any` where it is null or unknown. */
export function typeOf(value: TfValue, meter: Meter = { left: NODES }): TfType {
  if ((meter.left -= 1) < 0) return anyType;
  switch (value.kind) {
    case 'string':
      return stringType;
    case 'number':
      return numberType;
    case 'bool':
      return boolType;
    case 'null':
      return anyType;
    case 'unknown':
      return value.type ?? anyType;
    case 'tuple':
      return { kind: 'tuple', elements: value.items.map((item) => typeOf(item, meter)) };
    case 'list':
    case 'set':
      return { kind: value.kind, element: unify(value.items.map((item) => typeOf(item, meter))) ?? anyType };
    case 'map':
      return { kind: 'map', element: unify([...value.entries.values()].map((item) => typeOf(item, meter))) ?? anyType };
    case 'object':
      if (value.reference !== undefined) return anyType;
      return { kind: 'object', attributes: new Map([...value.entries].map(([name, item]) => [name, { type: typeOf(item, meter), optional: false }])) };
  }
}

const commonType = (values: readonly TfValue[]): TfType | undefined => {
  const first = values[0]?.kind;
  // The usual case, without building types.
  if (first === 'string' || first === 'number' || first === 'bool') if (values.every(({ kind }) => kind === first)) return anyType;
  return unify(values.map((value) => typeOf(value)));
};

/** The one type that all of the types convert to, which for simple types is one of them; undefined when there is none. */
export function unify(types: readonly TfType[]): TfType | undefined {
  const known = types.filter(({ kind }) => kind !== 'any');
  const [first, ...rest] = known;
  if (first === undefined) return anyType;
  let result = first;
  for (const type of rest) {
    const both = pair(result, type);
    if (both === undefined) return undefined;
    result = both;
  }
  return result;
}

function pair(a: TfType, b: TfType): TfType | undefined {
  if (a.kind === 'any') return b;
  if (b.kind === 'any') return a;
  if (a.kind === b.kind) {
    if (a.kind === 'object') return objects(a, b as typeof a);
    if (a.kind === 'tuple') return tuples(a, b as typeof a);
    if (a.kind === 'list' || a.kind === 'set' || a.kind === 'map') {
      const element = pair(a.element, (b as typeof a).element);
      return element === undefined ? undefined : { kind: a.kind, element };
    }
    return a;
  }
  const kinds = [a.kind, b.kind];
  if (kinds.includes('string') && kinds.every((kind) => kind === 'string' || kind === 'number' || kind === 'bool')) return stringType;
  for (const [collection, structure] of [[a, b], [b, a]] as const) {
    if (collection.kind === 'map' && structure.kind === 'object') {
      const element = unify([collection.element, ...[...structure.attributes.values()].map(({ type }) => type)]);
      return element === undefined ? undefined : { kind: 'map', element };
    }
    if ((collection.kind === 'list' || collection.kind === 'set') && structure.kind === 'tuple') {
      const element = unify([collection.element, ...structure.elements]);
      return element === undefined ? undefined : { kind: collection.kind, element };
    }
    if (collection.kind === 'set' && structure.kind === 'list') {
      const element = pair(collection.element, structure.element);
      return element === undefined ? undefined : { kind: 'list', element };
    }
  }
  return undefined;
}

function objects(a: TfType & { kind: 'object' }, b: TfType & { kind: 'object' }): TfType | undefined {
  const same = a.attributes.size === b.attributes.size && [...a.attributes.keys()].every((name) => b.attributes.has(name));
  if (!same) {
    const element = unify([...a.attributes.values(), ...b.attributes.values()].map(({ type }) => type));
    return element === undefined ? undefined : { kind: 'map', element };
  }
  const attributes = new Map<string, ObjectAttribute>();
  for (const [name, { type }] of a.attributes) {
    const both = pair(type, b.attributes.get(name)!.type);
    if (both === undefined) return undefined;
    attributes.set(name, { type: both, optional: false });
  }
  return { kind: 'object', attributes };
}

function tuples(a: TfType & { kind: 'tuple' }, b: TfType & { kind: 'tuple' }): TfType | undefined {
  if (a.elements.length !== b.elements.length) {
    const element = unify([...a.elements, ...b.elements]);
    return element === undefined ? undefined : { kind: 'list', element };
  }
  const elements = a.elements.map((type, index) => pair(type, b.elements[index]!));
  return elements.every((element): element is TfType => element !== undefined) ? { kind: 'tuple', elements } : undefined;
}
