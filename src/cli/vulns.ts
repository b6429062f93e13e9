import type { Ledger, Severity } from '../model/ledger.js';
import { severities } from '../model/ledger.js';
import { matching, type MatchingFlags } from './matching.js';
import { setup, type InputFlags } from './setup.js';

interface VulnsFlags extends InputFlags, MatchingFlags {
  readonly format: 'terminal' | 'json' | 'sarif';
  readonly rootfs?: boolean;
  readonly platform?: string;
  readonly failOn?: Severity | 'none';
  readonly complete?: boolean;
}

export async function vulnsCommand(target: string, given: object, version: string): Promise<void> {
  const flags = given as VulnsFlags;
  const { options } = await setup(flags);
  const { vulns } = await import('../app/vulns.js');
  const result = await vulns(target, { cwd: process.cwd(), rootfs: flags.rootfs, platform: flags.platform, asOf: flags.asOf, exemptions: options.exemptions, ...matching(flags) });
  if (flags.format === 'sarif') {
    const { reports } = await import('../reports/index.js');
    process.stdout.write(reports.sarif({ ledger: result.ledger, checks: new Map(result.checks.map((check) => [check.id, check])), lines: () => undefined, version, width: 100, color: false, verbose: false }));
  } else {
    const { vulnsAsJson, vulnsAsText } = await import('../app/vulns-views.js');
    process.stdout.write(flags.format === 'json' ? vulnsAsJson(result) : vulnsAsText(result));
  }
  const { forTerminal } = await import('../reports/escape.js');
  for (const { file, line, message } of result.ledger.errors) process.stderr.write(`${forTerminal(`demarc: ${file}${line === undefined ? '' : `:${line}`}: ${message}`)}\n`);
  process.exitCode = exitCode(result.ledger, flags, result.subjects.every(({ matched }) => matched !== undefined && (matched.compared.length > 0 || matched.unmatched.length === 0)));
}

/** As of a scan: 3 incomplete > 1 a finding > 0. What could not be compared at all is incomplete without being asked for. */
function exitCode({ verdicts, errors, coverage }: Ledger, { failOn = 'medium', complete }: VulnsFlags, compared: boolean): number {
  if (!compared || (complete === true && (errors.length > 0 || coverage.some(({ answered }) => !answered) || verdicts.some(({ status }) => status === 'unknown')))) return 3;
  return failOn !== 'none' && verdicts.some(({ status, exemption, severity }) => status === 'fail' && exemption === null && severities.indexOf(severity) <= severities.indexOf(failOn)) ? 1 : 0;
}
