/**
 * `$NAME` and `${NAME…}` as POSIX shells and BuildKit expand them. What is not known stays a hole with its reason, never a guess.
 */
import type { Reason } from '../../model/index.js';

/** A piece of a text: known, or a hole. */
export type Piece = string | Hole;
export interface Hole {
  readonly reason: Reason;
  /** The variable whose value it is, where it is one. */
  readonly variable?: string;
}

/** What a variable is: its value; `''` of none that is set; a hole of one whose value is not known. `unset`: nothing sets it. */
export interface Variable {
  readonly pieces: readonly Piece[];
  /** No value is set: `${x-y}` is `y`. A declared argument without a default is unset and its value a hole. */
  readonly unset?: boolean;
}

export type LookUp = (name: string) => Variable;
/** Expands the words in `${x:-word}`. */
export type ExpandWord = (word: string) => readonly Piece[];

export interface Parameter {
  readonly pieces: readonly Piece[];
  /** Characters that it takes, from its `$`. */
  readonly length: number;
}

/** Longest text that expansion may give. */
export const LONGEST = 64 * 1024;
/** Longest text that a pattern is tried on: trying costs its square. */
const MOST_MATCHED = 1000;
const LONGEST_PARAMETER = 1024;
const NAME = /[A-Za-z_]\w*/y;

/** The expansion that begins with the `$` at `at`; undefined where that `$` begins none. */
export function parameter(text: string, at: number, lookUp: LookUp, expand: ExpandWord): Parameter | undefined {
  if (text[at + 1] !== '{') {
    NAME.lastIndex = at + 1;
    const name = NAME.exec(text)?.[0];
    if (name !== undefined) return { pieces: lookUp(name).pieces, length: name.length + 1 };
    // Arguments and states of the shell: `$1`, `$@`, `$?`.
    const special = /[0-9@*#?$!-]/.exec(text[at + 1] ?? '')?.[0];
    return special === undefined ? undefined : { pieces: [hole(special)], length: 2 };
  }
  const end = closing(text, at + 1);
  if (end === undefined) return undefined;
  return { pieces: braced(text.slice(at + 2, end), lookUp, expand), length: end - at + 1 };
}

/** The brace that closes the one at `open`, those within, and quotes, passed over. */
function closing(text: string, open: number): number | undefined {
  let depth = 0;
  // A brace that is never closed must not cost the rest of the file at each `$`.
  const last = Math.min(text.length, open + LONGEST_PARAMETER);
  for (let i = open; i < last; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i;
  }
  return undefined;
}

const hole = (name: string): Hole => ({ reason: { kind: 'unresolved', detail: `\`$${name}\` is not known here` }, variable: name });

function braced(inside: string, lookUp: LookUp, expand: ExpandWord): readonly Piece[] {
  const match = /^([A-Za-z_]\w*)(.*)$/s.exec(inside);
  if (match === null) return [hole(`{${inside.slice(0, 40)}}`)];
  const [, name = '', operation = ''] = match;
  const variable = lookUp(name);
  const value = knownText(variable.pieces);
  if (operation === '') return variable.pieces;
  const substitute = /^(:?)([-+?=])(.*)$/s.exec(operation);
  if (substitute !== null) {
    const [, colon, kind, word = ''] = substitute;
    const empty = variable.unset === true || (colon === ':' && value === '');
    if (variable.unset !== true && value === undefined && colon === ':' && kind !== '+') return variable.pieces;
    if (kind === '+') return variable.unset !== true && value === undefined && colon === ':' ? [...variable.pieces] : empty ? [''] : expand(word);
    if (kind === '?') return variable.pieces;
    return empty ? expand(word) : variable.pieces;
  }
  if (value === undefined) return [hole(name)];
  const cut = /^(##?|%%?)(.*)$/s.exec(operation);
  const replace = /^\/(\/?)((?:\\.|[^\\/])*)(?:\/(.*))?$/s.exec(operation);
  const word = knownText(expand(cut?.[2] ?? replace?.[2] ?? ''));
  if (word === undefined || value.length > MOST_MATCHED || word.length > MOST_MATCHED) return [hole(name)];
  if (cut !== null) return [trim(value, word, cut[1] ?? '')];
  if (replace !== null) {
    const by = knownText(expand(replace[3] ?? ''));
    return by === undefined ? [hole(name)] : [replaced(value, word, by, replace[1] === '/')];
  }
  return [hole(name)];
}

export const knownText = (pieces: readonly Piece[]): string | undefined => (pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : undefined);

/** `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}`: the shortest or longest part at an end that fits is cut off. */
function trim(value: string, glob: string, how: string): string {
  const lengths = Array.from({ length: value.length + 1 }, (_, i) => i);
  if (how.length === 2) lengths.reverse();
  for (const length of lengths) {
    const part = how[0] === '#' ? value.slice(0, length) : value.slice(value.length - length);
    if (fits(part, glob)) return how[0] === '#' ? value.slice(length) : value.slice(0, value.length - length);
  }
  return value;
}

/** `${x/p/r}` and `${x//p/r}`: the longest part that fits, from the left. Bounded: the values are short. */
function replaced(value: string, glob: string, by: string, everywhere: boolean): string {
  if (glob === '' || value.length > 200) return value;
  let made = '';
  for (let i = 0; i < value.length; ) {
    let length = value.length - i;
    while (length > 0 && !fits(value.slice(i, i + length), glob)) length--;
    if (length === 0) made += value[i++];
    else {
      made += by;
      i += length;
      if (!everywhere) return made + value.slice(i);
    }
  }
  return made;
}

/** Whether a text fits a pattern of `*`, `?` and `\`; linear but for the last `*`, which is tried again. */
function fits(text: string, glob: string): boolean {
  let [t, g, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    const escaped = glob[g] === '\\' && g + 1 < glob.length;
    if (glob[g] === '*') {
      star = g++;
      mark = t;
    } else if (glob[g] === '?' || (escaped ? glob[g + 1] : glob[g]) === text[t]) {
      g += escaped ? 2 : 1;
      t++;
    } else if (star >= 0) {
      g = star + 1;
      t = ++mark;
    } else return false;
  }
  while (glob[g] === '*') g++;
  return g === glob.length;
}
