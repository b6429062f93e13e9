/** Conversions that several services share. */
import { list, mapping, scalar, type Tree } from '../model/index.js';
import { parseJsonInside } from '../sources/json.js';
import { parseJsonWithHoles } from '../sources/json-holes.js';
import type { Convert } from './table.js';

/** Terraform's map of tags → CloudFormation's list of keys and values. */
export const keyValue: Convert = (value) => {
  if (value.kind !== 'map') return value;
  return list(
    [...value.entries].map(([key, tag]) => mapping([['Key', scalar(key, tag.at)], ['Value', tag]], tag.at)),
    value.at,
    value.open,
  );
};

/** True → one word, false → another; a word left out drops the property. */
export const words =
  (whenTrue: string | boolean, whenFalse?: string | boolean): Convert =>
  (value) => {
    if (value.kind !== 'scalar') return value;
    const word = String(value.value) === 'true' ? whenTrue : whenFalse;
    return word === undefined ? undefined : { ...value, value: word };
  };

/** A document encoded as text: its structure when it is known, else the value as it is. */
export const document: Convert = (value) => {
  if (value.kind !== 'scalar' && value.kind !== 'unknown') return value;
  if (value.json !== undefined) return value.json;
  if (value.kind === 'unknown') return parseJsonWithHoles(value) ?? value;
  return typeof value.value === 'string' ? (parseJsonInside(value.value, value.at) ?? value) : value;
};

/** A lone value as a list of one. */
export const listOfOne: Convert = (value) => (value.kind === 'list' ? value : list([value], value.at));

/** A JSON document of another spelling: keys to upper camel case at every depth, `readonlyRootFilesystem` → `ReadonlyRootFilesystem`. */
export const camelKeys = (tree: Tree, keep: ReadonlySet<string> = new Set()): Tree => {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => camelKeys(item, keep)) };
  if (tree.kind !== 'map') return tree;
  return { ...tree, entries: new Map([...tree.entries].map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), keep.has(key) ? value : camelKeys(value, keep)])) };
};
