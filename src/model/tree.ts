/**
 * The positioned value tree: what every source produces, what every resource holds and what every check reads.
 * It is JSON with three additions: each node knows its origin, a node may be unknown (with the reason), and a
 * collection may be open (more members may exist than are listed).
 */
import { attributed, type Origin } from './origin.js';
import type { Reason } from './reason.js';

/**
 * A symbolic reference to an attribute of another resource in the same root: the value is not known, but whose it is, is.
 * `aws_s3_bucket.b.arn` is `{ address: 'aws_s3_bucket.b', attribute: 'arn' }`; CloudFormation's `!Ref B` is `{ address: 'B', attribute: 'Ref' }`.
 */
export interface Reference {
  readonly address: string;
  /** Attribute path with dots: `arn`, `role.0.name`; empty for the resource itself. */
  readonly attribute: string;
}

/** A piece of a partly known text; `null` stands for text of which nothing is known. */
export type TextPart = string | Reference | null;

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly at: Origin;
  /** The value must not be printed. */
  readonly sensitive?: boolean;
  /** For a text that was made by encoding a structure (jsonencode, a policy document): that structure. */
  readonly json?: Tree;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly at: Origin;
  /** Set when more items may exist than are listed. */
  readonly open?: Reason;
}

export interface Mapping {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Tree>;
  readonly at: Origin;
  /** Set when more keys may exist than are listed: a key that is not listed is then unknown, not absent. */
  readonly open?: Reason;
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: Reason;
  readonly at: Origin;
  /** What is known of a text: `"${aws_s3_bucket.b.arn}/*"` is `[Reference, '/*']`. One part that is a Reference is a plain reference. */
  readonly parts?: readonly TextPart[];
  /** The resources that it could mean, when that is bounded; empty: none in this root. Undefined: any. */
  readonly mayBe?: readonly Reference[];
  /** For a partly known encoded text: the structure, with its own unknowns. */
  readonly json?: Tree;
  readonly sensitive?: boolean;
}

export type Tree = Scalar | List | Mapping | Unknown;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const scalar = (value: Scalar['value'], at: Origin): Scalar => ({ kind: 'scalar', value, at });
export const list = (items: readonly Tree[], at: Origin, open?: Reason): List => ({ kind: 'list', items, at, open });
export const mapping = (entries: ReadonlyMap<string, Tree> | Iterable<readonly [string, Tree]>, at: Origin, open?: Reason): Mapping => ({
  kind: 'map',
  entries: entries instanceof Map ? entries : new Map(entries),
  at,
  open,
});
export const unknown = (reason: Reason, at: Origin, more: Pick<Unknown, 'parts' | 'mayBe' | 'json' | 'sensitive'> = {}): Unknown => ({
  kind: 'unknown',
  reason,
  at,
  ...more,
});

/** The single resource attribute that this value is, if that is all it is. */
export function referenceOf(tree: Tree | undefined): Reference | undefined {
  if (tree?.kind !== 'unknown' || tree.parts?.length !== 1) return undefined;
  const part = tree.parts[0];
  return part !== null && typeof part === 'object' ? part : undefined;
}

/** The value at a path of keys and list indexes; undefined where there is none. Does not look into `json`. */
export function at(tree: Tree | undefined, ...path: readonly (string | number)[]): Tree | undefined {
  let node = tree;
  for (const key of path) {
    if (node === undefined || node.kind === 'unknown') return node;
    if (node.kind === 'map') node = node.entries.get(String(key));
    else if (node.kind === 'list' && typeof key === 'number') node = node.items[key];
    else return undefined;
  }
  return node;
}

/** Plain JSON of a tree made by hand or read by a parser; `origin` is given to every node. */
export function fromJson(json: Json, origin: Origin): Tree {
  if (Array.isArray(json)) return list(json.map((item: Json) => fromJson(item, origin)), origin);
  if (json !== null && typeof json === 'object') {
    return mapping(Object.entries(json as { readonly [key: string]: Json }).map(([key, value]) => [key, fromJson(value, origin)] as const), origin);
  }
  return scalar(json as Scalar['value'], origin);
}

/** The shape for printing: unknown nodes become `(unknown)` or their known parts, sensitive ones `(sensitive)`. */
export function toJson(tree: Tree): Json {
  switch (tree.kind) {
    case 'scalar':
      return tree.sensitive === true ? '(sensitive)' : tree.value;
    case 'list':
      return tree.items.map(toJson);
    case 'map':
      return Object.fromEntries([...tree.entries].map(([key, value]) => [key, toJson(value)]));
    case 'unknown':
      if (tree.sensitive === true) return '(sensitive)';
      return tree.parts === undefined ? '(unknown)' : textOf(tree.parts);
  }
}

/** Renders parts as the reader wrote them: `${aws_s3_bucket.b.arn}/*`. */
export function textOf(parts: readonly TextPart[]): string {
  return parts
    .map((part) => (part === null ? '${?}' : typeof part === 'string' ? part : `\${${part.address}${part.attribute === '' ? '' : `.${part.attribute}`}}`))
    .join('');
}

/** Whether nothing below this node is unknown or open. */
export function whollyKnown(tree: Tree): boolean {
  switch (tree.kind) {
    case 'scalar':
      return true;
    case 'unknown':
      return false;
    case 'list':
      return tree.open === undefined && tree.items.every(whollyKnown);
    case 'map':
      if (tree.open !== undefined) return false;
      for (const value of tree.entries.values()) if (!whollyKnown(value)) return false;
      return true;
  }
}

/** A tree with its origins attributed to the block that wrote it. */
export function attribute(tree: Tree, address: string): Tree {
  const at = attributed(tree.at, address);
  switch (tree.kind) {
    case 'list':
      return { ...tree, at, items: tree.items.map((item) => attribute(item, address)) };
    case 'map':
      return { ...tree, at, entries: new Map([...tree.entries].map(([key, value]) => [key, attribute(value, address)])) };
    case 'scalar':
    case 'unknown':
      return { ...tree, at };
  }
}
