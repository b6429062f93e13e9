/** Records of a package as they are kept: lists in place of objects, and each version text once. */
import type { OsvEvent, OsvRange, PackageRecord } from '../vulnerabilities/record.js';

const rangeTypes = ['SEMVER', 'ECOSYSTEM', 'GIT'] as const;
const eventKinds = ['introduced', 'fixed', 'last_affected', 'limit'] as const;

/** id, aliases, upstream, summary, severities, word, ranges (type, then kind and version by turns), versions. */
export type PackedRecord = readonly [string, readonly string[], readonly string[], string, readonly (readonly [string, string])[], string | 0, readonly (readonly (number | string)[])[], readonly string[]];

export function pack({ id, aliases, upstream, summary, severity, word, ranges, versions }: PackageRecord): PackedRecord {
  return [
    id,
    aliases,
    upstream,
    summary,
    severity.map(({ type, score }) => [type, score] as const),
    word ?? 0,
    kept(ranges, versions).map(({ type, events }) => [rangeTypes.indexOf(type), ...events.flatMap((event) => eventKinds.flatMap((kind, i) => (event[kind] === undefined ? [] : [i, event[kind]])))]),
    versions,
  ];
}

/** Ranges of commits say nothing of a version; one without its events is kept where there is no more, so that the record is not taken to be about none. */
function kept(ranges: readonly OsvRange[], versions: readonly string[]): readonly OsvRange[] {
  const ordered = ranges.filter(({ type }) => type !== 'GIT');
  return ordered.length > 0 || ranges.length === 0 || versions.length > 0 ? ordered : [{ type: 'GIT', events: [] }];
}

/** A package's records with their versions as runs of a shared list, which is what they are. */
export interface PackedPackage {
  readonly key: string;
  readonly versions: readonly string[];
  /** The record, and from where to where its versions reach in the list, by turns. */
  readonly records: readonly (readonly [PackedRecord, readonly number[]])[];
}

export function packPackage(key: string, records: readonly PackedRecord[]): PackedPackage {
  const places = new Map<string, number>();
  const runsOf = (versions: readonly string[]): readonly number[] => {
    const runs: number[] = [];
    for (const version of versions) {
      let place = places.get(version);
      if (place === undefined) places.set(version, (place = places.size));
      if (runs.at(-1) === place) runs[runs.length - 1] = place + 1;
      else runs.push(place, place + 1);
    }
    return runs;
  };
  const packed = records.map((record) => [[...record.slice(0, 7), []] as unknown as PackedRecord, runsOf(record[7])] as const);
  return { key, versions: [...places.keys()], records: packed };
}

export const unpackPackage = ({ versions, records }: PackedPackage): readonly PackedRecord[] =>
  records.map(([record, runs]) => {
    const own: string[] = [];
    for (let i = 0; i < runs.length; i += 2) own.push(...versions.slice(runs[i], runs[i + 1]));
    return [...record.slice(0, 7), own] as unknown as PackedRecord;
  });

export function unpack([id, aliases, upstream, summary, severity, word, ranges, versions]: PackedRecord): PackageRecord {
  return {
    id,
    aliases,
    upstream,
    summary,
    severity: severity.map(([type, score]) => ({ type, score })),
    ...(word === 0 ? {} : { word }),
    ranges: ranges.map(([type, ...events]): OsvRange => ({ type: rangeTypes[Number(type)] ?? 'ECOSYSTEM', events: eventsOf(events) })),
    versions,
  };
}

function eventsOf(flat: readonly (number | string)[]): readonly OsvEvent[] {
  const events: OsvEvent[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const kind = eventKinds[Number(flat[i])];
    if (kind !== undefined) events.push({ [kind]: String(flat[i + 1]) });
  }
  return events;
}
