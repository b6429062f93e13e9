/**
 * npm, crates.io, Hex, SwiftURL and all ranges of type SEMVER: https://semver.org/spec/v2.0.0.html#spec-item-11, with what OSV's records
 * also write: a leading `v`, and two numbers or one. Build metadata does not count.
 */
import { compareDigits, compareTexts, scheme } from './scheme.js';

interface Semver {
  readonly numbers: readonly string[];
  /** Identifiers of the pre-release; empty: none. */
  readonly pre: readonly string[];
  readonly build: readonly string[];
}

const GRAMMAR = /^[vV=]?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

export function parseSemver(text: string): Semver | undefined {
  const match = GRAMMAR.exec(text.trim());
  if (match === null) return undefined;
  const [, major = '0', minor = '0', patch = '0', pre, build] = match;
  return { numbers: [major, minor, patch], pre: pre?.split('.') ?? [], build: build?.split('.') ?? [] };
}

export function compareSemver(a: Semver, b: Semver): number {
  for (let i = 0; i < 3; i++) {
    const difference = compareDigits(a.numbers[i] ?? '0', b.numbers[i] ?? '0');
    if (difference !== 0) return difference;
  }
  // A pre-release is older than the release.
  return a.pre.length === 0 || b.pre.length === 0 ? b.pre.length - a.pre.length : compareIdentifiers(a.pre, b.pre);
}

/** Numbers before words; of equal beginnings the longer is newer. */
export function compareIdentifiers(a: readonly string[], b: readonly string[], texts: (x: string, y: string) => number = compareTexts): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [one = '', two = ''] = [a[i], b[i]];
    const [oneIsNumber, twoIsNumber] = [/^\d+$/.test(one), /^\d+$/.test(two)];
    const difference = oneIsNumber && twoIsNumber ? compareDigits(one, two) : oneIsNumber !== twoIsNumber ? (oneIsNumber ? -1 : 1) : texts(one, two);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export const semver = scheme(parseSemver, compareSemver);
