import type { CoverageLine, Origin, RawResource, Reason, SourceError } from '../model/index.js';

/** What every source returns: resources in the source's own shape, and what it could not read. */
export interface SourceResult {
  readonly resources: readonly RawResource[];
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
  /** Every file that was read, relative to the current folder. */
  readonly files: readonly string[];
  /** Of an account: why a type was not read, or not wholly, in a region or in any; undefined for one of which all was read. */
  readonly unread?: (type: string, region?: string) => Reason | undefined;
  /** Blocks that stand for many resources (module calls), by the prefix of their addresses; comments in them cover those. */
  readonly calls?: readonly { readonly address: string; readonly at: Origin }[];
  /** Blocks within a resource (instructions of a Dockerfile), by their own addresses; a comment above one speaks of it alone. */
  readonly parts?: readonly { readonly address: string; readonly at: Origin }[];
}
