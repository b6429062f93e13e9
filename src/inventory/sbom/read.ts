/** Bills of materials that others made: CycloneDX and SPDX as JSON → an inventory. What matters of a component is its package URL. */
import type { CoverageLine, SourceError } from '../../model/index.js';
import type { Component, Inventory, OperatingSystem } from '../component.js';
import { languageEcosystem, systemEcosystem } from '../ecosystem.js';
import { plausible, type PackageType } from '../found.js';
import { listOf, parsed, plain, type Plain } from '../json.js';
import { parsePurl, type ParsedPurl } from '../purl.js';

interface Entry {
  readonly purl: string;
  /** As it stands beside a package URL, which may leave it out. */
  readonly version: string | undefined;
  readonly licenses: readonly string[];
  readonly files: readonly string[];
  readonly development: boolean;
  readonly source: Component['source'];
}

interface Listing {
  readonly subject: string | undefined;
  readonly digest: string | undefined;
  readonly os: OperatingSystem | undefined;
  readonly entries: readonly Entry[];
  /** Names of components without a package URL. */
  readonly nameless: readonly string[];
}

const DEEPEST = 20;

export function readSbom(bytes: Buffer, label: string): Inventory {
  const json = parsed(bytes);
  const empty = (message: string): Inventory => ({ subject: label, kind: 'sbom', os: undefined, components: [], coverage: [], errors: [{ file: label, message }] });
  if ('problem' in json) return empty(json.problem);
  const top = plain(json.value);
  const listing = top['bomFormat'] === 'CycloneDX' ? fromCycloneDx(top) : typeof top['spdxVersion'] === 'string' && top['spdxVersion'].startsWith('SPDX-2') ? fromSpdx(top) : undefined;
  if (listing === undefined) return empty('is no bill of materials in CycloneDX or SPDX 2');
  const coverage: CoverageLine[] = [];
  const errors: SourceError[] = [];
  const found = listing.entries.flatMap((entry) => {
    const purl = parsePurl(entry.purl);
    if (purl === undefined) errors.push({ file: label, message: `names a package by \`${entry.purl.slice(0, 200)}\`, which is no package URL` });
    return purl === undefined ? [] : [{ entry, purl }];
  });
  const os = listing.os ?? found.map(({ purl }) => systemOf(purl)).find((one) => one !== undefined);
  const components = new Map<string, Component>();
  const strange = new Map<string, number>();
  for (const { entry, purl } of found) {
    const component = componentOf(entry, purl, os, label);
    if (typeof component === 'string') strange.set(component, (strange.get(component) ?? 0) + 1);
    else if (!components.has(component.purl)) components.set(component.purl, component);
  }
  const missed = (subject: string, reason: string): void => void coverage.push({ source: label, subject, asked: 'components', answered: false, reason });
  if (listing.nameless.length > 0) missed(`${listing.nameless.length} components`, `no package URL says what they are: ${listing.nameless.slice(0, 5).join(', ')}${listing.nameless.length > 5 ? ' …' : ''}`);
  for (const [reason, count] of strange) missed(`${count} components`, reason);
  const missing = [...coverage.map(({ reason = '' }) => ({ layer: 'application', file: undefined, reason }) as const), ...errors.flatMap(({ message: reason }) => (['os', 'application'] as const).map((layer) => ({ layer, file: undefined, reason })))];
  return {
    subject: listing.subject ?? label,
    kind: 'sbom',
    ...(missing.length === 0 ? {} : { missing }),
    ...(listing.digest === undefined ? {} : { digest: listing.digest }),
    os,
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : a.purl > b.purl ? 1 : 0)),
    coverage,
    errors,
  };
}

const NAMES: Readonly<Record<PackageType, (purl: ParsedPurl) => string>> = {
  deb: ({ name }) => name,
  apk: ({ name }) => name,
  rpm: ({ name }) => name,
  npm: slashed,
  golang: slashed,
  composer: slashed,
  maven: ({ namespace, name }) => `${namespace ?? ''}:${name}`,
  pypi: ({ name }) => name,
  cargo: ({ name }) => name,
  nuget: ({ name }) => name,
  gem: ({ name }) => name,
  generic: slashed,
};

function slashed({ namespace, name }: ParsedPurl): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

const SYSTEM = new Set(['deb', 'apk', 'rpm']);

