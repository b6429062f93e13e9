/** From arguments and the config file to what a scan takes. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findConfig, readConfig, type Config } from '../app/config.js';
import type { ScanOptions } from '../app/scan.js';
import type { Check } from '../checks/define.js';
import { matching } from './matching.js';
import { UsageError } from './usage.js';

export interface InputFlags {
  readonly var?: Readonly<Record<string, string>>;
  readonly varFile?: readonly string[];
  readonly parameterFile?: readonly string[];
  readonly composeOverride?: readonly string[];
  readonly platform?: string;
  readonly history?: boolean;
  readonly gitignore?: boolean;
  /** False with `--no-secrets`. */
  readonly secrets?: boolean;
  readonly config?: string;
  readonly checks?: readonly string[];
  readonly asOf?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly explicit?: boolean;
  readonly baseline?: string;
}

export interface Setup {
  readonly config: Config;
  readonly checks: readonly Check[];
  readonly options: Omit<ScanOptions, 'targets'>;
}

export async function setup(flags: InputFlags): Promise<Setup> {
  const { config, options } = await settings(flags);
  const checks = await allChecks([...(config.checks ?? []), ...(flags.checks ?? [])]);
  return { config, checks, options: { ...options, checks } };
}

/** The same without the checks, whose loading takes longer than all else. */
export async function settings(flags: InputFlags): Promise<Omit<Setup, 'checks'>> {
  const cwd = process.cwd();
  const path = flags.config === undefined ? findConfig(cwd) : resolve(cwd, flags.config);
  const config = path === undefined ? {} : await readConfig(path, cwd);
  const baseline = flags.baseline ?? config.baseline;
  return {
    config,
    options: {
      cwd,
      only: flags.only ?? config.only,
      skip: [...(config.skip ?? []), ...(flags.skip ?? [])],
      explicit: flags.explicit ?? config.explicit,
      asOf: flags.asOf,
      vars: flags.var,
      varFiles: [...(config.varFiles ?? []), ...(flags.varFile ?? [])],
      platform: flags.platform,
      history: flags.history ?? config.secrets?.history,
      gitignore: flags.gitignore ?? config.secrets?.gitignore,
      secrets: flags.secrets === false ? false : config.secrets?.files,
      parameterFiles: [...(config.parameterFiles ?? []), ...(flags.parameterFile ?? [])],
      composeOverrides: flags.composeOverride,
      environment: process.env,
      vulnerabilities: matching({}),
      exemptions: config.exemptions,
      ...(baseline === undefined ? {} : { baseline: await readBaseline(baseline), baselineName: baseline }),
    },
  };
}

export async function allChecks(own: readonly string[] = []): Promise<readonly Check[]> {
  const { registry } = await import('../checks/registry.js');
  if (own.length === 0) return registry;
  const { loadChecks } = await import('../app/own-checks.js');
  const loaded = (await Promise.all(own.map((module) => loadChecks(module, process.cwd())))).flat();
  const ids = new Set(registry.map(({ id }) => id));
  for (const { id } of loaded) {
    if (ids.has(id)) throw new UsageError(`two checks are called \`${id}\`; rename yours`);
    ids.add(id);
  }
  return [...registry, ...loaded];
}

async function readBaseline(path: string): Promise<NonNullable<ScanOptions['baseline']>> {
  const { parseBaseline } = await import('../ledger/baseline.js');
  if (!existsSync(path)) throw new UsageError(`baseline \`${path}\` does not exist; write it with --write-baseline`);
  try {
    return parseBaseline(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`baseline \`${path}\` ${error instanceof Error ? error.message : String(error)}`);
  }
}
