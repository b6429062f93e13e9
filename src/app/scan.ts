/** `scan`: targets in, a ledger out. The one place where disk, clock and environment meet the pure pipeline. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Check } from '../checks/define.js';
import { applyBaseline, type Baseline } from '../ledger/baseline.js';
import type { WrittenExemption } from '../ledger/exemptions.js';
import { at, type Ledger, type RawResource, type Resource, type SourceError, type Tree } from '../model/index.js';
import { MANIFEST } from '../sources/aws/manifest.js';
import { discover, type Root } from '../sources/discover.js';
import type { EngineOptions, Watch } from '../engine/run.js';
import type { LiveOptions } from './accounts.js';
import type { Reading } from './reading.js';
import type { Files } from '../sources/files.js';
import type { SourceResult } from '../sources/source.js';
import { TargetError } from './target-error.js';
import type { VulnerabilityOptions } from './vulnerabilities.js';
import type { WorkloadResult } from './workloads.js';

export interface ScanOptions {
  /** Paths of folders and files. */
  readonly targets: readonly string[];
  /** How an account is read when a target is `aws`. */
  readonly live?: LiveOptions;
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
  /** Platform of an image that is for several: `linux/arm64`. */
  readonly platform?: string;
  /** Also look for secrets in every version of every file of the targets' repositories. */
  readonly history?: boolean;
  /** Do not search files that git ignores for secrets. */
  readonly gitignore?: boolean | undefined;
  /** False: files are not searched for secrets. What sources read is judged all the same. */
  readonly secrets?: boolean;
  /** Parameter files of CloudFormation. */
  readonly parameterFiles?: readonly string[];
  /** Files of Compose that are laid over the one beside them. */
  readonly composeOverrides?: readonly string[];
  /** Ids, patterns or peers' ids of the checks to run; rows that not all checks judged are partial. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** Exemptions beside those in comments, as a config file gives them. */
  readonly exemptions?: readonly WrittenExemption[];
  /** Findings that are known already. */
  readonly baseline?: Baseline;
  /** Of accounts, judge only resources with all of these tags. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Name of the baseline for the reader. */
  readonly baselineName?: string;
  /** Looks on while checks ask. */
  readonly watch?: Watch;
  /** What the software of images and projects is compared with. Default: nothing, so that it is not verified. */
  readonly vulnerabilities?: VulnerabilityOptions;
}

export { TargetError };

const FINDING = 'Demarc::Vulnerability::Finding';

export async function scan(options: ScanOptions): Promise<Ledger> {
  return (await scanResources(options)).ledger;
}

/** A scan together with the resources that it judged, for views that go beyond the ledger. */
export async function scanResources(options: ScanOptions): Promise<{ readonly ledger: Ledger; readonly resources: readonly Resource[] }> {
  const [{ assess }, { defaultOf }, { exempt, directivesOf }, { means }, { chosen }, { lineOf }] = await Promise.all([
    import('./assess.js'),
    import('../schema/defaults/index.js'),
    import('../ledger/exemptions.js'),
    import('../checks/select.js'),
    import('./chosen.js'),
    import('../responsibility/line.js'),
  ]);
  const all = options.checks ?? (await import('../checks/registry.js')).registry;
  const { checks, skipped } = await chosen(all, options);
  const reading = await readTargets(checks.length < all.length ? { ...options, live: { ...options.live, needs: (await import('./needs.js')).needsOf(checks) } } : options);
  const asOf = options.asOf ?? reading.asOf.sort().at(-1) ?? new Date().toISOString();
  await addVulnerabilities(reading, options.vulnerabilities, asOf);
  const leaks = checks.some(({ on }) => [on].flat().includes('Demarc::Secret::Leak')) ? await import('./scan-files.js') : undefined;
  await leaks?.addLeaks(reading, options);
  const byId = new Map(checks.map((check) => [check.id, check]));
  const written = [...(options.exemptions ?? []), ...reading.exemptions, ...[...reading.files].flatMap((file) => directivesOf(reading.text(file), file))];
  const unread: NonNullable<EngineOptions['unread']> = (root, type, region) => reading.unread.get(root)?.(type, region);
  const { coverage, ...judged } = assess(reading.raws, {
    checks,
    now: asOf,
    explicit: options.explicit,
    watch: options.watch,
    unread,
    defaults: defaultOf,
    rows: { line: ({ type, properties, dialect }) => lineOf(type, properties, dialect).layers, skipped },
    exempt: (plain) => {
      const judged = exempt(plain, { written, spans: reading.spans, checks: byId, known: (id) => all.some((check) => means(id, check)), now: asOf, report: (error) => reading.errors.push(error) });
      return options.baseline === undefined ? judged : applyBaseline(judged, options.baseline, options.baselineName ?? 'file');
    },
  });
  const { resources, verdicts: single, rows } = leaks?.withoutTwins(judged) ?? judged;
  const verdicts = resources.some(({ type }) => type === 'Demarc::Secret::Leak') ? (await import('./leaked-keys.js')).withChains(single, resources, unread) : single;
  const scope = options.tags === undefined ? undefined : (await import('./tags.js')).tagScope(resources, options.tags);
  return {
    resources,
    ledger: {
      version: 1,
      asOf,
      verdicts: scope === undefined ? verdicts : verdicts.filter(({ resource }) => scope.inside(resource.id)),
      rows: scope === undefined ? rows : rows.filter(({ resource }) => scope.inside(resource)),
      coverage: [...reading.coverage, ...(reading.unread.size === 0 ? [] : (await import('./scan-accounts.js')).notAsked(reading, checks)), ...coverage, ...(scope?.coverage ?? [])],
      errors: reading.errors,
    },
  };
}

