/** The report that a person reads: the worst first, each with the code that decides, then the rows, then what was not read. */
import pc from 'picocolors';
import type { Check } from '../checks/define.js';
import type { Severity, Verdict } from '../model/index.js';
import { forTerminal } from './escape.js';
import { frame } from './frame.js';
import { bySeverity, findings, mainEvidence, place, plural, rowsByLayer, totals, type Report, type ReportInput } from './report.js';

/** How many places of one finding are shown in full before the rest is only listed. */
const FULL = 3;
const LISTED = 10;

export const terminal: Report = (input) => {
  const page = new Page(input);
  page.headline();
  page.findings();
  page.rows();
  page.notRead();
  page.closing();
  return page.text();
};

class Page {
  private readonly out: string[] = [];
  private readonly c: ReturnType<typeof pc.createColors>;
  private readonly width: number;

  constructor(private readonly input: ReportInput) {
    this.c = pc.createColors(input.color);
    this.width = Math.max(40, Math.min(input.width, 120));
  }

  text(): string {
    return `${this.out.join('\n')}\n`;
  }

  headline(): void {
    const { c } = this;
    const { yours, open, locked, unverified, accepted, provider } = totals(this.input.ledger);
    if (yours + provider === 0) {
      this.out.push('', c.bold('Nothing to verify: no resources were found.'));
      return;
    }
    const parts = [c.red(`${open} open`), c.green(`${locked} locked`), c.yellow(`${unverified} not verified`), ...(accepted > 0 ? [`${accepted} accepted`] : [])];
    this.out.push('', `${c.bold(`Of ${plural(yours + provider, 'row')}, the provider holds ${provider} and you hold ${yours}:`)} ${parts.join(', ')}.`);
  }

  findings(): void {
    const { c } = this;
    for (const [severity, verdicts] of bySeverity(findings(this.input.ledger))) {
      this.out.push('', this.rule(`${severity.toUpperCase()}  ${plural(verdicts.length, 'finding')}`, severity));
      const byCheck = group(verdicts);
      for (const [id, some] of byCheck) {
        const check = this.input.checks.get(id);
        this.out.push('', `${this.paint(severity)('●')} ${c.bold(forTerminal(check?.title ?? id))}  ${c.dim(id)}`);
        for (const verdict of some.slice(0, FULL)) this.finding(verdict);
        for (const verdict of some.slice(FULL, FULL + LISTED)) this.out.push(`  ${forTerminal(verdict.resource.address)}  ${c.dim(place(mainEvidence(verdict) ?? verdict.resource))}`);
        if (some.length > FULL + LISTED) this.out.push(c.dim(`  and ${some.length - FULL - LISTED} more`));
        if (check !== undefined) this.advice(check);
      }
    }
  }

  private finding(verdict: Verdict): void {
    const { c } = this;
    const { resource } = verdict;
    const evidence = mainEvidence(verdict);
    const at = evidence?.file === undefined ? resource : evidence;
    this.out.push(`  ${c.cyan(forTerminal(resource.displayAddress ?? resource.address))}  ${c.dim(forTerminal(place(at)))}`);
    const lines = at.file === undefined ? undefined : this.input.lines(at.file);
    if (lines !== undefined && at.line !== undefined) {
      const span = evidence !== undefined && at === evidence && evidence.state === 'set' ? evidence : { line: at.line, column: at.column };
      for (const line of frame({ lines, line: at.line, column: span.column, endLine: span.line === at.line && 'endLine' in span ? span.endLine : at.line, endColumn: 'endColumn' in span ? span.endColumn : undefined, width: this.width, dim: c.dim, mark: this.paint(verdict.severity) })) {
        this.out.push(`  ${line}`);
      }
    }
    for (const line of wrap(forTerminal(verdict.message), this.width - 4)) this.out.push(`    ${line}`);
    const satellites = [...new Set(verdict.evidence.map(({ address }) => address).filter((address) => address !== undefined && address !== resource.address))];
    if (satellites.length > 0) this.out.push(c.dim(`    decided by ${satellites.map((one) => forTerminal(one ?? '')).join(', ')}`));
    const via = evidence?.via?.at(-1);
    if (via !== undefined) this.out.push(c.dim(`    the value comes from ${forTerminal(place(via))}`));
  }

  private advice(check: Check): void {
    const { c } = this;
    for (const line of wrap(check.why, this.width - 4)) this.out.push(c.dim(`    ${line}`));
    this.out.push(c.dim(`    how to lock it: demarc explain ${check.id}`));
  }

