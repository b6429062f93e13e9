/** Comparing what was found with the database of vulnerabilities, or with the service that answers for it. */
import { existsSync, readFileSync } from 'node:fs';
import type { WrittenExemption } from '../ledger/exemptions.js';
import type { CoverageLine, RawResource, Reason, SourceError } from '../model/index.js';
import type { Finding, Matched, VulnerabilityRecords } from '../vulnerabilities/finding.js';
import { Store } from '../store/index.js';
import { match } from '../vulnerabilities/match.js';
import { readVex, vexOf, type VexStatement } from '../vulnerabilities/vex.js';
import { findingAddress, softwareResources, type FoundSoftware } from './software.js';
import { TargetError } from './target-error.js';

export interface VulnerabilityOptions {
  /** Folder of the database. Default: none is looked at. */
  readonly database?: string;
  /** Base address of a service with OSV's interface (https://google.github.io/osv.dev/api/), asked in place of the database. */
  readonly osvApi?: string;
  /** Findings that no published version mends are left out, and counted. */
  readonly ignoreUnfixed?: boolean;
  /** OpenVEX and CycloneDX documents. */
  readonly vex?: readonly string[];
}

export interface Judged {
  readonly raws: readonly RawResource[];
  readonly exemptions: readonly WrittenExemption[];
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
  /** What each inventory gave; none where nothing could be compared. */
  readonly matched: readonly { readonly found: FoundSoftware; readonly matched: Matched | Reason }[];
}

/** `day`: ISO time of the scan. Throws TargetError when a VEX document cannot be read. */
export async function judgeSoftware(software: readonly FoundSoftware[], options: VulnerabilityOptions, day: string): Promise<Judged> {
  const errors: SourceError[] = [];
  const coverage: CoverageLine[] = [];
  const statements = (options.vex ?? []).map((path) => [path, readVexFile(path)] as const);
  const source = await openRecords(software, options, day, (message) => errors.push({ file: options.database ?? '', message }));
  try {
    const matched = software.map((found) => {
      if ('detail' in source) return { found, matched: source };
      const all = match(found.inventory, source.records);
      const findings = options.ignoreUnfixed === true ? all.findings.filter(({ installed }) => installed.some(({ fixed }) => fixed !== undefined)) : all.findings;
      const left = all.findings.length - findings.length;
      if (left > 0) coverage.push({ source: found.resource.root, subject: found.inventory.subject, asked: 'vulnerabilities without a fix', answered: false, reason: `${left === 1 ? '1 finding has' : `${left} findings have`} no fixed version and ${left === 1 ? 'was' : 'were'} left out, as was asked` });
      return { found, matched: { ...all, findings } };
    });
    return {
      raws: matched.flatMap(({ found, matched: one }) => softwareResources(found, one, day, (finding) => stated(found, finding, statements)?.reason)),
      exemptions: matched.flatMap(({ found, matched: one }) => ('detail' in one ? [] : exemptionsOf(found, one, statements))),
      coverage,
      errors,
      matched,
    };
  } finally {
    if (!('detail' in source)) source.close();
  }
}

interface OpenRecords {
  readonly records: VulnerabilityRecords;
  readonly close: () => void;
}

async function openRecords(software: readonly FoundSoftware[], { database, osvApi }: VulnerabilityOptions, day: string, tell: (problem: string) => void): Promise<OpenRecords | Reason> {
  const store = database === undefined ? undefined : Store.open(database, tell);
  if (osvApi !== undefined) {
    const { askOsv } = await import('../store/osv-api.js');
    const records = await askOsv(osvApi, software.map(({ inventory }) => inventory), { day, signals: store, tell });
    return { records, close: () => store?.close() };
  }
  if (store !== undefined && store.ecosystems.length > 0) return { records: store, close: () => store.close() };
  store?.close();
  return { kind: 'not-collected', detail: 'there is no vulnerability database: `demarc db update` fetches one, `demarc db import` takes a file' };
}

function readVexFile(path: string): readonly VexStatement[] {
  if (!existsSync(path)) throw new TargetError(`VEX document \`${path}\` does not exist`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new TargetError(`VEX document \`${path}\` is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const statements = readVex(json);
  if (statements === undefined) throw new TargetError(`\`${path}\` is neither an OpenVEX document nor a CycloneDX one`);
  return statements;
}

/** What a VEX document says of a finding, and which; the first that says anything. */
function stated({ inventory }: FoundSoftware, finding: Finding, documents: readonly (readonly [string, readonly VexStatement[]])[]): { readonly reason: string; readonly source: string } | undefined {
  for (const [source, statements] of documents) {
    const reason = vexOf(statements, finding, { name: inventory.subject, digest: inventory.digest });
    if (reason !== undefined) return { reason, source };
  }
  return undefined;
}

function exemptionsOf(found: FoundSoftware, { findings }: Matched, documents: readonly (readonly [string, readonly VexStatement[]])[]): readonly WrittenExemption[] {
  return findings.flatMap((finding): readonly WrittenExemption[] => {
    const said = stated(found, finding, documents);
    return said === undefined ? [] : [{ checks: ['vulnerability-*'], ...said, resource: findingAddress(found.resource.address, finding) }];
  });
}
