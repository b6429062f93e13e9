/** From inventories and what was found against them to resources that checks judge. */
import type { Component, Inventory, Missing } from '../inventory/component.js';
import { fromJson, mapping, scalar, type Json, type Mapping, type Origin, type RawResource, type Reason, type Tree } from '../model/index.js';
import type { Comparison, Software, softwareTypes, VulnerabilityFinding } from '../checks/software.js';
import { layerOf, type ComponentPlace, type Finding, type Matched } from '../vulnerabilities/finding.js';

/** An inventory, and the resource that stands for it. */
export interface FoundSoftware {
  readonly inventory: Inventory;
  readonly resource: RawResource;
  /** The file of a place relative to the current folder; undefined inside an archive. */
  readonly fileOf?: (place: ComponentPlace) => string | undefined;
}

/** `matched`: what comparing gave, or why nothing was compared. `day`: the day of the scan. The resource comes first, with what is said of it. */
export function softwareResources(found: FoundSoftware, matched: Matched | Reason, day: string, statement: (finding: Finding) => string | undefined): readonly [RawResource, ...RawResource[]] {
  const { inventory, resource } = found;
  const { at, arguments: before } = resource;
  const runtimes = runtimesOf(inventory.components);
  const comparisons = (['os', 'application'] as const).flatMap((layer): readonly (readonly [string, Tree])[] => {
    const packages = inventory.components.filter((one) => layerOf(one) === layer && (one.kind !== 'runtime' || one.ecosystem !== undefined)).length;
    const name = layer === 'os' ? 'OperatingSystemPackages' : 'ApplicationPackages';
    const unread = (inventory.missing ?? []).filter((one) => one.layer === layer);
    if (packages === 0) {
      // What names its system has packages of it; that none were found is no answer.
      const [first] = unread;
      return layer === 'application' || first === undefined ? [] : [[name, { kind: 'unknown', reason: { kind: 'malformed', detail: `${first.file === undefined ? '' : `\`${first.file}\` `}${first.reason}` }, at }]];
    }
    return [[name, 'detail' in matched ? { kind: 'unknown', reason: matched, at } : fromJson(asJson(comparisonOf(matched, layer, packages, unread, day)), at)]];
  });
  const subject: RawResource = { ...resource, arguments: { ...before, entries: new Map([...before.entries, ...(runtimes.length === 0 ? [] : [['Runtimes', fromJson(asJson(runtimes), at)] as const]), ...comparisons]) } };
  return 'detail' in matched ? [subject] : [subject, ...matched.findings.map((finding) => findingResource(found, finding, day, statement(finding)))];
}

/** The resource of an inventory that no source of a scan gives. */
export function softwareResource({ subject, kind, digest, os }: Inventory): RawResource {
  const at: Origin = { kind: 'source', file: subject, line: 1, column: 1 };
  const software: Software = { ...(digest === undefined ? {} : { Digest: digest }), ...(os === undefined ? {} : { OperatingSystem: withoutHoles({ Id: os.id, Version: os.version, Name: os.name }) }) };
  return { dialect: 'api', type: types[kind], address: subject, root: '.', basis: 'declared', arguments: fromJson(asJson(software), at) as Mapping, at };
}

const types: Readonly<Record<Inventory['kind'], (typeof softwareTypes)[number]>> = {
  image: 'Demarc::Container::Image',
  filesystem: 'Demarc::Software::RootFilesystem',
  project: 'Demarc::Repository::Dependencies',
  sbom: 'Demarc::Software::BillOfMaterials',
};

function comparisonOf({ compared, unmatched }: Matched, layer: Finding['layer'], packages: number, unread: readonly Missing[], day: string): Comparison {
  const own = compared.filter((one) => one.layer === layer);
  const date = own.map((one) => one.date).sort()[0]?.slice(0, 10);
  const left = unmatched.filter((one) => one.layer === layer);
  return {
    Packages: packages,
    Compared: own.reduce((sum, { count }) => sum + count, 0),
    ...(own.some(({ records }) => records !== undefined) ? { Records: own.reduce((sum, { records }) => sum + (records ?? 0), 0) } : {}),
    ...(date === undefined ? {} : { RecordsOf: date, AgeInDays: daysBetween(date, day) }),
    ...(unread.length === 0 ? {} : { NotRead: unread.slice(0, MOST_UNREAD).map(({ file, reason }) => withoutHoles({ File: file, Reason: reason })) }),
    ...(left.length === 0 ? {} : { NotCompared: left.map(({ count, ecosystem, reason, example }) => withoutHoles({ Packages: count, Ecosystem: ecosystem, Reason: reason, Example: example })) }),
  };
}

const MOST_UNREAD = 20;

/** Addresses of what was found in one place are unique: a package, and what is known against it. */
export const findingAddress = (subject: string, { name, id, ecosystem, layer }: Pick<Finding, 'name' | 'id' | 'ecosystem' | 'layer'>): string => `${subject}/${layer === 'os' ? '' : `${ecosystem}/`}${name}/${id}`;

function findingResource({ resource: { root, address, at: whole }, fileOf }: FoundSoftware, finding: Finding, day: string, statement: string | undefined): RawResource {
  const { installed, severity, epss, exploited } = finding;
  const places = installed.flatMap(({ components }) => components.flatMap((component) => component.places));
  const [first] = places;
  const file = first === undefined ? undefined : fileOf?.(first);
  const at: Origin = file === undefined ? whole : { kind: 'source', file, line: first?.line ?? 1, column: 1 };
  const json: VulnerabilityFinding = {
    Vulnerability: finding.id,
    ...(finding.aliases.length === 0 ? {} : { Aliases: finding.aliases }),
    Records: finding.records,
    ...(finding.summary === '' ? {} : { Summary: finding.summary }),
    Ecosystem: finding.ecosystem,
    Package: finding.name,
    Installed: installed.map((one) => describe(one.version, one.components, finding.name)),
    ...(installed.some(({ fixed }) => fixed !== undefined) ? { FixedIn: [...new Set(installed.flatMap(({ fixed }) => fixed ?? []))] } : {}),
    Files: [...new Set(places.map((place) => `${place.file}${place.line === undefined ? '' : `:${place.line}`}`))].slice(0, MOST_FILES),
    Layer: finding.layer,
    ...(installed.every(({ components }) => components.every(({ development }) => development === true)) ? { DevelopmentOnly: true } : {}),
    Severity: severity === undefined ? 'unscored' : severity.rating === 'none' ? 'low' : severity.rating,
    ...(severity === undefined ? {} : withoutHoles({ SeverityBy: severity.by, Score: severity.score, Vector: severity.vector })),
    ...(epss === undefined ? {} : { ExploitProbability: epss.score, ExploitPercentile: epss.percentile }),
    ...(exploited === undefined ? {} : { KnownExploitedSince: exploited.since, ...(exploited.ransomware ? { UsedByRansomware: true } : {}) }),
    RecordsOf: finding.date.slice(0, 10),
    RecordsAgeInDays: daysBetween(finding.date, day),
    ...(statement === undefined ? {} : { Statement: statement }),
  };
  const status: Tree = finding.unknown === undefined ? scalar('affected', at) : { kind: 'unknown', reason: { kind: 'not-supported', detail: finding.unknown }, at };
  const subject: Tree = { kind: 'unknown', reason: { kind: 'unresolved', detail: 'it names a resource' }, parts: [{ address, attribute: '' }], at };
  const plain = fromJson(asJson(json), at) as Mapping;
  return { dialect: 'api', type: 'Demarc::Vulnerability::Finding', address: findingAddress(address, finding), root, basis: 'declared', arguments: mapping([['Subject', subject], ['Status', status], ...plain.entries], at), at };
}

const MOST_FILES = 20;

/** `3.0.11-1 (libssl3, openssl)`: the binary packages of a source package. */
function describe(version: string, components: readonly Component[], name: string): string {
  const names = [...new Set(components.map((one) => one.name))].filter((one) => one !== name);
  return names.length === 0 ? version : `${version} (${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''})`;
}

const runtimesOf = (components: readonly Component[]): NonNullable<Software['Runtimes']> =>
  components.filter(({ kind }) => kind === 'runtime').map(({ name, version, places }) => withoutHoles({ Name: name, Version: version.replace(/^(?:v|go)(?=\d)/, ''), File: places[0]?.file }));

export const daysBetween = (from: string, to: string): number => Math.max(0, Math.floor((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000) || 0);

/** Shapes of the pseudo-types are JSON by their nature; TypeScript sees that of no interface. */
const asJson = (shape: object): Json => shape as unknown as Json;

const withoutHoles = <T extends object>(shape: T): T => Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as T;