/** A clause: why it is none. */
function componentOf({ purl: text, version: beside, licenses, files, development, source }: Entry, purl: ParsedPurl, os: OperatingSystem | undefined, label: string): Component | string {
  const type = purl.type as PackageType;
  if (NAMES[type] === undefined) return `packages of type \`${type}\` are not known`;
  const said = purl.version ?? beside;
  if (!plausible(said)) return `packages of type \`${type}\` say no version`;
  const system = SYSTEM.has(type);
  const { epoch } = purl.qualifiers;
  const name = NAMES[type](purl);
  // Some programs call Go's standard library as its sources do.
  const library = type === 'golang' && (name === 'std' || name === 'stdlib');
  // Beside a package URL the epoch stands in the version itself.
  const version = library ? said.replace(/^(?:go|v)(?=\d)/, '') : type === 'rpm' && !said.includes(':') ? withEpoch(said, epoch) : said;
  const from = source ?? upstreamOf(purl, version);
  return {
    name: library ? 'stdlib' : name,
    version,
    ecosystem: system ? systemEcosystem(systemOf(purl, os?.name) ?? os) : languageEcosystem(type),
    purl: purl.version === undefined ? withVersion(text, version) : text,
    ...(from === undefined ? {} : { source: from }),
    places: (files.length > 0 ? files : [label]).map((file) => ({ file })),
    ...(licenses.length === 0 ? {} : { licenses }),
    ...(development ? { development } : {}),
    kind: system ? 'os' : type === 'generic' || library ? 'runtime' : 'language',
  };
}

