/** A baseline: the findings that were there before. What is in it stays visible but does not fail; what is new does. */
import type { Ledger, Verdict } from '../model/index.js';

export interface Baseline {
  readonly version: 1;
  /** When it was written. */
  readonly asOf: string;
  /** Ids of verdicts that failed then, with what they were for the reader of the file. */
  readonly findings: Readonly<Record<string, string>>;
}

export function baselineOf({ asOf, verdicts }: Ledger): Baseline {
  const failed = verdicts.filter(({ status }) => status === 'fail').sort((a, b) => (a.id < b.id ? -1 : 1));
  return { version: 1, asOf, findings: Object.fromEntries(failed.map(({ id, check, resource }) => [id, `${check} ${resource.root === '.' ? '' : `${resource.root}#`}${resource.address}`])) };
}

/** Reads a baseline file; a text that is none throws an Error with one clear line. */
export function parseBaseline(text: string): Baseline {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error('is no JSON; write it anew with --write-baseline');
  }
  if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || parsed.version !== 1 || !('findings' in parsed) || typeof parsed.findings !== 'object' || parsed.findings === null) {
    throw new Error('is no baseline; write it with --write-baseline');
  }
  return parsed as Baseline;
}

export function applyBaseline(verdicts: readonly Verdict[], { findings, asOf }: Baseline, source: string): readonly Verdict[] {
  return verdicts.map((verdict) =>
    verdict.status === 'fail' && verdict.exemption === null && Object.hasOwn(findings, verdict.id)
      ? { ...verdict, exemption: { reason: `known since ${asOf.slice(0, 10)}`, source: `baseline ${source}` } }
      : verdict,
  );
}
