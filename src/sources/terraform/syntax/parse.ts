/** Files and bodies of native HCL, with recovery: a broken item costs only itself, a block with one keeps the rest. */
import type { Reason, SourceError } from '../../../model/index.js';
import type { Attribute, Block, Body, Comment, Expression, Label, LiteralExpression, Range, TemplateExpression } from './ast.js';
import { parseExpression } from './expression.js';
import { skipBroken } from './recover.js';
import { parseBareTemplate, parseQuoted } from './template.js';
import { SyntaxProblem, Text, type Base } from './text.js';

export interface ParsedFile {
  readonly body: Body;
  readonly errors: readonly SourceError[];
  readonly comments: readonly Comment[];
}

/** Parses native HCL. Never throws: a broken item costs only itself. */
export function parseHcl(source: string, file: string): ParsedFile {
  const first = new FileParser(source, file, false);
  const parsed = first.parse();
  if (!first.unclosed) return parsed;
  // A block that runs to the end of the file has swallowed what follows it: let the layout say where it ends.
  const second = new FileParser(source, file, true).parse();
  return second.body.blocks.length > parsed.body.blocks.length ? second : parsed;
}

/** One expression that fills the whole text; broken text gives a broken expression. */
export function parseExpressionText(source: string, file: string, base?: Base): Expression {
  const text = new Text(source, file, base);
  return guarded(text, () => {
    text.newlines = true;
    const expression = parseExpression(text);
    text.skip();
    if (!text.done) text.fail(`expected the end of the expression, found ${text.found()}`);
    return expression;
  });
}

/** A whole text as a template; broken text gives a broken expression. */
export function parseTemplateText(source: string, file: string, base?: Base): LiteralExpression | TemplateExpression | (Expression & { kind: 'broken' }) {
  const text = new Text(source, file, base);
  return guarded(text, () => parseBareTemplate(text));
}

function guarded<E extends Expression>(text: Text, parse: () => E): E | (Expression & { kind: 'broken' }) {
  try {
    return parse();
  } catch (problem) {
    if (!(problem instanceof SyntaxProblem)) throw problem;
    const at = text.range(problem.offset, problem.offset);
    return { kind: 'broken', reason: { kind: 'malformed', detail: problem.message, at }, range: text.range(0, text.text.length) };
  }
}

