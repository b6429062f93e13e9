/** Steps into values: `.name`, `[key]`, `[*]`. */
import type { Position, Reference } from '../../../model/index.js';
import { unionOf, unknownFrom } from './known.js';
import { numberFromText } from './number.js';
import { primitiveText } from './parts.js';
import { errorValue, markSensitive, referenceValue, symbolOf, unknownValue, type TfMapping, type TfSequence, type TfUnknown, type TfValue } from './value.js';

const KINDS: Readonly<Record<TfValue['kind'], string>> = {
  string: 'a text',
  number: 'a number',
  bool: 'a boolean',
  null: 'null',
  list: 'a list',
  set: 'a set',
  tuple: 'a list',
  map: 'a map',
  object: 'an object',
  unknown: 'unknown',
};
/** For messages: `a text`, `a list`. */
export const kindName = (value: TfValue): string => KINDS[value.kind];

const marked = (value: TfValue, from: TfValue): TfValue => (from.sensitive === true ? markSensitive(value) : value);

const step = (reference: Reference, name: string): Reference => ({
  address: reference.address,
  attribute: reference.attribute === '' ? name : `${reference.attribute}.${name}`,
});

/** What a step into an unknown leaves: a symbolic reference goes on, so does the set of what it could mean. */
function into(value: TfUnknown, extend: (reference: Reference) => Reference, at?: Position): TfValue {
  const symbol = symbolOf(value);
  const base = { at, sensitive: value.sensitive, error: value.error };
  if (symbol !== undefined) return { ...referenceValue(extend(symbol), value.reason, at), sensitive: value.sensitive };
  // An output of a module that is not there is not the same attribute of what was handed to it.
  const meant = value.reason.kind === 'module-missing' ? value.mayBe : value.mayBe?.map(extend);
  return unknownValue(value.reason, { ...base, ...(meant === undefined ? {} : { mayBe: meant }) });
}

export function getAttribute(value: TfValue, name: string, at?: Position): TfValue {
  switch (value.kind) {
    case 'unknown':
      return into(value, (reference) => step(reference, name), at);
    case 'map':
    case 'object':
      return marked(entry(value, name, at), value);
    case 'null':
      return errorValue(`attribute \`${name}\` of null`, at);
    default:
      return errorValue(`${kindName(value)} has no attribute \`${name}\`${'items' in value ? ': it needs an index first' : ''}`, at);
  }
}

function entry(value: TfMapping, name: string, at?: Position): TfValue {
  const found = value.entries.get(name);
  if (found !== undefined) return found;
  if (value.reference !== undefined) {
    const { address } = value.reference;
    const reference = step(value.reference, name);
    return referenceValue(reference, { kind: 'known-after-apply', detail: `\`${address}.${reference.attribute}\` is known after apply`, at }, at);
  }
  if (value.open !== undefined) return unknownValue(value.open, { at });
  return errorValue(value.kind === 'map' ? `the map has no key \`${name}\`` : `the object has no attribute \`${name}\``, at);
}

export function getIndex(value: TfValue, key: TfValue, at?: Position): TfValue {
  if (key.kind === 'unknown') return marked(anyOf(value, key, at), key);
  if (value.kind === 'unknown') {
    const text = primitiveText(key);
    if (text === undefined) return errorValue(`${kindName(key)} cannot be an index`, at);
    return into(value, (reference) => indexed(reference, key.kind === 'string' ? JSON.stringify(text) : text, text), at);
  }
  switch (value.kind) {
    case 'map':
    case 'object': {
      const name = primitiveText(key);
      return name === undefined ? errorValue(`${kindName(key)} cannot be a key`, at) : marked(entry(value, name, at), value);
    }
    case 'list':
    case 'tuple': {
      const number = key.kind === 'number' ? key : key.kind === 'string' ? numberFromText(key.value) : undefined;
      if (number === undefined || !Number.isInteger(number.value) || number.value < 0) return errorValue('a list needs a whole number from 0 as its index', at);
      if (value.open !== undefined) {
        // One representative stands for all instances of a resource whose count is not known.
        const [only] = value.items;
        if (value.items.length === 1 && only !== undefined && 'reference' in only && only.reference !== undefined) return marked(only, value);
        return marked(anyOf(value, unknownValue(value.open), at), value);
      }
      const found = value.items[number.value];
      return found === undefined ? errorValue(`index ${number.value} of a list of ${value.items.length}`, at) : marked(found, value);
    }
    case 'set':
      return errorValue('the elements of a set have no index: use `tolist`', at);
    default:
      return errorValue(`${kindName(value)} has no elements`, at);
  }
}

/** Instances are part of the address; elements of an attribute part of the attribute. */
function indexed(reference: Reference, quoted: string, text: string): Reference {
  return reference.attribute === '' ? { address: `${reference.address}[${quoted}]`, attribute: '' } : step(reference, text);
}

/** Some member of a collection, no saying which. */
function anyOf(value: TfValue, why: TfUnknown, at?: Position): TfValue {
  if (value.kind === 'unknown') return into(value, (reference) => indexed(reference, '*', '*'), at);
  const members = 'items' in value ? value.items : 'entries' in value && value.reference === undefined ? [...value.entries.values()] : undefined;
  if (members === undefined) return unknownFrom([why], at);
  const [first] = members;
  if (members.length === 1 && first !== undefined && (value as TfSequence | TfMapping).open !== undefined && 'reference' in first && first.reference !== undefined) return first;
  const open = (value as TfSequence | TfMapping).open !== undefined;
  const mayBe = open ? undefined : unionOf(members);
  return unknownFrom([why], at, mayBe === undefined ? {} : { mayBe });
}

/** The elements that a splat walks: a list as it is, null as none, anything else as a list of one. */
export function splat(value: TfValue, each: (item: TfValue) => TfValue, at?: Position): TfValue {
  if (value.kind === 'null') return { kind: 'tuple', items: [], at };
  if (value.kind === 'unknown') {
    if (value.error === true) return value;
    const member = each(anyOf(value, value, at));
    const symbol = symbolOf(member);
    const mayBe = symbol !== undefined ? [symbol] : member.kind === 'unknown' ? member.mayBe : undefined;
    return unknownValue(value.reason, { at, sensitive: value.sensitive, ...(mayBe === undefined ? {} : { mayBe }) });
  }
  if ('items' in value) return marked({ kind: 'tuple', items: value.items.map(each), open: value.open, at }, value);
  return { kind: 'tuple', items: [each(value)], at };
}
