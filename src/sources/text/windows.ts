/** A text of any length in pieces that lie over one another, so that nothing is torn apart and little is held. */

/** Line and column from 1; columns count UTF-16 units, as those of a string do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Window {
  readonly bytes: Buffer;
  /** Where its first byte stands. */
  readonly start: Place;
  /** What begins from here on and before `to` is seen in this window with all that stands around it. */
  readonly from: Place;
  /** Undefined in the last one. */
  readonly to?: Place;
}

export interface WindowOptions {
  /** Bytes of a window. */
  readonly size?: number;
  /** Bytes that a window repeats of the one before: twice the longest thing that is looked for. */
  readonly overlap?: number;
}

const SIZE = 4 * 1024 * 1024;
/** A private key of 8,192 bits with its headers takes some 7 KB. */
const OVERLAP = 16 * 1024;
const LINE_FEED = 0x0a;

export async function* windowsOf(input: AsyncIterable<Buffer>, { size = SIZE, overlap = OVERLAP }: WindowOptions = {}): AsyncIterable<Window> {
  let parts: Buffer[] = [];
  let length = 0;
  let start: Place = { line: 1, column: 1 };
  let from = start;
  for await (const chunk of input) {
    parts.push(chunk);
    length += chunk.length;
    if (length < size) continue;
    const bytes = Buffer.concat(parts, length);
    const end = lastCut(bytes);
    const next = cut(bytes, Math.max(0, end - overlap), end);
    const middle = cut(bytes, Math.max(next, end - (overlap >> 1)), end);
    const nextStart = moved(start, bytes, 0, next);
    const to = moved(nextStart, bytes, next, middle);
    yield { bytes: bytes.subarray(0, end), start, from, to };
    // A copy: a part of the buffer would keep all of it.
    const rest = Buffer.from(bytes.subarray(next));
    parts = [rest];
    length = rest.length;
    start = nextStart;
    from = to;
  }
  yield { bytes: Buffer.concat(parts, length), start, from };
}

/** Behind the last line; in a line without end, before a character that is not whole. */
function lastCut(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(LINE_FEED);
  if (feed >= bytes.length >> 1) return feed + 1;
  const at = character(bytes, bytes.length - 1);
  return at > 0 ? at : bytes.length;
}

/** The first start of a line at or behind `at`, or of a character where no line ends in time. */
function cut(bytes: Buffer, at: number, end: number): number {
  if (at <= 0) return 0;
  const feed = bytes.indexOf(LINE_FEED, at - 1);
  return feed >= 0 && feed + 1 <= at + ((end - at) >> 1) ? feed + 1 : character(bytes, at);
}

/** Back to where a character of UTF-8 starts: what continues one is 10xxxxxx. */
function character(bytes: Buffer, at: number): number {
  let place = at;
  for (let i = 0; i < 3 && place > 0 && (bytes[place]! & 0xc0) === 0x80; i++) place--;
  return place;
}

function moved({ line, column }: Place, bytes: Buffer, from: number, to: number): Place {
  let feeds = 0;
  let last = from - 1;
  for (let at = bytes.indexOf(LINE_FEED, from); at >= 0 && at < to; at = bytes.indexOf(LINE_FEED, at + 1)) {
    feeds++;
    last = at;
  }
  const behind = bytes.toString('utf8', last + 1, to).length;
  return { line: line + feeds, column: feeds === 0 ? column + behind : behind + 1 };
}

export const isBefore = (a: Place, b: Place): boolean => a.line < b.line || (a.line === b.line && a.column < b.column);