const TOP_LEVEL = /(?:resource|data|module|variable|output|provider|locals|terraform|check|moved|import|removed|ephemeral)\b[ \t]*["{]/y;

class FileParser {
  readonly #text: Text;
  readonly #errors: SourceError[] = [];
  readonly #strict: boolean;
  unclosed = false;

  constructor(source: string, file: string, strict: boolean) {
    this.#text = new Text(source, file);
    this.#strict = strict;
  }

  parse(): ParsedFile {
    const text: Text = this.#text;
    if (text.code() === 0xfeff) text.pos = 1;
    const body = this.#body(undefined, 0);
    return { body, errors: this.#errors, comments: text.comments() };
  }

  /** Items up to the closing brace (which is taken) or the end of the file. */
  #body(open: { readonly start: number; readonly type: string } | undefined, level: number): Body {
    const text: Text = this.#text;
    const attributes = new Map<string, Attribute>();
    const blocks: Block[] = [];
    let incomplete: Reason | undefined;
    const start = text.pos;
    for (;;) {
      const from = text.pos;
      try {
        text.skip(true);
        if (text.done || (this.#strict && level > 0 && this.#topLevelAhead())) {
          if (open === undefined) break;
          // One missing brace leaves every block around it open: the innermost is the one to mend.
          const message = `block \`${open.type}\` is not closed with \`}\``;
          const at = text.range(open.start, open.start);
          if (!this.unclosed) this.#report(message, at);
          this.unclosed = true;
          incomplete ??= { kind: 'malformed', detail: `a part of this block was not parsed: ${message}`, at };
          break;
        }
        if (text.code() === 125) {
          if (open === undefined) {
            text.pos += 1;
            text.fail('this `}` closes nothing', text.pos - 1);
          }
          text.pos += 1;
          break;
        }
        this.#item(attributes, blocks, level);
      } catch (problem) {
        if (!(problem instanceof SyntaxProblem)) throw problem;
        const reason = this.#recover(problem, from, attributes);
        incomplete ??= reason;
        text.depth = 0;
        text.newlines = false;
        if (text.done || (this.#strict && level > 0 && this.#topLevelAhead())) break;
      }
    }
    return { attributes, blocks, range: text.range(start, text.pos), ...(incomplete === undefined ? {} : { incomplete }) };
  }

  #topLevelAhead(): boolean {
    const { text, pos } = this.#text;
    if (pos > 0 && text.charCodeAt(pos - 1) !== 10) return false;
    TOP_LEVEL.lastIndex = pos;
    return TOP_LEVEL.test(text);
  }

  #item(attributes: Map<string, Attribute>, blocks: Block[], level: number): void {
    const text: Text = this.#text;
    const start = text.pos;
    const name = text.identifier();
    if (name === undefined) text.fail(`expected an argument or a block, found ${text.found()}`);
    const nameRange = text.range(start, text.pos);
    text.skip(false);
    if (text.code() === 61 && text.code(1) !== 61) {
      text.pos += 1;
      const expression = this.#value(start);
      const range = text.range(start, text.pos);
      if (attributes.has(name)) this.#report(`argument \`${name}\` is set twice: only the first counts`, nameRange);
      else attributes.set(name, { name, nameRange, expression, range });
      this.#endOfItem(`argument \`${name}\``);
      return;
    }
    if (level > 100) text.fail('blocks are nested too deeply');
    blocks.push(this.#block(name, start, nameRange, level));
    this.#endOfItem(`block \`${name}\``);
  }

  /** A broken value keeps its attribute: it is there, but not known. */
  #value(start: number): Expression {
    const text: Text = this.#text;
    const from = text.pos;
    try {
      return parseExpression(text);
    } catch (problem) {
      if (!(problem instanceof SyntaxProblem)) throw problem;
      const at = text.range(problem.offset, problem.offset);
      this.#report(problem.message, at);
      text.depth = 0;
      text.newlines = false;
      text.pos = skipBroken(text.text, start, problem.offset);
      return { kind: 'broken', reason: { kind: 'malformed', detail: `not parsed: ${problem.message}`, at }, range: text.range(from, text.pos) };
    }
  }

  #block(type: string, start: number, typeRange: Range, level: number): Block {
    const text: Text = this.#text;
    const labels: Label[] = [];
    let headerEnd = start + type.length;
    while (!text.take('{')) {
      const labelStart = text.pos;
      if (text.code() === 34) {
        const label = parseQuoted(text);
        if (label.kind !== 'literal') text.fail('a block label cannot be computed', labelStart);
        labels.push({ value: String(label.value), range: text.range(labelStart, text.pos) });
      } else {
        const value = text.identifier() ?? text.fail(`expected \`=\`, a label or \`{\` after \`${type}\`, found ${text.found()}`);
        labels.push({ value, range: text.range(labelStart, text.pos) });
      }
      headerEnd = text.pos;
      text.skip(false);
    }
    const body = this.#body({ start, type }, level + 1);
    return { type, typeRange, labels, body, range: text.range(start, text.pos), headerRange: text.range(start, headerEnd) };
  }

  #endOfItem(what: string): void {
    const text: Text = this.#text;
    text.skip(false);
    const code = text.code();
    if (text.done || code === 10 || code === 13 || code === 125) return;
    if (this.#strict && this.#topLevelAhead()) return;
    text.fail(`expected a new line after ${what}, found ${text.found()}`);
  }

  #recover(problem: SyntaxProblem, from: number, attributes: ReadonlyMap<string, Attribute>): Reason {
    const text: Text = this.#text;
    const at = text.range(problem.offset, problem.offset);
    // What follows a value that already failed needs no second line.
    const last = [...attributes.values()].at(-1);
    if (last?.expression.kind !== 'broken' || last.range.endLine !== at.line) this.#report(problem.message, at);
    if (!text.done) text.pos = skipBroken(text.text, from, Math.max(problem.offset, text.pos));
    return { kind: 'malformed', detail: `a part of this block was not parsed: ${problem.message}`, at };
  }

  #report(message: string, { file, line, column }: Range): void {
    this.#errors.push({ file, line, column, message });
  }
}
