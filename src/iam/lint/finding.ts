import type { Json, Origin, Reason } from '../../model/index.js';
import type { Policy } from '../policy.js';
import type { LintRule, RuleGroup } from './rules.js';

/** Where a policy takes effect, which decides what it may say. */
export type PolicyKind = 'identity' | 'resource' | 'trust' | 'scp' | 'rcp' | 'boundary' | 'session' | 'endpoint';

/** What a policy is attached to, for its size. */
export type PolicyHolder = 'managed' | 'user' | 'role' | 'group' | 's3' | 'sns' | 'sqs' | 'kms' | 'lambda' | 'secretsmanager' | 'ecr';

export interface LintOptions {
  /** Left out where it cannot be told: then nothing that depends on it is judged. */
  readonly kind?: PolicyKind;
  readonly holder?: PolicyHolder;
}

export interface LintFinding {
  readonly rule: LintRule;
  /** One lower-case clause, names in backticks. */
  readonly message: string;
  /** Path inside the document: `Statement[0].Action[1]`. */
  readonly path: string;
  /** What stands there. */
  readonly value?: Json;
  readonly at: Origin;
}

/** A part of the document that was not judged: it is unknown, it cannot be read, or the budget ran out. */
export interface Unjudged {
  /** What the rules of this group could have found there; left out: of every group. */
  readonly group?: RuleGroup;
  readonly reason: Reason;
}

export interface LintResult {
  readonly findings: readonly LintFinding[];
  readonly open: readonly Unjudged[];
  /** Whether there is, or may be, a statement with a condition. */
  readonly conditioned: boolean;
  /** Whether there is, or may be, a statement that denies. */
  readonly denies: boolean;
}

/** What the rules share while they look at one document. */
export interface LintContext extends LintOptions {
  readonly policy: Policy;
  /** `undefined`: not known. */
  readonly version: '2012-10-17' | '2008-10-17' | 'absent' | undefined;
  readonly report: (rule: LintRule, path: string, at: Origin, message: string, value?: Json) => void;
  /** Takes steps from the budget; false when none is left. */
  readonly spend: (steps: number) => boolean;
  /** The nearest name in a sentence of its own, while suggestions are affordable; else empty. */
  readonly suggest: (name: string, names: readonly string[]) => string;
}