/** Compares what images and lockfiles hold with known vulnerabilities; each that is found is a resource beside. */
async function addVulnerabilities(reading: Reading, options: VulnerabilityOptions = {}, asOf: string): Promise<void> {
  const { inventories, raws } = reading;
  if (inventories.size === 0) return;
  const { judgeSoftware } = await import('./vulnerabilities.js');
  const software = raws.flatMap((resource) => {
    const inventory = inventories.get(`${resource.root}#${resource.address}`);
    if (inventory === undefined) return [];
    const file = resource.at.kind === 'source' ? resource.at.file : undefined;
    return [{ inventory, resource, ...(inventory.kind === 'project' ? { fileOf: () => file } : {}) }];
  });
  const judged = await judgeSoftware(software, options, asOf);
  const held = new Set(software.map(({ resource }) => resource));
  const others = raws.filter((raw) => !held.has(raw));
  raws.length = 0;
  for (const raw of [...others, ...judged.raws]) raws.push(raw);
  // A comment beside a dependency speaks of what is known against it.
  for (const { type, address, root, at } of judged.raws) if (type === FINDING) reading.spans.push({ address, root, at });
  reading.exemptions.push(...judged.exemptions);
  reading.coverage.push(...judged.coverage);
  reading.errors.push(...judged.errors);
}

export async function readTargets(options: ScanOptions): Promise<Reading> {
  const cwd = resolve(options.cwd ?? '.');
  const reading: Reading = { raws: [], spans: [], exemptions: [], text: (file) => readText(resolve(cwd, file)), coverage: [], unread: new Map(), asOf: [], errors: [], inventories: new Map(), files: new Set() };
  for (const target of options.targets) {
    if (target === 'aws') {
      await (await import('./scan-accounts.js')).readLive(reading, options.live);
      continue;
    }
    const path = resolve(cwd, target);
    if (!existsSync(path)) throw new TargetError(`\`${target}\` does not exist`);
    if (existsSync(resolve(path, MANIFEST))) {
      await (await import('./scan-accounts.js')).readRecorded(reading, path, target, options.live);
      continue;
    }
    const { dependencyPaths } = await import('../inventory/rules.js');
    const { files, roots, errors, coverage } = discover(realpathSync(path), realpathSync(cwd), dependencyPaths);
    reading.errors.push(...errors);
    reading.coverage.push(...coverage);
    if (options.history === true) {
      const { scanHistory } = await import('./scan-history.js');
      const found = await scanHistory(realpathSync(path), { label: (one) => files.label(one), root: options.targets.length === 1 ? '.' : target });
      reading.raws.push(...found.raws);
      reading.coverage.push(...found.coverage);
      reading.errors.push(...found.errors);
    }
    for (const root of roots) {
      // Several targets may each hold a root of the same path: then the target's own path tells them apart.
      const name = options.targets.length === 1 ? root.root : joined(relative(cwd, path).split(sep).join('/') || basename(path), root.root);
      const result = await readers[root.kind](files, { ...root, root: name }, options, cwd);
      for (const [address, inventory] of result.inventories ?? []) reading.inventories.set(`${name}#${address}`, inventory);
      for (const raw of result.resources) {
        reading.raws.push(raw);
        reading.spans.push({ address: raw.address, root: raw.root, at: raw.at });
        reading.exemptions.push(...skipsInMetadata(raw));
      }
      for (const { address, at } of result.calls ?? []) reading.spans.push({ address, root: name, at });
      for (const { address, at } of result.parts ?? []) reading.spans.push({ address, root: name, at, part: true });
      reading.coverage.push(...result.coverage);
      reading.errors.push(...result.errors);
      for (const file of result.files) reading.files.add(file);
    }
  }
  return reading;
}

