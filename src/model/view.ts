/**
 * How a check reads a resource: `({ PublicAccessBlockConfiguration: b }) => isTrue(b.BlockPublicAcls)`.
 * A view is typed by the provider's schema, so that a misspelt property does not compile; at run time every step is
 * safe: below an absent value all is absent (or its documented default), below an unknown one all is unknown.
 */
import type { Evidence } from './evidence.js';
import type { Origin } from './origin.js';
import type { Reason } from './reason.js';
import { fromJson, toJson, type Json, type Tree } from './tree.js';

declare const SHAPE: unique symbol;
const CURSOR = Symbol('cursor');

/** A value of type T somewhere in a resource. Read it with the predicates, or with `cursor`. */
export interface Field<out T> {
  readonly [SHAPE]?: T;
}

type Leaf = string | number | boolean | null | undefined;
/** The typed view of T: a field, with a field a property. */
export type View<T> = Field<T> & (T extends Leaf | readonly unknown[] ? unknown : { readonly [K in keyof T]-?: View<NonNullable<T[K]>> });

export interface DocumentedDefault {
  readonly value: Json;
  /** The page that says so. */
  readonly reference: string;
}

/** What a view needs to know of its resource. */
export interface ViewScope {
  /** The provider's documented default of a property, by schema path without list indexes. */
  readonly defaults: (path: string) => DocumentedDefault | undefined;
  /**
   * Whether a KMS key is one of the customer's own, where an account can tell: its API names the key that AWS manages like any other.
   * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
   */
  readonly ownKey?: (name: string) => boolean | Reason;
  /** Where to point for what is absent: the resource's header. */
  readonly at: Origin;
  /** Address, set when the resource is not the one judged. */
  readonly address?: string;
}

export interface Cursor {
  readonly state: Evidence['state'];
  /** Undefined when absent. */
  readonly tree: Tree | undefined;
  /** Property path with indexes: `Policies[0].PolicyName`. */
  readonly path: string;
  /** Where the value is, or the nearest place that lacks it. */
  readonly at: Origin;
  readonly scope: ViewScope;
}

/** The view of a whole tree. `path` is the path that it has in its resource. */
export function viewOf<T>(tree: Tree | undefined, scope: ViewScope, path = ''): View<T> {
  return wrap<T>(settle(tree, path, scope, tree?.at ?? scope.at));
}

export function cursor(field: Field<unknown>): Cursor {
  const found = (field as { readonly [CURSOR]?: Cursor })[CURSOR];
  if (found === undefined) throw new TypeError('not a field of a resource');
  return found;
}

/** A step down by a key that the type does not name (maps, JSON documents). */
export function child<T = unknown>(field: Field<unknown>, key: string): View<T> {
  return wrap<T>(step(cursor(field), key));
}

/** The members of a list (a single value counts as a list of one, as the providers' own APIs take it); `open` when there may be more. */
export function items<E>(field: Field<readonly E[]>): { readonly views: readonly View<E>[]; readonly open?: Reason } {
  const here = cursor(field);
  const { tree, path, scope, at } = here;
  if (tree === undefined || (tree.kind === 'scalar' && tree.value === null)) return { views: [] };
  if (tree.kind === 'unknown') return { views: [], open: tree.reason };
  if (tree.kind !== 'list') return { views: [wrap<E>(here)] };
  return { views: tree.items.map((item, index) => wrap<E>(settle(item, `${path}[${index}]`, scope, at, here.state === 'default'))), open: tree.open };
}

/** The keys and values of a map. */
export function entries(field: Field<unknown>): { readonly entries: readonly (readonly [string, View<unknown>])[]; readonly open?: Reason } {
  const { tree, path, scope, at } = cursor(field);
  if (tree?.kind === 'unknown') return { entries: [], open: tree.reason };
  if (tree?.kind !== 'map') return { entries: [] };
  return {
    entries: [...tree.entries].map(([key, value]) => [key, wrap<unknown>(settle(value, path === '' ? key : `${path}.${key}`, scope, at))] as const),
    open: tree.open,
  };
}

/** The evidence that this field gives, whatever its value. */
export function evidenceOf(field: Field<unknown>): Evidence {
  const { state, tree, path, at, scope } = cursor(field);
  return {
    path,
    state,
    value: tree === undefined ? undefined : toJson(tree),
    at,
    address: scope.address ?? (at.kind === 'default' ? undefined : at.address),
  };
}

function step(from: Cursor, key: string): Cursor {
  const { tree, path, scope, at, state } = from;
  const below = path === '' ? key : `${path}.${key}`;
  if (tree === undefined) return settle(undefined, below, scope, at);
  switch (tree.kind) {
    case 'unknown':
      return { state: 'unknown', tree, path: below, at: tree.at, scope };
    case 'map': {
      const value = tree.entries.get(key);
      if (value === undefined && tree.open !== undefined) {
        return { state: 'unknown', tree: { kind: 'unknown', reason: tree.open, at: tree.at }, path: below, at: tree.at, scope };
      }
      return settle(value, below, scope, tree.at, state === 'default');
    }
    case 'list':
      // A list where the schema has one object: Terraform's single nested blocks arrive so when adapt has nothing to say.
      return tree.items.length === 1 ? step({ ...from, tree: tree.items[0] }, key) : settle(undefined, below, scope, tree.at);
    case 'scalar':
      return settle(undefined, below, scope, tree.at);
  }
}

function settle(tree: Tree | undefined, path: string, scope: ViewScope, around: Origin, inDefault = false): Cursor {
  if (tree === undefined || (tree.kind === 'scalar' && tree.value === null)) {
    const documented = scope.defaults(path.replace(/\[\d+\]/g, ''));
    const at = tree?.at ?? around;
    if (documented === undefined) return { state: 'absent', tree: undefined, path, at, scope };
    const origin: Origin = { kind: 'default', reference: documented.reference };
    return { state: 'default', tree: fromJson(documented.value, origin), path, at: origin, scope };
  }
  if (tree.kind === 'unknown') return { state: 'unknown', tree, path, at: tree.at, scope };
  return { state: inDefault ? 'default' : 'set', tree, path, at: tree.at, scope };
}

const handler: ProxyHandler<{ readonly [CURSOR]: Cursor }> = {
  get(target, key) {
    if (key === CURSOR) return target[CURSOR];
    if (typeof key === 'symbol') return undefined;
    return wrap(step(target[CURSOR], key));
  },
};

function wrap<T>(at: Cursor): View<T> {
  return new Proxy({ [CURSOR]: at }, handler) as unknown as View<T>;
}
