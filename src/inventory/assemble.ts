/** From what was found file by file to one inventory. */
import type { CoverageLine, SourceError } from '../model/index.js';
import type { Component, ComponentPlace, Inventory, Missing, OperatingSystem } from './component.js';
import { languageEcosystem, systemEcosystem } from './ecosystem.js';
import type { Found, Reading } from './found.js';
import { purlOf } from './purl.js';
import { shown } from '../sources/archive/member-name.js';

export interface FileReading {
  readonly path: string;
  /** Layer from the bottom, of an image. */
  readonly layer?: number;
  readonly reading: Reading;
}

export interface AssembleInput {
  readonly subject: string;
  readonly kind: Inventory['kind'];
  readonly digest?: string;
  readonly readings: readonly FileReading[];
  /** Whether a file of a layer is seen in the image. Default: all are. */
  readonly seen?: (path: string, layer: number) => boolean;
  readonly layerDigest?: (layer: number) => string;
  /** How errors name a file: itself, or the archive with the path in it. */
  readonly locate: (path: string) => { readonly file: string; readonly within?: string };
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
}

const SYSTEM_DATABASE = /^(var\/lib\/dpkg|(usr\/)?lib\/apk|(var\/lib|usr\/lib\/sysimage|usr\/share)\/rpm)\//;
const SYSTEM_TYPES = new Set<Found['type']>(['deb', 'apk', 'rpm']);

export function assemble(input: AssembleInput): Inventory {
  const { seen = () => true } = input;
  const byPath = new Map<string, FileReading[]>();
  for (const file of input.readings) byPath.set(file.path, [...(byPath.get(file.path) ?? []), file]);
  const visible = input.readings.filter(({ path, layer = 0 }) => seen(path, layer));
  const os = systemOf(visible);
  const foreign = new Set(visible.flatMap(({ reading }) => reading.components.flatMap((one) => (one.type === 'deb' && one.foreign === true ? one.name : []))));
  const owned = new Set(visible.flatMap(({ path, reading }) => (foreign.has(/\/dpkg\/info\/([^/:]+)(?::[^/]+)?\.list$/.exec(path)?.[1] ?? '') ? [] : (reading.owns ?? []))).map(withoutUsr));
  const components = new Map<string, Component>();
  const coverage: CoverageLine[] = [...input.coverage];
  const errors: SourceError[] = [...input.errors];
  const missing: Missing[] = [];
  for (const reason of [...input.errors.map(({ message }) => message), ...input.coverage.flatMap(({ answered, reason: why = '' }) => (answered ? [] : [why]))]) missing.push({ layer: 'os', file: undefined, reason }, { layer: 'application', file: undefined, reason });
  for (const file of visible) {
    const { path, reading } = file;
    const mine = owned.has(withoutUsr(path)) && !reading.components.some(({ type }) => SYSTEM_TYPES.has(type));
    if (mine) continue;
    const { file: named, within } = input.locate(path);
    const layer = SYSTEM_DATABASE.test(path) ? 'os' : 'application';
    for (const reason of [...(reading.problems ?? []).map(({ message }) => message), ...(reading.unread ?? [])]) missing.push({ layer, file: path, reason });
    for (const { message, line } of reading.problems ?? []) {
      const where = line === undefined ? {} : { line };
      errors.push(within === undefined ? { file: named, ...where, message } : { file: named, message: `${shown(within)}${line === undefined ? '' : ` line ${line}`}: ${message}` });
    }
    for (const reason of reading.unread ?? []) coverage.push({ source: input.subject, subject: path, asked: 'components', answered: false, reason });
    const since = firstLayers(file, byPath.get(path) ?? []);
    for (const found of reading.components) {
      const broughtBy = since(found);
      add(components, componentOf(found, os, { file: found.inside === undefined ? path : `${path}!${found.inside}`, ...(found.line === undefined ? {} : { line: found.line }), ...(broughtBy === undefined || input.layerDigest === undefined ? {} : { layer: input.layerDigest(broughtBy) }) }));
    }
  }
  const listed = [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : a.purl > b.purl ? 1 : 0));
  if (listed.some(({ kind, ecosystem }) => kind === 'os' && ecosystem === undefined)) {
    coverage.push({ source: input.subject, subject: os === undefined ? 'operating system' : os.name, asked: 'vulnerability records', answered: false, reason: os === undefined ? 'nothing names the operating system that its packages belong to' : `no records are published for \`${os.id}\`${os.version === undefined ? ' without a release' : ` ${os.version}`}` });
  }
  if (os !== undefined && input.kind !== 'project' && !listed.some(({ kind }) => kind === 'os') && !missing.some(({ layer }) => layer === 'os')) {
    const reason = `${os.name} lists no packages: no database of dpkg, rpm or apk is there`;
    missing.push({ layer: 'os', file: undefined, reason });
    coverage.push({ source: input.subject, subject: 'packages of the operating system', asked: 'components', answered: false, reason });
  }
  return { subject: input.subject, kind: input.kind, ...(missing.length === 0 ? {} : { missing }), ...(input.digest === undefined ? {} : { digest: input.digest }), os, components: listed, coverage, errors };
}

