/** Exemptions: a reason, an owner and an end beside a verdict. They never change it. */
import type { Check } from '../checks/define.js';
import { means, pattern } from '../checks/select.js';
import type { Exemption, Origin, SourceError, Verdict } from '../model/index.js';

/** One exemption as it was written. */
export interface WrittenExemption {
  /** Check ids, patterns, or peers' ids. */
  readonly checks: readonly string[];
  readonly reason?: string;
  readonly owner?: string;
  /** ISO date of the last day. */
  readonly until?: string;
  /** Where it was written. */
  readonly source: string;
  readonly place?: Place;
  /** Address, id or pattern of the resources; undefined: decided by `place`. */
  readonly resource?: string;
  /** Written for demarc: an id that means no check is a mistake. A peer's may be of a check that has no counterpart here. */
  readonly own?: boolean;
  /** In a file of one resource it speaks of the whole file wherever it stands, as its peer has it. */
  readonly wide?: boolean;
}

/** Where a comment stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** The next line that is neither blank nor a comment. */
  readonly next: number;
}

/** A block of source: what a comment in or above it speaks of. */
export interface Span {
  /** Address of a resource, or prefix of a module's resources (ends with `.`). */
  readonly address: string;
  readonly root: string;
  readonly at: Origin;
  /** A block within a resource: it excuses what is found in it, and a verdict only when nothing is found elsewhere. */
  readonly part?: boolean;
}

const DIRECTIVE = /(?:#|\/\/|\/\*|--)\s*(?:(demarc):ignore(?![\w-])\s*(.*)|(checkov|bridgecrew):skip=([\w-]+)(?::\s*(.*))?|(?:trivy|tfsec):ignore:([\w-]+)(.*))/;

/** A line without code. */
const BARE = /^\s*(?:$|#|\/\/|\/\*|\*)/;

/** The exemptions that a file's comments hold: demarc's own and the peers'. */
export function directivesOf(text: string, file: string): readonly WrittenExemption[] {
  if (!/(?:demarc|trivy|tfsec):ignore|(?:checkov|bridgecrew):skip/.test(text)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, i): readonly WrittenExemption[] => {
    const match = DIRECTIVE.exec(line);
    if (match === null) return [];
    const code = lines.findIndex((other, at) => at > i && !BARE.test(other));
    const place = { file, line: i + 1, next: (code < 0 ? lines.length : code) + 1 };
    const source = `${file}:${i + 1}`;
    const [, own, rest = '', , checkov, checkovReason, trivy, trivyRest = ''] = match;
    if (own !== undefined) return [{ ...ownDirective(rest), source, place, own: true }];
    if (checkov !== undefined) return [{ checks: [checkov], reason: checkovReason?.replace(/\*\/\s*$/, '').trim() || undefined, source, place, wide: true }];
    const until = /:exp:(\d{4}-\d\d-\d\d)/.exec(trivyRest)?.[1];
    return [{ checks: [trivy ?? ''], until, reason: trivyRest.replace(/:exp:\S+/, '').replace(/^[\s:]+|\*\/\s*$/g, '').trim() || undefined, source, place }];
  });
}

/** `CHECK[,CHECK] until=2027-01-01 owner=team reason="…"`. */
function ownDirective(text: string): Pick<WrittenExemption, 'checks' | 'reason' | 'owner' | 'until'> {
  const values: Record<string, string> = {};
  const rest = text.replace(/\*\/\s*$/, '').replace(/\b(until|reason|owner)=(?:"([^"]*)"|'([^']*)'|(\S+))/g, (_, key: string, a?: string, b?: string, c?: string) => {
    values[key] = a ?? b ?? c ?? '';
    return '';
  });
  return { checks: rest.split(/[\s,]+/).filter((id) => id !== ''), reason: values['reason'], owner: values['owner'], until: values['until'] };
}

export interface ExemptOptions {
  readonly written: readonly WrittenExemption[];
  readonly spans: readonly Span[];
  readonly checks: ReadonlyMap<string, Check>;
  /** Whether any check, selected or not, is meant by an id. */
  readonly known: (id: string) => boolean;
  /** ISO time of the scan. */
  readonly now: string;
  readonly report: (error: SourceError) => void;
}

