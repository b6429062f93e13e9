/** The pure middle of a scan: raw resources in, verdicts and rows out. Same input, same bytes. */
import { accessOracle } from '../access/oracle.js';
import { adapt } from '../adapt/index.js';
import type { Check } from '../checks/define.js';
import { runChecks, type EngineOptions } from '../engine/run.js';
import { fold } from '../graph/fold.js';
import { link } from '../graph/link.js';
import { rowsOf, type RowOptions } from '../ledger/rows.js';
import { verdictOf } from '../ledger/verdict.js';
import type { CoverageLine, RawResource, Resource, Row, Verdict } from '../model/index.js';

export interface Assessment {
  readonly resources: readonly Resource[];
  readonly verdicts: readonly Verdict[];
  readonly rows: readonly Row[];
  readonly coverage: readonly CoverageLine[];
}

export interface AssessOptions extends EngineOptions {
  readonly checks: readonly Check[];
  readonly rows: RowOptions;
  /** Sets the exemptions of verdicts; they stand beside a verdict and never change it. */
  readonly exempt?: (verdicts: readonly Verdict[]) => readonly Verdict[];
}

export function assess(raws: readonly RawResource[], options: AssessOptions): Assessment {
  const { adapted, coverage, mentions } = adapt(raws);
  const resources = link(fold(adapted, mentions));
  const result = runChecks(resources, options.checks, { access: accessOracle, ...options }, verdictOf);
  const plain = result.made;
  const verdicts = options.exempt?.(plain) ?? plain;
  return { resources, verdicts, rows: rowsOf(resources, verdicts, options.rows), coverage: [...coverage, ...result.coverage] };
}
