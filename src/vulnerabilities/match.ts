/** An inventory and records → findings. Pure: the records are handed in. */
import type { Component, Inventory } from '../inventory/component.js';
import { affects, fixedVersion } from './affects.js';
import { sameVulnerabilities } from './aliases.js';
import { layerOf, type Finding, type Installed, type Matched, type Unmatched, type VulnerabilityRecords } from './finding.js';
import { lacksRelease, lookupOf } from './names.js';
import type { PackageRecord } from './record.js';
import { ratings, severityOf } from './severity.js';
import { baseEcosystem } from './versions/index.js';

/** Components that share records. */
interface Group {
  readonly layer: Finding['layer'];
  readonly ecosystems: readonly string[];
  readonly name: string;
  readonly byVersion: Map<string, Component[]>;
}

export function match(inventory: Inventory, records: VulnerabilityRecords): Matched {
  const groups = new Map<string, Group>();
  const unmatched = new Map<string, { -readonly [K in keyof Unmatched]: Unmatched[K] }>();
  const compared = new Map<string, { readonly layer: Finding['layer']; readonly ecosystem: string; count: number; readonly date: string; readonly records?: number }>();
  const leave = (component: Component, ecosystem: string | undefined, reason: string): void => {
    const layer = layerOf(component);
    const key = `${layer}\n${ecosystem ?? ''}\n${reason}`;
    const there = unmatched.get(key);
    if (there === undefined) unmatched.set(key, { layer, ecosystem, count: 1, reason, example: component.name });
    else there.count++;
  };
  for (const component of inventory.components) {
    const lookup = lookupOf(component, inventory.os?.version);
    if (lookup === undefined) {
      // A runtime that no package manager brought is judged by the end of its life.
      if (component.kind !== 'runtime') leave(component, undefined, 'no records are published of it');
      continue;
    }
    const [ecosystem = ''] = lookup.ecosystems;
    const date = lookup.ecosystems.map((one) => records.dateOf(one)).find((one) => one !== undefined);
    if (date === undefined) {
      leave(component, ecosystem, lacksRelease(lookup) ? `the release of \`${ecosystem}\` is not known` : records.lacks(ecosystem));
      continue;
    }
    const layer = layerOf(component);
    const tally = `${layer}\n${ecosystem}`;
    const there = compared.get(tally);
    if (there === undefined) compared.set(tally, { layer, ecosystem, count: 1, date, ...sizeOf(lookup.ecosystems, records) });
    else there.count++;
    for (const { name, version } of lookup.packages) {
      const key = `${layer}\n${ecosystem}\n${name}`;
      const group = groups.get(key) ?? { layer, ecosystems: lookup.ecosystems, name, byVersion: new Map<string, Component[]>() };
      groups.set(key, group);
      group.byVersion.set(version, [...(group.byVersion.get(version) ?? []), component]);
    }
  }
  const findings = [...groups.values()].flatMap((group) => findingsOf(group, records));
  for (const [key, { layer, ecosystem, count }] of compared) {
    // Reading it failed on the way: what was not found then proves nothing.
    if (records.dateOf(ecosystem) !== undefined || records.dateOf(baseEcosystem(ecosystem)) !== undefined) continue;
    compared.delete(key);
    unmatched.set(key, { layer, ecosystem, count, reason: `the database's records of \`${ecosystem}\` are damaged`, example: '' });
  }
  return { findings: once(findings).sort(byGravity), unmatched: [...unmatched.values()], compared: [...compared.values()] };
}

function sizeOf(ecosystems: readonly string[], { sizeOf: ask }: VulnerabilityRecords): { readonly records?: number } {
  const sizes = ecosystems.flatMap((one) => ask(one) ?? []);
  return sizes.length === 0 ? {} : { records: sizes.reduce((sum, size) => sum + size, 0) };
}

function findingsOf({ layer, ecosystems, name, byVersion }: Group, source: VulnerabilityRecords): readonly Finding[] {
  const [ecosystem = ''] = ecosystems;
  const all = ecosystems.flatMap((one) => source.find(one, name));
  if (all.length === 0) return [];
  const versions = [...byVersion];
  const answers = new Map<PackageRecord, ReadonlyMap<string, boolean | undefined>>(all.map((record) => [record, new Map(versions.map(([version]) => [version, affects(record, ecosystem, version)]))]));
  const relevant = all.filter((record) => [...(answers.get(record)?.values() ?? [])].some((answer) => answer !== false));
  return sameVulnerabilities(relevant).map(({ id, aliases, records }): Finding => {
    const hit = versions.filter(([version]) => records.some((record) => answers.get(record)?.get(version) === true));
    const doubtful = versions.filter(([version]) => records.some((record) => answers.get(record)?.get(version) === undefined));
    const cves = [id, ...aliases].filter((one) => one.startsWith('CVE-'));
    return {
      id,
      aliases,
      records: records.map((record) => record.id).sort(),
      ecosystem,
      name,
      installed: (hit.length > 0 ? hit : doubtful).map(([version, components]): Installed => {
        const fixed = hit.length > 0 ? fixedVersion(records, ecosystem, version) : undefined;
        return { version, ...(fixed === undefined ? {} : { fixed }), components };
      }),
      severity: severityOf(records),
      summary: records.map(({ summary }) => summary).find((summary) => summary !== '') ?? '',
      epss: first(cves, source.epss),
      exploited: first(cves, source.exploited),
      layer,
      date: ecosystems.map((one) => source.dateOf(one)).find((one) => one !== undefined) ?? '',
      ...(hit.length > 0 ? {} : { unknown: `\`${doubtful[0]?.[0] ?? ''}\` cannot be compared with the versions of ${baseEcosystem(ecosystem)}` }),
    };
  });
}

function first<T>(ids: readonly string[], ask: (id: string) => T | undefined): T | undefined {
  for (const id of ids) {
    const answer = ask(id);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** A distribution whose records name source and binary packages says the same of both: what is found of more packages tells it for all of them. */
function once(findings: readonly Finding[]): Finding[] {
  const byId = new Map<string, { readonly finding: Finding; readonly purls: ReadonlySet<string> }[]>();
  for (const finding of findings) {
    const key = `${finding.id}\n${finding.ecosystem}\n${finding.unknown === undefined ? '' : '?'}`;
    byId.set(key, [...(byId.get(key) ?? []), { finding, purls: new Set(finding.installed.flatMap(({ components }) => components.map(({ purl }) => purl))) }]);
  }
  return [...byId.values()].flatMap((same) => {
    const kept: typeof same = [];
    for (const one of [...same].sort((a, b) => b.purls.size - a.purls.size)) {
      if (!kept.some(({ purls }) => [...one.purls].every((purl) => purls.has(purl)))) kept.push(one);
    }
    return kept.map(({ finding }) => finding);
  });
}

const gravity = ({ severity }: Finding): number => (severity === undefined ? ratings.indexOf('medium') : ratings.indexOf(severity.rating));

/** The worst first; of the same severity what is exploited, then the likelier, then by name. */
const byGravity = (a: Finding, b: Finding): number =>
  gravity(a) - gravity(b) ||
  Number(b.exploited !== undefined) - Number(a.exploited !== undefined) ||
  (b.epss?.score ?? 0) - (a.epss?.score ?? 0) ||
  (b.severity?.score ?? 0) - (a.severity?.score ?? 0) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
