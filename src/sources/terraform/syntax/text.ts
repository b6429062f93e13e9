/** The text being parsed: where we are, where that stands in the file, and what to skip. */
import type { Comment, Range } from './ast.js';

/** Nested deeper than this is refused: each level costs stack in the parser and in the evaluator. */
export const MAX_DEPTH = 400;

/** A syntax error; caught by the nearest enclosing item, which alone is lost. */
export class SyntaxProblem extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** Where a text stands when it is a part of a larger file (a JSON string). */
export interface Base {
  readonly line: number;
  readonly column: number;
}

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const ASCII_IDENTIFIER = /[A-Za-z_][A-Za-z0-9_-]*/y;

export class Text {
  pos = 0;
  depth = 0;
  /** Whether a newline is mere space here: inside brackets, parentheses and interpolations. */
  newlines = false;
  readonly #lineStarts: number[] = [];
  #lastLine = 0;
  readonly #comments: { start: number; end: number }[] = [];
  #commentEnd = -1;

  constructor(
    readonly text: string,
    readonly file: string,
    readonly base?: Base,
  ) {
    if (base !== undefined) return;
    this.#lineStarts.push(0);
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.#lineStarts.push(i + 1);
  }

  get done(): boolean {
    return this.pos >= this.text.length;
  }

  /** The line (from 0) that holds an offset; cheap for offsets near the last one asked for. */
  #lineOf(offset: number): number {
    const starts = this.#lineStarts;
    let line = this.#lastLine;
    if (starts[line]! > offset || (starts[line + 8] ?? Infinity) <= offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      line = low;
    } else {
      while ((starts[line + 1] ?? Infinity) <= offset) line += 1;
    }
    this.#lastLine = line;
    return line;
  }

  range(start: number, end: number): Range {
    if (this.base !== undefined) {
      const { line, column } = this.base;
      return { file: this.file, line, column: column + start, endLine: line, endColumn: column + end };
    }
    const endLine = this.#lineOf(end);
    const endColumn = end - this.#lineStarts[endLine]! + 1;
    const line = this.#lineOf(start);
    return { file: this.file, line: line + 1, column: start - this.#lineStarts[line]! + 1, endLine: endLine + 1, endColumn };
  }

  fail(message: string, offset = this.pos): never {
    throw new SyntaxProblem(message, Math.min(offset, this.text.length));
  }

  code(ahead = 0): number {
    return this.text.charCodeAt(this.pos + ahead);
  }

  at(token: string): boolean {
    return this.text.startsWith(token, this.pos);
  }

  take(token: string): boolean {
    if (!this.text.startsWith(token, this.pos)) return false;
    this.pos += token.length;
    return true;
  }

  /** Takes a token after space, or fails. */
  expect(token: string, where: string): void {
    this.skip();
    if (!this.take(token)) this.fail(`expected \`${token}\` ${where}, found ${this.found()}`);
  }

  /** The next thing, for a message. */
  found(): string {
    if (this.done) return 'the end of the file';
    const char = String.fromCodePoint(this.text.codePointAt(this.pos)!);
    if (char === '\n' || char === '\r') return 'the end of the line';
    const word = this.peekIdentifier();
    return `\`${(word ?? char).slice(0, 40)}\``;
  }

  peekIdentifier(): string | undefined {
    ASCII_IDENTIFIER.lastIndex = this.pos;
    const ascii = ASCII_IDENTIFIER.exec(this.text)?.[0];
    const next = this.text.charCodeAt(this.pos + (ascii?.length ?? 0));
    if (!(next > 127)) return ascii;
    IDENTIFIER.lastIndex = this.pos;
    return IDENTIFIER.exec(this.text)?.[0];
  }

  identifier(): string | undefined {
    const name = this.peekIdentifier();
    if (name !== undefined) this.pos += name.length;
    return name;
  }

  /** Spaces and comments, and newlines where they mean nothing. */
  skip(newlines = this.newlines): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.pos);
      if (code === 32 || code === 9) this.pos += 1;
      else if (code === 13 && text.charCodeAt(this.pos + 1) === 10) {
        if (!newlines) return;
        this.pos += 2;
      } else if (code === 10) {
        if (!newlines) return;
        this.pos += 1;
      } else if (code === 35 || (code === 47 && text.charCodeAt(this.pos + 1) === 47)) {
        const end = text.indexOf('\n', this.pos);
        this.#comment(end < 0 ? text.length : end);
      } else if (code === 47 && text.charCodeAt(this.pos + 1) === 42) {
        const end = text.indexOf('*/', this.pos + 2);
        if (end < 0) this.fail('this comment is not closed with `*/`');
        this.#comment(end + 2);
      } else return;
    }
  }

  #comment(end: number): void {
    if (this.pos >= this.#commentEnd) {
      this.#comments.push({ start: this.pos, end });
      this.#commentEnd = end;
    }
    this.pos = end;
  }

  comments(): readonly Comment[] {
    return this.#comments.map(({ start, end }) => ({
      text: this.text
        .slice(start, end)
        .replace(/^(?:#|\/\/|\/\*)/, '')
        .replace(/\*\/$|\r$/, '')
        .trim(),
      range: this.range(start, end),
    }));
  }

  /** Runs a part that nests, with newlines meaning nothing (or something) in it. */
  nested<T>(newlines: boolean, parse: () => T): T {
    const outer = this.newlines;
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.fail(`nested deeper than ${MAX_DEPTH} levels`);
    this.newlines = newlines;
    const result = parse();
    this.newlines = outer;
    this.depth -= 1;
    return result;
  }
}
