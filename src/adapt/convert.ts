/** Conversions that several services share. */
import { list, mapping, scalar } from '../model/index.js';
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

/** A map whose keys stay as they are. */
export const asIs: Convert = (value) => value;

/** True → one word, false → another. */
export const words = (whenTrue: string | boolean, whenFalse?: string | boolean): Convert => (value) => {
  if (value.kind !== 'scalar') return value;
  const word = String(value.value) === 'true' ? whenTrue : whenFalse;
  return word === undefined ? undefined : { ...value, value: word };
};

/** The opposite boolean (`skip_final_snapshot` and its like). */
export const inverted: Convert = (value) => (value.kind === 'scalar' ? { ...value, value: String(value.value) !== 'true' } : value);

/** A document encoded as text: its structure when it is known, else the text itself, which policy reading parses with positions. */
export const document: Convert = (value) => ((value.kind === 'scalar' || value.kind === 'unknown') && value.json !== undefined ? value.json : value);

/** A lone value as a list of one. */
export const listOfOne: Convert = (value) => (value.kind === 'list' ? value : list([value], value.at));

/** Upper case, as the schema writes its enumerations. */
export const upper: Convert = (value) => (value.kind === 'scalar' ? { ...value, value: String(value.value).toUpperCase() } : value);
