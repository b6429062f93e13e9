import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { severities, type Ledger, type Severity } from '../model/ledger.js';
import { reportNames, type ReportName } from '../reports/names.js';
import type { ReportInput } from '../reports/report.js';
import { SOURCE_LIMIT } from '../sources/files.js';
import type { AccountOptions } from '../sources/aws/read.js';
import { liveOptions, type LiveFlags } from './live.js';
import { setup, type InputFlags } from './setup.js';
import { matching, type MatchingFlags } from './matching.js';
import { UsageError } from './usage.js';

interface ScanFlags extends InputFlags, LiveFlags, MatchingFlags {
  readonly format: ReportName;
  readonly output?: readonly string[];
  readonly severity?: Severity;
  readonly failOn?: Severity | 'none';
  readonly failOnUnknown?: boolean;
  readonly complete?: boolean;
  readonly softFail?: boolean;
  readonly writeBaseline?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly tag?: Readonly<Record<string, string>>;
  readonly record?: string;
  readonly rename?: boolean;
}

export async function scanCommand(targets: readonly string[], given: object, version: string): Promise<void> {
  const flags = given as ScanFlags;
  const outputs = (flags.output ?? []).map(outputOf);
  if (flags.record !== undefined && !targets.includes('aws')) throw new UsageError('--record keeps what an account answers: name the target `aws`');
  if (flags.rename === true && flags.record === undefined) throw new UsageError('--rename is for what --record keeps');
  const line = progress(targets);
  const reading = interruptible(targets.includes('aws'));
  const { config, checks, options } = await setup(flags);
  const { scan } = await import('../app/scan.js');
  let ledger: Ledger;
  try {
    const asOf = options.asOf ?? (flags.record === undefined ? undefined : new Date().toISOString());
    ledger = await scan({ ...options, asOf, targets, vulnerabilities: matching(flags), tags: flags.tag, live: { ...liveOptions(flags), signal: reading.signal, progress: line.say, ...(flags.record === undefined || asOf === undefined ? {} : { record: { folder: flags.record, asOf, rename: flags.rename } }) } });
  } finally {
    reading.end();
    line.end();
  }
  const severity = flags.severity ?? config.severity;
  const shown = severity === undefined ? ledger : { ...ledger, verdicts: ledger.verdicts.filter((verdict) => reaches(verdict.severity, severity)) };
  if (flags.writeBaseline !== undefined) {
    const { baselineOf } = await import('../ledger/baseline.js');
    write(flags.writeBaseline, `${JSON.stringify(baselineOf(ledger), null, 2)}\n`);
  }
  const { reports } = await import('../reports/index.js');
  const { leakRanges } = await import('../app/leak-ranges.js');
  const report: Omit<ReportInput, 'color' | 'width'> = { ledger: shown, checks: new Map(checks.map((check) => [check.id, check])), lines: lineReader(), leaks: leakRanges, version, verbose: flags.verbose === true };
  for (const { format, path } of outputs) write(path, reports[format]({ ...report, color: false, width: 100 }));
  if (flags.quiet !== true) {
    const input: ReportInput = { ...report, color: wantsColor(), width: width() };
    const printed = reports[flags.format];
    // A reader slower than the writer would have all of a large report waiting in memory.
    for (const piece of printed.chunks?.(input) ?? [printed(input)]) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
  process.exitCode = exitCode(ledger, flags, config.failOn);
}

/** Exit codes of the contract: 3 incomplete > 1 findings > 0; a usage error (2) never comes so far. */
function exitCode(ledger: Ledger, { complete, failOn, failOnUnknown, softFail }: ScanFlags, configured: Severity | 'none' | undefined): number {
  if (complete === true && (ledger.errors.length > 0 || ledger.coverage.some(({ answered, always }) => !answered && always !== true))) return 3;
  const least = failOn ?? configured ?? 'medium';
  const failed =
    (least !== 'none' && ledger.verdicts.some(({ status, exemption, severity }) => status === 'fail' && exemption === null && reaches(severity, least))) ||
    (failOnUnknown === true && ledger.verdicts.some(({ status, exemption }) => status === 'unknown' && exemption === null));
  return failed && softFail !== true ? 1 : 0;
}

const reaches = (severity: Severity, least: Severity): boolean => severities.indexOf(severity) <= severities.indexOf(least);

function outputOf(text: string): { readonly format: ReportName; readonly path: string } {
  const at = text.indexOf('=');
  const format = text.slice(0, at);
  if (at < 1 || at === text.length - 1 || !reportNames.includes(format as ReportName)) throw new UsageError(`--output ${text}: write it as FORMAT=PATH, with one of ${reportNames.join(', ')}`);
  return { format: format as ReportName, path: text.slice(at + 1) };
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`\`${path}\` cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Lines of source files for code frames, each file read once. */
function lineReader(): ReportInput['lines'] {
  const read = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!read.has(file)) {
      let lines: readonly string[] | undefined;
      try {
        // An image has no lines to show, and a source over ten megabytes was not read.
        const text = statSync(file).size > SOURCE_LIMIT ? '\0' : readFileSync(file, 'utf8');
        lines = text.includes('\0') ? undefined : text.split(/\r?\n/);
      } catch {
        lines = undefined; // gone since the scan: the finding is shown without its frame
      }
      read.set(file, lines);
    }
    return read.get(file);
  };
}

/** https://no-color.org and its opposite. */
export function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY && TERM !== 'dumb';
}

export const width = (): number => process.stdout.columns ?? (Number(process.env['COLUMNS']) || 80);

/** A line on standard error when a scan takes over a second, on a terminal only. */
function progress(targets: readonly string[]): { readonly say: NonNullable<AccountOptions['progress']>; readonly end: () => void } {
  if (!process.stderr.isTTY) return { say: () => undefined, end: () => undefined };
  let text = `scanning ${targets.join(' ')} …`;
  let shown = false;
  const started = Date.now();
  const show = (): void => void process.stderr.write(`${shown ? '\r\u001b[K' : ''}${text}`);
  const timer = setTimeout(() => {
    show();
    shown = true;
  }, 1000);
  timer.unref();
  return {
    say: ({ account, region, calls, done, of }) => {
      const seconds = (Date.now() - started) / 1000;
      text = `account ${account} ${region}: ${calls} calls, ${Math.round(calls / Math.max(seconds, 0.1))} a second, ${of - done} of ${of} lists left`;
      if (shown) show();
    },
    end: () => {
      clearTimeout(timer);
      if (shown) process.stderr.write('\r\u001b[K');
    },
  };
}

/** Ctrl-C ends reading an account, and what was read is reported; a second one ends the program. */
function interruptible(live: boolean): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  if (!live) return { signal: controller.signal, end: () => undefined };
  const stop = (): void => {
    process.stderr.write('\nending: what was read is reported, the rest is not verified\n');
    controller.abort();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    signal: controller.signal,
    end: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
