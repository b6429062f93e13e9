/** What was not verified, grouped so that a reader sees few lines, each with what to do. */
import type { CoverageLine, Ledger, ReasonKind, Verdict } from '../model/index.js';
import { place, plural } from './report.js';

export interface UnreadGroup {
  /** What these have in common, and what to do about it. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** What each kind of reason asks of the reader: of code, and of an account that was read. */
const KINDS: Readonly<Record<ReasonKind, readonly [code: string, account: string]>> = {
  unresolved: ['the code does not say the value; give it with --var or --var-file, or scan the plan', 'what decides it is not known'],
  'known-after-apply': ['the value exists only after apply; scan the live account or the state', 'the value exists only after apply'],
  'module-missing': ['a module is not installed; run `terraform init` and scan again', 'a module is not installed'],
  'access-denied': ['the account did not let it be read; grant the read-only permission', 'the account did not let it be read; grant the read-only permission'],
  throttled: ['the provider slowed the questions down; scan again later', 'the provider slowed the questions down; scan again later'],
  'not-collected': ['the source does not hold it; scan the live account', 'it was not read'],
  'not-supported': ['demarc cannot read it yet', 'it cannot be asked there'],
  'region-unavailable': ['the region did not answer or is not enabled', 'the region or service did not answer, or is not enabled'],
  malformed: ['the code is broken there; mend it and scan again', 'what came back could not be read; scan again later'],
  budget: ['it is larger than the limits of a scan', 'it is larger than the limits of a scan'],
  'check-error': ['the check itself failed, which is a defect; please report it', 'the check itself failed, which is a defect; please report it'],
};

export function unread(ledger: Ledger): readonly UnreadGroup[] {
  return [...errors(ledger), ...unknowns(ledger), ...coverage(ledger)];
}

function errors({ errors: all }: Ledger): readonly UnreadGroup[] {
  if (all.length === 0) return [];
  return [{ title: `${plural(all.length, 'error')} in the input; each costs only itself`, lines: all.map((error) => `${place(error)}: ${error.message}`) }];
}

/** Unknown verdicts by the kind of their reason, then by the reason itself, the most frequent first. */
function unknowns({ verdicts }: Ledger): readonly UnreadGroup[] {
  const kinds = new Map<string, { count: number; readonly details: Map<string, { readonly first: Verdict; count: number }> }>();
  for (const verdict of verdicts) {
    if (verdict.status !== 'unknown') continue;
    const { kind, detail } = verdict.reasons[0] ?? { kind: 'unresolved', detail: verdict.message };
    const words = KINDS[kind][verdict.resource.root.startsWith('aws:') === true ? 1 : 0];
    const group = kinds.get(words) ?? { count: 0, details: new Map<string, { first: Verdict; count: number }>() };
    kinds.set(words, group);
    group.count++;
    const there = group.details.get(detail);
    if (there === undefined) group.details.set(detail, { first: verdict, count: 1 });
    else there.count++;
  }
  return [...kinds]
    .sort((a, b) => b[1].count - a[1].count)
    .map(([words, { count, details }]) => ({
      title: `${plural(count, 'question')} left open: ${words}`,
      lines: [...details]
        .sort((a, b) => b[1].count - a[1].count)
        .map(([detail, { first, count: times }]) => `${detail} — ${first.resource.address}, ${first.check}${times > 1 ? ` and ${times - 1} more` : ''}`),
    }));
}

/** Coverage lines without an answer, by their reason; types that were not read are one list. */
function coverage({ coverage: all }: Ledger): readonly UnreadGroup[] {
  const open = all.filter(({ answered }) => !answered);
  const unsupported = open.filter(({ asked }) => asked === 'resources');
  const byReason = new Map<string, CoverageLine[]>();
  for (const line of open) {
    if (line.asked === 'resources') continue;
    const reason = line.reason ?? `\`${line.asked}\` was not answered`;
    const there = byReason.get(reason);
    if (there === undefined) byReason.set(reason, [line]);
    else there.push(line);
  }
  const groups: UnreadGroup[] = [];
  if (unsupported.length > 0) {
    const why = new Map<string, Set<string>>();
    for (const { subject, reason = '' } of unsupported) why.set(reason, (why.get(reason) ?? new Set()).add(subject));
    const count = new Set(unsupported.map(({ subject }) => subject)).size;
    groups.push({ title: `${plural(count, 'type')} of resources not read; nothing was judged on them`, lines: [...why].map(([reason, types]) => `${reason}: ${[...types].sort().join(', ')}`) });
  }
  if (byReason.size > 0) {
    groups.push({
      title: `${plural([...byReason.values()].flat().length, 'question')} not asked or not answered`,
      lines: [...byReason].map(([reason, lines]) => (lines.length === 1 && reason.includes(lines[0]!.subject) ? reason : `${lines[0]!.subject}${lines.length > 1 ? ` and ${lines.length - 1} more` : ''}: ${reason}`)),
    });
  }
  return groups;
}
