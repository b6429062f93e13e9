/** Asking a service with OSV's interface in place of a database: https://google.github.io/osv.dev/post-v1-querybatch/ and https://google.github.io/osv.dev/get-v1-vulns/. */
import type { Inventory } from '../inventory/component.js';
import type { VulnerabilityRecords } from '../vulnerabilities/finding.js';
import { askedEcosystem, ecosystemKey, lookupOf, nameKey } from '../vulnerabilities/names.js';
import { readRecord, type OsvRecord, type PackageRecord } from '../vulnerabilities/record.js';
import { baseEcosystem } from '../vulnerabilities/versions/index.js';
import { getJson, type Ask } from './http.js';

/** Queries of one request: https://google.github.io/osv.dev/post-v1-querybatch/ allows a thousand. */
const MOST_QUERIES = 1000;
const MOST_PAGES = 50;
const AT_ONCE = 8;

export interface AskOptions {
  /** ISO time of the scan: of which the answers are. */
  readonly day: string;
  /** What is known of exploitation, where a database is there. */
  readonly signals?: Pick<VulnerabilityRecords, 'epss' | 'exploited'>;
  readonly tell: (problem: string) => void;
}

interface Query {
  readonly package: { readonly name: string; readonly ecosystem: string };
  readonly page_token?: string;
}

/** All records of the packages of these inventories. What could not be asked is told, and its ecosystem is as if it were not there. */
export async function askOsv(base: string, inventories: readonly Inventory[], { day, signals, tell }: AskOptions): Promise<VulnerabilityRecords> {
  const ask: Ask = { base: base.replace(/\/+$/, '') };
  const wanted = new Map<string, Query['package']>();
  /** What this program calls the releases that are asked for by a wider name. */
  const keys = new Map<string, ReadonlySet<string>>();
  for (const { components, os } of inventories) {
    for (const component of components) {
      const lookup = lookupOf(component, os?.version);
      if (lookup === undefined) continue;
      const ecosystem = askedEcosystem(component.ecosystem ?? '');
      for (const { name } of lookup.packages) wanted.set(`${ecosystem}\n${name}`, { name, ecosystem });
      keys.set(ecosystem, new Set([...(keys.get(ecosystem) ?? []), ...lookup.ecosystems]));
    }
  }
  const failed = new Set<string>();
  const ids = new Set<string>();
  let queries: readonly Query[] = [...wanted.values()].map((one) => ({ package: one }));
  for (let page = 0; queries.length > 0 && page < MOST_PAGES; page++) {
    const next: Query[] = [];
    for (let i = 0; i < queries.length; i += MOST_QUERIES) {
      const batch = queries.slice(i, i + MOST_QUERIES);
      try {
        const { results } = (await getJson(ask, '/v1/querybatch', { queries: batch })) as { readonly results?: readonly ({ readonly vulns?: readonly { readonly id?: unknown }[]; readonly next_page_token?: string } | null)[] };
        if (!Array.isArray(results) || results.length !== batch.length) throw new Error('its answer has not one result a query');
        batch.forEach((query, k) => {
          for (const { id } of results[k]?.vulns ?? []) if (typeof id === 'string') ids.add(id);
          const token = results[k]?.next_page_token;
          if (typeof token === 'string' && token !== '') next.push({ ...query, page_token: token });
        });
      } catch (error) {
        for (const query of batch) failed.add(baseEcosystem(query.package.ecosystem));
        tell(`\`${ask.base}\` could not be asked: ${error instanceof Error ? error.message : String(error)}`);
        break;
      }
    }
    queries = next;
  }
  if (queries.length > 0) for (const query of queries) failed.add(baseEcosystem(query.package.ecosystem));
  const records = await fetchAll(ask, [...ids], (id, error) => {
    tell(`\`${ask.base}\` did not give record \`${id}\`: ${error}`);
    for (const one of wanted.values()) failed.add(baseEcosystem(one.ecosystem));
  });
  const known = new Set([...keys].flatMap(([ecosystem, own]) => (failed.has(baseEcosystem(ecosystem)) ? [] : [...own])));
  return answers(records, known, day, signals);
}

async function fetchAll(ask: Ask, ids: readonly string[], fail: (id: string, error: string) => void): Promise<readonly OsvRecord[]> {
  const found: OsvRecord[] = [];
  let at = 0;
  let broken = false;
  const worker = async (): Promise<void> => {
    while (at < ids.length && !broken) {
      const id = ids[at++] ?? '';
      try {
        const record = readRecord(await getJson(ask, `/v1/vulns/${encodeURIComponent(id)}`));
        if (record === undefined) throw new Error('it is no record in OSV\'s format');
        found.push(record);
      } catch (error) {
        // One that fails makes the rest unsure; a thousand lines of it help nobody.
        if (!broken) fail(id, error instanceof Error ? error.message : String(error));
        broken = true;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found;
}

function answers(records: readonly OsvRecord[], known: ReadonlySet<string>, day: string, signals: AskOptions['signals']): VulnerabilityRecords {
  const byPackage = new Map<string, PackageRecord[]>();
  for (const { withdrawn, packages } of records) {
    if (withdrawn) continue;
    for (const { ecosystem, name, record } of packages) {
      const key = `${ecosystemKey(ecosystem)}\n${nameKey(ecosystem, name)}`;
      byPackage.set(key, [...(byPackage.get(key) ?? []), record]);
    }
  }
  return {
    dateOf: (key) => (known.has(key) ? day : undefined),
    sizeOf: () => undefined,
    lacks: (ecosystem) => `the service could not be asked about \`${ecosystem}\``,
    find: (ecosystem, name) => byPackage.get(`${ecosystem}\n${name}`) ?? [],
    epss: (cve) => signals?.epss(cve),
    exploited: (cve) => signals?.exploited(cve),
  };
}
