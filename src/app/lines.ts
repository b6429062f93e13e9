/** The line of each resource, as the rows of the ledger want it. */
import type { RawResource, Resource } from '../model/index.js';
import type { LineRow } from '../ledger/rows.js';

export function lines(_raws: readonly RawResource[]): Promise<(resource: Resource) => readonly LineRow[]> {
  return Promise.resolve(() => []);
}
