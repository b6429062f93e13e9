/** Templates: quoted texts, heredocs and whole template files, with interpolations, directives and trimming. */
import type { Expression, LiteralExpression, TemplateExpression, TemplatePart } from './ast.js';
import { parseExpression } from './expression.js';
import { MAX_DEPTH, type Text } from './text.js';

type Mode = 'quoted' | 'heredoc' | 'bare';

type Token =
  | { kind: 'text'; value: string; start: number; end: number }
  | { kind: 'interpolation'; expression: Expression; start: number; end: number }
  | { kind: 'if'; condition: Expression; start: number; end: number }
  | { kind: 'for'; key?: string; value: string; collection: Expression; start: number; end: number }
  | { kind: 'else' | 'endif' | 'endfor'; start: number; end: number };

/** At an opening quote. */
export function parseQuoted(text: Text): LiteralExpression | TemplateExpression {
  const start = text.pos;
  text.pos += 1;
  const tokens = scan(text, 'quoted', text.text.length);
  if (!text.take('"')) text.fail('this text is not closed with `"` on its line', start);
  return assemble(text, tokens, start, text.pos);
}

/** At `<<`. */
export function parseHeredoc(text: Text): LiteralExpression | TemplateExpression {
  const start = text.pos;
  text.pos += 2;
  const flush = text.take('-');
  const marker = text.identifier();
  if (marker === undefined) text.fail('expected a marker after `<<`');
  if (text.code() === 13) text.pos += 1;
  if (text.code() !== 10) text.fail(`expected a new line after \`<<${marker}\``);
  text.pos += 1;
  const source = text.text;
  let lineStart = text.pos;
  for (;;) {
    const newline = source.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? source.length : newline;
    if (source.slice(lineStart, lineEnd).trim() === marker) break;
    if (newline < 0) text.fail(`this text is not closed with a line \`${marker}\``, start);
    lineStart = newline + 1;
  }
  const tokens = scan(text, 'heredoc', lineStart);
  if (text.pos > lineStart) text.fail('an interpolation in this text is not closed', start);
  text.pos = source.indexOf(marker, lineStart) + marker.length;
  if (flush) unindent(tokens);
  return assemble(text, tokens, start, text.pos);
}

/** A whole text as a template: a template file, a string of the JSON syntax. */
export function parseBareTemplate(text: Text): LiteralExpression | TemplateExpression {
  return assemble(text, scan(text, 'bare', text.text.length), 0, text.text.length);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function scan(text: Text, mode: Mode, end: number): Token[] {
  const source = text.text;
  const tokens: Token[] = [];
  let value = '';
  let start = text.pos;
  let trimNext = false;
  const flush = (): void => {
    if (value !== '') {
      tokens.push({ kind: 'text', value: trimNext ? value.trimStart() : value, start, end: text.pos });
      trimNext = false;
    }
    value = '';
  };
  let run = text.pos;
  const upTo = (): void => {
    if (text.pos > run) value += source.slice(run, text.pos);
  };
  while (text.pos < end) {
    const code = source.charCodeAt(text.pos);
    if (mode === 'quoted') {
      if (code === 34) break;
      if (code === 10) text.fail('a quoted text must end on its line: use a heredoc for several lines', start);
      if (code === 92) {
        upTo();
        value += escape(text);
        run = text.pos;
        continue;
      }
    } else if (code === 10) {
      // Each line is a token of its own, which is what trimming and indentation go by.
      text.pos += 1;
      upTo();
      run = text.pos;
      flush();
      start = text.pos;
      continue;
    }
    if (code === 36 || code === 37) {
      const next = source.charCodeAt(text.pos + 1);
      if (next === code && source.charCodeAt(text.pos + 2) === 123) {
        upTo();
        value += `${String.fromCharCode(code)}{`;
        text.pos += 3;
        run = text.pos;
        continue;
      }
      if (next === 123) {
        upTo();
        const trimBefore = source.charCodeAt(text.pos + 2) === 126;
        flush();
        const last = tokens.at(-1);
        if (trimBefore && last?.kind === 'text') last.value = last.value.trimEnd();
        const opened = text.pos;
        text.pos += trimBefore ? 3 : 2;
        const token = text.nested(true, () => (code === 36 ? interpolation(text, opened) : directive(text, opened)));
        text.skip(true);
        trimNext = text.take('~');
        if (!text.take('}')) text.fail(`expected \`}\` to close \`${code === 36 ? '${' : '%{'}\`, found ${text.found()}`);
        token.end = text.pos;
        tokens.push(token);
        run = text.pos;
        start = text.pos;
        continue;
      }
    }
    text.pos += 1;
  }
  upTo();
  flush();
  return tokens;
}

function escape(text: Text): string {
  const letter = text.text[text.pos + 1] ?? '';
  const plain = ESCAPES[letter];
  if (plain !== undefined) {
    text.pos += 2;
    return plain;
  }
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const digits = text.text.slice(text.pos + 2, text.pos + 2 + length);
  const point = parseInt(digits, 16);
  if (length === 0 || !/^[0-9a-fA-F]+$/.test(digits) || digits.length !== length || point > 0x10ffff) {
    text.fail(`\`\\${letter.trim()}\` is no escape sequence: write \`\\\\\` for a backslash`);
  }
  text.pos += 2 + length;
  return String.fromCodePoint(point);
}

function interpolation(text: Text, start: number): Token {
  return { kind: 'interpolation', expression: parseExpression(text), start, end: text.pos };
}

function directive(text: Text, start: number): Token {
  text.skip();
  const word = text.identifier();
  switch (word) {
    case 'if':
      return { kind: 'if', condition: parseExpression(text), start, end: text.pos };
    case 'for': {
      text.skip();
      let value = text.identifier() ?? text.fail(`expected a name after \`for\`, found ${text.found()}`);
      let key: string | undefined;
      text.skip();
      if (text.take(',')) {
        text.skip();
        key = value;
        value = text.identifier() ?? text.fail(`expected a second name after \`for ${key},\``);
        text.skip();
      }
      if (text.identifier() !== 'in') text.fail('expected `in` after the names of `for`');
      return { kind: 'for', key, value, collection: parseExpression(text), start, end: text.pos };
    }
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: word, start, end: text.pos };
    default:
      return text.fail(`expected \`if\` or \`for\` after \`%{\`, found ${text.found()}: write \`%%{\` for the text itself`, start);
  }
}

