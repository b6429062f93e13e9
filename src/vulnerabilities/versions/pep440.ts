/** PyPI: https://packaging.python.org/en/latest/specifications/version-specifiers/ (PEP 440). */
import { compareDigits, compareLists, compareTexts, scheme } from './scheme.js';

type Stage = readonly [rank: number, number: string];
interface PyVersion {
  readonly epoch: string;
  readonly release: readonly string[];
  /** Ranks: 0 a development release of the release itself, 1 to 3 a, b and rc, 4 none. */
  readonly pre: Stage;
  /** Ranks: 0 none, 1 given. */
  readonly post: Stage;
  /** Ranks: 0 given, 1 none. */
  readonly dev: Stage;
  readonly local: readonly string[] | undefined;
}

// The specification's own expression (appendix), with its spellings.
const GRAMMAR =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|beta|preview|pre|a|b|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/i;
const stages: Readonly<Record<string, number>> = { a: 1, alpha: 1, b: 2, beta: 2, c: 3, rc: 3, pre: 3, preview: 3 };

function parse(text: string): PyVersion | undefined {
  const match = GRAMMAR.exec(text.trim());
  if (match === null) return undefined;
  const [, epoch = '0', release = '', pre, preNumber = '', implicitPost, post, postNumber = '', dev, devNumber = '', local] = match;
  const hasPost = implicitPost !== undefined || post !== undefined;
  return {
    epoch,
    release: release.split('.'),
    pre: pre !== undefined ? [stages[pre.toLowerCase()] ?? 3, preNumber] : [dev !== undefined && !hasPost ? 0 : 4, '0'],
    post: [hasPost ? 1 : 0, implicitPost ?? postNumber],
    dev: [dev === undefined ? 1 : 0, devNumber],
    local: local?.toLowerCase().split(/[-_.]/),
  };
}

const compareStages = (a: Stage, b: Stage): number => a[0] - b[0] || compareDigits(a[1], b[1]);

const compare = (a: PyVersion, b: PyVersion): number =>
  compareDigits(a.epoch, b.epoch) ||
  compareLists(a.release, b.release, '0', compareDigits) ||
  compareStages(a.pre, b.pre) ||
  compareStages(a.post, b.post) ||
  compareStages(a.dev, b.dev) ||
  compareLocal(a.local, b.local);

/** None before any; words before numbers; of equal beginnings the longer is newer. */
function compareLocal(a: PyVersion['local'], b: PyVersion['local']): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [one = '', two = ''] = [a[i], b[i]];
    const [oneIsNumber, twoIsNumber] = [/^\d+$/.test(one), /^\d+$/.test(two)];
    const difference = oneIsNumber && twoIsNumber ? compareDigits(one, two) : oneIsNumber !== twoIsNumber ? (oneIsNumber ? 1 : -1) : compareTexts(one, two);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export const pep440 = scheme(parse, compare);
