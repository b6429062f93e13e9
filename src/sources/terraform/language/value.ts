/**
 * The values of Terraform's language. Immutable, shared freely, never deeply copied.
 *
 * Every value may carry `at`, the place where its literal was written; it travels with the value through references,
 * conditionals, merges and loops. An unknown says why; a collection may be `open` (more members may exist than are listed).
 *
 * Errors (a bad index, a wrong argument) are unknowns with `error: true` and a reason of kind `malformed`: evaluation
 * never throws, and `try` and `can` look at that mark.
 */
import type { Position, Reason, Reference, TextPart } from '../../../model/index.js';
import type { BigFloat } from './number.js';
import type { TfType } from './types.js';

interface Common {
  /** Where the literal was written. */
  readonly at?: Position;
  readonly sensitive?: boolean;
}

export interface TfString extends Common {
  readonly kind: 'string';
  readonly value: string;
  /** For a text that was made by encoding a structure (jsonencode …): that structure. */
  readonly json?: TfValue;
}

/** `value` is the nearest JavaScript number; `exact` is set when it is not the number itself (fractions, integers beyond 2^53). */
export interface TfNumber extends Common {
  readonly kind: 'number';
  readonly value: number;
  readonly exact?: BigFloat;
}

export interface TfBool extends Common {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface TfNull extends Common {
  readonly kind: 'null';
}

export interface TfSequence extends Common {
  /** Literals are tuples; `tolist` and conversions make lists and sets. A set holds each known value once, in Terraform's order. */
  readonly kind: 'list' | 'set' | 'tuple';
  readonly items: readonly TfValue[];
  /** Set when more items may exist than are listed; their positions are then not known either. */
  readonly open?: Reason;
}

export interface TfMapping extends Common {
  /** Literals are objects; `tomap` and conversions make maps. */
  readonly kind: 'map' | 'object';
  /** In Terraform's order (by key) or not: readers that care sort. May be lazy (`lazyEntries`). */
  readonly entries: ReadonlyMap<string, TfValue>;
  /** Set when more keys may exist than are listed. */
  readonly open?: Reason;
  /** For a resource instance: an attribute that is not listed is then a symbolic reference to it. */
  readonly reference?: Reference;
}

export interface TfUnknown extends Common {
  readonly kind: 'unknown';
  readonly reason: Reason;
  /** What is known of a text; one part that is a Reference is a plain symbolic reference, and steps from it extend its attribute. */
  readonly parts?: readonly TextPart[];
  /** The resources that it could mean, when that is bounded. */
  readonly mayBe?: readonly Reference[];
  /** For a partly known encoded text: its structure. */
  readonly json?: TfValue;
  readonly type?: TfType;
  /** For a variable of the root without a value: itself. Within a text, two places that name it hold the same. */
  readonly symbol?: Reference;
  /** Evaluation failed here: Terraform would refuse this configuration. */
  readonly error?: boolean;
}

export type TfValue = TfString | TfNumber | TfBool | TfNull | TfSequence | TfMapping | TfUnknown;
export type TfKind = TfValue['kind'];

const NON_ASCII = /[^\x00-\x7f]/;
/** Texts are in Unicode's composed form, as Terraform holds them. */
export const stringValue = (value: string, at?: Position): TfString => ({ kind: 'string', value: NON_ASCII.test(value) ? value.normalize('NFC') : value, at });
export const boolValue = (value: boolean, at?: Position): TfBool => ({ kind: 'bool', value, at });
export const nullValue = (at?: Position): TfNull => ({ kind: 'null', at });
export const tupleValue = (items: readonly TfValue[], at?: Position, open?: Reason): TfSequence => ({ kind: 'tuple', items, at, open });
export const listValue = (items: readonly TfValue[], at?: Position, open?: Reason): TfSequence => ({ kind: 'list', items, at, open });
export const objectValue = (
  entries: ReadonlyMap<string, TfValue> | Iterable<readonly [string, TfValue]>,
  at?: Position,
  more: Pick<TfMapping, 'open' | 'reference'> = {},
): TfMapping => ({ kind: 'object', entries: isMap(entries) ? entries : new Map(entries), at, ...more });
export const mapValue = (entries: ReadonlyMap<string, TfValue> | Iterable<readonly [string, TfValue]>, at?: Position, open?: Reason): TfMapping => ({
  kind: 'map',
  entries: isMap(entries) ? entries : new Map(entries),
  at,
  open,
});
export const unknownValue = (reason: Reason, more: Omit<TfUnknown, 'kind' | 'reason'> = {}): TfUnknown => ({ kind: 'unknown', reason, ...more });

/** Terraform would refuse this: `detail` says what is wrong. */
export const errorValue = (detail: string, at?: Position): TfUnknown => ({
  kind: 'unknown',
  reason: { kind: 'malformed', detail, at },
  error: true,
  at,
});

/** A value that is known only as an attribute of a resource: `aws_s3_bucket.b.arn`. */
export const referenceValue = (reference: Reference, reason: Reason, at?: Position): TfUnknown => ({
  kind: 'unknown',
  reason,
  parts: [reference],
  at,
});

/** The attribute of a resource that this value is, if that is all it is. */
export function symbolOf(value: TfValue): Reference | undefined {
  if (value.kind !== 'unknown' || value.parts?.length !== 1) return undefined;
  const part = value.parts[0];
  return part !== null && typeof part === 'object' ? part : undefined;
}

/** The same value, marked. Inner values are not touched: readers carry the mark down. */
export function markSensitive<V extends TfValue>(value: V): V {
  return value.sensitive === true ? value : { ...value, sensitive: true };
}

/** Entries that are computed when first asked for. `keys` are all that exist; `compute` is called at most once for each. */
export function lazyEntries(keys: Iterable<string>, compute: (key: string) => TfValue): ReadonlyMap<string, TfValue> {
  return new LazyMap(keys, compute);
}

/** The slots hold `undefined` until asked for, so that order and size come from Map itself. */
class LazyMap implements ReadonlyMap<string, TfValue> {
  readonly #slots: Map<string, TfValue | undefined>;
  readonly #compute: (key: string) => TfValue;

