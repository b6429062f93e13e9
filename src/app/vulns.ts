/** `vulns`: what is known against the software of one target, without the rest of a scan. */
import type { Check } from '../checks/define.js';
import type { WrittenExemption } from '../ledger/exemptions.js';
import type { CoverageLine, Exemption, Ledger, SourceError } from '../model/index.js';
import type { SbomOptions } from './sbom.js';
import type { FoundSoftware } from './software.js';
import type { VulnerabilityOptions } from './vulnerabilities.js';
import type { ComponentPlace, Finding, Matched } from '../vulnerabilities/finding.js';

export interface VulnsOptions extends SbomOptions, VulnerabilityOptions {
  /** ISO time. Default: now. */
  readonly asOf?: string;
  readonly exemptions?: readonly WrittenExemption[];
}

export interface SubjectVulnerabilities {
  readonly subject: string;
  /** Undefined: nothing could be compared. */
  readonly matched?: Matched;
  /** Why not. */
  readonly reason?: string;
  readonly findings: readonly { readonly finding: Finding; readonly exemption: Exemption | null }[];
}

export interface VulnsResult {
  readonly asOf: string;
  readonly subjects: readonly SubjectVulnerabilities[];
  /** The same as verdicts, for reports that want them. */
  readonly ledger: Ledger;
  readonly checks: readonly Check[];
}

/** Throws a TargetError when there is nothing to read. */
export async function vulns(target: string, options: VulnsOptions): Promise<VulnsResult> {
  const [{ sbom }, { judgeSoftware }, { findingAddress, softwareResource }, { assess }, { exempt }, { lineOf }, { registry }] = await Promise.all([
    import('./sbom.js'),
    import('./vulnerabilities.js'),
    import('./software.js'),
    import('./assess.js'),
    import('../ledger/exemptions.js'),
    import('../responsibility/line.js'),
    import('../checks/registry.js'),
  ]);
  const { inventories, coverage, errors } = await sbom(target, options);
  const asOf = options.asOf ?? new Date().toISOString();
  const names = new Set<string>();
  const software = inventories.map((inventory): FoundSoftware => {
    const resource = softwareResource(inventory);
    // Two images of one name in one archive are told apart by their digests.
    const address = names.has(resource.address) ? `${resource.address}@${inventory.digest ?? ''}` : resource.address;
    names.add(address);
    const fileOf = (place: ComponentPlace): string => (inventory.subject.endsWith(`/${place.file}`) || inventory.subject === place.file ? inventory.subject : inventory.subject === '.' ? place.file : `${inventory.subject}/${place.file}`);
    return { inventory, resource: { ...resource, address }, ...(inventory.kind === 'project' ? { fileOf } : {}) };
  });
  const judged = await judgeSoftware(software, options, asOf);
  const checks = registry.filter(({ id }) => /^(?:vulnerability|software)-/.test(id));
  const problems: SourceError[] = [...errors, ...inventories.flatMap((one) => one.errors), ...judged.errors];
  const byId = new Map(checks.map((check) => [check.id, check]));
  const { verdicts, rows, coverage: more } = assess(judged.raws, {
    checks,
    now: asOf,
    defaults: () => undefined,
    rows: { line: ({ type, properties, dialect }) => lineOf(type, properties, dialect).layers },
    exempt: (plain) => exempt(plain, { written: [...(options.exemptions ?? []), ...judged.exemptions], spans: [], checks: byId, known: () => true, now: asOf, report: (error) => problems.push(error) }),
  });
  const exemptions = new Map(verdicts.map(({ resource, exemption }) => [resource.address, exemption]));
  const lines: readonly CoverageLine[] = [...coverage, ...inventories.flatMap((one) => one.coverage), ...judged.coverage, ...more];
  return {
    asOf,
    checks,
    ledger: { version: 1, asOf, verdicts, rows, coverage: lines, errors: problems },
    subjects: judged.matched.map(({ found: { resource }, matched }) =>
      'detail' in matched
        ? { subject: resource.address, reason: matched.detail, findings: [] }
        : { subject: resource.address, matched, findings: matched.findings.map((finding) => ({ finding, exemption: exemptions.get(findingAddress(resource.address, finding)) ?? null })) },
    ),
  };
}
