/** A text put together from pieces of a file, which still knows where in the file each character stands. */
export class Joined {
  private readonly starts: number[] = [];
  private readonly sources: number[] = [];
  private readonly pieces: string[] = [];
  private length = 0;
  private whole: string | undefined;

  /** Adds a piece that stands at `source` in the file. */
  add(piece: string, source: number): void {
    if (piece === '') return;
    this.starts.push(this.length);
    this.sources.push(source);
    this.pieces.push(piece);
    this.length += piece.length;
    this.whole = undefined;
  }

  get text(): string {
    return (this.whole ??= this.pieces.join(''));
  }

  /** The offset in the file of a character; of the end of the text, the place after its last character. */
  source(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    if (high < 0) return 0;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return this.sources[low]! + Math.min(offset - this.starts[low]!, this.pieces[low]!.length);
  }

  /** The place after the last character of a piece of the text: `source` of what follows may be lines further down. */
  sourceEnd(offset: number): number {
    return offset === 0 ? this.source(0) : this.source(offset - 1) + 1;
  }
}
