/** Where the keys of a map stand. Kept beside the tree, since only headers of resources need it. */
import type { Mapping, SourceOrigin } from '../model/index.js';

const places = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, SourceOrigin>>();

export const rememberKeys = (entries: Mapping['entries'], keys: ReadonlyMap<string, SourceOrigin>): void => void places.set(entries, keys);
export const keyOrigin = ({ entries }: Mapping, key: string): SourceOrigin | undefined => places.get(entries)?.get(key);
