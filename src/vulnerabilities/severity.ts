/** How bad a vulnerability is: scores by FIRST's formulas from published vectors, else the publisher's word. */
import calculator from 'ae-cvss-calculator';
import type { PackageRecord } from './record.js';

export const ratings = ['critical', 'high', 'medium', 'low', 'none'] as const;
export type Rating = (typeof ratings)[number];

export interface Severity {
  readonly rating: Rating;
  /** Base score, where a vector gives one. */
  readonly score?: number;
  readonly vector?: string;
  /** Who or what says so: `CVSS 3.1`, `Ubuntu`, `the record`. */
  readonly by: string;
}

interface Score {
  readonly score: number;
  readonly version: string;
}

/** Thousands of records share a few hundred vectors. Bounded, as they are input. */
const scores = new Map<string, Score | undefined>();
const MOST_REMEMBERED = 4096;

/** The base score of a vector; undefined for what is no complete vector of CVSS 2, 3.0, 3.1 or 4.0. */
export function cvss(vector: string): Score | undefined {
  if (vector.length > 256) return undefined;
  if (scores.has(vector)) return scores.get(vector);
  const score = computed(vector);
  if (scores.size < MOST_REMEMBERED) scores.set(vector, score);
  return score;
}

function computed(vector: string): Score | undefined {
  const plain = vector.trim().replace(/^\((.*)\)$/, '$1');
  const parsed = calculator.fromVector(plain);
  if (parsed === null || parsed === undefined || !parsed.isBaseFullyDefined()) return undefined;
  const { base, overall } = parsed.calculateScores() as { readonly base?: number; readonly overall: number };
  const score = base ?? overall;
  return Number.isFinite(score) ? { score, version: /^CVSS:(\d\.\d)/.exec(plain)?.[1] ?? '2.0' } : undefined;
}

/**
 * https://www.first.org/cvss/v3-1/specification-document#Qualitative-Severity-Rating-Scale, which 4.0 shares;
 * for 2.0 NVD's: https://nvd.nist.gov/vuln-metrics/cvss, which has neither none nor critical.
 */
export function ratingOf(score: number, version: string): Rating {
  if (version === '2.0') return score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
  return score === 0 ? 'none' : score < 4 ? 'low' : score < 7 ? 'medium' : score < 9 ? 'high' : 'critical';
}

/** GitHub's words, Ubuntu's (https://ubuntu.com/security/cves/about#priority), Red Hat's and SUSE's, and Debian's urgencies. */
const words: Readonly<Record<string, Rating>> = {
  critical: 'critical',
  high: 'high',
  important: 'high',
  moderate: 'medium',
  medium: 'medium',
  low: 'low',
  negligible: 'low',
  unimportant: 'low',
  none: 'none',
};

/** The same vulnerability under several records: the newest CVSS version decides, of that the highest score; without any, the highest word. */
export function severityOf(records: readonly PackageRecord[]): Severity | undefined {
  const malicious = records.find(({ id }) => id.startsWith('MAL-'));
  if (malicious !== undefined) return { rating: 'critical', by: 'a package that was made to do harm' };
  const scored = records.flatMap(({ severity }) =>
    severity.flatMap(({ type, score: vector }) => {
      const result = type.startsWith('CVSS') ? cvss(vector) : undefined;
      return result === undefined ? [] : [{ ...result, vector }];
    }),
  );
  const [best] = scored.sort((a, b) => Number(b.version) - Number(a.version) || b.score - a.score);
  if (best !== undefined) return { rating: ratingOf(best.score, best.version), score: best.score, vector: best.vector, by: `CVSS ${best.version}` };
  const said = records.flatMap(({ severity, word }) => [
    ...severity.filter(({ type }) => !type.startsWith('CVSS')).map(({ type, score }) => ({ by: type, word: score })),
    ...(word === undefined ? [] : [{ by: 'the record', word }]),
  ]);
  const [worst] = said
    .flatMap(({ by, word }) => (Object.hasOwn(words, word.toLowerCase()) ? [{ rating: words[word.toLowerCase()] ?? 'none', by }] : []))
    .sort((a, b) => ratings.indexOf(a.rating) - ratings.indexOf(b.rating));
  return worst;
}
