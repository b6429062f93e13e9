/**
 * Regular expressions in Go's RE2 syntax, run by JavaScript's engine: translated where the two differ. RE2 never
 * backtracks, JavaScript does: patterns that could run away are run under a time limit, and large texts are refused.
 */
import { runInNewContext } from 'node:vm';
import { budgetReason } from '../budget.js';
import { withParts, changedParts } from '../parts.js';
import { unknownFrom } from '../known.js';
import { errorValue, listValue, nullValue, objectValue, stringValue, unknownValue, type TfValue } from '../value.js';
import { string, textOf, type Family } from './rule.js';

const CLASSES: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};
const ESCAPES: Readonly<Record<string, string>> = { a: '\\x07', A: '(?<![\\s\\S])', z: '(?![\\s\\S])' };
const MOST_PATTERN = 2000;
const MOST_TEXT = 200_000;
const TIME_LIMIT_MS = 250;

class PatternProblem extends Error {}

interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** Named and unnamed groups together, which only `replace` takes. */
  readonly mixed: boolean;
  /** Repetition inside repetition: could take exponential time. */
  readonly risky: boolean;
}

/** Translates RE2 to JavaScript; throws PatternProblem. */
function translate(pattern: string): Pattern {
  let source = '';
  let flags = 'u';
  let pos = 0;
  const groups: { loose: boolean }[] = [{ loose: false }];
  let risky = false;
  let closed: { loose: boolean } | undefined;
  const captures = { named: false, numbered: false };
  while (pos < pattern.length) {
    const char = pattern[pos]!;
    const before = closed;
    closed = undefined;
    if (char === '\\') {
      const [text, next] = escapeAt(pattern, pos, false);
      source += text;
      pos = next;
    } else if (char === '[') {
      const [text, next] = classAt(pattern, pos);
      source += text;
      pos = next;
    } else if (char === '(') {
      const special = /^\(\?(?:P?<([A-Za-z_]\w*)>|([imsU]*)(?:-([imsU]+))?([:)]))/.exec(pattern.slice(pos, pos + 80));
      if (pattern[pos + 1] === '?' && special === null) throw new PatternProblem('`(?` of a kind that Terraform does not support');
      if (special === null) {
        source += '(';
        captures.numbered = true;
      } else if (special[1] !== undefined) {
        source += `(?<${special[1]}>`;
        captures.named = true;
      }
      else {
        const set = special[2] ?? '';
        if (special[3] !== undefined || set.includes('U')) throw new PatternProblem('flags that demarc does not support');
        if (set !== '') {
          if (source !== '' || (special[4] === ':' && !wraps(pattern, pos))) throw new PatternProblem('flags inside a pattern, which demarc does not support');
          flags += [...set].filter((flag) => !flags.includes(flag)).join('');
        }
        if (special[4] === ':') source += '(?:';
      }
      if (special?.[4] !== ')') groups.push({ loose: false });
      pos += special === null ? 1 : special[0].length;
    } else if (char === ')') {
      closed = groups.pop();
      if (groups.length === 0) throw new PatternProblem('a `)` that closes nothing');
      source += ')';
      pos += 1;
      if (closed?.loose === true) groups.at(-1)!.loose = true;
    } else if (char === '*' || char === '+' || char === '?' || char === '{') {
      const repeat = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(pos, pos + 20));
      if (repeat === null) {
        source += '\\{';
        pos += 1;
        continue;
      }
      if (char === '*' || char === '+' || repeat[0].includes(',')) {
        if (before?.loose === true) risky = true;
        groups.at(-1)!.loose = true;
      }
      source += repeat[0];
      pos += repeat[0].length;
    } else {
      if (char === '|') groups.at(-1)!.loose = true;
      source += char === '}' || char === ']' || char === '/' ? `\\${char}` : char;
      pos += 1;
    }
  }
  if (groups.length !== 1) throw new PatternProblem('a `(` that is not closed');
  return { source, flags, mixed: captures.named && captures.numbered, risky: risky || (source.match(/[*+]/g)?.length ?? 0) > 4 };
}

/** Whether the group that opens here closes at the end of the pattern. */
function wraps(pattern: string, open: number): boolean {
  let depth = 0;
  for (let i = open; i < pattern.length; i += 1) {
    if (pattern[i] === '\\') i += 1;
    else if (pattern[i] === '(') depth += 1;
    else if (pattern[i] === ')' && (depth -= 1) === 0) return i === pattern.length - 1;
  }
  return false;
}

