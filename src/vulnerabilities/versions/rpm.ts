/**
 * Red Hat, Rocky, Alma, SUSE and all others with rpm: `[epoch:]version[-release]`.
 * https://rpm-software-management.github.io/rpm/man/rpm-version.7 and https://fedoraproject.org/wiki/Archive:Tools/RPM/VersionComparison
 */
import { compareDigits, compareTexts, scheme } from './scheme.js';

interface RpmVersion {
  readonly epoch: string;
  readonly version: string;
  readonly release: string;
}

function parse(text: string): RpmVersion | undefined {
  const [, epoch = '0', rest = ''] = /^(?:(\d+):)?(.*)$/s.exec(text.trim()) ?? [];
  const dash = rest.lastIndexOf('-');
  const version = dash < 0 ? rest : rest.slice(0, dash);
  return /^[\w.+~^%{}:-]+$/.test(version) ? { epoch, version, release: dash < 0 ? '' : rest.slice(dash + 1) } : undefined;
}

/** A release that is not given is older than any: rpm leaves it out of the question where a dependency does, but a record names a build. */
const compare = (a: RpmVersion, b: RpmVersion): number => compareDigits(a.epoch, b.epoch) || rpmvercmp(a.version, b.version) || compareReleases(a.release, b.release);

/** Also than one that starts with a tilde, which sorts before the end of a text and not before no text at all. */
const compareReleases = (a: string, b: string): number => (a === '' || b === '' ? Number(a !== '') - Number(b !== '') : rpmvercmp(a, b));

/** Runs of digits and of letters, whatever stands between; `~` is older than the end, `^` newer than the end but older than anything else. */
function rpmvercmp(a: string, b: string): number {
  const left = segments(a);
  const right = segments(b);
  for (let i = 0; ; i++) {
    const one = left[i];
    const two = right[i];
    if (one === two) {
      if (one === undefined) return 0;
      continue;
    }
    if (one === '~') return -1;
    if (two === '~') return 1;
    if (one === '^') return two === undefined ? 1 : -1;
    if (two === '^') return one === undefined ? -1 : 1;
    if (one === undefined) return -1;
    if (two === undefined) return 1;
    const oneIsNumber = /^\d/.test(one);
    // A number is newer than a word.
    if (oneIsNumber !== /^\d/.test(two)) return oneIsNumber ? 1 : -1;
    const difference = oneIsNumber ? compareDigits(one, two) : compareTexts(one, two);
    if (difference !== 0) return difference;
  }
}

const segments = (text: string): readonly string[] => text.match(/\d+|[A-Za-z]+|[~^]/g) ?? [];

export const rpm = scheme(parse, compare);
