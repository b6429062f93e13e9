/** What a target is made of: images, root file systems and projects, read file by file. */
import { basename, join, relative, sep } from 'node:path';
import { assemble } from '../inventory/assemble.js';
import type { Inventory } from '../inventory/component.js';
import { dependencyPaths } from '../inventory/rules.js';
import type { SourceError } from '../model/index.js';
import { ArchiveError } from '../sources/archive/limits.js';
import type { Files } from '../sources/files.js';
import type { Image, OpenImages } from '../sources/image/image.js';
import { hiddenBy, LayerTrace } from '../sources/image/view.js';
import { FileReader } from './file-reader.js';

/** Members of all layers together. */
const MOST_MEMBERS = 8_000_000;

/** One image of an archive. */
export async function imageInventory(opened: OpenImages, image: Image): Promise<Inventory> {
  const reader = new FileReader(image.name, 'system');
  const traces = new Map<number, LayerTrace>();
  const before = opened.errors.length;
  let count = 0;
  for await (const { layer, members } of opened.layers(image)) {
    const trace = new LayerTrace();
    traces.set(layer.index, trace);
    for await (const member of members) {
      if (++count > MOST_MEMBERS) break;
      if (trace.add(member.name, member.type === 'directory')) await reader.member(member, layer.index);
    }
  }
  const told = opened.errors.slice(before);
  // What is broken was told the first time.
  if (reader.linked.size > 0) {
    for await (const { layer, members } of opened.layers(image, reader.linked)) for await (const member of members) await reader.behindLinks(member, layer.index);
  }
  reader.finish();
  return assemble({
    subject: image.name,
    kind: 'image',
    digest: image.digest,
    readings: reader.readings,
    seen: (path, layer) => hiddenBy(path, layer, traces) === undefined,
    layerDigest: (index) => image.layers[index]?.digest ?? '',
    locate: (path) => ({ file: opened.label, within: path }),
    coverage: reader.coverage,
    errors: [...told, ...(count > MOST_MEMBERS ? [{ file: opened.label, message: `${image.name} holds more than ${MOST_MEMBERS} files; the rest was not read` }] : [])],
  });
}

/** A root file system in a folder. */
export async function rootInventory(folder: string, subject: string): Promise<Inventory> {
  const { rootMembers } = await import('../sources/image/root-folder.js');
  const reader = new FileReader(subject, 'system');
  const errors: SourceError[] = [];
  for await (const member of rootMembers(folder, (message, path = '') => errors.push({ file: path === '' ? subject : `${subject}/${path}`, message }))) {
    try {
      await reader.member(member);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      errors.push({ file: `${subject}/${member.name}`, message: error.message });
    }
  }
  return assemble({ subject, kind: 'filesystem', readings: reader.readings, locate: (path) => ({ file: `${subject}/${path}` }), coverage: reader.coverage, errors });
}

/** The files of a project that list dependencies, as absolute paths. */
export function dependencyFiles(files: Files, top: string): readonly string[] {
  const paths = files.walk(top).entries.flatMap(({ folder, files: names }) => names.map((name) => relative(top, join(folder, name)).split(sep).join('/')));
  return [...dependencyPaths(paths)].map((path) => join(top, path));
}

/** What one or several lockfiles of a project list. */
export async function projectInventory(files: Files, top: string, paths: readonly string[], subject: string): Promise<Inventory> {
  const reader = new FileReader(subject, 'project');
  const errors: SourceError[] = [];
  for (const path of paths) {
    const name = relative(top, path).split(sep).join('/') || basename(path);
    const rule = reader.rule(name);
    if (rule === undefined) continue;
    const read = files.bytes(path, rule.most);
    if ('problem' in read) errors.push({ file: files.label(path), message: read.problem });
    else await reader.bytes(rule, name, Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength));
  }
  return assemble({ subject, kind: 'project', readings: reader.readings, locate: (path) => ({ file: files.label(join(top, path)) }), coverage: reader.coverage, errors });
}

/** An inventory that somebody else made. */
export async function billOfMaterials(files: Files, path: string): Promise<Inventory> {
  const { readSbom } = await import('../inventory/sbom/read.js');
  const label = files.label(path);
  const read = files.bytes(path, LARGEST_SBOM);
  if ('problem' in read) return { subject: label, kind: 'sbom', os: undefined, components: [], coverage: [], errors: [{ file: label, message: read.problem }] };
  return readSbom(Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength), label);
}

/** Tens of thousands of components. */
const LARGEST_SBOM = 64 * 1024 * 1024;
