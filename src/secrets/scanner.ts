/** Finds secrets in a text: a search for the keywords of all rules, and the patterns of a rule only around its own. */
import { createHmac } from 'node:crypto';
import { accountOf } from './checksum.js';
import { Keywords } from './keywords.js';
import { isPublished } from './placeholder.js';
import type { SecretRule } from './rule.js';

export interface Leak {
  readonly rule: SecretRule['id'];
  /** Lines and columns from 1. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Its first characters, and how many there are; never more. */
  readonly redacted: string;
  /** The same for the same secret wherever it stands; the secret cannot be had from it. */
  readonly fingerprint: string;
  /** Of a key of AWS: the account that it is of. */
  readonly account?: string;
}

export interface Scanner {
  readonly rules: ReadonlyMap<string, SecretRule>;
  /** The leaks of a text in the order in which they stand, each place once. */
  readonly scan: (text: string, place: { readonly path: string }) => readonly Leak[];
}

/** Characters on each side of a keyword that a pattern within a line sees. */
const REACH = 2048;
const LONGEST = 16 * 1024;
/** As much as files have that are told by their name: they are short. */
const WHOLE = 256 * 1024;
/** Finds in one text; a list of passwords has no end. */
const MOST = 1000;
/** Not a secret itself: it keeps fingerprints apart from plain digests that others have computed. */
const KEY = 'demarc leak 1';
const TEST_DATA = /EXAMPLE(?:KEY)?/;
/** Characters of base64 around a match beyond which it is a piece of something else. */
const BLOB = 80;

export function createScanner(rules: readonly SecretRule[]): Scanner {
  const byKeyword = new Map<string, SecretRule[]>();
  for (const rule of rules) for (const word of rule.keywords) byKeyword.set(word, [...(byKeyword.get(word) ?? []), rule]);
  const keywords = new Keywords([...byKeyword.keys()]);
  const byFile = rules.filter(({ files, keywords: words }) => files !== undefined && words.length === 0);
  return { rules: new Map(rules.map((rule) => [rule.id, rule])), scan: (text, { path }) => scan(text, path, keywords, byKeyword, byFile) };
}