  rows(): void {
    const { c } = this;
    const table = rowsByLayer(this.input.ledger);
    if (table.size === 0) return;
    this.out.push('', this.rule('THE LINE  rows by layer'), '');
    const head = ['layer', 'provider', 'locked', 'open', 'not verified'];
    this.out.push(c.dim(`  ${head[0]?.padEnd(16)}${head.slice(1).map((name) => name.padStart(14)).join('')}`));
    for (const [layer, counts] of table) {
      const cell = (count: number, paint: (text: string) => string): string => (count === 0 ? c.dim('·'.padStart(14)) : paint(String(count).padStart(14)));
      this.out.push(`  ${layer.padEnd(16)}${cell(counts.provider, (t) => t)}${cell(counts.locked + counts.accepted, c.green)}${cell(counts.open, c.red)}${cell(counts.unverified, c.yellow)}`);
    }
  }

  notRead(): void {
    const { c } = this;
    const { coverage, errors, verdicts } = this.input.ledger;
    const unanswered = coverage.filter(({ answered }) => !answered);
    const unknowns = verdicts.filter(({ status }) => status === 'unknown');
    if (unanswered.length + errors.length + unknowns.length === 0) return;
    this.out.push('', this.rule('NOT VERIFIED  and why'), '');
    for (const { file, line, column, message } of errors.slice(0, this.limit)) this.out.push(`  ${c.red('error')} ${forTerminal(place({ file, line, column }))}: ${forTerminal(message)}`);
    if (errors.length > this.limit) this.out.push(c.dim(`  and ${errors.length - this.limit} more errors`));
    const reasons = new Map<string, { count: number; example: string }>();
    for (const { reasons: why, resource } of unknowns) {
      const key = why[0]?.detail ?? 'unknown';
      const there = reasons.get(key);
      if (there === undefined) reasons.set(key, { count: 1, example: resource.address });
      else there.count++;
    }
    const sorted = [...reasons].sort((a, b) => b[1].count - a[1].count);
    for (const [reason, { count, example }] of sorted.slice(0, this.limit)) {
      const [first = '', ...rest] = wrap(`${plural(count, 'question')} (${example}${count > 1 ? ' …' : ''}): ${reason}`.replace(/[\u0000-\u001f]/g, ' '), this.width - 4);
      this.out.push(`  ${c.yellow('?')} ${forTerminal(first)}`, ...rest.map((line) => `    ${forTerminal(line)}`));
    }
    if (sorted.length > this.limit) this.out.push(c.dim(`  and ${sorted.length - this.limit} more reasons (--verbose shows all)`));
    for (const { reason, subject } of unanswered.slice(0, this.limit)) {
      const [first = '', ...rest] = wrap(reason === undefined ? subject : reason.includes(subject) ? reason : `\`${subject}\`: ${reason}`, this.width - 4);
      this.out.push(c.dim(`  – ${forTerminal(first)}`), ...rest.map((line) => c.dim(`    ${forTerminal(line)}`)));
    }
    if (unanswered.length > this.limit) this.out.push(c.dim(`  and ${unanswered.length - this.limit} more (--verbose shows all)`));
  }

  closing(): void {
    const { c } = this;
    const open = findings(this.input.ledger);
    const counts = [...bySeverity(open)].map(([severity, some]) => this.paint(severity)(`${some.length} ${severity}`));
    this.out.push('', open.length === 0 ? c.green('No findings.') : `${plural(open.length, 'finding')}: ${counts.join(', ')}.`);
  }

  private get limit(): number {
    return this.input.verbose ? Number.POSITIVE_INFINITY : 8;
  }

  private rule(title: string, severity?: Severity): string {
    const line = '─'.repeat(Math.max(2, this.width - title.length - 4));
    return severity === undefined ? this.c.bold(`── ${title} ${this.c.dim(line)}`) : `${this.paint(severity)(`── ${title}`)} ${this.c.dim(line)}`;
  }

  private paint(severity: Severity): (text: string) => string {
    const { c } = this;
    return { critical: c.magenta, high: c.red, medium: c.yellow, low: c.blue, info: c.cyan }[severity];
  }
}

function group(verdicts: readonly Verdict[]): ReadonlyMap<string, readonly Verdict[]> {
  const map = new Map<string, Verdict[]>();
  for (const verdict of verdicts) map.set(verdict.check, [...(map.get(verdict.check) ?? []), verdict]);
  return map;
}

/** Lines of at most `width` characters, broken at spaces. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
