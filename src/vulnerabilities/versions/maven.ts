/**
 * Maven: https://maven.apache.org/pom.html#version-order-specification, as `org.apache.maven.artifact.versioning.ComparableVersion` has it:
 * a version is a tree of numbers, words and lists; `-` and each change between digits and letters open a list below.
 */
import { compareDigits, compareTexts, scheme } from './scheme.js';

/** A number is its digits without leading zeros; `0` is the empty text. */
type Item = { readonly kind: 'number'; readonly digits: string } | { readonly kind: 'word'; readonly rank: number; readonly text: string } | MavenList;
interface MavenList {
  readonly kind: 'list';
  readonly items: Item[];
}

const qualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const RELEASE = qualifiers.indexOf('');
const aliases: Readonly<Record<string, string>> = { ga: '', final: '', release: '', cr: 'rc' };
const beforeDigit: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' };

const number = (digits: string): Item => ({ kind: 'number', digits: digits.replace(/^0+/, '') });
const ZERO = number('0');

function word(text: string, followedByDigit: boolean): Item {
  const short = followedByDigit && Object.hasOwn(beforeDigit, text) ? (beforeDigit[text] ?? text) : text;
  const value = Object.hasOwn(aliases, short) ? (aliases[short] ?? short) : short;
  const rank = qualifiers.indexOf(value);
  // Words that mean nothing to Maven come after those that do, by the alphabet.
  return { kind: 'word', rank: rank < 0 ? qualifiers.length : rank, text: rank < 0 ? value : '' };
}

function parse(given: string): MavenList | undefined {
  const text = given.trim().toLowerCase();
  if (text === '') return undefined;
  const top: MavenList = { kind: 'list', items: [] };
  const opened = [top];
  let here = top;
  const open = (): void => {
    const below: MavenList = { kind: 'list', items: [] };
    here.items.push(below);
    opened.push(below);
    here = below;
  };
  /** `1.foo` is as `1-foo`: a word opens a list, too. */
  const openForWord = (): void => {
    if (here.items.length > 0) open();
  };
  let start = 0;
  let inDigits = false;
  const finished = (to: number): Item => (inDigits ? number(text.slice(start, to)) : word(text.slice(start, to), false));
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '.' || char === '-') {
      here.items.push(i === start ? ZERO : finished(i));
      start = i + 1;
      if (char === '-') open();
      continue;
    }
    const isDigit = char >= '0' && char <= '9';
    if (isDigit !== inDigits && i > start) {
      if (isDigit) openForWord();
      here.items.push(isDigit ? word(text.slice(start, i), true) : finished(i));
      start = i;
      open();
    }
    inDigits = isDigit;
  }
  if (text.length > start) {
    if (!inDigits) openForWord();
    here.items.push(finished(text.length));
  }
  for (const list of opened.reverse()) trim(list.items);
  return top;
}

/** What is null at the end of a list, or before a list at its end, says nothing. */
function trim(items: Item[]): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    if (item === undefined) continue;
    if (isNull(item)) items.splice(i, 1);
    else if (item.kind !== 'list') break;
  }
}

const isNull = (item: Item): boolean => (item.kind === 'number' ? item.digits === '' : item.kind === 'word' ? item.rank === RELEASE : item.items.length === 0);

/** Words are older than lists, lists than numbers. */
const precedence: Readonly<Record<Item['kind'], number>> = { word: 0, list: 1, number: 2 };

function compare(a: Item | undefined, b: Item | undefined): number {
  if (a === undefined) return b === undefined ? 0 : -compareToNothing(b);
  if (b === undefined) return compareToNothing(a);
  if (a.kind === 'number' && b.kind === 'number') return compareDigits(a.digits, b.digits);
  if (a.kind === 'word' && b.kind === 'word') return a.rank - b.rank || compareTexts(a.text, b.text);
  if (a.kind === 'list' && b.kind === 'list') {
    for (let i = 0; i < Math.max(a.items.length, b.items.length); i++) {
      const difference = compare(a.items[i], b.items[i]);
      if (difference !== 0) return difference;
    }
    return 0;
  }
  return precedence[a.kind] - precedence[b.kind];
}

function compareToNothing(item: Item): number {
  if (item.kind === 'number') return item.digits === '' ? 0 : 1;
  if (item.kind === 'word') return item.rank - RELEASE;
  for (const one of item.items) {
    const difference = compareToNothing(one);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const maven = scheme<MavenList>(parse, compare);
