/** A text of any length in pieces that lie over one another, so that nothing is torn apart and little is held. */

export interface Window {
  readonly bytes: Buffer;
  /** Line and column (from 1, in bytes) of its first byte. */
  readonly line: number;
  readonly column: number;
  /** Where that begins which the window before did not hold. */
  readonly fresh: number;
}

export interface WindowOptions {
  /** Bytes of a window. */
  readonly size?: number;
  /** Bytes that a window repeats of the one before: no shorter than the longest thing that is looked for. */
  readonly overlap?: number;
}

const SIZE = 4 * 1024 * 1024;
/** A private key of 8,192 bits with its headers takes some 7 KB. */
const OVERLAP = 16 * 1024;
const LINE_FEED = 0x0a;

/** Windows end with a line where there is one, so that no character is cut either. */
export async function* windowsOf(input: AsyncIterable<Buffer>, { size = SIZE, overlap = OVERLAP }: WindowOptions = {}): AsyncIterable<Window> {
  let parts: Buffer[] = [];
  let length = 0;
  let fresh = 0;
  let line = 1;
  let column = 1;
  for await (const chunk of input) {
    parts.push(chunk);
    length += chunk.length;
    if (length < size) continue;
    const bytes = Buffer.concat(parts, length);
    const end = lineEnd(bytes, fresh);
    yield { bytes: bytes.subarray(0, end), line, column, fresh };
    const start = keepFrom(bytes, end, overlap);
    for (let at = bytes.indexOf(LINE_FEED), last = -1; ; last = at, at = bytes.indexOf(LINE_FEED, at + 1)) {
      if (at < 0 || at >= start) {
        column = last < 0 ? column + start : start - last;
        break;
      }
      line++;
    }
    // A copy: a part of the buffer would keep all of it.
    const rest = Buffer.from(bytes.subarray(start));
    parts = [rest];
    length = rest.length;
    fresh = end - start;
  }
  if (length > fresh) yield { bytes: Buffer.concat(parts, length), line, column, fresh };
}

/** Behind the last line feed of what is new; where there is none, behind the last whole character. */
function lineEnd(bytes: Buffer, fresh: number): number {
  const last = bytes.lastIndexOf(LINE_FEED);
  if (last >= fresh) return last + 1;
  let end = bytes.length;
  // Continuation bytes of UTF-8 are 10xxxxxx.
  for (let i = 0; i < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80; i++) end--;
  return ((bytes[end - 1] ?? 0) & 0xc0) === 0xc0 && end - 1 > fresh ? end - 1 : bytes.length;
}

/** The start of a line within the overlap, or where the overlap starts when a line is longer. */
function keepFrom(bytes: Buffer, end: number, overlap: number): number {
  const start = Math.max(0, end - overlap);
  if (start === 0) return 0;
  const feed = bytes.indexOf(LINE_FEED, start);
  return feed >= 0 && feed < end - 1 ? feed + 1 : start;
}
