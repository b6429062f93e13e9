/** Pulls exact numbers of bytes out of a stream of chunks, without copying what lies in one chunk. */

const NONE = Buffer.alloc(0);

/** A source that can pass over bytes without giving them: a file. Says how many there were. */
export interface Seekable extends AsyncIterable<Buffer> {
  readonly skip: (count: number) => number;
}

export class ByteReader {
  private chunk: Buffer = NONE;
  private at = 0;
  private ended = false;
  private before = 0;
  /** Once the source has failed, every further call fails alike. */
  private failure: unknown;
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly seek: ((count: number) => number) | undefined;

  constructor(input: AsyncIterable<Buffer> | Seekable) {
    this.seek = 'skip' in input ? (count) => input.skip(count) : undefined;
    this.chunks = input[Symbol.asyncIterator]();
  }

  /** Bytes read or passed over so far. */
  get passed(): number {
    return this.before + this.at;
  }

  /** `count` bytes if they are at hand already: the fast way. */
  take(count: number): Buffer | undefined {
    if (this.chunk.length - this.at < count) return undefined;
    return this.chunk.subarray(this.at, (this.at += count));
  }

  /** `count` bytes; fewer at the end of the stream. Only for small counts: they are held in memory. */
  async read(count: number): Promise<Buffer> {
    const there = this.take(count);
    if (there !== undefined) return there;
    const parts: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      const part = await this.some(missing);
      if (part === undefined) break;
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** The bytes before the next line feed, which is passed over; undefined when none comes within `most` bytes. */
  async line(most: number): Promise<Buffer | undefined> {
    const end = this.chunk.indexOf(0x0a, this.at);
    if (end >= 0 && end - this.at <= most) {
      const line = this.chunk.subarray(this.at, end);
      this.at = end + 1;
      return line;
    }
    const bytes: number[] = [];
    while (bytes.length <= most) {
      const byte = await this.read(1);
      if (byte.length === 0) return undefined;
      if (byte[0] === 0x0a) return Buffer.from(bytes);
      bytes.push(byte[0]!);
    }
    return undefined;
  }

  /** What comes next, at most `count` bytes; undefined at the end. */
  async some(count: number): Promise<Buffer | undefined> {
    if (this.at >= this.chunk.length && !(await this.next())) return undefined;
    return this.chunk.subarray(this.at, (this.at = Math.min(this.chunk.length, this.at + count)));
  }

  /** Passes over `count` bytes and says how many there were. */
  async skip(count: number): Promise<number> {
    let left = count;
    for (;;) {
      const here = Math.min(left, this.chunk.length - this.at);
      this.at += here;
      left -= here;
      if (left > 0 && this.seek !== undefined) {
        const passed = this.seek(left);
        this.before += passed;
        left -= passed;
        return count - left;
      }
      if (left === 0 || !(await this.next())) return count - left;
    }
  }

  /** Reads the stream to its end, for whoever counts or digests what flows by. */
  async drain(): Promise<void> {
    await this.skip(Number.MAX_SAFE_INTEGER);
  }

  /** Tells the source that no more is wanted. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private async next(): Promise<boolean> {
    if (this.failure !== undefined) throw this.failure;
    while (!this.ended) {
      const { done, value } = await this.chunks.next().catch((error: unknown) => {
        this.failure = error;
        throw error;
      });
      if (done === true) {
        this.ended = true;
        this.before += this.chunk.length;
        this.chunk = NONE;
        this.at = 0;
      } else if (value.length > 0) {
        this.before += this.chunk.length;
        this.chunk = value;
        this.at = 0;
        return true;
      }
    }
    return false;
  }
}