  constructor(keys: Iterable<string>, compute: (key: string) => TfValue) {
    this.#slots = new Map();
    for (const key of keys) this.#slots.set(key, undefined);
    this.#compute = compute;
  }
  get size(): number {
    return this.#slots.size;
  }
  has(key: string): boolean {
    return this.#slots.has(key);
  }
  get(key: string): TfValue | undefined {
    const held = this.#slots.get(key);
    if (held !== undefined || !this.#slots.has(key)) return held;
    const value = this.#compute(key);
    this.#slots.set(key, value);
    return value;
  }
  keys(): MapIterator<string> {
    return this.#slots.keys();
  }
  *#pairs(): Generator<[string, TfValue], undefined> {
    for (const key of this.#slots.keys()) yield [key, this.get(key)!];
    return undefined;
  }
  *#held(): Generator<TfValue, undefined> {
    for (const [, value] of this.#pairs()) yield value;
    return undefined;
  }
  entries(): MapIterator<[string, TfValue]> {
    return this.#pairs();
  }
  values(): MapIterator<TfValue> {
    return this.#held();
  }
  [Symbol.iterator](): MapIterator<[string, TfValue]> {
    return this.#pairs();
  }
  forEach(visit: (value: TfValue, key: string, map: ReadonlyMap<string, TfValue>) => void): void {
    for (const [key, value] of this.#pairs()) visit(value, key, this);
  }
}

function isMap(entries: ReadonlyMap<string, TfValue> | Iterable<readonly [string, TfValue]>): entries is ReadonlyMap<string, TfValue> {
  return entries instanceof Map || entries instanceof LazyMap;
}
