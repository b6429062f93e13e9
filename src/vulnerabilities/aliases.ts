/** Which records speak of the same vulnerability, and what it is called. */
import type { PackageRecord } from './record.js';

export interface SameVulnerability {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly records: readonly PackageRecord[];
}

const isCve = (id: string): boolean => /^CVE-\d{4}-\d{4,}$/.test(id);

/**
 * Groups records by their ids and aliases. A record with one `upstream` is about that; an advisory with several counts to each of them,
 * for it fixes several vulnerabilities at once.
 */
export function sameVulnerabilities(records: readonly PackageRecord[]): readonly SameVulnerability[] {
  const parents = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(at)) at = next;
    parents.set(id, at);
    return at;
  };
  const advisories = records.filter(isAdvisory);
  const single = records.filter((record) => !isAdvisory(record));
  for (const record of single) for (const other of [...record.aliases, ...record.upstream]) parents.set(top(other), top(record.id));
  const groups = new Map<string, { readonly names: Set<string>; readonly records: Set<PackageRecord> }>();
  const add = (name: string, record: PackageRecord): void => {
    const key = top(name);
    const group = groups.get(key) ?? { names: new Set(), records: new Set() };
    groups.set(key, group);
    group.names.add(name);
    group.records.add(record);
  };
  for (const record of single) for (const name of [record.id, ...record.aliases, ...record.upstream]) add(name, record);
  for (const record of advisories) for (const name of record.upstream) add(name, record);
  return [...groups.values()].map(({ names, records: about }) => {
    const [id = '', ...aliases] = [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return { id, aliases, records: [...about] };
  });
}

const isAdvisory = ({ id, aliases, upstream }: PackageRecord): boolean => upstream.length > 1 && !isCve(id) && !aliases.some(isCve);

/** CVE before GitHub's before all others. */
const rank = (id: string): number => (isCve(id) ? 0 : id.startsWith('GHSA-') ? 1 : 2);
