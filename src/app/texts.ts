/** Looking for secrets in texts too long to hold. */
import { windowsOf } from '../sources/text/windows.js';

export interface FoundLeak {
  readonly rule: string;
  readonly fingerprint: string;
  readonly line: number;
  readonly column: number;
  /** Where it ends, when that is another line. */
  readonly endLine?: number;
}

export type ScanText = (text: string, path: string) => readonly FoundLeak[];

/** The leaks of a stream of UTF-8, each once, with lines and columns from its start. */
export async function scanWindows(input: AsyncIterable<Buffer>, path: string, scan: ScanText): Promise<readonly FoundLeak[]> {
  const found: FoundLeak[] = [];
  let before = new Set<string>();
  for await (const { bytes, line, column } of windowsOf(input)) {
    const here = new Set<string>();
    for (const leak of scan(bytes.toString('utf8'), path)) {
      const placed = { ...leak, line: leak.line + line - 1, ...(leak.endLine === undefined ? {} : { endLine: leak.endLine + line - 1 }), column: leak.line === 1 ? leak.column + column - 1 : leak.column };
      const key = [placed.rule, placed.fingerprint, placed.line, placed.column].join('\n');
      here.add(key);
      if (!before.has(key)) found.push(placed);
    }
    before = here;
  }
  return found;
}
