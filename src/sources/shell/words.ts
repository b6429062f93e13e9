/** A shell script → words and operators, with quotes, expansions and where each stands. */
import type { Reason } from '../../model/index.js';
import { LONGEST, parameter, type LookUp, type Piece } from './parameter.js';

export interface Word {
  readonly kind: 'word';
  readonly pieces: readonly Piece[];
  /** Some of it stood in quotes or after a backslash: it is no keyword and no pattern. */
  readonly quoted: boolean;
  /** It is one variable and nothing else, so that a value with blanks is several words. */
  readonly splits: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Operator {
  readonly kind: 'operator';
  /** `&&`, `||`, `;`, `;;`, `&`, `|`, `(`, `)`, `\n`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `> file`, `2>&1`, `<<EOF`: where output goes and input comes from. */
export interface Redirect {
  readonly kind: 'redirect';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Token = Word | Operator | Redirect;

/** `$(…)` and `` `…` `` in the words read so far. */
export interface Substitution {
  readonly text: string;
  /** Where the text begins in the script. */
  readonly offset: number;
}

export interface Tokenized {
  readonly tokens: readonly Token[];
  readonly substitutions: readonly Substitution[];
}

const OPERATOR = /&&|\|\||;;&?|;&|\|&|[;&|()\n]/y;
const REDIRECT = /(?:\d+|\{\w+\})?(?:<<<|<<-?|<>|<&|>>|>\||>&|&>>?|<(?!\()|>(?!\())/y;
const MOST_TOKENS = 50_000;
const PLAIN = /[^\s\\'"$`;&|()<>]+/y;

export const substitution: Reason = { kind: 'not-supported', detail: 'the output of a command is known when the image is built' };

export function tokenize(script: string, lookUp: LookUp): Tokenized {
  const tokens: Token[] = [];
  const substitutions: Substitution[] = [];
  let at = 0;
  while (at < script.length && tokens.length < MOST_TOKENS) {
    const c = script[at]!;
    if (c === ' ' || c === '\t' || c === '\r') at++;
    else if (c === '\\' && script[at + 1] === '\n') at += 2;
    else if (c === '#' && (at === 0 || /[\s;&|()]/.test(script[at - 1]!))) {
      const end = script.indexOf('\n', at);
      at = end < 0 ? script.length : end;
    } else {
      REDIRECT.lastIndex = at;
      const redirect = REDIRECT.exec(script)?.[0];
      if (redirect !== undefined) {
        tokens.push({ kind: 'redirect', text: redirect, start: at, end: at + redirect.length });
        at += redirect.length;
        continue;
      }
      OPERATOR.lastIndex = at;
      const operator = OPERATOR.exec(script)?.[0];
      if (operator !== undefined) {
        tokens.push({ kind: 'operator', text: operator, start: at, end: at + operator.length });
        at += operator.length;
        continue;
      }
      const word = readWord(script, at, lookUp, substitutions);
      tokens.push(word);
      at = Math.max(word.end, at + 1);
    }
  }
  return { tokens, substitutions };
}

/** The pieces of a text as a double-quoted word: for bodies of here-documents and words of `${x:-word}`. */
export const expandText = (text: string, lookUp: LookUp): readonly Piece[] => {
  const pieces = new Pieces();
  for (let at = 0; at < text.length; ) at = inDouble(text, at, pieces, lookUp, []);
  return pieces.all;
};

class Pieces {
  readonly all: Piece[] = [];
  private length = 0;

  add(piece: Piece): void {
    if (typeof piece !== 'string') {
      this.all.push(piece);
      return;
    }
    this.length += piece.length;
    if (this.length > LONGEST) {
      if (typeof this.all.at(-1) === 'string' || this.all.length === 0) this.all.push({ reason: { kind: 'budget', detail: `a text is longer than ${LONGEST} characters` } });
      return;
    }
    const last = this.all.at(-1);
    if (typeof last === 'string') this.all[this.all.length - 1] = last + piece;
    else this.all.push(piece);
  }
}

function readWord(script: string, start: number, lookUp: LookUp, substitutions: Substitution[]): Word {
  const pieces = new Pieces();
  let quoted = false;
  let bare = 0;
  let other = false;
  let at = start;
  while (at < script.length) {
    const c = script[at]!;
    if (c === '\\') {
      if (script[at + 1] !== '\n') {
        pieces.add(script[at + 1] ?? '');
        quoted = true;
        other = true;
      }
      at += 2;
    } else if (c === "'") {
      const end = script.indexOf("'", at + 1);
      pieces.add(script.slice(at + 1, end < 0 ? undefined : end));
      quoted = true;
      other = true;
      at = end < 0 ? script.length : end + 1;
    } else if (c === '"') {
      quoted = true;
      other = true;
      at++;
      pieces.add('');
      while (at < script.length && script[at] !== '"') at = inDouble(script, at, pieces, lookUp, substitutions);
      at++;
    } else if (c === '$' || c === '`') {
      const next = dollar(script, at, pieces, lookUp, substitutions);
      bare++;
      at = next;
    } else if ((c === '<' || c === '>') && script[at + 1] === '(') {
      at = command(script, at + 1, pieces, substitutions);
      other = true;
    } else {
      PLAIN.lastIndex = at;
      const plain = PLAIN.exec(script)?.[0];
      if (plain === undefined) break;
      pieces.add(plain);
      other = true;
      at += plain.length;
    }
  }
  return { kind: 'word', pieces: pieces.all, quoted, splits: bare === 1 && !other, start, end: Math.min(at, script.length) };
}

/** One character, escape or expansion within double quotes; returns where it ends. */
function inDouble(script: string, at: number, pieces: Pieces, lookUp: LookUp, substitutions: Substitution[]): number {
  const c = script[at]!;
  if (c === '\\') {
    const next = script[at + 1] ?? '';
    if (next !== '\n') pieces.add('$`"\\'.includes(next) ? next : `\\${next}`);
    return at + 2;
  }
  if (c === '$' || c === '`') return dollar(script, at, pieces, lookUp, substitutions);
  const end = script.slice(at).search(/[\\"$`]/);
  if (end === 0) {
    pieces.add(c);
    return at + 1;
  }
  pieces.add(script.slice(at, end < 0 ? undefined : at + end));
  return end < 0 ? script.length : at + end;
}

/** An expansion: `$x`, `${x}`, `$(command)`, `$((sum))`, `` `command` ``; returns where it ends. */
function dollar(script: string, at: number, pieces: Pieces, lookUp: LookUp, substitutions: Substitution[]): number {
  if (script[at] === '`') {
    let end = at + 1;
    while (end < script.length && script[end] !== '`') end += script[end] === '\\' ? 2 : 1;
    substitutions.push({ text: script.slice(at + 1, end), offset: at + 1 });
    pieces.add({ reason: substitution });
    return Math.min(end + 1, script.length);
  }
  if (script[at + 1] === '(') return command(script, at + 1, pieces, substitutions);
  const found = parameter(script, at, lookUp, (word) => expandText(word.replace(/^(['"])(.*)\1$/s, '$2'), lookUp));
  if (found === undefined) {
    pieces.add('$');
    return at + 1;
  }
  for (const piece of found.pieces) pieces.add(piece);
  return at + found.length;
}

/** The commands between the parenthesis at `open` and the one that closes it; returns where that ends. */
function command(script: string, open: number, pieces: Pieces, substitutions: Substitution[]): number {
  let depth = 0;
  let at = open;
  for (; at < script.length; at++) {
    const c = script[at];
    if (c === '\\') at++;
    else if (c === "'") {
      const end = script.indexOf("'", at + 1);
      at = end < 0 ? script.length : end;
    } else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) break;
  }
  const arithmetic = script[open + 1] === '(';
  if (!arithmetic) substitutions.push({ text: script.slice(open + 1, at), offset: open + 1 });
  pieces.add({ reason: substitution });
  return Math.min(at + 1, script.length);
}
