import type { SourceOrigin } from '../model/index.js';

/** Offsets of a text → lines and columns, from 1. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(
    text: string,
    private readonly file: string,
  ) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** `address`: of the block that it stands in, where that is not the resource. */
  origin(start: number, end: number, address?: string): SourceOrigin {
    const [line, column] = this.place(start);
    const [endLine, endColumn] = this.place(Math.max(start, end));
    return address === undefined ? { kind: 'source', file: this.file, line, column, endLine, endColumn } : { kind: 'source', file: this.file, line, column, endLine, endColumn, address };
  }

  private place(offset: number): [line: number, column: number] {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - this.starts[low]! + 1];
  }
}
