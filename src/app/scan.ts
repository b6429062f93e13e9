/** `scan`: targets in, a ledger out. The one place where disk, clock and environment meet the pure pipeline. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Check } from '../checks/define.js';
import type { CoverageLine, Ledger, RawResource, SourceError, Tree } from '../model/index.js';
import { discover, type Root } from '../sources/discover.js';
import type { Files } from '../sources/files.js';
import type { SourceResult } from '../sources/source.js';

export interface ScanOptions {
  /** Paths of folders and files. */
  readonly targets: readonly string[];
  /** What relative targets and reported files are relative to. Default: the current folder. */
  readonly cwd?: string;
  /** A pass by the provider's default is not enough. */
  readonly explicit?: boolean;
  /** Checks to run; default: all built-in ones. */
  readonly checks?: readonly Check[];
  /** ISO time that dates are judged against. Default: now. */
  readonly asOf?: string;
  /** `--var name=value` of Terraform. */
  readonly vars?: Readonly<Record<string, string>>;
  /** `--var-file` of Terraform. */
  readonly varFiles?: readonly string[];
  /** Where `TF_VAR_name` is looked up. Default: none, so that the library's answer depends on its arguments alone. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Parameter files of CloudFormation. */
  readonly parameterFiles?: readonly string[];
}

/** Thrown when a target does not exist or none can be read: a usage error, not a finding. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}

interface Reading {
  readonly raws: RawResource[];
  readonly coverage: CoverageLine[];
  readonly errors: SourceError[];
  /** Files that were read, for looking at their comments and printing frames. */
  readonly files: Set<string>;
}

export async function scan(options: ScanOptions): Promise<Ledger> {
  const reading = await readTargets(options);
  const { assess } = await import('./assess.js');
  const { defaultOf } = await import('../schema/defaults/index.js');
  const checks = options.checks ?? (await import('../checks/registry.js')).registry;
  const asOf = options.asOf ?? new Date().toISOString();
  const { verdicts, rows, coverage } = assess(reading.raws, {
    checks,
    now: asOf,
    explicit: options.explicit,
    defaults: defaultOf,
    rows: { line: () => [] },
  });
  return { version: 1, asOf, verdicts, rows, coverage: [...reading.coverage, ...coverage], errors: reading.errors };
}

export async function readTargets(options: ScanOptions): Promise<Reading> {
  const cwd = resolve(options.cwd ?? '.');
  const reading: Reading = { raws: [], coverage: [], errors: [], files: new Set() };
  for (const target of options.targets) {
    const path = resolve(cwd, target);
    if (!existsSync(path)) throw new TargetError(`\`${target}\` does not exist`);
    const { files, roots, errors, coverage } = discover(realpathSync(path), realpathSync(cwd));
    reading.errors.push(...errors);
    reading.coverage.push(...coverage);
    for (const root of roots) {
      // Several targets may each hold a root of the same path: then the target's own path tells them apart.
      const name = options.targets.length === 1 ? root.root : joined(relative(cwd, path).split(sep).join('/') || basename(path), root.root);
      const result = await readers[root.kind](files, { ...root, root: name }, options, cwd);
      for (const raw of result.resources) reading.raws.push(raw);
      reading.coverage.push(...result.coverage);
      reading.errors.push(...result.errors);
      for (const file of result.files) reading.files.add(file);
    }
  }
  return reading;
}

const joined = (target: string, root: string): string => (root === '.' || root === basename(target) ? target : `${target}/${root}`);

const readers: Readonly<Record<Root['kind'], (files: Files, root: Root, options: ScanOptions, cwd: string) => Promise<SourceResult>>> = {
  terraform: async (files, { path, root, only }, { vars, varFiles = [], environment }, cwd) => {
    const { readTerraformRoot } = await import('../sources/terraform/project/read.js');
    return readTerraformRoot(files, path, { root, only, vars, varFiles: varFiles.map((file) => resolve(cwd, file)), environment });
  },
  'terraform-json': () => Promise.resolve(NOTHING),
  cloudformation: async (files, { path, root }, { parameterFiles = [] }, cwd) => {
    const { readTemplate } = await import('../sources/cloudformation/read.js');
    const errors: SourceError[] = [];
    const parameters = new Map<string, Tree>();
    for (const file of parameterFiles) {
      const { readParameterFile } = await import('../sources/cloudformation/parameters.js');
      const read = files.text(resolve(cwd, file));
      if ('problem' in read) errors.push({ file, message: read.problem });
      else {
        const given = readParameterFile(read.text, files.label(resolve(cwd, file)));
        errors.push(...given.errors);
        for (const [name, value] of given.values) parameters.set(name, value);
      }
    }
    const read = files.text(path);
    if ('problem' in read) return { ...NOTHING, errors: [...errors, { file: files.label(path), message: read.problem }] };
    const result = readTemplate(read.text, files.label(path), {
      root,
      parameters,
      readNested: (nested, from) => {
        const full = resolve(dirname(resolve(cwd, from)), nested);
        const inner = files.text(full);
        return 'problem' in inner ? undefined : { text: inner.text, file: files.label(full) };
      },
    });
    return { ...result, errors: [...errors, ...result.errors] };
  },
};

const NOTHING: SourceResult = { resources: [], coverage: [], errors: [], files: [] };
