/** One kind of credential, as data. */
import type { Severity } from '../model/index.js';

export interface SecretRule {
  readonly id: string;
  /** What it is: a noun phrase that follows `a` or stands alone. */
  readonly title: string;
  readonly severity: Severity;
  /** Texts one of which stands in every match, exactly so: what has none of them is passed over at the speed of a search. */
  readonly keywords: readonly string[];
  /** Sticky: what follows a keyword in every match. Asked first, as it is cheap. */
  readonly follows?: RegExp;
  /** Global. The group `value`, where there is one, is the secret; else the whole match. Bounded in every repetition. */
  readonly pattern: RegExp;
  /** Matches over several lines. */
  readonly lines?: boolean;
  /** Whether the value is what it looks like: a checksum, a shape. */
  readonly valid?: (value: string, match: RegExpExecArray) => boolean;
  /** What who holds it can do. */
  readonly can: string;
  /** How it is revoked. */
  readonly revoke: string;
}
