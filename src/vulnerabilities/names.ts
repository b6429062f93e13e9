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

/**
 * One spelling for each release: Ubuntu's `:LTS` says nothing that the number does not, and Red Hat names a CPE of a product
 * (`Red Hat:enterprise_linux:9::appstream`) where an installation knows its major release.
 */
export function ecosystemKey(ecosystem: string): string {
  const [, release] = /^Red Hat:enterprise_linux:(\d+)(?:\.\d+)?(?:::\w+)?$/.exec(ecosystem) ?? [];
  return release !== undefined ? `Red Hat:${release}` : ecosystem.startsWith('Ubuntu:') ? ecosystem.replace(/:LTS$/, '') : ecosystem;
}

/** Distributions whose records name source packages: https://ossf.github.io/osv-schema/#affectedpackage-field. */
const bySource = new Set(['Debian', 'Ubuntu', 'Alpine', 'Echo']);
/** Those whose records name either. */
const byBoth = new Set(['Wolfi', 'Chainguard', 'MinimOS', 'Alpaquita', 'BellSoft Hardened Containers', 'SUSE', 'openSUSE', 'openEuler', 'Mageia', 'Photon OS', 'Azure Linux']);
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
