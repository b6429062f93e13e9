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
export function sourcesOf({ ledger, lines, leaks }: Pick<ReportInput, 'ledger' | 'lines' | 'leaks'>): (file: string) => Source | undefined {
  const flagged = flags(ledger.verdicts.flatMap(({ evidence }) => evidence));
  const read = new Map<string, Source | undefined>();
  return (file) => {
    if (!read.has(file)) {
      const text = lines(file);
      read.set(file, text === undefined ? undefined : { lines: text, secrets: joined(secretsIn(text, { flagged: flagged.get(file) }), leaks?.(text, file)) });
    }
    return read.get(file);
  };
}

/** Both, in order and without overlaps. */
function joined(one: ReadonlyMap<number, readonly Range[]>, other: ReadonlyMap<number, readonly Range[]> = new Map()): ReadonlyMap<number, readonly Range[]> {
  if (other.size === 0) return one;
  const all = new Map(one);
  for (const [line, more] of other) {
    const ranges: Range[] = [];
    for (const range of [...(one.get(line) ?? []), ...more].toSorted((a, b) => a.start - b.start)) {
      const last = ranges.at(-1);
      if (last !== undefined && range.start < last.end) ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
      else ranges.push(range);
    }
    all.set(line, ranges);
  }
  return all;
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
