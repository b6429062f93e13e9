/** Vulnerability records in OSV's format (https://ossf.github.io/osv-schema/), as far as matching needs them. They come from outside: nothing of their shape is taken for granted. */
import { ecosystemKey, nameKey } from './names.js';

export interface OsvEvent {
  readonly introduced?: string;
  readonly fixed?: string;
  readonly last_affected?: string;
  readonly limit?: string;
}

export interface OsvRange {
  readonly type: 'SEMVER' | 'ECOSYSTEM' | 'GIT';
  readonly events: readonly OsvEvent[];
}

export interface OsvSeverity {
  /** `CVSS_V2`, `CVSS_V3`, `CVSS_V4`, `Ubuntu`. */
  readonly type: string;
  /** A vector, or Ubuntu's word. */
  readonly score: string;
}

/** What a record says of one package: all of its `affected` entries of that package together. */
export interface PackageRecord {
  readonly id: string;
  readonly aliases: readonly string[];
  /** Records that this one is derived from; an advisory of a distribution names the CVEs that it fixes. */
  readonly upstream: readonly string[];
  readonly summary: string;
  readonly severity: readonly OsvSeverity[];
  /** `database_specific.severity` and the like, where no vector is given. */
  readonly word?: string;
  readonly ranges: readonly OsvRange[];
  readonly versions: readonly string[];
}

/** A package by its ecosystem, with its release where there is one. */
export interface AffectedPackage {
  readonly ecosystem: string;
  readonly name: string;
  readonly record: PackageRecord;
}

export interface OsvRecord {
  readonly id: string;
  /** ISO time; empty where it is not said. */
  readonly modified: string;
  readonly withdrawn: boolean;
  readonly packages: readonly AffectedPackage[];
}

const LONGEST_SUMMARY = 240;
const LONGEST_NAME = 512;

/** Undefined: it is no record. */
export function readRecord(json: unknown): OsvRecord | undefined {
  if (!isObject(json)) return undefined;
  const id = text(json['id']);
  if (id === undefined || !Array.isArray(json['affected'] ?? [])) return undefined;
  // Of records of before `schema_version` 1.0, too, every one says when it was changed; what does not is something else.
  const modified = text(json['modified']);
  if (modified === undefined) return undefined;
  const packages = new Map<string, { readonly ecosystem: string; readonly name: string; readonly severity: OsvSeverity[]; word?: string; readonly ranges: OsvRange[]; readonly versions: string[] }>();
  for (const affected of list(json['affected'])) {
    if (!isObject(affected) || !isObject(affected['package'])) continue;
    const [ecosystem, name] = [text(affected['package']['ecosystem']), text(affected['package']['name'])];
    if (ecosystem === undefined || name === undefined) continue;
    // Several repositories of one release are one place to an installation.
    const key = `${ecosystemKey(ecosystem)}\n${nameKey(ecosystem, name)}`;
    const there = packages.get(key) ?? { ecosystem, name, severity: [], ranges: [], versions: [] };
    packages.set(key, there);
    there.ranges.push(...list(affected['ranges']).flatMap(readRange));
    there.versions.push(...list(affected['versions']).flatMap((one) => text(one) ?? []));
    there.severity.push(...list(affected['severity']).flatMap(readSeverity));
    there.word ??= wordOf(affected['ecosystem_specific']) ?? wordOf(affected['database_specific']);
  }
  const aliases = texts(json['aliases']);
  const shared = { id, aliases, upstream: upstreamOf(id, aliases, json), summary: summaryOf(json) };
  const severity = list(json['severity']).flatMap(readSeverity);
  const word = wordOf(json['database_specific']) ?? (ADVISORY.test(id) ? /^(Critical|Important|Moderate|Low):/.exec(shared.summary)?.[1] : undefined);
  return {
    id,
    modified,
    withdrawn: typeof json['withdrawn'] === 'string',
    packages: [...packages.values()].map((one) => ({
      ecosystem: one.ecosystem,
      name: one.name,
      // What is said of the package itself counts before what is said of the whole.
      record: { ...shared, severity: one.severity.length > 0 ? one.severity : severity, word: one.word ?? word, ranges: one.ranges, versions: one.versions },
    })),
  };
}

/** Of distributions: each mends what its records name. */
const ADVISORY = /^(?:AL[SBE]A|R[LX]SA|RH[SBE]A|SUSE-[A-Z]U|openSUSE-[A-Z]U|MGASA|PHSA|USN|DSA|DLA|OESA)-/;

/** Advisories of before `upstream` was in the format, and Alma's to this day, name the vulnerabilities that they mend as related. */
function upstreamOf(id: string, aliases: readonly string[], json: Readonly<Record<string, unknown>>): readonly string[] {
  const upstream = texts(json['upstream']);
  if (upstream.length > 0 || aliases.length > 0 || !ADVISORY.test(id)) return upstream;
  return texts(json['related']).filter((one) => one.startsWith('CVE-'));
}

function readRange(range: unknown): readonly OsvRange[] {
  if (!isObject(range)) return [];
  const type = range['type'];
  if (type !== 'SEMVER' && type !== 'ECOSYSTEM' && type !== 'GIT') return [];
  const events = list(range['events']).flatMap((event): readonly OsvEvent[] => {
    if (!isObject(event)) return [];
    const [introduced, fixed, last_affected, limit] = ['introduced', 'fixed', 'last_affected', 'limit'].map((key) => text(event[key]));
    return [{ ...(introduced === undefined ? {} : { introduced }), ...(fixed === undefined ? {} : { fixed }), ...(last_affected === undefined ? {} : { last_affected }), ...(limit === undefined ? {} : { limit }) }];
  });
  return [{ type, events }];
}

function readSeverity(one: unknown): readonly OsvSeverity[] {
  if (!isObject(one)) return [];
  const [type, score] = [text(one['type']), text(one['score'])];
  return type === undefined || score === undefined ? [] : [{ type, score }];
}

/** GitHub says `severity`, Debian `urgency`; both as one word. RustSec says of a crate that nobody keeps any more that this is for information. */
function wordOf(specific: unknown): string | undefined {
  if (!isObject(specific)) return undefined;
  if (specific['informational'] === 'unmaintained' || specific['informational'] === 'notice') return 'low';
  return text(specific['severity']) ?? text(specific['urgency']);
}

function summaryOf(json: Readonly<Record<string, unknown>>): string {
  const given = text(json['summary']) ?? (typeof json['details'] === 'string' ? json['details'] : '');
  const line = given.slice(0, 4 * LONGEST_SUMMARY).trim().replace(/\s+/g, ' ');
  return line.length <= LONGEST_SUMMARY ? line : `${line.slice(0, LONGEST_SUMMARY - 1)}…`;
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> => json !== null && typeof json === 'object' && !Array.isArray(json);
const list = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);
const texts = (json: unknown): readonly string[] => list(json).flatMap((one) => text(one) ?? []);
const text = (json: unknown): string | undefined => (typeof json === 'string' && json !== '' && json.length <= LONGEST_NAME ? json : undefined);
