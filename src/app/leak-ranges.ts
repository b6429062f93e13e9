/** Where secrets stand in a text that is about to be shown: whatever the search finds is masked there, too. */
import { scanner } from '../secrets/index.js';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Columns from 0, the end exclusive, by line index. */
export function leakRanges(lines: readonly string[], path: string): ReadonlyMap<number, readonly Range[]> {
  const ranges = new Map<number, Range[]>();
  for (const { line, column, endLine, endColumn } of scanner().scan(lines.join('\n'), { path })) {
    for (let at = line; at <= endLine; at++) {
      const range = { start: at === line ? column - 1 : 0, end: at === endLine ? endColumn - 1 : (lines[at - 1]?.length ?? 0) };
      if (range.end > range.start) ranges.set(at - 1, [...(ranges.get(at - 1) ?? []), range]);
    }
  }
  return ranges;
}
