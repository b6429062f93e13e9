/** Looking for secrets in texts too long to hold. */
import { isBefore, windowsOf, type WindowOptions } from '../sources/text/windows.js';

export interface FoundLeak {
  readonly rule: string;
  readonly fingerprint: string;
  readonly line: number;
  readonly column: number;
  /** Where it ends. */
  readonly endLine?: number;
  readonly endColumn?: number;
  /** What of it may be shown. */
  readonly redacted?: string;
  /** Of a key of AWS: the account that it is of. */
  readonly account?: string;
}

export type ScanText = (text: string, path: string) => readonly FoundLeak[];

/** The leaks of a stream of UTF-8, each once, as they are found, with lines and columns from its start. */
export async function* scanWindows(input: AsyncIterable<Buffer>, path: string, scan: ScanText, options?: WindowOptions): AsyncIterable<FoundLeak> {
  for await (const { bytes, start, from, to } of windowsOf(input, options)) {
    for (const leak of scan(bytes.toString('utf8'), path)) {
      const placed: FoundLeak = {
        ...leak,
        line: leak.line + start.line - 1,
        column: leak.line === 1 ? leak.column + start.column - 1 : leak.column,
        ...(leak.endLine === undefined ? {} : { endLine: leak.endLine + start.line - 1 }),
      };
      if (!isBefore(placed, from) && (to === undefined || isBefore(placed, to))) yield placed;
    }
  }
}
