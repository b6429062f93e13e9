/** The arguments of an instruction: flags, words, `name=value` pairs and the JSON form, each with its place. */

/** A piece of an instruction's line as it is written, by offsets in the joined line. */
export interface Span {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

export interface Flag {
  readonly name: string;
  /** Undefined of a flag without `=`. */
  readonly value: Span | undefined;
  readonly start: number;
  readonly end: number;
}

export interface Pair {
  readonly name: Span;
  readonly value: Span | undefined;
}

/** Words of a line from an offset; quotes and escapes keep blanks inside a word where `quotes` is set. */
export function words(line: string, from: number, escape: string, quotes = false): readonly Span[] {
  const found: Span[] = [];
  let at = from;
  while (at < line.length) {
    if (/\s/.test(line[at]!)) {
      at++;
      continue;
    }
    const start = at;
    let quote = '';
    for (; at < line.length; at++) {
      const c = line[at]!;
      if (quotes && c === escape && quote !== "'") at++;
      else if (quote !== '') {
        if (c === quote) quote = '';
      } else if (quotes && (c === '"' || c === "'")) quote = c;
      else if (/\s/.test(c)) break;
    }
    at = Math.min(at, line.length);
    found.push({ raw: line.slice(start, at), start, end: at });
  }
  return found;
}

/** `--name=value` and `--name` before the arguments; `rest` is where those begin. */
export function flags(line: string, from: number, escape: string): { readonly flags: readonly Flag[]; readonly rest: number } {
  const found: Flag[] = [];
  let rest = from;
  while (line.startsWith('--', rest)) {
    const [word] = words(line.slice(0, endOfWord(line, rest, escape)), rest, escape, true);
    if (word === undefined) break;
    const match = /^--([a-zA-Z][\w.-]*)(=)?/.exec(word.raw);
    if (match === null) {
      // `--` alone ends the flags.
      if (word.raw === '--') rest = word.end + blanks(line, word.end);
      break;
    }
    const start = word.start + match[0].length;
    found.push({ name: match[1]!.toLowerCase(), value: match[2] === undefined ? undefined : { raw: line.slice(start, word.end), start, end: word.end }, start: word.start, end: word.end });
    rest = word.end + blanks(line, word.end);
  }
  return { flags: found, rest };
}

const blanks = (line: string, from: number): number => {
  let at = from;
  while (at < line.length && /\s/.test(line[at]!)) at++;
  return at - from;
};

function endOfWord(line: string, from: number, escape: string): number {
  let quote = '';
  for (let at = from; at < line.length; at++) {
    const c = line[at]!;
    if (c === escape && quote !== "'") at++;
    else if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (/\s/.test(c)) return at;
  }
  return line.length;
}

/** `ENV a=b c="d e"`, and the old `ENV a b c`, where all after the name is the value. */
export function pairs(line: string, from: number, escape: string): readonly Pair[] {
  const found = words(line, from, escape, true);
  const [first, second] = found;
  if (first === undefined) return [];
  if (!first.raw.includes('=')) {
    if (second === undefined) return [{ name: first, value: undefined }];
    const last = line.trimEnd().length;
    return [{ name: first, value: { raw: line.slice(second.start, last), start: second.start, end: last } }];
  }
  return found.map((word) => pair(word));
}

/** `ARG a=b c`: names with or without a default. The old spelling with a blank is taken as the default that it was meant to be. */
export function declarations(line: string, from: number, escape: string): readonly Pair[] {
  const found = words(line, from, escape, true);
  const [first, second] = found;
  if (found.length === 2 && first !== undefined && second !== undefined && !first.raw.includes('=') && !/^[A-Za-z_]\w*(=|$)/.test(second.raw)) return [{ name: first, value: second }];
  return found.map((word) => pair(word));
}

function pair({ raw, start, end }: Span): Pair {
  const equals = raw.indexOf('=');
  if (equals < 0) return { name: { raw, start, end }, value: undefined };
  return { name: { raw: raw.slice(0, equals), start, end: start + equals }, value: { raw: raw.slice(equals + 1), start: start + equals + 1, end } };
}

/** The texts of a JSON list with their places; undefined where it is not one: then the line is in the shell form. */
export function jsonForm(line: string, from: number): readonly { readonly text: string; readonly start: number; readonly end: number }[] | undefined {
  const text = line.slice(from).trim();
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || !parsed.every((one): one is string => typeof one === 'string')) return undefined;
  const places = [...line.slice(from).matchAll(/"(?:[^"\\]|\\.)*"/gs)];
  return parsed.map((one, i) => {
    const start = from + (places[i]?.index ?? 0);
    return { text: one, start, end: start + (places[i]?.[0].length ?? 0) };
  });
}
