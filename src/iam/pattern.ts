/**
 * Patterns of a policy as a list of pieces: literal text, `*`, `?`, policy variables, and holes where a part is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
import type { Truth } from '../model/index.js';
import { globMatches } from './match.js';
import type { PolicyText } from './policy.js';

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'star' }
  | { readonly kind: 'one' }
  /** Any text: it is not known which. */
  | { readonly kind: 'hole' }
  | { readonly kind: 'variable'; readonly key: string; readonly otherwise?: string };

export interface Pattern {
  readonly pieces: readonly Piece[];
  /** The pattern as one glob, when it has neither holes nor variables nor escaped wildcards. */
  readonly glob?: string;
}

/** How the characters of a text are read. */
export interface PatternSyntax {
  /** `*` and `?` are wildcards. */
  readonly wild: boolean;
  /** `${…}` are policy variables: documents of version 2012-10-17 only. */
  readonly variables: boolean;
}

/** What a policy variable stands for: its value, undefined when the request does not have it, or 'unknown'. */
export type VariableLookup = (key: string) => string | undefined | 'unknown';

const cache = new WeakMap<PolicyText, Map<number, Pattern>>();

export function compile(text: PolicyText, { wild, variables }: PatternSyntax): Pattern {
  const slot = (wild ? 1 : 0) + (variables ? 2 : 0);
  let slots = cache.get(text);
  if (slots === undefined) cache.set(text, (slots = new Map()));
  const there = slots.get(slot);
  if (there !== undefined) return there;
  const pieces: Piece[] = [];
  for (const part of text.parts) {
    if (typeof part === 'string') split(part, wild, variables, pieces);
    else pieces.push({ kind: 'hole' });
  }
  const pattern: Pattern = { pieces, glob: globOf(pieces) };
  slots.set(slot, pattern);
  return pattern;
}

/** A glob of plain text, for questions that bring their own. */
export function globPattern(glob: string): Pattern {
  const pieces: Piece[] = [];
  split(glob, true, false, pieces);
  return { pieces, glob };
}

function globOf(pieces: readonly Piece[]): string | undefined {
  let glob = '';
  for (const piece of pieces) {
    if (piece.kind === 'hole' || piece.kind === 'variable') return undefined;
    if (piece.kind === 'text' && /[*?]/.test(piece.text)) return undefined;
    glob += piece.kind === 'text' ? piece.text : piece.kind === 'star' ? '*' : '?';
  }
  return glob;
}

function split(text: string, wild: boolean, variables: boolean, into: Piece[]): void {
  const token = variables ? (wild ? /\$\{([^{}]*)\}|[*?]/g : /\$\{([^{}]*)\}/g) : wild ? /[*?]/g : undefined;
  let from = 0;
  const push = (piece: Piece): void => {
    const last = into.at(-1);
    if (piece.kind === 'star' && last?.kind === 'star') return;
    if (piece.kind === 'text' && last?.kind === 'text') into[into.length - 1] = { kind: 'text', text: last.text + piece.text };
    else into.push(piece);
  };
  if (token !== undefined) {
    for (const match of text.matchAll(token)) {
      if (match.index > from) push({ kind: 'text', text: text.slice(from, match.index) });
      from = match.index + match[0].length;
      if (match[0] === '*') push({ kind: 'star' });
      else if (match[0] === '?') push({ kind: 'one' });
      else push(variable(match[1] ?? ''));
    }
  }
  if (from < text.length) push({ kind: 'text', text: text.slice(from) });
}

/** `${*}`, `${?}` and `${$}` are the characters themselves; `${key, 'text'}` has a default. */
function variable(inside: string): Piece {
  if (inside === '*' || inside === '?' || inside === '$') return { kind: 'text', text: inside };
  const comma = inside.indexOf(',');
  if (comma < 0) return { kind: 'variable', key: inside.trim().toLowerCase() };
  return { kind: 'variable', key: inside.slice(0, comma).trim().toLowerCase(), otherwise: inside.slice(comma + 1).trim().replace(/^'(.*)'$/s, '$1') };
}

/** The pattern with its variables replaced; undefined when one has no value, so that nothing matches. */
export function substitute(pattern: Pattern, lookup: VariableLookup): Pattern | undefined {
  if (pattern.glob !== undefined || !pattern.pieces.some(({ kind }) => kind === 'variable')) return pattern;
  const pieces: Piece[] = [];
  for (const piece of pattern.pieces) {
    if (piece.kind !== 'variable') {
      pieces.push(piece);
      continue;
    }
    const value = lookup(piece.key) ?? piece.otherwise;
    if (value === undefined) return undefined;
    if (value === 'unknown') pieces.push({ kind: 'hole' });
    else if (value !== '') pieces.push({ kind: 'text', text: value });
  }
  return { pieces, glob: globOf(pieces) };
}

/** Whether a pattern without variables matches a text; a pattern with holes never surely does. */
export function matchesPattern(pattern: Pattern, text: string, ignoreCase = false): Truth {
  const { glob, pieces } = pattern;
  const subject = ignoreCase ? text.toLowerCase() : text;
  if (glob !== undefined) return globMatches(ignoreCase ? glob.toLowerCase() : glob, subject);
  const holes = pieces.some(({ kind }) => kind === 'hole' || kind === 'variable');
  return matchesPieces(ignoreCase ? lowered(pieces) : pieces, subject) ? (holes ? (wholly(pieces) ? true : 'unknown') : true) : false;
}

/** A hole beside a star at both ends, `*${x}*`, is not sure either; only a pattern of stars alone surely matches all. */
const wholly = (pieces: readonly Piece[]): boolean => pieces.every(({ kind }) => kind === 'star');

const lowered = (pieces: readonly Piece[]): readonly Piece[] => pieces.map((piece) => (piece.kind === 'text' ? { kind: 'text', text: piece.text.toLowerCase() } : piece));

/** Greedy with one point to return to, as for plain globs, over units of one character. */
function matchesPieces(pieces: readonly Piece[], text: string): boolean {
  const units: (string | null | undefined)[] = [];
  // null is any one character, undefined any text.
  for (const piece of pieces) {
    if (piece.kind === 'text') units.push(...piece.text.split(''));
    else units.push(piece.kind === 'one' ? null : undefined);
  }
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const unit = units[p];
    if (p < units.length && unit === undefined) {
      star = p++;
      mark = t;
    } else if (p < units.length && (unit === null || unit === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (p < units.length && units[p] === undefined) p++;
  return p === units.length;
}

/**
 * The resource pattern as AWS completes it: an ARN of fewer than six fields gets wildcards for those that are missing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function completedArn(pattern: Pattern): Pattern {
  const { glob } = pattern;
  if (glob === undefined || !glob.startsWith('arn:')) return pattern;
  const missing = 6 - glob.split(':').length;
  return missing <= 0 || glob.endsWith('*') ? pattern : globPattern(glob + ':*'.repeat(missing));
}
