/** Inventories and records for tests. */
import type { Component, Inventory } from '../../src/inventory/component.js';
import type { VulnerabilityRecords } from '../../src/vulnerabilities/finding.js';
import { ecosystemKey, nameKey } from '../../src/vulnerabilities/names.js';
import { readRecord, type PackageRecord } from '../../src/vulnerabilities/record.js';

export const component = (ecosystem: string | undefined, name: string, version: string, more: Partial<Component> = {}): Component => ({
  name,
  version,
  ecosystem,
  purl: `pkg:generic/${name}@${version}`,
  places: [{ file: 'somewhere' }],
  kind: /^(Debian|Ubuntu|Alpine|Rocky|Red Hat|Wolfi)/.test(ecosystem ?? '') ? 'os' : 'language',
  ...more,
});

export const inventory = (components: readonly Component[], more: Partial<Inventory> = {}): Inventory => ({ subject: 'shop:1.4', kind: 'image', os: undefined, components, coverage: [], errors: [], ...more });

/** Records as a store would give them, without a disk. */
export function recordsOf(json: readonly object[], date = '2026-11-20T08:00:00Z'): VulnerabilityRecords {
  const packages = new Map<string, PackageRecord[]>();
  const ecosystems = new Map<string, Set<string>>();
  for (const one of json) {
    const record = readRecord(one);
    if (record === undefined) throw new Error('no record');
    for (const { ecosystem, name, record: own } of record.withdrawn ? [] : record.packages) {
      const key = `${ecosystemKey(ecosystem)}\n${nameKey(ecosystem, name)}`;
      const ids = ecosystems.get(ecosystemKey(ecosystem)) ?? new Set<string>();
      ecosystems.set(ecosystemKey(ecosystem), ids.add(own.id));
      packages.set(key, [...(packages.get(key) ?? []), own]);
    }
  }
  return { dateOf: (key) => (ecosystems.has(key) ? date : undefined), sizeOf: (key) => ecosystems.get(key)?.size, lacks: (ecosystem) => `the database holds no records of \`${ecosystem}\``, find: (ecosystem, name) => packages.get(`${ecosystem}\n${name}`) ?? [], epss: () => undefined, exploited: () => undefined };
}