/** The text of a file again; what cannot be read any more holds no comments. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** `Metadata: { checkov: { skip: [{ id, comment }] } }` of a template's resource. */
function skipsInMetadata({ meta, address }: RawResource): readonly WrittenExemption[] {
  const skips = at(meta, 'Metadata', 'checkov', 'skip');
  if (skips?.kind !== 'list') return [];
  return skips.items.flatMap((item) => {
    const [id, comment] = ['id', 'comment'].map((key) => at(item, key));
    if (id?.kind !== 'scalar') return [];
    const place = item.at.kind === 'source' ? item.at : undefined;
    return [{ checks: [String(id.value)], reason: comment?.kind === 'scalar' ? String(comment.value) : undefined, resource: address, source: place === undefined ? address : `${place.file}:${place.line}` }];
  });
}

const joined = (target: string, root: string): string => (root === '.' || root === basename(target) ? target : `${target}/${root}`);

const readers: Readonly<Record<Root['kind'], (files: Files, root: Root, options: ScanOptions, cwd: string) => Promise<SourceResult & Partial<WorkloadResult>>>> = {
  terraform: async (files, { path, root, only }, { vars, varFiles = [], environment }, cwd) => {
    const { readTerraformRoot } = await import('../sources/terraform/project/read.js');
    return readTerraformRoot(files, path, { root, only, vars, varFiles: varFiles.map((file) => resolve(cwd, file)), environment });
  },
  'terraform-json': async (files, { path, root }) => {
    const { readTerraformJson } = await import('../sources/terraform/plan/read.js');
    return readTerraformJson(files, path, { root });
  },
  cloudformation: async (files, { path, root }, { parameterFiles = [] }, cwd) => {
    const { readTemplate } = await import('../sources/cloudformation/read.js');
    const errors: SourceError[] = [];
    const parameters = new Map<string, Tree>();
    for (const file of parameterFiles) {
      const { readParameterFile } = await import('../sources/cloudformation/parameters.js');
      files.allow(resolve(cwd, file));
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
  dockerfile: async (files, { path, root, address }) => {
    const { DOCKERFILE_LIMIT, readDockerfile } = await import('../sources/dockerfile/read.js');
    const read = files.text(path, DOCKERFILE_LIMIT);
    if ('problem' in read) return { ...NOTHING, errors: [{ file: files.label(path), message: read.problem }] };
    return readDockerfile(read.text, files.label(path), { root, address: address ?? root });
  },
  compose: async (files, { path, root, address }, { composeOverrides = [] }, cwd) => {
    const { readCompose } = await import('../sources/compose/read.js');
    const overrides = composeOverrides.map((file) => resolve(cwd, file));
    // One that was asked for speaks through what it is laid over, not by itself.
    if (overrides.includes(path)) return NOTHING;
    return readCompose(files, path, { root, address: address ?? root, overrides: overrides.filter((file) => dirname(file) === dirname(path)) });
  },
  image: async (files, root, { platform }) => (await import('./workloads.js')).readImages(files, root, platform),
  dependencies: async (files, root) => (await import('./workloads.js')).readDependencies(files, root),
  sbom: async (files, root) => (await import('./workloads.js')).readBillOfMaterials(files, root),
};

const NOTHING: SourceResult = { resources: [], coverage: [], errors: [], files: [] };
