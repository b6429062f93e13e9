import type { Ledger, Severity } from '../model/ledger.js';
import { severities } from '../model/ledger.js';
import type { ReportName } from '../reports/names.js';
import { wantsColor, width } from './scan.js';
import { settings, type InputFlags } from './setup.js';
import { UsageError } from './usage.js';

interface SecretsFlags extends InputFlags {
  readonly allObjects?: boolean;
  readonly staged?: boolean;
  readonly image?: string;
  readonly format: ReportName;
  readonly failOn?: Severity | 'none';
  readonly complete?: boolean;
  readonly softFail?: boolean;
  readonly writeBaseline?: string;
}

export async function secretsCommand(target: string | undefined, given: object, version: string): Promise<void> {
  const flags = given as SecretsFlags;
  const ways = [flags.history === true, flags.staged === true, flags.image !== undefined, target === '-'].filter(Boolean).length;
  if (ways > 1) throw new UsageError('--history, --staged, --image and - are different places to look: name one');
  if (flags.allObjects === true && flags.history !== true) throw new UsageError('--all-objects is for --history');
  if (flags.gitignore === true && (ways > 0 || flags.image !== undefined)) throw new UsageError('--gitignore is for files: history, index, images and streams know no ignored ones');
  const { config, options } = await settings(flags);
  const { secrets } = await import('../app/secrets.js');
  const { checks, ledger } = await secrets({
    cwd: process.cwd(),
    ...(target === '-' ? { input: process.stdin as AsyncIterable<Buffer> } : { target: flags.image ?? target }),
    history: flags.history,
    gitignore: options.gitignore,
    allObjects: flags.allObjects,
    staged: flags.staged,
    image: flags.image !== undefined,
    platform: flags.platform,
    asOf: flags.asOf,
    exemptions: options.exemptions,
    baseline: options.baseline,
    baselineName: options.baselineName,
  });
  if (flags.writeBaseline !== undefined) {
    const { baselineOf } = await import('../ledger/baseline.js');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(flags.writeBaseline, `${JSON.stringify(baselineOf(ledger), null, 2)}\n`);
  }
  const { reports } = await import('../reports/index.js');
  // A frame of the source would show the secret, so that no lines are handed over.
  process.stdout.write(reports[flags.format]({ ledger, checks: new Map(checks.map((check) => [check.id, check])), lines: () => undefined, version, verbose: false, color: wantsColor(), width: width() }));
  process.exitCode = exitCode(ledger, flags, config.failOn);
}

/** As of a scan: 3 incomplete, only when asked for > 1 a leak > 0. */
function exitCode({ verdicts, errors, coverage }: Ledger, { failOn, complete, softFail }: SecretsFlags, configured: Severity | 'none' | undefined): number {
  if (complete === true && (errors.length > 0 || coverage.some(({ answered, always }) => !answered && always !== true))) return 3;
  const least = failOn ?? configured ?? 'medium';
  const failed = least !== 'none' && verdicts.some(({ status, exemption, severity }) => status === 'fail' && exemption === null && severities.indexOf(severity) <= severities.indexOf(least));
  return failed && softFail !== true ? 1 : 0;
}
