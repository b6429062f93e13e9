/** Equality, order and identity of values. */
import { cannotBe } from './parts.js';
import { compare, equalNumbers, numberText } from './number.js';
import { symbolOf, type TfValue } from './value.js';

/** `undefined`: it depends on something unknown. Types count: `1` is not `"1"`, a list is not a tuple. */
export function equal(a: TfValue, b: TfValue, meter = { left: 200_000 }): boolean | undefined {
  if ((meter.left -= 1) < 0) return undefined;
  if (a.kind === 'unknown' || b.kind === 'unknown') {
    const [unknown, other] = a.kind === 'unknown' ? [a, b] : [b, a];
    if (unknown.kind !== 'unknown') return undefined;
    if (other.kind === 'string' && cannotBe(unknown, other.value)) return false;
    const [left, right] = [symbolOf(a), symbolOf(b)];
    if (left !== undefined && left.address === right?.address && left.attribute === right.attribute && !/[*]/.test(left.address)) return true;
    return undefined;
  }
  if (a === b && !('items' in a) && !('entries' in a)) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'null':
      return true;
    case 'string':
    case 'bool':
      return a.value === (b as typeof a).value;
    case 'number':
      return equalNumbers(a, b as typeof a);
    case 'list':
    case 'tuple':
    case 'set': {
      const other = b as typeof a;
      if (a.open !== undefined || other.open !== undefined) return undefined;
      if (a.items.length !== other.items.length) return a.kind === 'set' && !(a.items.every(plain) && other.items.every(plain)) ? undefined : false;
      return every(a.items.map((item, index) => [item, other.items[index]!] as const), meter);
    }
    case 'map':
    case 'object': {
      const other = b as typeof a;
      if (a.reference !== undefined && a.reference.address === other.reference?.address) return true;
      if (a.open !== undefined || other.open !== undefined || a.reference !== undefined || other.reference !== undefined) return undefined;
      if (a.entries.size !== other.entries.size) return false;
      const pairs: (readonly [TfValue, TfValue])[] = [];
      for (const [key, value] of a.entries) {
        const second = other.entries.get(key);
        if (second === undefined) return false;
        pairs.push([value, second]);
      }
      return every(pairs, meter);
    }
  }
}

const plain = (value: TfValue): boolean => value.kind !== 'unknown';

function every(pairs: readonly (readonly [TfValue, TfValue])[], meter: { left: number }): boolean | undefined {
  let all: boolean | undefined = true;
  for (const [a, b] of pairs) {
    const same = equal(a, b, meter);
    if (same === false) return false;
    if (same === undefined) all = undefined;
  }
  return all;
}

/** By code point, as Go compares the bytes of UTF-8. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    const [high, low] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff];
    return high === low ? x - y : high ? 1 : -1;
  }
  return a.length - b.length;
}

/** Terraform's order of the elements of a set; kinds that have none keep theirs. */
export function compareValues(a: TfValue, b: TfValue): number {
  if (a.kind === 'string' && b.kind === 'string') return compareText(a.value, b.value);
  if (a.kind === 'number' && b.kind === 'number') return compare(a, b);
  if (a.kind === 'bool' && b.kind === 'bool') return Number(a.value) - Number(b.value);
  return 0;
}

/** A text that two known values share exactly when they are equal; undefined for unknown and very large ones. */
export function identity(value: TfValue, meter = { left: 20_000 }): string | undefined {
  if ((meter.left -= 1) < 0) return undefined;
  switch (value.kind) {
    case 'unknown': {
      const symbol = symbolOf(value);
      return symbol === undefined || symbol.address.includes('*') ? undefined : `r${JSON.stringify([symbol.address, symbol.attribute])}`;
    }
    case 'null':
      return 'null';
    case 'string':
      return JSON.stringify(value.value);
    case 'number':
      return `n${numberText(value)}`;
    case 'bool':
      return String(value.value);
    case 'list':
    case 'tuple':
    case 'set': {
      if (value.open !== undefined) return undefined;
      const items: string[] = [];
      for (const item of value.items) {
        const inner = identity(item, meter);
        if (inner === undefined) return undefined;
        items.push(inner);
      }
      return `[${items.join(',')}]`;
    }
    case 'map':
    case 'object': {
      if (value.reference !== undefined) return `r${value.reference.address}`;
      if (value.open !== undefined) return undefined;
      const items: string[] = [];
      for (const [key, item] of sortedEntries(value.entries)) {
        const inner = identity(item, meter);
        if (inner === undefined) return undefined;
        items.push(`${JSON.stringify(key)}:${inner}`);
      }
      return `{${items.join(',')}}`;
    }
  }
}

/** In the order in which Terraform walks a map. */
export function sortedEntries(entries: ReadonlyMap<string, TfValue>): readonly (readonly [string, TfValue])[] {
  const all = [...entries];
  for (let i = 1; i < all.length; i += 1) {
    if (compareText(all[i - 1]![0], all[i]![0]) > 0) return all.sort(([a], [b]) => compareText(a, b));
  }
  return all;
}

/** Each known value once, in Terraform's order of sets. */
export function asSetItems(items: readonly TfValue[]): readonly TfValue[] {
  const seen = new Set<string>();
  const kept: TfValue[] = [];
  for (const item of items) {
    const id = identity(item);
    if (id !== undefined) {
      if (seen.has(id)) continue;
      seen.add(id);
    }
    kept.push(item);
  }
  return kept.sort(compareValues);
}
