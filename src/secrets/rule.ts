/** One kind of credential, as data. */
import type { Severity } from '../model/index.js';

/** A text, and where its file's name tells, that too. Forms of random characters stand in braces, so that no text of this repository is a credential: `{x:36}` is 36 letters and figures. */
export type Example = string | readonly [path: string, text: string];

export interface SecretRule {
  readonly id: string;
  /** What it is: a noun phrase that follows `a` or stands alone. */
  readonly title: string;
  readonly severity: Severity;
  /** Texts one of which stands in every match, exactly so: what has none of them is passed over at the speed of a search. None: the file tells. */
  readonly keywords: readonly string[];
  /** Files that alone hold it: their form tells, and no word of theirs. */
  readonly files?: RegExp;
  /** Its names are set apart from their values by something that stands in no path or address: cheap to ask of a word that is common there. */
  readonly apart?: boolean;
  /** Sticky: what follows a keyword in every match. Asked first, as it is cheap. */
  readonly follows?: RegExp;
  /** What stands after the keyword in every match of a rule over several lines, within its reach: asked before `follows`. */
  readonly ahead?: string;
  /** Global. The group `value`, where there is one, is the secret; else the whole match. Bounded in every repetition. */
  readonly pattern: RegExp;
  /** Matches over several lines. */
  readonly lines?: boolean;
  /** Characters after a keyword that the pattern sees, where it matches over several lines. */
  readonly reach?: number;
  /** And before it. */
  readonly back?: number;
  /** Tells by a name or a place only: gives way to a rule that tells what it is. */
  readonly generic?: boolean;
  /** Whether the value is what it looks like: a checksum, a shape. `path`: the file that it stands in. */
  readonly valid?: (value: string, match: RegExpExecArray, path: string) => boolean;
  /** What it finds, and what it must not: tests fill in the forms. */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  /** What who holds it can do. */
  readonly can: string;
  /** How it is revoked. */
  readonly revoke: string;
  /** The provider's page on it. */
  readonly reference?: string;
}
