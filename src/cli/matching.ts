import type { VulnerabilityOptions } from '../app/vulnerabilities.js';
import { databaseFolder } from '../store/place.js';

/** What both `scan` and `vulns` take. */
export interface MatchingFlags {
  readonly db?: string;
  readonly vex?: readonly string[];
  readonly ignoreUnfixed?: boolean;
  readonly osvApi?: string;
}

export const matching = ({ db, vex, ignoreUnfixed, osvApi }: MatchingFlags): VulnerabilityOptions => ({
  database: databaseFolder(db, process.env),
  vex,
  ignoreUnfixed,
  osvApi,
});