function escapeAt(pattern: string, pos: number, inClass: boolean): [string, number] {
  const letter = pattern[pos + 1];
  if (letter === undefined) throw new PatternProblem('a `\\` at its end');
  const space = '\\t\\n\\f\\r ';
  if (letter === 's') return [inClass ? space : `[${space}]`, pos + 2];
  if (letter === 'S' && !inClass) return [`[^${space}]`, pos + 2];
  if (letter === 'Q') {
    const end = pattern.indexOf('\\E', pos);
    const literal = pattern.slice(pos + 2, end < 0 ? undefined : end);
    return [literal.replace(/[\\^$.*+?()[\]{}|/-]/g, (char) => (char === '-' ? '-' : `\\${char}`)), end < 0 ? pattern.length : end + 2];
  }
  if (letter === 'x') {
    const hex = /^\\x(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2}))/.exec(pattern.slice(pos, pos + 14));
    if (hex === null) throw new PatternProblem('a bad `\\x`');
    return [`\\u{${hex[1] ?? hex[2]}}`, pos + hex[0].length];
  }
  if (letter === 'p' || letter === 'P') {
    const property = /^\\[pP](?:\{(\^?)(\w+)\}|(\w))/.exec(pattern.slice(pos, pos + 60));
    if (property === null) throw new PatternProblem('a bad `\\p`');
    const name = property[2] ?? property[3]!;
    const negated = (letter === 'P') !== (property[1] === '^');
    const general = name.length <= 2 ? name : `Script=${name}`;
    return [`\\${negated ? 'P' : 'p'}{${general}}`, pos + property[0].length];
  }
  if (!inClass && ESCAPES[letter] !== undefined) return [ESCAPES[letter], pos + 2];
  if (/[dDwWbBnrtfv]/.test(letter)) return [`\\${letter}`, pos + 2];
  if (/[0-7]/.test(letter)) {
    const octal = /^\\([0-7]{3}|0)/.exec(pattern.slice(pos, pos + 4));
    if (octal === null) throw new PatternProblem('a backreference, which RE2 does not have');
    return [`\\u{${parseInt(octal[1]!, 8).toString(16)}}`, pos + octal[0].length];
  }
  if (/[A-Za-z0-9]/.test(letter)) throw new PatternProblem(`\`\\${letter}\`, which is no escape sequence`);
  if (/[\\^$.*+?()[\]{}|/]/.test(letter) || (inClass && letter === '-')) return [`\\${letter}`, pos + 2];
  return [String.fromCodePoint(pattern.codePointAt(pos + 1)!), pos + 1 + (letter >= '\ud800' && letter <= '\udbff' ? 2 : 1)];
}

function classAt(pattern: string, start: number): [string, number] {
  let pos = start + 1;
  let source = '[';
  if (pattern[pos] === '^') {
    source += '^';
    pos += 1;
  }
  for (let first = true; ; first = false) {
    const char = pattern[pos];
    if (char === undefined) throw new PatternProblem('a `[` that is not closed');
    if (char === ']' && !first) return [`${source}]`, pos + 1];
    const named = /^\[:(\^?)(\w+):\]/.exec(pattern.slice(pos, pos + 14));
    if (named !== null) {
      const members = CLASSES[named[2]!];
      if (members === undefined || named[1] === '^') throw new PatternProblem(`\`${named[0]}\`, which demarc does not support`);
      source += members;
      pos += named[0].length;
    } else if (char === '\\') {
      const [text, next] = escapeAt(pattern, pos, true);
      source += text;
      pos = next;
    } else {
      source += /[[\]{}()|/^$.*+?]/.test(char) ? `\\${char}` : char;
      pos += 1;
    }
  }
}

const compiled = new Map<string, Pattern | TfValue>();

function compile(pattern: string): Pattern | TfValue {
  let found = compiled.get(pattern);
  if (found !== undefined) return found;
  if (pattern.length > MOST_PATTERN) return unknownValue(budgetReason('this pattern'));
  try {
    found = translate(pattern);
    new RegExp(found.source, found.flags);
  } catch (problem) {
    if (!(problem instanceof PatternProblem) && !(problem instanceof SyntaxError)) throw problem;
    found = problem.message.includes('demarc')
      ? unknownValue({ kind: 'not-supported', detail: `this pattern has ${problem.message}` })
      : errorValue(`not a regular expression: ${problem instanceof PatternProblem ? problem.message : 'its syntax is wrong'}`);
  }
  if (compiled.size > 500) compiled.clear();
  compiled.set(pattern, found);
  return found;
}

const isPattern = (value: Pattern | TfValue): value is Pattern => 'source' in value;

