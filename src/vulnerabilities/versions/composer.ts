/**
 * Packagist: https://getcomposer.org/doc/articles/versions.md, as composer/semver normalizes and PHP's `version_compare` orders:
 * four numbers, a stability with its numbers, and `-dev` for what is still to come. A branch (`dev-main`) has no place in the order.
 */
import { compareDigits, scheme } from './scheme.js';

interface ComposerVersion {
  readonly numbers: readonly string[];
  /** Index in `stabilities`. */
  readonly stability: number;
  /** Of `beta2.1`: 2 and 1. */
  readonly stabilityNumbers: readonly string[];
  readonly dev: boolean;
}

const stabilities = ['alpha', 'beta', 'rc', 'stable', 'patch'];
const spelled: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', p: 'patch', pl: 'patch' };
const STABILITY = String.raw`[._-]?(?:(stable|beta|b|rc|alpha|a|patch|pl|p)((?:[.-]?\d+)*)?)?([.-]?dev)?`;
const CLASSICAL = new RegExp(String.raw`^v?(\d{1,5})(\.\d+)?(\.\d+)?(\.\d+)?${STABILITY}$`, 'i');
const DATED = new RegExp(String.raw`^v?(\d{4}(?:[.:-]?\d{2}){1,6}(?:[.:-]?\d{1,3}){0,2})${STABILITY}$`, 'i');

function parse(given: string): ComposerVersion | undefined {
  const text = given.trim().replace(/ as .*$/, '').replace(/@(?:stable|beta|rc|alpha|dev)$/i, '').replace(/\+[^\s]+$/, '');
  const classical = CLASSICAL.exec(text);
  if (classical !== null) {
    const [, major = '0', minor = '.0', patch = '.0', fourth = '.0', ...rest] = classical;
    return made([major, minor.slice(1), patch.slice(1), fourth.slice(1)], rest);
  }
  const [, date, ...rest] = DATED.exec(text) ?? [];
  return date === undefined ? undefined : made(date.split(/\D/), rest);
}

function made(numbers: readonly string[], [word, stabilityNumbers = '', dev]: readonly (string | undefined)[]): ComposerVersion {
  const lower = word?.toLowerCase() ?? 'stable';
  const name = spelled[lower] ?? lower;
  // `1.0-stable2` and `1.0-stable-dev` are normalized to `1.0`.
  return { numbers, stability: stabilities.indexOf(name), stabilityNumbers: name === 'stable' ? [] : (stabilityNumbers.match(/\d+/g) ?? []), dev: dev !== undefined && word?.toLowerCase() !== 'stable' };
}

const STABLE = stabilities.indexOf('stable');

/** Part by part; where one version ends, what the other goes on with decides: a patch or a number is newer, anything else is older. */
function compare(a: ComposerVersion, b: ComposerVersion): number {
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [one = END, two = END] = [left[i], right[i]];
    const difference = one.rank - two.rank || compareDigits(one.digits, two.digits);
    if (difference !== 0) return difference;
  }
  return 0;
}

interface Part {
  readonly rank: number;
  readonly digits: string;
}
/** PHP's order of parts: dev, alpha, beta, rc, the end, patch; a number comes after the end and before nothing else but `patch`. */
const END: Part = { rank: STABLE + 1, digits: '' };
const NUMBER = STABLE + 1.5;

const parts = ({ numbers, stability, stabilityNumbers, dev }: ComposerVersion): readonly Part[] => [
  ...numbers.map((digits) => ({ rank: NUMBER, digits })),
  ...(stability === STABLE ? [] : [{ rank: stability + 1, digits: '' }]),
  ...stabilityNumbers.map((digits) => ({ rank: NUMBER, digits })),
  ...(dev ? [{ rank: 0, digits: '' }] : []),
];

export const composer = scheme(parse, compare);