/** Two versions of a package are two, also where their package URLs do not tell them apart. */
const withVersion = (purl: string, version: string): string => purl.replace(/@?(?=$|[?#])/, `@${encodeURIComponent(version)}`);

const withEpoch = (version: string, epoch: string | undefined): string => (epoch === undefined || epoch === '' || epoch === '0' ? version : `${epoch}:${version}`);

/** What other programs call systems, by their `ID`. */
const SYSTEMS: Readonly<Record<string, string>> = {
  redhat: 'rhel',
  alma: 'almalinux',
  rockylinux: 'rocky',
  amazon: 'amzn',
  oracle: 'ol',
  'suse linux enterprise server': 'sles',
  'suse linux enterprise micro': 'sle-micro',
  suse: 'sles',
  'opensuse.leap': 'opensuse-leap',
  'opensuse.tumbleweed': 'opensuse-tumbleweed',
  'cbl-mariner': 'mariner',
};

function idOf(name: string): string {
  const id = name.toLowerCase();
  return Object.hasOwn(SYSTEMS, id) ? (SYSTEMS[id] ?? id) : id;
}

/** `distro=debian-12`; of a release alone the namespace says of what. */
function systemOf({ type, namespace, qualifiers }: ParsedPurl, name?: string): OperatingSystem | undefined {
  const { distro } = qualifiers;
  if (!SYSTEM.has(type) || namespace === undefined || distro === undefined) return undefined;
  const [, called, version] = /^(?:(.+?)-)?(\d[\w.]*)$/.exec(distro) ?? [];
  const id = idOf(called ?? (version === undefined && distro.startsWith(namespace) ? distro : namespace));
  return { id, version, name: name ?? `${id}${version === undefined ? '' : ` ${version}`}` };
}

/** `upstream=openssl@3.0.11` and `upstream=openssl-3.0.7-24.el9.src.rpm`, as other programs write the source package. */
function upstreamOf({ qualifiers }: ParsedPurl, version: string): Component['source'] {
  const { upstream } = qualifiers;
  if (upstream === undefined || upstream === '') return undefined;
  const rpm = /^(.+)-([^-]+-[^-]+?)(?:\.(?:no)?src)?\.rpm$/.exec(upstream);
  if (rpm !== null) return { name: rpm[1]!, version: withEpoch(rpm[2]!, qualifiers['epoch']) };
  const at = upstream.lastIndexOf('@');
  return at > 0 ? { name: upstream.slice(0, at), version: upstream.slice(at + 1) } : { name: upstream, version };
}

const text = (value: unknown): string | undefined => (plausible(value) ? value : undefined);

function fromCycloneDx(top: Plain): Listing {
  const entries: Entry[] = [];
  const nameless: string[] = [];
  let os: OperatingSystem | undefined;
  const visit = (list: unknown, depth: number): void => {
    for (const one of listOf(list)) {
      const component = plain(one);
      const [type, name, purl] = [text(component['type']), text(component['name']), text(component['purl'])];
      const properties = new Map(listOf(component['properties']).map((property) => [text(plain(property)['name']) ?? '', text(plain(property)['value'])] as const));
      if (type === 'operating-system') os ??= { id: idOf(name ?? ''), version: text(component['version']), name: text(component['description']) ?? [name, text(component['version'])].join(' ') };
      else if (purl !== undefined) {
        entries.push({
          purl,
          version: text(component['version']),
          licenses: listOf(component['licenses']).flatMap((license) => text(plain(license)['expression']) ?? text(plain(plain(license)['license'])['id']) ?? text(plain(plain(license)['license'])['name']) ?? []),
          files: listOf(plain(component['evidence'])['occurrences']).flatMap((occurrence) => text(plain(occurrence)['location']) ?? []),
          development: properties.get('demarc:development') === 'true' || properties.get('cdx:npm:package:development') === 'true',
          source: sourceOf(properties),
        });
      } else if (type === 'library' || type === 'framework') nameless.push(name ?? '?');
      if (depth < DEEPEST) visit(component['components'], depth + 1);
    }
  };
  visit(top['components'], 0);
  const subject = plain(plain(top['metadata'])['component']);
  // Parts of the subject: modules of a build, packages of a workspace.
  visit(subject['components'], 0);
  return { subject: text(subject['name']), digest: /^sha256:[0-9a-f]{64}$/.exec(text(subject['version']) ?? '')?.[0], os, entries, nameless };
}

/** As demarc, Trivy and Syft say which source package a package was built from. */
function sourceOf(properties: ReadonlyMap<string, string | undefined>): Component['source'] {
  const name = properties.get('demarc:source:name') ?? properties.get('aquasecurity:trivy:SrcName');
  const version = properties.get('demarc:source:version') ?? properties.get('aquasecurity:trivy:SrcVersion');
  if (name === undefined || version === undefined) return undefined;
  const [release, epoch] = [properties.get('aquasecurity:trivy:SrcRelease'), properties.get('aquasecurity:trivy:SrcEpoch')];
  return { name, version: `${epoch === undefined ? '' : `${epoch}:`}${version}${release === undefined ? '' : `-${release}`}` };
}

function fromSpdx(top: Plain): Listing {
  const entries: Entry[] = [];
  const nameless: string[] = [];
  let os: OperatingSystem | undefined;
  const described = new Set([...listOf(top['documentDescribes']), ...listOf(top['relationships']).filter((one) => plain(one)['relationshipType'] === 'DESCRIBES').map((one) => plain(one)['relatedSpdxElement'])]);
  let subject: Plain | undefined;
  for (const one of listOf(top['packages'])) {
    const made = plain(one);
    const [name, purpose] = [text(made['name']), text(made['primaryPackagePurpose'])];
    const purl = listOf(made['externalRefs']).map((ref) => (plain(ref)['referenceType'] === 'purl' ? text(plain(ref)['referenceLocator']) : undefined)).find((found) => found !== undefined);
    if (described.has(made['SPDXID'])) {
      subject ??= made;
      // What the whole document is about is no component of itself; some describe each of their packages.
      if (described.size === 1) continue;
    }
    if (purpose === 'OPERATING-SYSTEM') os ??= { id: idOf(name ?? ''), version: text(made['versionInfo']), name: text(made['summary']) ?? name ?? '' };
    else if (purl !== undefined) {
      const comment = typeof made['comment'] === 'string' ? made['comment'] : '';
      const source = /^demarc:source=(\S+) (\S+)$/m.exec(comment) ?? /^built package from: (\S+) (\S+)$/.exec(text(made['sourceInfo']) ?? '');
      const declared = text(made['licenseDeclared']);
      entries.push({ purl, version: text(made['versionInfo']), licenses: declared === undefined || declared === 'NOASSERTION' || declared === 'NONE' ? [] : [declared], files: [], development: /^demarc:development$/m.test(comment), source: source === null ? undefined : { name: source[1]!, version: source[2]! } });
    } else if (!described.has(made['SPDXID']) && (purpose === undefined || purpose === 'LIBRARY')) nameless.push(name ?? '?');
  }
  return { subject: text(subject?.['name']) ?? text(top['name']), digest: /^sha256:[0-9a-f]{64}$/.exec(text(subject?.['versionInfo']) ?? '')?.[0], os, entries, nameless };
}
