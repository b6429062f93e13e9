/**
 * The shortest text that all of some patterns match and none of others: a lazy product of their automata, breadth first.
 * Every pattern is a line of units with stars, so that a state is a set of places in each.
 */
import type { Pattern } from '../pattern.js';
import { matchesPattern } from '../pattern.js';

/** Literal characters (one, or both cases of it), null for any one character, undefined for any text. */
type Unit = string | null | undefined;

export interface WordQuestion {
  readonly all: readonly Form[];
  readonly none: readonly Form[];
}

/** A pattern, and whether it tells case. */
export interface Form {
  readonly pattern: Pattern;
  readonly ignoreCase?: boolean;
}

export const formsOfPatterns = (patterns: readonly Pattern[]): readonly Form[] => patterns.map((pattern) => ({ pattern }));

/** How many states may be seen before giving up. */
const STATES = 4_000;

/** A text, undefined when there is none, or 'budget' when that could not be told. */
export function shortestWord({ all, none }: WordQuestion): string | undefined | 'budget' {
  const fits = (word: string): boolean => all.every(({ pattern, ignoreCase }) => matchesPattern(pattern, word, ignoreCase) !== false) && none.every(({ pattern, ignoreCase }) => matchesPattern(pattern, word, ignoreCase) !== true);
  // Most questions are answered by some pattern with its stars left empty, or filled with one letter.
  let shortest: string | undefined;
  for (const { pattern, ignoreCase } of all) {
    for (const filler of FILLERS) {
      const word = filled(pattern, filler);
      for (const cased of ignoreCase === true ? [word, word.toLowerCase(), word.toUpperCase()] : [word]) if ((shortest === undefined || cased.length < shortest.length) && fits(cased)) shortest = cased;
    }
    if (shortest === undefined && ignoreCase !== true && isPlain(pattern)) return undefined;
  }
  if (shortest !== undefined) return shortest;
  if (all.length === 0) for (const word of ['x', 'y', 'xy']) if (fits(word)) return word;
  return product(all.map(units), none.map(units));
}

const FILLERS = ['', 'x', 'xy', 'zq'] as const;
const isPlain = ({ pieces }: Pattern): boolean => pieces.every(({ kind }) => kind === 'text');

function filled({ pieces }: Pattern, filler: string): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'one' ? 'x' : filler)).join('');
}

/** Holes and variables are any text here: whoever asks has made sure that this is the side to err on. */
function units({ pattern: { pieces }, ignoreCase = false }: Form): readonly Unit[] {
  const out: Unit[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'text') out.push(...piece.text.split('').map((c) => (ignoreCase ? bothCases(c) : c)));
    else if (piece.kind === 'one') out.push(null);
    else if (out.length === 0 || out.at(-1) !== undefined) out.push(undefined);
  }
  return out;
}

function bothCases(c: string): string {
  const [lower, upper] = [c.toLowerCase(), c.toUpperCase()];
  return lower === upper ? c : lower + upper;
}

type Places = readonly number[];

/** The places that can be reached without reading: past stars. */
function closed(pattern: readonly Unit[], places: Iterable<number>): Places {
  const out = new Set<number>();
  for (let place of places) {
    out.add(place);
    while (place < pattern.length && pattern[place] === undefined) out.add(++place);
  }
  return [...out].sort((a, b) => a - b);
}

function step(pattern: readonly Unit[], places: Places, c: string): Places {
  const next: number[] = [];
  for (const place of places) {
    if (place >= pattern.length) continue;
    const unit = pattern[place];
    if (unit === undefined) next.push(place);
    else if (unit === null || unit.includes(c)) next.push(place + 1);
  }
  return next.length === 0 ? NOWHERE : closed(pattern, next);
}
const NOWHERE: Places = [];

interface State {
  readonly all: readonly Places[];
  readonly none: readonly Places[];
  readonly from?: State;
  readonly c: string;
}

function product(all: readonly (readonly Unit[])[], none: readonly (readonly Unit[])[]): string | undefined | 'budget' {
  const alphabet = alphabetOf([...all, ...none]);
  let frontier: State[] = [{ all: all.map((p) => closed(p, [0])), none: none.map((p) => closed(p, [0])), c: '' }];
  const seen = new Set<string>(frontier.map(keyOf));
  while (frontier.length > 0) {
    const next: State[] = [];
    for (const state of frontier) {
      if (all.every((p, i) => state.all[i]?.includes(p.length)) && none.every((p, i) => !state.none[i]?.includes(p.length))) return read(state);
      for (const c of nextCharacters(all, state.all, alphabet)) {
        const stepped = all.map((p, i) => step(p, state.all[i] ?? NOWHERE, c));
        if (stepped.some((places) => places.length === 0)) continue;
        const after: State = { all: stepped, none: none.map((p, i) => step(p, state.none[i] ?? NOWHERE, c)), from: state, c };
        const key = keyOf(after);
        if (seen.has(key)) continue;
        if (seen.size >= STATES) return 'budget';
        seen.add(key);
        next.push(after);
      }
    }
    frontier = next;
  }
  return undefined;
}

/** A pattern that stands on letters only leaves just those to try. */
function nextCharacters(patterns: readonly (readonly Unit[])[], places: readonly Places[], alphabet: readonly string[]): readonly string[] {
  let best = alphabet;
  for (const [i, pattern] of patterns.entries()) {
    const at = places[i] ?? NOWHERE;
    if (at.some((place) => place < pattern.length && (pattern[place] === undefined || pattern[place] === null))) continue;
    const letters = [...new Set(at.flatMap((place) => [...(pattern[place] ?? '')]))];
    if (letters.length < best.length) best = letters;
  }
  return best;
}

/** Every letter that some pattern writes, and one that none does. */
function alphabetOf(patterns: readonly (readonly Unit[])[]): readonly string[] {
  const letters = new Set<string>();
  for (const pattern of patterns) for (const unit of pattern) for (const letter of unit ?? '') letters.add(letter);
  const other = [...'xyzqwvujkabcdefghilmnoprst0123456789'].find((letter) => !letters.has(letter)) ?? '\u00b7';
  return [other, ...letters];
}

const keyOf = ({ all, none }: State): string => `${all.map((places) => places.join()).join(';')}|${none.map((places) => places.join()).join(';')}`;

function read(state: State): string {
  let text = '';
  for (let at: State | undefined = state; at !== undefined; at = at.from) text = at.c + text;
  return text;
}