/** All matches, or a value that says why not. */
function matchesOf(pattern: Pattern, text: string, all: boolean): readonly RegExpExecArray[] | TfValue {
  if (text.length > MOST_TEXT) return unknownValue(budgetReason('the text of this match'));
  const run = (expression: RegExp): readonly RegExpExecArray[] => {
    if (all) return [...text.matchAll(expression)];
    const match = expression.exec(text);
    return match === null ? [] : [match];
  };
  const expression = new RegExp(pattern.source, pattern.flags + (all ? 'g' : ''));
  if (!pattern.risky || text.length < 16) return run(expression);
  try {
    return runInNewContext('run(expression)', { run, expression }, { timeout: TIME_LIMIT_MS }) as readonly RegExpExecArray[];
  } catch (problem) {
    if ((problem as { readonly code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw problem;
    return unknownValue(budgetReason('the work of this pattern'));
  }
}

const isList = (value: readonly RegExpExecArray[] | TfValue): value is readonly RegExpExecArray[] => !('kind' in value);
const group = (value: string | undefined): TfValue => (value === undefined ? nullValue() : stringValue(value));

function captured(match: RegExpExecArray): TfValue {
  const names = match.groups;
  if (names !== undefined && Object.keys(names).length > 0) return objectValue(Object.entries(names).map(([name, value]) => [name, group(value)] as const));
  return match.length === 1 ? stringValue(match[0]) : { kind: 'tuple', items: match.slice(1).map(group) };
}

function replaced(text: string, pattern: Pattern, substitute: string): TfValue {
  const matches = matchesOf(pattern, text, true);
  if (!isList(matches)) return matches;
  let result = '';
  let last = 0;
  for (const match of matches) {
    result += text.slice(last, match.index) + expanded(substitute, match);
    last = match.index + match[0].length;
  }
  return stringValue(result + text.slice(last));
}

/** Go's `$1`, `${1}`, `$name`; `$$` is a dollar; an unknown name is nothing. */
const expanded = (substitute: string, match: RegExpExecArray): string =>
  substitute.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, plain: string | undefined, braced: string | undefined) => {
    if (whole === '$$') return '$';
    const name = plain ?? braced!;
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? '';
  });

function replace(values: readonly TfValue[], at: TfValue['at']): TfValue {
  const [text, sought, substitute] = values;
  if (sought!.kind !== 'string') return unknownFrom([sought!], at);
  const search = sought!.value;
  const regex = search.length > 1 && search.startsWith('/') && search.endsWith('/');
  if (text!.kind === 'unknown') {
    if (regex || substitute!.kind !== 'string') return unknownFrom([text!, substitute!], at);
    return changedParts(text!, (piece) => piece.split(search).join(textOf(substitute)), at);
  }
  if (substitute!.kind !== 'string') {
    // A placeholder in a known text: the gap stands where it stood.
    if (regex || substitute!.kind !== 'unknown' || search === '') return unknownFrom([substitute!], at);
    const pieces = textOf(text).split(search);
    if (pieces.length === 1) return text!;
    const inner = substitute!.parts ?? [null];
    return withParts(substitute!, pieces.flatMap((piece, index) => (index === 0 ? [piece] : [...inner, piece])).filter((part) => part !== ''), at);
  }
  if (!regex) {
    const result = search === '' ? substitute!.value + [...textOf(text)].map((rune) => rune + substitute!.value).join('') : textOf(text).split(search).join(substitute!.value);
    return result.length > 10_000_000 ? unknownValue(budgetReason('this text')) : stringValue(result, at);
  }
  const pattern = compile(search.slice(1, -1));
  return isPattern(pattern) ? replaced(textOf(text), pattern, substitute!.value) : pattern;
}

export const regex: Family = {
  regex: {
    parameters: [string, string],
    run: ([source, text]) => {
      const pattern = compile(textOf(source));
      if (!isPattern(pattern)) return pattern;
      if (pattern.mixed) return errorValue('the pattern mixes named and unnamed groups');
      const matches = matchesOf(pattern, textOf(text), false);
      if (!isList(matches)) return matches;
      return matches[0] === undefined ? errorValue('the text does not match the pattern') : captured(matches[0]);
    },
  },
  regexall: {
    parameters: [string, string],
    run: ([source, text]) => {
      const pattern = compile(textOf(source));
      if (!isPattern(pattern)) return pattern;
      if (pattern.mixed) return errorValue('the pattern mixes named and unnamed groups');
      const matches = matchesOf(pattern, textOf(text), true);
      return isList(matches) ? listValue(matches.map(captured)) : matches;
    },
  },
  replace: { parameters: [string, string, string], partial: true, run: (values, { at }) => replace(values, at) },
};
