/** How much of an archive is read. What goes over is said in one line and not read; nothing is ever written to disk. */

export interface ArchiveLimits {
  /** Members of one archive. */
  readonly entries: number;
  /** Bytes that one archive may expand to, holes of sparse files included. */
  readonly expanded: number;
  /** Expanded bytes for each packed one, asked once `RATIO_FROM` bytes came out. */
  readonly ratio: number;
  /** Archives inside archives: 1 opens none that lie inside. */
  readonly depth: number;
  /** Bytes of a member's name. */
  readonly name: number;
}

/** A small archive of zeros is no bomb: the ratio is asked from here on. */
export const RATIO_FROM = 64 * 1024 * 1024;

/** Enough for an image of tens of gigabytes, layer by layer. Deflate cannot pass 1,032 to 1; real layers stay below 100. */
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 2_000_000, expanded: 64 * 1024 ** 3, ratio: 400, depth: 3, name: 4096 };

/** Why an archive, or the rest of it, cannot be read: one lower-case clause that follows its name. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/** Tells what could not be read: `message` follows the archive's name; `member` is the one that it is about. */
export type TellProblem = (message: string, member?: string) => void;

/** Counts what an archive gave so far and throws when that is too much. */
export class Budget {
  private entries = 0;
  private packed = 0;
  private out = 0;

  constructor(private readonly limits: ArchiveLimits) {}

  entry(): void {
    if (++this.entries > this.limits.entries) throw new ArchiveError(`holds more than ${this.limits.entries} members; the rest was not read`);
  }

  /** Packed bytes that went in. */
  took(bytes: number): void {
    this.packed += bytes;
  }

  /** Expanded bytes that come out, or are about to. */
  gave(bytes: number): void {
    const out = this.out + bytes;
    if (out > this.limits.expanded) throw new ArchiveError(`expands to more than ${megabytes(this.limits.expanded)}; it was read no further`);
    if (this.packed > 0 && out > RATIO_FROM && out > this.packed * this.limits.ratio) {
      throw new ArchiveError(`expands to more than ${this.limits.ratio} times its size; it was read no further`);
    }
    this.out = out;
  }
}

export const megabytes = (bytes: number): string => (bytes >= 10 * 1024 ** 3 ? `${Math.round(bytes / 1024 ** 3)} GB` : bytes >= 1024 * 1024 ? `${Math.round(bytes / (1024 * 1024))} MB` : `${bytes} bytes`);

/** What is thrown while an archive is read, as the clause that follows its name. */
export const clause = (error: unknown): string => (error instanceof ArchiveError ? error.message : `could not be read: ${error instanceof Error ? error.message : String(error)}`);
