/**
 * A large JSON text that is walked where it matters and skipped elsewhere: a plan repeats every resource up to five times, and
 * only one of them is wanted as a positioned tree.
 */
import type { SourceOrigin } from '../../../model/index.js';
import { Lines } from '../../lines.js';

/** Broken JSON: what is wrong and where. */
export class JsonProblem extends Error {
  override readonly name = 'JsonProblem';
  constructor(
    message: string,
    readonly at: SourceOrigin,
  ) {
    super(message);
  }
}

export interface Member {
  readonly key: string;
  /** Offset of the value. */
  readonly at: number;
}

const DEEPEST = 200;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

export class JsonText {
  private readonly lines: Lines;

  constructor(
    private readonly text: string,
    file: string,
  ) {
    this.lines = new Lines(text, file);
  }

  /** Offset of the document's value. */
  get start(): number {
    return this.blank(this.text.startsWith('\uFEFF') ? 1 : 0);
  }

  isObject(at: number): boolean {
    return this.text[at] === '{';
  }

  isList(at: number): boolean {
    return this.text[at] === '[';
  }

  origin(at: number): SourceOrigin {
    return this.lines.origin(at, this.end(at));
  }

  /** The members of an object; none of anything else. */
  *members(at: number): Generator<Member> {
    if (this.text[at] !== '{') return;
    let next = this.blank(at + 1);
    if (this.text[next] === '}') return;
    for (;;) {
      if (this.text[next] !== '"') this.fail(next, 'a key in quotes is missing');
      const close = this.textEnd(next);
      const key: unknown = this.parse(next, close);
      const colon = this.blank(close);
      if (this.text[colon] !== ':') this.fail(colon, '`:` is missing');
      const value = this.blank(colon + 1);
      yield { key: String(key), at: value };
      next = this.blank(this.end(value));
      if (this.text[next] === '}') return;
      if (this.text[next] !== ',') this.fail(next, '`,` or `}` is missing');
      next = this.blank(next + 1);
    }
  }

  /** Offsets of the items of a list; none of anything else. */
  *items(at: number): Generator<number> {
    if (this.text[at] !== '[') return;
    let next = this.blank(at + 1);
    if (this.text[next] === ']') return;
    for (;;) {
      yield next;
      next = this.blank(this.end(next));
      if (this.text[next] === ']') return;
      if (this.text[next] !== ',') this.fail(next, '`,` or `]` is missing');
      next = this.blank(next + 1);
    }
  }

  /** The offset of a value below, by keys. */
  child(at: number | undefined, ...keys: readonly string[]): number | undefined {
    let node = at;
    for (const key of keys) {
      if (node === undefined) return undefined;
      let found: number | undefined;
      for (const member of this.members(node)) {
        if (member.key === key) {
          found = member.at;
          break;
        }
      }
      node = found;
    }
    return node;
  }

  /** The value as plain JSON. */
  value(at: number | undefined): unknown {
    return at === undefined ? undefined : this.parse(at, this.end(at));
  }

  /** The offset after a value. */
  end(at: number): number {
    const { text } = this;
    const first = text.charCodeAt(at);
    if (first === 34) return this.textEnd(at);
    if (first !== 123 && first !== 91) {
      let next = at;
      while (next < text.length && !/[\s,\]}]/.test(text[next]!)) next++;
      if (next === at) this.fail(at, at >= text.length ? 'the file ends too early' : 'a value is missing');
      return next;
    }
    let depth = 0;
    for (let next = at; next < text.length; next++) {
      const code = text.charCodeAt(next);
      if (code === 34) next = this.textEnd(next) - 1;
      else if (code === 123 || code === 91) {
        if (++depth > DEEPEST) this.fail(next, `nested deeper than ${DEEPEST} levels`);
      } else if (code === 125 || code === 93) {
        if (--depth === 0) return next + 1;
      }
    }
    return this.fail(at, 'the file ends before this is closed');
  }

  private parse(from: number, to: number): unknown {
    try {
      return JSON.parse(this.text.slice(from, to)) as unknown;
    } catch {
      return this.fail(from, 'this value cannot be read');
    }
  }

  private textEnd(at: number): number {
    for (let close = this.text.indexOf('"', at + 1); close >= 0; close = this.text.indexOf('"', close + 1)) {
      let escapes = 0;
      while (this.text.charCodeAt(close - 1 - escapes) === 92) escapes++;
      if (escapes % 2 === 0) return close + 1;
    }
    return this.fail(at, 'the text that begins here does not end');
  }

  private blank(at: number): number {
    let next = at;
    while (isSpace(this.text.charCodeAt(next))) next++;
    return next;
  }

  private fail(at: number, message: string): never {
    throw new JsonProblem(`not valid JSON: ${message}`, this.lines.origin(at, at));
  }
}
