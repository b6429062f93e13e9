/** What a scan has read so far, of all its targets. */
import type { Span, WrittenExemption } from '../ledger/exemptions.js';
import type { Inventory } from '../inventory/component.js';
import type { CoverageLine, RawResource, Reason, SourceError } from '../model/index.js';

export interface Reading {
  readonly raws: RawResource[];
  readonly spans: Span[];
  /** Exemptions that resources carry as metadata. */
  readonly exemptions: WrittenExemption[];
  /** The text of a file that was read; empty when it is gone. */
  readonly text: (file: string) => string;
  readonly coverage: CoverageLine[];
  /** By root: why a type was not read. */
  readonly unread: Map<string, (type: string, region?: string) => Reason | undefined>;
  readonly errors: SourceError[];
  /** What images and lockfiles hold, by the id of their resource. */
  readonly inventories: Map<string, Inventory>;
  /** When recordings were made. */
  readonly asOf: string[];
  /** Files that were read, for looking at their comments and printing frames. */
  readonly files: Set<string>;
}
