/**
 * Debian and Ubuntu: `[epoch:]upstream[-revision]`.
 * https://www.debian.org/doc/debian-policy/ch-controlfields.html#version and deb-version(7).
 */
import { compareDigits, scheme } from './scheme.js';

interface DpkgVersion {
  readonly epoch: string;
  readonly upstream: string;
  readonly revision: string;
}

function parse(text: string): DpkgVersion | undefined {
  const [, given, rest] = /^(?:(\d+):)?(.+)$/s.exec(text.trim()) ?? [];
  // A colon needs an epoch before it.
  if (rest === undefined || (given === undefined && rest.includes(':'))) return undefined;
  const dash = rest.lastIndexOf('-');
  const upstream = dash < 0 ? rest : rest.slice(0, dash);
  const revision = dash < 0 ? '' : rest.slice(dash + 1);
  if (!/^[A-Za-z0-9.+:~-]+$/.test(upstream) || !/^[A-Za-z0-9.+~]*$/.test(revision)) return undefined;
  return { epoch: given ?? '0', upstream, revision };
}

const compare = (a: DpkgVersion, b: DpkgVersion): number => compareDigits(a.epoch, b.epoch) || compareParts(a.upstream, b.upstream) || compareParts(a.revision, b.revision);

/** By turns a run of other characters and a run of digits; an absent revision is as `0`. */
function compareParts(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    while ((i < a.length && !isDigit(a[i])) || (j < b.length && !isDigit(b[j]))) {
      const difference = weight(a[i]) - weight(b[j]);
      if (difference !== 0) return difference;
      i++;
      j++;
    }
    const left = digitsFrom(a, i);
    const right = digitsFrom(b, j);
    const difference = compareDigits(left, right);
    if (difference !== 0) return difference;
    i += left.length;
    j += right.length;
  }
  return 0;
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
const digitsFrom = (text: string, from: number): string => {
  let to = from;
  while (isDigit(text[to])) to++;
  return text.slice(from, to);
};

/** `~` sorts before the end of a part, letters before all that is no letter. */
function weight(char: string | undefined): number {
  if (char === '~') return -1;
  if (char === undefined || isDigit(char)) return 0;
  return /[A-Za-z]/.test(char) ? char.charCodeAt(0) : char.charCodeAt(0) + 256;
}

export const dpkg = scheme(parse, compare);