/** `etc/os-release` counts before the one of the vendor. */
function systemOf(files: readonly FileReading[]): OperatingSystem | undefined {
  const named = files.filter(({ reading }) => reading.os !== undefined);
  return (named.find(({ path }) => path.startsWith('etc/')) ?? named[0])?.reading.os;
}

/** `lib` is a link to `usr/lib` on most systems; lists of files may say either. */
const withoutUsr = (path: string): string => (path.startsWith('usr/') ? path.slice(4) : path);

/** A database of packages is written anew by each layer that installs some: a component came with the first that has it on. */
function firstLayers({ layer, reading, path }: FileReading, all: readonly FileReading[]): (found: Found) => number | undefined {
  if (layer === undefined || all.length < 2) return () => layer;
  const key = ({ name, version, architecture, inside }: Found): string => `${name}\n${version}\n${architecture ?? ''}\n${inside ?? ''}`;
  const since = new Map(reading.components.map((found) => [key(found), layer] as const));
  const below = all.filter((other) => other.path === path && (other.layer ?? 0) < layer).sort((a, b) => (b.layer ?? 0) - (a.layer ?? 0));
  let still = new Set(since.keys());
  for (const other of below) {
    const there = new Set(other.reading.components.map(key));
    still = new Set([...still].filter((one) => there.has(one)));
    for (const one of still) since.set(one, other.layer ?? 0);
  }
  return (found) => since.get(key(found)) ?? layer;
}

export function componentOf(found: Found, os: OperatingSystem | undefined, place: ComponentPlace): Component {
  const system = SYSTEM_TYPES.has(found.type);
  const epoch = found.type === 'rpm' ? /^(\d+):(.*)$/.exec(found.version) : null;
  return {
    name: found.name,
    version: found.version,
    ecosystem: system ? systemEcosystem(os) : languageEcosystem(found.type),
    purl: purlOf({
      type: found.type,
      name: found.name,
      version: epoch?.[2] ?? found.version,
      vendor: os?.id,
      qualifiers: system ? { arch: found.architecture, epoch: epoch?.[1], distro: os === undefined ? undefined : `${os.id}${os.version === undefined ? '' : `-${os.version}`}` } : {},
    }),
    ...(found.source === undefined ? {} : { source: found.source }),
    places: [place],
    ...(found.licenses === undefined ? {} : { licenses: found.licenses }),
    ...(found.development === true ? { development: true } : {}),
    kind: system ? 'os' : found.runtime === true || found.type === 'generic' ? 'runtime' : 'language',
  };
}

/** Several places of one package are one component; it is for development only when all of them are. */
function add(components: Map<string, Component>, component: Component): void {
  const there = components.get(component.purl);
  if (there === undefined) {
    components.set(component.purl, component);
    return;
  }
  const { development, ...rest } = there;
  const [place] = component.places;
  const known = there.places.some(({ file, line, layer }) => file === place!.file && line === place!.line && layer === place!.layer);
  components.set(component.purl, { ...rest, licenses: there.licenses ?? component.licenses, places: known ? there.places : [...there.places, place!], ...(development === true && component.development === true ? { development } : {}) });
}
