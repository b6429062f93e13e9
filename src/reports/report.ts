/** What every report is made from: a ledger, the checks that it speaks of, and the text of the files that it points into. */
import type { Range } from '../ledger/redact-lines.js';
import type { Check } from '../checks/define.js';
import { layers, severities, type Layer, type Ledger, type LedgerEvidence, type RowState, type Severity, type Verdict } from '../model/index.js';

export interface ReportInput {
  readonly ledger: Ledger;
  readonly checks: ReadonlyMap<string, Check>;
  /** Lines of a source file, for code frames; undefined when it cannot be read again. */
  readonly lines: (file: string) => readonly string[] | undefined;
  /** Columns of those lines, by line index, in which the search for secrets finds one: no frame shows them. */
  readonly leaks?: (lines: readonly string[], file: string) => ReadonlyMap<number, readonly Range[]>;
  readonly version: string;
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** Also what passes and each unknown. */
  readonly verbose: boolean;
}

export interface Report {
  (input: ReportInput): string;
  /** The same text in pieces, for a ledger whose text would fill the memory. */
  readonly chunks?: (input: ReportInput) => Iterable<string>;
}

/** Findings, the worst first; within a severity by check and place. Exempt ones are left out. */
export function findings({ verdicts }: Ledger): readonly Verdict[] {
  return verdicts.filter(({ status, exemption }) => status === 'fail' && exemption === null).sort(byWeight);
}

export function byWeight(a: Verdict, b: Verdict): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.check, b.check) ||
    compare(a.resource.file ?? '', b.resource.file ?? '') ||
    (a.resource.line ?? 0) - (b.resource.line ?? 0) ||
    compare(a.resource.address, b.resource.address)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The evidence that a reader should see first: a value that is written somewhere. */
export function mainEvidence({ evidence }: Verdict): LedgerEvidence | undefined {
  return evidence.find((one) => one.state === 'set' && one.file !== undefined) ?? evidence.find((one) => one.file !== undefined) ?? evidence[0];
}

export type StateCounts = Readonly<Record<RowState, number>>;

/** Rows by layer and state. */
export function rowsByLayer({ rows }: Ledger): ReadonlyMap<Layer, StateCounts> {
  const counts = new Map<Layer, Record<RowState, number>>();
  for (const { layer, state } of rows) {
    const row = counts.get(layer) ?? { provider: 0, locked: 0, open: 0, accepted: 0, unverified: 0 };
    counts.set(layer, row);
    row[state]++;
  }
  return new Map(layers.flatMap((layer) => (counts.has(layer) ? [[layer, counts.get(layer)!] as const] : [])));
}

export function totals(ledger: Ledger): { readonly yours: number; readonly open: number; readonly locked: number; readonly unverified: number; readonly accepted: number; readonly provider: number } {
  const sum = { yours: 0, open: 0, locked: 0, unverified: 0, accepted: 0, provider: 0 };
  for (const { state, owner } of ledger.rows) {
    sum[state]++;
    if (owner !== 'provider') sum.yours++;
  }
  return sum;
}

/** The one sentence that says how things stand. `paint` may dress the numbers. */
export function summary(ledger: Ledger, paint: (part: string, state: 'open' | 'locked' | 'unverified') => string = (part) => part): string {
  const { yours, open, locked, unverified, accepted, provider } = totals(ledger);
  if (yours + provider === 0) {
    const looked = ledger.coverage.flatMap(({ asked, answered, reason }) => (answered && ['secrets', 'history'].includes(asked) && reason !== undefined ? [reason] : []));
    return looked.length > 0 ? `No secrets were found: ${looked.join('; ')}.` : 'Nothing to verify: no resources were found.';
  }
  const said = [paint(`${locked} locked`, 'locked'), paint(`${unverified} not verified`, 'unverified'), ...(accepted > 0 ? [`${accepted} accepted`] : [])];
  const held = provider === 0 ? '' : ` The provider holds ${provider} more.`;
  return `${paint(`${open} of your ${plural(yours, 'row')} ${open === 1 ? 'is' : 'are'} open`, 'open')}, ${said.join(', ')}.${held}`;
}

export function bySeverity(verdicts: readonly Verdict[]): ReadonlyMap<Severity, readonly Verdict[]> {
  return new Map(severities.flatMap((severity) => {
    const some = verdicts.filter((verdict) => verdict.severity === severity);
    return some.length === 0 ? [] : [[severity, some] as const];
  }));
}

/** `main.tf:12:3`. */
export const place = ({ file, line, column }: { readonly file?: string; readonly line?: number; readonly column?: number }): string =>
  file === undefined ? '' : [file, line, column].filter((part) => part !== undefined).join(':');

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
