/** Tags of a resource as context keys see them. */
import { at, type Resource } from '../model/index.js';
import type { Names } from './names.js';

/** By lower-case key; undefined: it is tagged so, and the value is not known. */
export type Tags = ReadonlyMap<string, string | undefined>;

/** The tags; undefined when not all of them are known. */
export function tagsOf({ properties, partial }: Resource, names: Names): Tags | undefined {
  const tags = new Map<string, string | undefined>();
  if (partial !== undefined) return undefined;
  const list = at(properties, 'Tags');
  if (list === undefined) return properties.open === undefined ? tags : undefined;
  if (list.kind !== 'list' || list.open !== undefined) return undefined;
  for (const item of list.items) {
    const [key, value] = [at(item, 'Key'), at(item, 'Value')];
    if (key?.kind !== 'scalar') return undefined;
    tags.set(String(key.value).toLowerCase(), value === undefined ? '' : names.text(value));
  }
  return tags;
}
