/** The text that code frames are cut from, with its secrets found once a file. */
import { MASK, secretsIn, type Range } from '../ledger/redact-lines.js';
import type { LedgerEvidence } from '../model/index.js';
import type { ReportInput } from './report.js';

export interface Source {
  readonly lines: readonly string[];
  /** Columns to mask, by line index. */
  readonly secrets: ReadonlyMap<number, readonly Range[]>;
}

/** Gives the text of files; undefined where it cannot be read again. */
export function sourcesOf({ ledger, lines }: Pick<ReportInput, 'ledger' | 'lines'>): (file: string) => Source | undefined {
  const flagged = flags(ledger.verdicts.flatMap(({ evidence }) => evidence));
  const read = new Map<string, Source | undefined>();
  return (file) => {
    if (!read.has(file)) {
      const text = lines(file);
      read.set(file, text === undefined ? undefined : { lines: text, secrets: secretsIn(text, { flagged: flagged.get(file) }) });
    }
    return read.get(file);
  };
}

/** The lines that hold the values which the ledger masks, whatever names they stand under there. */
function flags(evidence: readonly LedgerEvidence[]): ReadonlyMap<string, ReadonlyMap<number, 'value' | 'whole'>> {
  const files = new Map<string, Map<number, 'value' | 'whole'>>();
  const flag = (file: string, line: number, how: 'value' | 'whole'): void => {
    const there = files.get(file) ?? new Map<number, 'value' | 'whole'>();
    files.set(file, there);
    if (there.get(line) !== 'whole') there.set(line, how);
  };
  for (const { value, file, line, endLine = line, via = [] } of evidence) {
    if (value !== MASK && value !== '(sensitive)') continue;
    for (const at of via) flag(at.file, at.line, 'value');
    if (file === undefined || line === undefined) continue;
    flag(file, line, 'value');
    for (let at = line + 1; at <= Math.min(endLine ?? line, line + 1000); at++) flag(file, at, 'whole');
  }
  return files;
}
