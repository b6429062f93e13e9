/** Images and lockfiles as resources of a scan: what a workload is made of, and how it is run. */
import { basename, dirname } from 'node:path';
import type { Inventory } from '../inventory/component.js';
import { fromJson, mapping, scalar, type Json, type Mapping, type Origin, type RawResource } from '../model/index.js';
import type { Files } from '../sources/files.js';
import type { Root } from '../sources/discover.js';
import type { Image } from '../sources/image/image.js';
import type { SourceResult } from '../sources/source.js';
import { billOfMaterials, imageInventory, projectInventory } from './inventory.js';

export const IMAGE = 'Demarc::Container::Image';
export const DEPENDENCIES = 'Demarc::Repository::Dependencies';
const BILL_OF_MATERIALS = 'Demarc::Software::BillOfMaterials';

/** What a source of workloads returns beside its resources: the inventory of each, by the resource's address. */
export interface WorkloadResult extends SourceResult {
  readonly inventories: ReadonlyMap<string, Inventory>;
}

/** Every image of an archive or layout. */
export async function readImages(files: Files, { path, root }: Root, platform: string | undefined): Promise<WorkloadResult> {
  const { openImages } = await import('../sources/image/open.js');
  const label = files.label(path);
  const inventories = new Map<string, Inventory>();
  const resources: RawResource[] = [];
  try {
    const opened = await openImages(path, { label, platform });
    const errors = [...opened.errors];
    for (const image of opened.images) {
      const inventory = await imageInventory(opened, image);
      // Two images of one name in one archive are told apart by their digests.
      const name = image.name === label ? 'image' : image.name;
      const address = inventories.has(name) ? `${name}@${image.digest}` : name;
      inventories.set(address, inventory);
      resources.push(imageResource(image, inventory, { root, address, file: label }));
    }
    const found = [...inventories.values()];
    return { resources, inventories, files: [], coverage: [...opened.coverage, ...found.flatMap(({ coverage }) => coverage)], errors: [...errors, ...found.flatMap((one) => one.errors)] };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArchiveError') throw error;
    return { resources, inventories, files: [], coverage: [], errors: [{ file: label, message: error.message }] };
  }
}

/** One lockfile, or file like one. */
export async function readDependencies(files: Files, { path, root }: Root): Promise<WorkloadResult> {
  const inventory = await projectInventory(files, dirname(path), [path], files.label(path));
  // A file that could ask for packages and asks for none is no resource.
  if (inventory.components.length + inventory.coverage.length + inventory.errors.length === 0) return { resources: [], inventories: new Map(), files: [files.label(path)], coverage: [], errors: [] };
  return listed(DEPENDENCIES, inventory, files.label(path), path, root);
}

/** What somebody else found. */
export async function readBillOfMaterials(files: Files, { path, root }: Root): Promise<WorkloadResult> {
  return listed(BILL_OF_MATERIALS, await billOfMaterials(files, path), files.label(path), path, root);
}

function listed(type: string, inventory: Inventory, file: string, path: string, root: string): WorkloadResult {
  const address = basename(path);
  const at: Origin = { kind: 'source', file, line: 1, column: 1 };
  const resource: RawResource = { dialect: 'api', type, address, root, basis: 'declared', arguments: plainMapping({ File: file, OperatingSystem: systemOf(inventory) }, at), meta: facts(inventory, at), at };
  return { resources: [resource], inventories: new Map([[address, inventory]]), files: [file], coverage: inventory.coverage, errors: inventory.errors };
}

function imageResource({ tags, digest, config, layers }: Image, inventory: Inventory, { root, address, file }: { readonly root: string; readonly address: string; readonly file: string }): RawResource {
  const at: Origin = { kind: 'source', file, line: 1, column: 1 };
  return {
    dialect: 'api',
    type: IMAGE,
    address,
    root,
    basis: 'observed',
    // Names of variables only: their values may be secrets.
    arguments: plainMapping(
      {
        Tags: tags,
        Digest: digest,
        Platform: config.platform,
        OperatingSystem: systemOf(inventory),
        User: config.user,
        ExposedPorts: config.exposedPorts,
        EnvironmentNames: config.env.map(({ name }) => name),
        Volumes: config.volumes,
        HealthCheck: config.healthcheck,
        Created: config.created,
        LayerCount: layers.length,
      },
      at,
    ),
    meta: facts(inventory, at),
    at,
  };
}

const systemOf = ({ os }: Inventory): Json | undefined => (os === undefined ? undefined : { Id: os.id, Version: os.version ?? null, Name: os.name });

/** `Components`: each with name, version, purl and layer; open when something that lists components could not be read. */
function facts({ components, coverage, errors }: Inventory, at: Origin): Mapping {
  const missing = errors[0]?.message ?? coverage.find(({ answered }) => !answered)?.reason;
  const listed = components.map(({ name, version, ecosystem, purl, kind }) => ({ Name: name, Version: version, Ecosystem: ecosystem ?? null, Purl: purl, Kind: kind }));
  const list = fromJson(listed, at);
  return mapping([['Components', list.kind === 'list' && missing !== undefined ? { ...list, open: { kind: 'malformed', detail: missing } } : list] as const, ['ComponentCount', scalar(components.length, at)] as const], at);
}

function plainMapping(values: Readonly<Record<string, Json | undefined>>, at: Origin): Mapping {
  return mapping(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, fromJson(value, at)] as const])), at);
}
