/** The answers to questions of access, as they are printed; see schemas/access.schema.json. */
import type { CoverageLine, SourceError } from '../model/index.js';
import type { LedgerEvidence } from '../model/ledger.js';
import type { ReasonKind } from '../model/reason.js';

export interface ResultReason {
  readonly kind: ReasonKind;
  readonly detail: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What was read, and what was not: an answer is only as good as that. */
export interface ReadResult {
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
}

export interface Witness {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export interface PublicEntry {
  readonly resource: { readonly id: string; readonly type: string; readonly address: string; readonly arn: string };
  /** none < named outsiders < conditional < public; unknown: none was found, and none is not proven. */
  readonly verdict: 'none' | 'named' | 'conditional' | 'public' | 'unknown';
  /** Who gets in, in words. */
  readonly who?: string;
  readonly witness?: Witness;
  readonly evidence: readonly LedgerEvidence[];
  readonly reasons: readonly ResultReason[];
  /** Why the policies' words have no effect. */
  readonly heldBack?: string;
}

export interface PublicResult extends ReadResult {
  readonly public: readonly PublicEntry[];
}

export interface WhoCanEntry {
  /** ARN of the principal, `*` for everyone, a service's name. */
  readonly principal: string;
  readonly address?: string;
  readonly decision: 'allow' | 'unknown';
  readonly statements: readonly LedgerEvidence[];
  /** What the request must bring along. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly reasons: readonly ResultReason[];
}

export interface WhoCanResult extends ReadResult {
  readonly whoCan: readonly WhoCanEntry[];
}

export interface CanResult extends ReadResult {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly decision: 'allow' | 'deny' | 'unknown';
  /** A statement decided, not the lack of one. */
  readonly explicit: boolean;
  readonly statements: readonly LedgerEvidence[];
  /** Layers that hold no Allow. */
  readonly missing: readonly string[];
  readonly reasons: readonly ResultReason[];
}

export interface PathNode {
  readonly id: string;
  readonly address: string;
}

export interface PathHop {
  readonly from: PathNode;
  readonly to: PathNode;
  /** What is done, in words. */
  readonly via: string;
  readonly rule: string;
  readonly actions: readonly string[];
  readonly state: 'proven' | 'unknown';
  readonly evidence: readonly LedgerEvidence[];
  readonly reasons: readonly ResultReason[];
}

export interface PathEntry {
  readonly from: PathNode;
  readonly to: PathNode & { readonly kind: 'admin' | 'principal' | 'resource' };
  readonly state: 'proven' | 'unknown';
  readonly hops: readonly PathHop[];
}

export interface PathsResult extends ReadResult {
  readonly paths: readonly PathEntry[];
}

export interface Excess {
  /** Statement that grants it. */
  readonly at: LedgerEvidence;
  /** What is granted and has no use in this code. */
  readonly finding: string;
}

export interface LeastEntry {
  readonly role: PathNode;
  readonly excess: readonly Excess[];
  /** The narrowed policy, as JSON text. */
  readonly policy: string;
  readonly reasons: readonly ResultReason[];
}

export interface LeastResult extends ReadResult {
  readonly least: readonly LeastEntry[];
}
