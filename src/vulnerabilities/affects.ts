/** Whether a record is about a version: OSV's evaluation algorithm, https://ossf.github.io/osv-schema/#evaluation. */
import type { OsvEvent, OsvRange, PackageRecord } from './record.js';
import { schemeOf, semver, type VersionScheme } from './versions/index.js';

/** Undefined: the version cannot be compared with what the record says, so that it is not known. */
export function affects({ ranges, versions }: Pick<PackageRecord, 'ranges' | 'versions'>, ecosystem: string, version: string): boolean | undefined {
  if (versions.includes(version)) return true;
  const scheme = schemeOf(ecosystem);
  let unknown = false;
  let ordered = false;
  for (const range of ranges) {
    // Commits are not what an inventory tells: where a record says no more, nobody knows.
    if (range.type === 'GIT') {
      unknown ||= versions.length === 0 && ranges.every(({ type }) => type === 'GIT');
      continue;
    }
    ordered = true;
    if (ofAnotherStream(range, version)) continue;
    const inside = within(range, orderOf(range, scheme), version);
    if (inside === true) return true;
    if (inside === undefined) unknown = true;
  }
  // Where the list is all that there is, a version may be spelt in another way than it does.
  if (!ordered && scheme !== undefined && versions.some((one) => scheme.compare(one, version) === 0)) return true;
  return unknown ? undefined : false;
}

/** Packages of modules (`2.7.0-10.module+el8.4.0+570`, Alma: `.module_el8`) are other builds than those without, and counted on their own. */
const MODULE = /\.module[+_]el\d/;
const ofAnotherStream = ({ events }: OsvRange, version: string): boolean => !MODULE.test(version) && events.some(({ fixed }) => fixed !== undefined && MODULE.test(fixed));

const orderOf = ({ type }: OsvRange, scheme: VersionScheme | undefined): VersionScheme | undefined => (type === 'SEMVER' && scheme === undefined ? semver : scheme);

type Step = { readonly kind: 'introduced' | 'fixed' | 'last_affected'; readonly version: string };

function within({ events }: OsvRange, scheme: VersionScheme | undefined, version: string): boolean | undefined {
  const steps = stepsOf(events);
  const limits = events.flatMap(({ limit }) => (limit === undefined ? [] : [limit]));
  // Every version there is: also one that has no place in the order.
  if (limits.length === 0 && steps.length > 0 && steps.every(({ version: at, kind }) => kind === 'introduced' && at === '0')) return true;
  if (scheme === undefined || !scheme.valid(version)) return undefined;
  let broken = false;
  const order = (a: string, b: string): number => {
    // `0` is before any version.
    if (a === '0' || b === '0') return Number(b === '0') - Number(a === '0');
    const difference = scheme.compare(a, b);
    if (difference === undefined) broken = true;
    return difference ?? 0;
  };
  if (limits.length > 0 && !limits.some((limit) => limit === '*' || order(version, limit) < 0)) return broken ? undefined : false;
  let vulnerable = false;
  for (const step of steps.sort((a, b) => order(a.version, b.version))) {
    const reached = step.version === '0' ? 1 : order(version, step.version);
    if (step.kind === 'introduced' && reached >= 0) vulnerable = true;
    if (step.kind === 'fixed' && reached >= 0) vulnerable = false;
    if (step.kind === 'last_affected' && reached > 0) vulnerable = false;
  }
  return broken ? undefined : vulnerable;
}

function stepsOf(events: readonly OsvEvent[]): Step[] {
  const steps: Step[] = [];
  for (const { introduced, fixed, last_affected } of events) {
    if (introduced !== undefined) steps.push({ kind: 'introduced', version: introduced });
    if (fixed !== undefined) steps.push({ kind: 'fixed', version: fixed });
    if (last_affected !== undefined) steps.push({ kind: 'last_affected', version: last_affected });
  }
  return steps;
}

/** The least version above the installed one at which none of the records is about it any more; undefined where none is published. */
export function fixedVersion(records: readonly PackageRecord[], ecosystem: string, installed: string): string | undefined {
  const scheme = schemeOf(ecosystem) ?? semver;
  const candidates = new Set(records.flatMap(({ ranges }) => ranges.filter(({ type }) => type !== 'GIT').flatMap(({ events }) => events.flatMap(({ fixed }) => fixed ?? []))));
  return [...candidates]
    .filter((one) => (scheme.compare(one, installed) ?? 0) > 0)
    .sort((a, b) => scheme.compare(a, b) ?? 0)
    .find((one) => records.every((record) => affects(record, ecosystem, one) === false));
}