/** `<<-`: takes away the smallest indentation of all lines, as HashiCorp's parser does it (blank lines do not count). */
function unindent(tokens: Token[]): void {
  let smallest = Infinity;
  let lineStart = true;
  const lines: (Token & { kind: 'text' })[] = [];
  for (const token of tokens) {
    if (lineStart) {
      lineStart = false;
      if (token.kind !== 'text') smallest = 0;
      else {
        const trimmed = token.value.trimStart();
        if (trimmed !== '' || !token.value.endsWith('\n')) {
          smallest = Math.min(smallest, token.value.length - trimmed.length);
          lines.push(token);
        }
      }
    }
    if (token.kind === 'text' && token.value.endsWith('\n')) lineStart = true;
  }
  for (const line of lines) line.value = line.value.slice(smallest);
}

function assemble(text: Text, tokens: readonly Token[], start: number, end: number): LiteralExpression | TemplateExpression {
  const range = text.range(start, end);
  if (tokens.every((token) => token.kind === 'text')) {
    return { kind: 'literal', value: tokens.map((token) => token.value).join(''), range };
  }
  const cursor = { index: 0 };
  const parts = sequence(text, tokens, cursor, []);
  return { kind: 'template', parts, range };
}

/** Parts up to a closing directive of the given kinds, which is left for the caller. */
function sequence(text: Text, tokens: readonly Token[], cursor: { index: number }, closers: readonly string[]): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (; cursor.index < tokens.length; cursor.index += 1) {
    const token = tokens[cursor.index]!;
    const last = parts.at(-1);
    switch (token.kind) {
      case 'text':
        if (last?.kind === 'text') {
          const { line, column } = last.range;
          const { endLine, endColumn } = text.range(token.start, token.end);
          parts[parts.length - 1] = { kind: 'text', value: last.value + token.value, range: { file: text.file, line, column, endLine, endColumn } };
        } else parts.push({ kind: 'text', value: token.value, range: text.range(token.start, token.end) });
        break;
      case 'interpolation':
        parts.push({ kind: 'interpolation', expression: token.expression, range: text.range(token.start, token.end) });
        break;
      case 'if': {
        cursor.index += 1;
        const then = deeper(text, token.start, () => sequence(text, tokens, cursor, ['else', 'endif']));
        let otherwise: TemplatePart[] = [];
        if (tokens[cursor.index]?.kind === 'else') {
          cursor.index += 1;
          otherwise = deeper(text, token.start, () => sequence(text, tokens, cursor, ['endif']));
        }
        const close = tokens[cursor.index] ?? text.fail('`%{ if }` has no `%{ endif }`', token.start);
        parts.push({ kind: 'if', condition: token.condition, then, else: otherwise, range: text.range(token.start, close.end) });
        break;
      }
      case 'for': {
        cursor.index += 1;
        const body = deeper(text, token.start, () => sequence(text, tokens, cursor, ['endfor']));
        const close = tokens[cursor.index] ?? text.fail('`%{ for }` has no `%{ endfor }`', token.start);
        const { key, value, collection } = token;
        parts.push({ kind: 'for', key, value, collection, body, range: text.range(token.start, close.end) });
        break;
      }
      default:
        if (closers.includes(token.kind)) return parts;
        text.fail(`\`%{ ${token.kind} }\` closes nothing that is open here`, token.start);
    }
  }
  return parts;
}

function deeper<T>(text: Text, offset: number, parse: () => T): T {
  text.depth += 1;
  if (text.depth > MAX_DEPTH) text.fail('directives are nested too deeply', offset);
  const result = parse();
  text.depth -= 1;
  return result;
}
