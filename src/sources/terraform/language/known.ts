/** What is known of values: wholly, in part, or which resources they could mean. */
import type { Position, Reason, Reference } from '../../../model/index.js';
import { symbolOf, unknownValue, type TfUnknown, type TfValue } from './value.js';

// Structures are shared, so that a small text can stand for an exponentially large one: each is looked at once.
const blanks = new WeakMap<object, TfUnknown | false>();
const secrets = new WeakMap<object, boolean>();

const unlisted = (reason: Reason): TfUnknown => unknownValue(reason);

/** The first unknown in a value, errors first; undefined when it is wholly known. */
export function firstUnknown(value: TfValue): TfUnknown | undefined {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'string' || value.kind === 'number' || value.kind === 'bool' || value.kind === 'null') return undefined;
  const cached = blanks.get(value);
  if (cached !== undefined) return cached === false ? undefined : cached;
  let found: TfUnknown | undefined = value.open === undefined ? undefined : unlisted(value.open);
  if ('reference' in value && value.reference !== undefined) {
    // Not its entries, which may be lazy: a resource always has attributes that are not known.
    found ??= unknownValue({ kind: 'known-after-apply', detail: `\`${value.reference.address}\` is known after apply` }, { parts: [value.reference] });
  } else {
    for (const item of 'items' in value ? value.items : value.entries.values()) {
      const inner = firstUnknown(item);
      if (inner === undefined) continue;
      found = found === undefined || (inner.error === true && found.error !== true) ? inner : found;
      if (found.error === true) break;
    }
  }
  blanks.set(value, found ?? false);
  return found;
}

export const isKnown = (value: TfValue): boolean => firstUnknown(value) === undefined;

/** The error in a value, itself or inside. */
export function errorIn(value: TfValue): TfUnknown | undefined {
  const found = firstUnknown(value);
  return found?.error === true ? found : undefined;
}

/** Whether the value or anything in it is sensitive. */
export function hasSensitive(value: TfValue): boolean {
  if (value.sensitive === true) return true;
  if (!('items' in value) && !('entries' in value)) return false;
  if ('reference' in value && value.reference !== undefined) return false;
  const cached = secrets.get(value);
  if (cached !== undefined) return cached;
  let found = false;
  for (const item of 'items' in value ? value.items : value.entries.values()) {
    if (hasSensitive(item)) {
      found = true;
      break;
    }
  }
  secrets.set(value, found);
  return found;
}

/** The unknown that comes of applying something to values that are not all known. */
export function unknownFrom(values: readonly TfValue[], at?: Position, more: Omit<TfUnknown, 'kind' | 'reason' | 'error'> = {}): TfUnknown {
  let found: TfUnknown | undefined;
  for (const value of values) {
    const inner = firstUnknown(value);
    if (inner !== undefined && (found === undefined || inner.error === true)) found = inner;
    if (found?.error === true) break;
  }
  const reason: Reason = found?.reason ?? { kind: 'unresolved', detail: 'the value is not known' };
  return unknownValue(reason, { at, ...more, ...(found?.error === true ? { error: true } : {}) });
}

/** The resources that a value could mean; undefined when that is not bounded. Nothing and the empty text mean none. */
export function referencesOf(value: TfValue): readonly Reference[] | undefined {
  switch (value.kind) {
    case 'null':
      return [];
    case 'string':
      return value.value === '' ? [] : undefined;
    case 'number':
    case 'bool':
      return [];
    case 'unknown': {
      const symbol = symbolOf(value);
      return symbol === undefined ? value.mayBe : [symbol];
    }
    case 'map':
    case 'object':
      if (value.reference !== undefined) return [value.reference];
      return value.open === undefined ? unionOf([...value.entries.values()]) : undefined;
    default:
      return value.open === undefined ? unionOf(value.items) : undefined;
  }
}

const MOST_REFERENCES = 1000;

export function unionOf(values: readonly TfValue[]): readonly Reference[] | undefined {
  const found = new Map<string, Reference>();
  for (const value of values) {
    const references = referencesOf(value);
    if (references === undefined) return undefined;
    for (const reference of references) found.set(`${reference.address} ${reference.attribute}`, reference);
    if (found.size > MOST_REFERENCES) return undefined;
  }
  return [...found.values()];
}
