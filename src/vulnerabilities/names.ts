/** Under which ecosystem and name the records of a component are kept. */
import type { Component } from '../inventory/component.js';
import { baseEcosystem } from './versions/index.js';

/** The spelling by which packages are the same to their ecosystem. */
const spellings: Readonly<Record<string, (name: string) => string>> = {
  // https://packaging.python.org/en/latest/specifications/name-normalization/
  PyPI: (name) => name.toLowerCase().replace(/[-_.]+/g, '-'),
  // https://learn.microsoft.com/nuget/concepts/package-versioning: ids are compared without regard to case
  NuGet: (name) => name.toLowerCase(),
  // https://getcomposer.org/doc/04-schema.md#name: names are lower case
  Packagist: (name) => name.toLowerCase(),
  // https://docs.github.com/actions: owners and repositories are compared without regard to case
  'GitHub Actions': (name) => name.toLowerCase(),
};

export function nameKey(ecosystem: string, name: string): string {
  const base = baseEcosystem(ecosystem);
  return Object.hasOwn(spellings, base) ? (spellings[base]?.(name) ?? name) : name;
}

/** How ecosystems write a release, and the one spelling by which records and installations meet. The first form that fits counts. */
const releases: readonly (readonly [form: RegExp, key: (...parts: string[]) => string])[] = [
  // `:LTS` says nothing that the number does not. Fixes for subscribers are of vulnerabilities that the others have as well; other builds (FIPS, realtime kernels) are packages of their own.
  [/^Ubuntu:(?:Pro:)?(\d+\.\d+)(?::LTS)?$/, (release) => `Ubuntu:${release}`],
  // A CPE of a product and its repository (`Red Hat:enterprise_linux:9::appstream`), where an installation knows its major release.
  [/^Red Hat:enterprise_linux:(\d+)(?:\.\d+)?(?:::\w+)?$/, (release) => `Red Hat:${release}`],
  // What is installed of SUSE comes from many products of one release (`Linux Enterprise Module for Basesystem 15 SP6`), and in its later years from `Linux Enterprise Server 15 SP4-LTSS`.
  [/^SUSE:(?:Linux Enterprise|Package Hub)\b.*?\s(\d+(?:\.\d+)?(?: SP\d+)?)(?:-[A-Za-z]+)*$/, (release) => `SUSE:Linux Enterprise ${release}`],
  // The repository that a package comes from: a lockfile seldom says it, and names do not repeat.
  [/^(Maven|Packagist|VSCode):/, (base) => base],
];

export function ecosystemKey(ecosystem: string): string {
  for (const [form, key] of releases) {
    const match = form.exec(ecosystem);
    if (match !== null) return key(...match.slice(1));
  }
  return ecosystem;
}

/** How the service of OSV is asked for a release: by a name that all its spellings have in common there. */
export const askedEcosystem = (ecosystem: string): string => (/^(?:Red Hat|SUSE):/.test(ecosystem) ? baseEcosystem(ecosystem) : ecosystemKey(ecosystem));

/** Distributions whose records name source packages: https://ossf.github.io/osv-schema/#affectedpackage-field. */
const bySource = new Set(['Debian', 'Ubuntu', 'Alpine', 'Echo']);
/** Those whose records name either, whatever the schema says: Alma's and Red Hat's list the packages of an update, Rocky's and SUSE's its source. */
const byBoth = new Set(['AlmaLinux', 'Red Hat', 'Rocky Linux', 'Wolfi', 'Chainguard', 'MinimOS', 'Alpaquita', 'BellSoft Hardened Containers', 'SUSE', 'openSUSE', 'openEuler', 'Mageia', 'Photon OS', 'Azure Linux']);
/** Distributions that keep their records apart by release. */
const byRelease = new Set(['Debian', 'Ubuntu', 'Alpine', 'Red Hat', 'Rocky Linux', 'AlmaLinux', 'SUSE', 'openSUSE', 'openEuler', 'Mageia', 'Photon OS']);

export interface Lookup {
  /** Keys of the ecosystems whose records count, the nearest first. */
  readonly ecosystems: readonly string[];
  readonly packages: readonly { readonly name: string; readonly version: string }[];
}

/** Where to look for a component. `osVersion`: `VERSION_ID` of the system that it was found in. Undefined: nobody publishes records of it. */
export function lookupOf(component: Component, osVersion: string | undefined): Lookup | undefined {
  const { ecosystem, name, version, source } = component;
  if (ecosystem === undefined) return undefined;
  const base = baseEcosystem(ecosystem);
  const own = { name: nameKey(base, name), version };
  const from = source === undefined ? own : { name: nameKey(base, source.name), version: source.version };
  const both = from.name === own.name && from.version === own.version ? [own] : [from, own];
  const packages = bySource.has(base) ? [from] : byBoth.has(base) ? both : [own];
  const key = ecosystemKey(ecosystem);
  if (!byRelease.has(base)) return { ecosystems: [key], packages };
  const major = osVersion?.split('.')[0];
  const released = key !== base ? key : base === 'Red Hat' && major !== undefined ? `${base}:${major}` : undefined;
  // Records without a release are about all of them.
  return { ecosystems: released === undefined ? [base] : [released, base], packages };
}

/** Whether records of a release are wanted and the component does not say which. */
export const lacksRelease = ({ ecosystems: [first = ''] }: Lookup): boolean => byRelease.has(first);
