/** RubyGems: https://docs.ruby-lang.org/en/master/Gem/Version.html. Segments of digits and of letters; a letter makes it a pre-release. */
import { compareDigits, compareTexts, scheme } from './scheme.js';

const GRAMMAR = /^\s*(\d+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)?\s*$/;

function parse(text: string): readonly string[] | undefined {
  if (!GRAMMAR.test(text)) return undefined;
  const segments = text.trim().replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? ['0'];
  const firstWord = segments.findIndex((one) => !isNumber(one));
  return firstWord < 0 ? trimmed(segments) : [...trimmed(segments.slice(0, firstWord)), ...trimmed(segments.slice(firstWord))];
}

/** Zeros at the end say nothing. */
function trimmed(segments: readonly string[]): readonly string[] {
  let end = segments.length;
  while (end > 0 && /^0+$/.test(segments[end - 1] ?? '')) end--;
  return segments.slice(0, end);
}

const isNumber = (segment: string): boolean => /^\d/.test(segment);

function compare(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [one = '0', two = '0'] = [a[i], b[i]];
    const [oneIsNumber, twoIsNumber] = [isNumber(one), isNumber(two)];
    const difference = oneIsNumber && twoIsNumber ? compareDigits(one, two) : oneIsNumber !== twoIsNumber ? (oneIsNumber ? 1 : -1) : compareTexts(one, two);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const rubygems = scheme(parse, compare);
