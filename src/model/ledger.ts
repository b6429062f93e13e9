/** The contract: what a scan returns and `--format json` prints. */
import type { Layer, Owner } from './layers.js';
import type { CoverageLine, SourceError } from './resource.js';
import type { Reason } from './reason.js';
import type { Json } from './tree.js';

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];
export type Status = 'pass' | 'fail' | 'unknown';

export interface LedgerEvidence {
  readonly path: string;
  readonly value?: Json;
  readonly state: 'set' | 'default' | 'absent' | 'unknown';
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly address?: string;
  /** API operation that returned it, for live scans. */
  readonly operation?: string;
  /** Page that documents the default. */
  readonly reference?: string;
  /** Where the value was first written, nearest first. */
  readonly via?: readonly { readonly file: string; readonly line: number; readonly column: number }[];
}

export interface LedgerResource {
  readonly id: string;
  readonly type: string;
  readonly address: string;
  readonly displayAddress?: string;
  readonly root: string;
  readonly provider: string;
  readonly account?: string;
  readonly region?: string;
  /** Of what was observed: its tags, where they are known. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The page of the provider's console that shows it. */
  readonly console?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Exemption {
  readonly reason: string;
  readonly owner?: string;
  /** ISO date; the exemption ends the day after. */
  readonly until?: string;
  /** Where it was written. */
  readonly source: string;
}

export interface Verdict {
  readonly check: string;
  readonly status: Status;
  readonly severity: Severity;
  readonly row: Layer;
  readonly message: string;
  /** 16 hexadecimal digits, the same when files move inside the root, lines shift or code is reformatted. */
  readonly id: string;
  readonly resource: LedgerResource;
  readonly evidence: readonly LedgerEvidence[];
  readonly reasons: readonly { readonly kind: Reason['kind']; readonly detail: string; readonly file?: string; readonly line?: number; readonly column?: number }[];
  readonly exemption: Exemption | null;
}

export type RowState = 'provider' | 'locked' | 'open' | 'accepted' | 'unverified';

export interface Row {
  /** Resource id. */
  readonly resource: string;
  readonly layer: Layer;
  readonly owner: Owner;
  readonly state: RowState;
  /** What ownership asks of you. */
  readonly decision: string;
  /** The attribute that moved the line, when one did. */
  readonly movedBy?: string;
  /** Only a part of the row's checks ran. */
  readonly partial?: boolean;
}

export interface Ledger {
  readonly version: 1;
  /** ISO time that dates were judged against. */
  readonly asOf: string;
  readonly verdicts: readonly Verdict[];
  readonly rows: readonly Row[];
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
}
