/** The report that a person reads: the worst first, each with the code that decides, then the rows, then what was not read. */
import pc from 'picocolors';
import { fixIn, type Check } from '../checks/define.js';
import type { Severity, Verdict } from '../model/index.js';
import { forTerminal } from './escape.js';
import { frame } from './frame.js';
import { bySeverity, findings, mainEvidence, place, plural, rowsByLayer, summary, type Report, type ReportInput } from './report.js';
import { sourcesOf } from './source.js';
import { unread } from './unread.js';
import { wrap } from './wrap.js';

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
  private readonly source: ReturnType<typeof sourcesOf>;

  constructor(private readonly input: ReportInput) {
    this.c = pc.createColors(input.color);
    this.width = Math.max(40, Math.min(input.width, 120));
    this.source = sourcesOf(input);
  }

  text(): string {
    return `${this.out.join('\n')}\n`;
  }

  headline(): void {
    const { c } = this;
    const paint = { open: c.red, locked: c.green, unverified: c.yellow } as const;
    const text = summary(this.input.ledger, (part, state) => c.bold(paint[state](part)));
    this.out.push('', summary(this.input.ledger).length > this.width ? text.replace(' The provider holds', '\nThe provider holds') : text);
  }

  findings(): void {
    const { c } = this;
    for (const [severity, verdicts] of bySeverity(findings(this.input.ledger))) {
      this.out.push('', this.rule(`${severity.toUpperCase()}  ${plural(verdicts.length, 'finding')}`, severity));
      const byCheck = group(verdicts);
      for (const [id, some] of byCheck) {
        const check = this.input.checks.get(id);
        const title = forTerminal(check?.title ?? id);
        const [first = '', ...rest] = wrap(title, this.width - 2);
        this.out.push('', `${this.paint(severity)('●')} ${[first, ...rest].map((line) => c.bold(line)).join('\n  ')}${title.length + id.length + 4 > this.width ? '\n  ' : '  '}${c.dim(id)}`);
        for (const verdict of some.slice(0, FULL)) this.finding(verdict);
        if (some.length > FULL) this.out.push('');
        for (const verdict of some.slice(FULL, FULL + LISTED)) this.out.push(`  ${forTerminal(verdict.resource.address)}  ${c.dim(forTerminal(place(mainEvidence(verdict) ?? verdict.resource)))}`);
        if (some.length > FULL + LISTED) this.out.push(c.dim(`  and ${some.length - FULL - LISTED} more`));
        if (check !== undefined) this.advice(check, some);
      }
    }
  }

  private finding(verdict: Verdict): void {
    const { c } = this;
    const { resource } = verdict;
    const evidence = mainEvidence(verdict);
    const at = evidence?.file === undefined ? resource : evidence;
    const [name, where] = [resource.displayAddress ?? resource.address, place(at)].map(forTerminal);
    const wide = `${name}  ${where}  ${verdict.id}`.length + 2 > this.width;
    this.out.push('', `  ${c.cyan(name ?? '')}${wide ? '\n    ' : '  '}${c.dim(where ?? '')}  ${c.dim(verdict.id)}`);
    const source = at.file === undefined ? undefined : this.source(at.file);
    if (source !== undefined && at.line !== undefined) {
      // What is absent has no place of its own: only the line that lacks it is shown.
      const marked = evidence !== undefined && at === evidence && evidence.state !== 'absent' ? evidence : undefined;
      const options = { column: at.column, endLine: marked?.endLine ?? at.line, endColumn: marked?.endColumn, width: this.width, dim: c.dim, mark: this.paint(verdict.severity) };
      for (const line of frame({ source, line: at.line, ...options })) this.out.push(`  ${line}`);
    }
    this.paragraph(verdict.message);
    const tags = Object.entries(resource.tags ?? {}).slice(0, 5).map(([key, value]) => `${key}=${value}`);
    const whose = [resource.account === undefined || resource.file !== undefined ? undefined : `account ${resource.account}`, resource.file === undefined ? resource.region : undefined, ...tags].filter((one) => one !== undefined);
    if (whose.length > 0) this.paragraph(whose.join(' · '), c.dim);
    if (evidence?.operation !== undefined) this.paragraph(`as ${evidence.operation} says`, c.dim);
    if (resource.console !== undefined) this.paragraph(resource.console, c.dim);
    const satellites = [...new Set(verdict.evidence.map(({ address }) => address).filter((address) => address !== undefined && address !== resource.address))];
    if (satellites.length > 0) this.paragraph(`decided by ${satellites.join(', ')}`, c.dim);
    const via = evidence?.via?.at(-1);
    if (via !== undefined) this.paragraph(`the value comes from ${place(via)}`, c.dim);
  }

  private paragraph(text: string, paint: (line: string) => string = (line) => line): void {
    for (const line of wrap(forTerminal(text), this.width - 4)) this.out.push(`    ${paint(line)}`);
  }

  private advice({ id, why, fix }: Check, [first]: readonly Verdict[]): void {
    const { c } = this;
    const language = /\.(tf|tofu)(\.json)?$/.test(first?.resource.file ?? '') ? 'terraform' : 'cloudformation';
    const written = fixIn(fix, language) ?? fixIn(fix, 'dockerfile') ?? fixIn(fix, 'compose') ?? fixIn(fix, 'aws') ?? '';
    const short = written.trim();
    this.out.push('');
    this.paragraph(why, c.dim);
    this.out.push(`    ${c.dim('fix:')} ${short !== '' && !short.includes('\n') && short.length < this.width - 30 ? `${forTerminal(short)}  ${c.dim(`(demarc explain ${id})`)}` : `demarc explain ${id}`}`);
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
    const groups = unread(this.input.ledger);
    if (groups.length === 0) return;
    this.out.push('', this.rule('NOT VERIFIED  and why'));
    for (const { title, lines } of groups) {
      this.out.push('');
      for (const line of wrap(title, this.width - 2)) this.out.push(`  ${line}`);
      for (const line of lines.slice(0, this.limit)) {
        const [first = '', ...rest] = wrap(forTerminal(line), this.width - 6);
        this.out.push(c.dim(`    · ${first}`), ...rest.map((more) => c.dim(`      ${more}`)));
      }
      if (lines.length > this.limit) this.out.push(c.dim(`      and ${lines.length - this.limit} more (--verbose shows all)`));
    }
  }

  closing(): void {
    const { c } = this;
    const open = findings(this.input.ledger);
    const counts = [...bySeverity(open)].map(([severity, some]) => this.paint(severity)(`${some.length} ${severity}`));
    const accepted = this.input.ledger.verdicts.filter(({ status, exemption }) => status === 'fail' && exemption !== null);
    if (this.input.verbose && accepted.length > 0) {
      this.out.push('', this.rule('ACCEPTED  exempt, each with its reason'), '');
      for (const { check, resource, exemption } of accepted) {
        const said = [exemption?.reason || 'no reason given', exemption?.owner, exemption?.until === undefined ? undefined : `until ${exemption.until}`, exemption?.source];
        this.paragraph(`${resource.address}, ${check}: ${said.filter(Boolean).join(' · ')}`, c.dim);
      }
    }
    const more = accepted.length === 0 ? '' : c.dim(` ${accepted.length} more accepted${this.input.verbose ? '' : ' (--verbose lists them)'}.`);
    this.out.push('', `${open.length === 0 ? c.green('No findings.') : `${plural(open.length, 'finding')}: ${counts.join(', ')}.`}${more}`);
  }

  private get limit(): number {
    return this.input.verbose ? Number.POSITIVE_INFINITY : 6;
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
  for (const verdict of verdicts) {
    const there = map.get(verdict.check);
    if (there === undefined) map.set(verdict.check, [verdict]);
    else there.push(verdict);
  }
  return map;
}