/** The verdicts with their exemptions. The first exemption that fits stands. */
export function exempt(verdicts: readonly Verdict[], { written, spans, checks, known, now, report }: ExemptOptions): readonly Verdict[] {
  if (written.length === 0) return verdicts;
  const byFile = new Map<string, Span[]>();
  for (const span of spans) {
    if (span.at.kind !== 'source') continue;
    const there = byFile.get(span.at.file);
    if (there === undefined) byFile.set(span.at.file, [span]);
    else there.push(span);
  }
  const live = written.flatMap((one) => {
    const complain = (message: string): void => report({ file: one.place?.file ?? one.source, line: one.place?.line, column: one.place === undefined ? undefined : 1, message });
    const strange = one.own === true ? one.checks.filter((id) => !known(id)) : [];
    if (one.checks.length === 0) complain('exemption names no check; write `demarc:ignore CHECK reason="…"`');
    else if (strange.length > 0) complain(`exemption names ${strange.map((id) => `\`${id}\``).join(', ')}, which is no check; \`demarc checks\` lists them`);
    if (one.checks.length === strange.length) return [];
    if (one.until !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(one.until) || Number.isNaN(Date.parse(one.until)))) {
      complain(`exemption has an end that is no date: \`until=${one.until}\`; write it as 2027-01-31`);
      return [];
    }
    if (one.until !== undefined && now.slice(0, 10) > one.until) {
      complain(`exemption of ${one.checks.map((id) => `\`${id}\``).join(', ')} ended on ${one.until} and no longer applies`);
      return [];
    }
    if (one.reason === undefined || one.reason === '') complain(`exemption of ${one.checks.map((id) => `\`${id}\``).join(', ')} gives no reason; add one`);
    const targets = one.place === undefined ? undefined : targetsOf(one.place, byFile.get(one.place.file) ?? [], one.wide === true);
    return [{ one, targets, resource: one.resource === undefined ? undefined : pattern(one.resource), memo: new Map<string, boolean>() }];
  });
  return verdicts.map((verdict) => {
    const check = checks.get(verdict.check);
    if (check === undefined || verdict.status === 'pass' || verdict.exemption !== null) return verdict;
    const excused = new Map<string, WrittenExemption>();
    for (const { one, targets, resource, memo } of live) {
      let fits = memo.get(verdict.check);
      if (fits === undefined) memo.set(verdict.check, (fits = one.checks.some((id) => means(id, check))));
      if (!fits) continue;
      const about = [verdict.resource.address, ...verdict.evidence.map(({ address }) => address ?? '')];
      for (const span of targets ?? []) if (span.part === true && span.root === verdict.resource.root && !excused.has(span.address)) excused.set(span.address, one);
      const hit =
        targets !== undefined
          ? targets.some((span) => span.part !== true && span.root === verdict.resource.root && about.some((address) => (span.address.endsWith('.') ? address.startsWith(span.address) : address === span.address || address.startsWith(`${span.address}[`))))
          : resource === undefined || resource.test(verdict.resource.address) || resource.test(verdict.resource.id);
      if (!hit) continue;
      return { ...verdict, exemption: exemptionOf(one) };
    }
    const parts = verdict.evidence.map(({ address }) => excused.get(address ?? ''));
    const [first] = parts;
    return first !== undefined && parts.every((part) => part !== undefined) ? { ...verdict, exemption: exemptionOf(first) } : verdict;
  });
}

const exemptionOf = ({ reason, owner, until, source }: WrittenExemption): Exemption => ({ reason: reason ?? '', ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until }), source });

/** The innermost blocks around a comment, else those that begin on the next line of code. */
function targetsOf({ line, next }: Place, spans: readonly Span[], wide: boolean): readonly Span[] {
  if (wide && spans.some(({ part }) => part === true)) return spans.filter(({ part }) => part !== true);
  const around = spans.filter(({ at }) => at.kind === 'source' && at.line <= line && line <= (at.endLine ?? at.line));
  const start = around.length > 0 ? Math.max(...around.map(({ at }) => (at.kind === 'source' ? at.line : 0))) : next;
  return (around.length > 0 ? around : spans).filter(({ at }) => at.kind === 'source' && at.line === start);
}
