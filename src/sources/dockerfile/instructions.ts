/**
 * The lines of a Dockerfile → its instructions: parser directives, comments, continued lines and here-documents, as BuildKit's
 * parser reads them (https://docs.docker.com/reference/dockerfile/).
 */
import { Joined } from './joined.js';

export interface Heredoc {
  readonly name: string;
  /** Variables are expanded in the body: its name was written without quotes. */
  readonly expands: boolean;
  readonly body: Joined;
}

/** One instruction as it is written. */
export interface Written {
  /** Upper case. */
  readonly keyword: string;
  /** All of it but here-documents, lines joined. */
  readonly line: Joined;
  /** Where in `line` the arguments begin. */
  readonly rest: number;
  readonly heredocs: readonly Heredoc[];
  /** Offsets in the file; the end is that of its last line, here-documents included. */
  readonly start: number;
  readonly end: number;
}

export interface WrittenFile {
  readonly syntax?: { readonly value: string; readonly start: number; readonly end: number };
  readonly escape: string;
  readonly instructions: readonly Written[];
  readonly problems: readonly { readonly offset: number; readonly message: string }[];
  /** Set where not all of the file was read. */
  readonly cut?: string;
}

/** Instructions of one file that are read; a file with more is generated or hostile. */
const MOST_INSTRUCTIONS = 10_000;
const MOST_HEREDOCS = 100;

export function readInstructions(text: string): WrittenFile {
  const lines = new LineReader(text);
  const problems: { offset: number; message: string }[] = [];
  const { escape, syntax } = directives(lines, problems);
  const continued = escape === '`' ? /(?:^|[^`])`[ \t]*$/ : /(?:^|[^\\])\\[ \t]*$/;
  const instructions: Written[] = [];
  let cut: string | undefined;
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    const lead = line.text.length - line.text.trimStart().length;
    if (lead === line.text.length || line.text[lead] === '#') continue;
    if (instructions.length >= MOST_INSTRUCTIONS) {
      cut = `more than ${MOST_INSTRUCTIONS} instructions`;
      problems.push({ offset: line.start, message: `${cut}; the rest was not read` });
      break;
    }
    const joined = new Joined();
    const start = line.start + lead;
    let piece = line.text.slice(lead);
    let source = start;
    let end = line.start + line.text.length;
    for (;;) {
      if (!continued.test(piece)) {
        joined.add(piece.trimEnd(), source);
        break;
      }
      joined.add(piece.slice(0, piece.lastIndexOf(escape)), source);
      let next = lines.next();
      // Comments and blank lines among continued ones are dropped.
      while (next !== undefined && /^\s*(?:#|$)/.test(next.text)) next = lines.next();
      if (next === undefined) break;
      piece = next.text;
      source = next.start;
      end = next.start + next.text.length;
    }
    const whole = joined.text;
    const keyword = /^\S+/.exec(whole)?.[0] ?? '';
    const rest = keyword.length + (/^\s*/.exec(whole.slice(keyword.length))?.[0].length ?? 0);
    const heredocs: Heredoc[] = [];
    if (takesHeredocs(whole)) {
      for (const { name, strip, expands } of heredocNames(whole, rest)) {
        const read = body(lines, name, strip);
        if (read === undefined) {
          problems.push({ offset: start, message: `here-document \`${name}\` never ends; end it with a line that is \`${name}\`` });
          break;
        }
        heredocs.push({ name, expands, body: read.body });
        end = read.end;
      }
    }
    instructions.push({ keyword: keyword.toUpperCase(), line: joined, rest, heredocs, start, end });
  }
  return { syntax, escape, instructions, problems, ...(cut === undefined ? {} : { cut }) };
}

interface PhysicalLine {
  readonly text: string;
  readonly start: number;
}

class LineReader {
  at = 0;

  constructor(private readonly text: string) {
    if (text.startsWith('\uFEFF')) this.at = 1;
  }

  next(): PhysicalLine | undefined {
    if (this.at >= this.text.length) return undefined;
    const start = this.at;
    const found = this.text.indexOf('\n', start);
    const end = found < 0 ? this.text.length : found;
    this.at = end + 1;
    return { text: this.text.slice(start, end > start && this.text[end - 1] === '\r' ? end - 1 : end), start };
  }
}

/** `# syntax=…` and `# escape=…` stand before anything else; the first line that is neither ends them. */
function directives(lines: LineReader, problems: { offset: number; message: string }[]): Pick<WrittenFile, 'syntax' | 'escape'> {
  let escape = '\\';
  let syntax: WrittenFile['syntax'];
  for (;;) {
    const before = lines.at;
    const line = lines.next();
    const match = /^#\s*([a-z]+)\s*=\s*(.*?)\s*$/i.exec(line?.text ?? '');
    const name = match?.[1]?.toLowerCase();
    if (line === undefined || match === null || !['syntax', 'escape', 'check'].includes(name ?? '')) {
      lines.at = before;
      return { escape, syntax };
    }
    const value = match[2] ?? '';
    const start = line.start + line.text.lastIndexOf(value);
    if (name === 'syntax') syntax = { value, start, end: start + value.length };
    if (name === 'escape') {
      if (value === '\\' || value === '`') escape = value;
      else problems.push({ offset: start, message: `escape character \`${value}\` is neither \`\\\` nor a backquote` });
    }
  }
}

const takesHeredocs = (line: string): boolean => line.includes('<<') && /^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(line);

/** The names of here-documents, in order: `<<EOF`, `<<-"EOF"`, `3<<EOF`; not `<<<` and not what stands in quotes. */
function heredocNames(line: string, from: number): readonly { readonly name: string; readonly strip: boolean; readonly expands: boolean }[] {
  const found: { name: string; strip: boolean; expands: boolean }[] = [];
  const token = /'[^']*'|"(?:[^"\\]|\\.)*"|\\.|(?<=^|\s)\d*<<(-?)(?:([\w.-]+)|"([\w.-]+)"|'([\w.-]+)')(?=$|[\s;&|)<>])/gs;
  token.lastIndex = from;
  for (let match = token.exec(line); match !== null && found.length < MOST_HEREDOCS; match = token.exec(line)) {
    const [, strip, plain, double, single] = match;
    const name = plain ?? double ?? single;
    if (strip !== undefined && name !== undefined) found.push({ name, strip: strip === '-', expands: plain !== undefined });
  }
  return found;
}

function body(lines: LineReader, name: string, strip: boolean): { readonly body: Joined; readonly end: number } | undefined {
  const before = lines.at;
  const joined = new Joined();
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    const lead = strip ? line.text.length - line.text.replace(/^\t+/, '').length : 0;
    const text = line.text.slice(lead);
    if (text === name) return { body: joined, end: line.start + line.text.length };
    joined.add(`${text}\n`, line.start + lead);
  }
  lines.at = before;
  return undefined;
}
