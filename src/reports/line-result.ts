/** What `line` answers. */
import type { Ledger, Row } from '../model/index.js';
import type { KnobbedLine } from '../responsibility/index.js';

/** The line of one type as the provider's schema and the catalogue tell it. */
export interface TypeLine {
  readonly kind: 'type';
  readonly line: KnobbedLine;
}

/** The line of one resource of your code, with the state of each row. */
export interface ResourceLine {
  readonly kind: 'resource';
  readonly address: string;
  readonly id: string;
  readonly file?: string;
  readonly lineNumber?: number;
  readonly line: KnobbedLine;
  readonly rows: readonly Row[];
}

export interface LineResult {
  readonly types: readonly TypeLine[];
  readonly resources: readonly ResourceLine[];
  /** The scan that the states come from, when a path was named. */
  readonly ledger?: Ledger;
}