interface Match {
  readonly rule: SecretRule;
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

function scan(text: string, path: string, keywords: Keywords, byKeyword: ReadonlyMap<string, readonly SecretRule[]>, byFile: readonly SecretRule[]): readonly Leak[] {
  const matches: Match[] = [];
  for (const rule of byFile) if (rule.files?.test(path) === true) matchesOf(rule, text.slice(0, WHOLE), 0, path, matches);
  /** By rule: how far the text was looked at. */
  const looked = new Map<string, number>();
  /** Where each of these stands next: keywords come in order, so that the text is gone through once for each. */
  const places = new Map<string, number>();
  const next = (what: string, at: number): number => {
    let place = places.get(what) ?? -1;
    if (place < at) {
      place = text.indexOf(what, at);
      if (place < 0) place = Infinity;
      places.set(what, place);
    }
    return place;
  };
  keywords.each(text, (word, at) => {
    let apart: boolean | undefined;
    for (const rule of byKeyword.get(word) ?? []) {
      if (rule.apart === true && !(apart ??= isSetApart(text, at + word.length))) continue;
      if (rule.files?.test(path) === false || at < (looked.get(rule.id) ?? 0) || (rule.ahead !== undefined && next(rule.ahead, at) > at + (rule.reach ?? LONGEST)) || (rule.follows !== undefined && !stands(rule.follows, text, at + word.length))) continue;
      const reach = rule.reach ?? LONGEST;
      // Twice as far as needed, so that the keywords of a whole reach are done with one look: a text of nothing but keywords costs no more.
      const [from, to] = rule.lines === true ? [Math.max(0, at - (rule.back ?? 160)), Math.min(text.length, at + 2 * reach)] : lineAround(text, at);
      looked.set(rule.id, rule.lines === true ? at + reach : to);
      matchesOf(rule, text.slice(from, to), from, path, matches);
    }
    return matches.length < MOST;
  });
  return matches.length === 0 ? [] : placed(text, distinct(matches));
}

/** Characters of names, and those that nothing puts between a name and its value: what follows in a path, an address or a sum. */
const NAMES = /[\w.-]/;
const LONGEST_NAME = 64;
const NEVER = new Set('/&%;#~^!$)');
const inName = Uint8Array.from({ length: 128 }, (_, code) => (NAMES.test(String.fromCharCode(code)) ? 1 : 0));

/** Whether a value may follow on a name that ends here or a little later: asked before any pattern, as most words tell of nothing. */
function isSetApart(text: string, at: number): boolean {
  const most = at + LONGEST_NAME;
  let end = at;
  while (end < most && inName[text.charCodeAt(end)] === 1) end++;
  if (end === most) return true;
  const next = text.charAt(end);
  // `NAME ?= value` and `name ?? value`, but not the query of an address.
  if (next === '?') return /[=?]/.test(text.charAt(end + 1));
  return !NEVER.has(next);
}

function stands(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function lineAround(text: string, at: number): readonly [number, number] {
  // Never further than the reach: a line may be the whole of a long text.
  const start = Math.max(0, at - REACH);
  const feed = text.slice(at, at + REACH).indexOf('\n');
  return [start + text.slice(start, at).lastIndexOf('\n') + 1, feed < 0 ? Math.min(text.length, at + REACH) : at + feed];
}

function matchesOf(rule: SecretRule, piece: string, offset: number, path: string, into: Match[]): void {
  rule.pattern.lastIndex = 0;
  for (let match = rule.pattern.exec(piece); match !== null; match = rule.pattern.exec(piece)) {
    const value = valueOf(match);
    if (!TEST_DATA.test(value) && !isPublished(value) && !isWithinBlob(match, value) && rule.valid?.(value, match, path) !== false) {
      const from = offset + match.index + match[0].lastIndexOf(value);
      into.push({ rule, from, to: from + value.length, value });
    }
    if (match[0] === '') rule.pattern.lastIndex++;
    // What was no secret may hide one that begins later.
    else if (rule.generic === true && match.index + 1 < rule.pattern.lastIndex && into.at(-1)?.to !== offset + rule.pattern.lastIndex) rule.pattern.lastIndex = Math.max(match.index + 1, Math.min(rule.pattern.lastIndex, match.index + match[0].lastIndexOf(value)));
  }
}

/** Names of groups that say what a value is not: those of the value are all others. */
const ASIDE = new Set(['name', 'parameter', 'variable', 'set', 'user', 'host', 'scheme', 'indent']);

function valueOf(match: RegExpExecArray): string {
  for (const [name, value] of Object.entries(match.groups ?? {})) if (value !== undefined && !ASIDE.has(name)) return value;
  return match[0];
}

/** Whether it stands in the middle of long base64: any text of letters and figures does once. */
function isWithinBlob({ input, index, 0: whole }: RegExpExecArray, value: string): boolean {
  if (/[^A-Za-z0-9+/=]/.test(value)) return false;
  const start = index + whole.lastIndexOf(value);
  const before = /[A-Za-z0-9+/]*$/.exec(input.slice(Math.max(0, start - 400), start))?.[0] ?? '';
  const after = /^[A-Za-z0-9+/]*/.exec(input.slice(start + value.length, start + value.length + 400))?.[0] ?? '';
  return before.length + after.length > BLOB && /[+]|[0-9][A-Z]|[a-z][0-9]/.test(before + after) && !/[a-z]\/[a-z]/.test(before);
}

/** Of finds that lie over one another the one of the rule that says most stays: the earlier in the list. */
function distinct(matches: readonly Match[]): readonly Match[] {
  const kept: Match[] = [];
  const ordered = matches.toSorted((a, b) => a.from - b.from || b.to - a.to);
  for (const match of ordered) {
    // In order of where they begin, only the last few can reach so far.
    let over = kept.length - 1;
    while (over >= 0 && kept.length - over < 8 && !(match.from < kept[over]!.to)) over--;
    const there = over >= 0 && match.from < kept[over]!.to ? kept[over] : undefined;
    if (there === undefined) kept.push(match);
    else if (there.rule.generic === true && match.rule.generic !== true) kept[over] = match;
  }
  return kept;
}

function placed(text: string, matches: readonly Match[]): readonly Leak[] {
  let line = 1;
  let start = 0;
  const place = (at: number): readonly [number, number] => {
    for (let feed = text.indexOf('\n', start); feed >= 0 && feed < at; feed = text.indexOf('\n', start)) {
      line++;
      start = feed + 1;
    }
    return [line, at - start + 1];
  };
  return matches.map(({ rule, from, to, value }) => {
    const [first, column] = place(from);
    const inner = text.slice(from, to);
    const feeds = inner.split('\n').length - 1;
    return {
      rule: rule.id,
      line: first,
      column,
      endLine: first + feeds,
      endColumn: feeds === 0 ? column + inner.length : inner.length - inner.lastIndexOf('\n'),
      redacted: redactedOf(value),
      ...accounted(rule, value),
      fingerprint: fingerprintOf(rule.id, value),
    };
  });
}

/** What tells that two are the same without telling what they are. */
export const fingerprintOf = (rule: string, value: string): string => createHmac('sha256', KEY).update(`${rule}\0${value}`).digest('hex').slice(0, 16);

/** Four characters tell which key it is; of what is short, or a key of many lines, none. */
const redactedOf = (value: string): string => (value.length < 20 || /\s/.test(value) ? `… (${value.length} characters)` : `${value.slice(0, 4)}… (${value.length} characters)`);

function accounted({ id }: SecretRule, value: string): { readonly account?: string } {
  const account = id === 'aws-access-key' || id === 'aws-temporary-key' ? accountOf(value) : undefined;
  return account === undefined ? {} : { account };
}
