/** What a target is made of: images, root file systems and projects, read file by file. */
import { basename, join, relative, sep } from 'node:path';
import { assemble, type FileReading } from '../inventory/assemble.js';
import type { Inventory } from '../inventory/component.js';
import type { Reader, Reading } from '../inventory/found.js';
import { executableKind } from '../inventory/executable.js';
import type { GoSearch } from '../inventory/go/binary.js';
import { programs, ruleFinder, SMALLEST_PROGRAM, type Rule } from '../inventory/rules.js';
import type { CoverageLine, SourceError } from '../model/index.js';
import { memberBytes, type TarMember } from '../sources/archive/tar.js';
import { ArchiveError, megabytes } from '../sources/archive/limits.js';
import type { Files } from '../sources/files.js';
import type { Image, OpenImages } from '../sources/image/image.js';
import { hiddenBy, LayerTrace } from '../sources/image/view.js';

/** More packages than any image has: what goes over is a line, so that a hostile archive costs no more memory. */
const MOST_COMPONENTS = 500_000;
/** Members of all layers together. */
const MOST_MEMBERS = 8_000_000;

/** Reads the files that tell of components, one at a time; nothing of a file is kept but what was found. */
class FileReader {
  readonly readings: FileReading[] = [];
  private readonly missed: CoverageLine[] = [];
  private readonly find: (path: string) => Rule | undefined;
  private readonly readers = new Map<Rule, Reader>();
  private kept = 0;
  private left = 0;

  constructor(
    private readonly subject: string,
    private readonly place: 'system' | 'project',
  ) {
    this.find = ruleFinder(place);
  }

  get coverage(): readonly CoverageLine[] {
    return this.left === 0 ? this.missed : [...this.missed, { source: this.subject, subject: `${this.left} more files`, asked: 'components', answered: false, reason: `more than ${MOST_COMPONENTS} components were found before them` }];
  }

  rule(path: string): Rule | undefined {
    return this.find(path);
  }

  async member(member: TarMember, layer?: number): Promise<void> {
    const rule = this.find(member.name);
    if (rule === undefined) {
      if (this.place === 'system' && mayRun(member)) await this.program(member, layer);
      return;
    }
    if (member.type === 'hardlink') this.unread(member.name, rule, 'it is a hard link to another file, which was not followed');
    // A symbolic link leads to a file that has a rule of its own, or to none.
    if (member.type !== 'file') return;
    if (member.size > rule.most) {
      this.tooLarge(member.name, rule, member.size);
      return;
    }
    const bytes = await memberBytes(member, rule.most);
    if (bytes === undefined) this.unread(member.name, rule, 'it is cut off');
    else await this.bytes(rule, member.name, bytes, layer);
  }

  /** A program is held in memory only when its first bytes say that it is one, and only up to a size; in a larger one the list of Go is searched for. */
  private async program(member: TarMember, layer: number | undefined): Promise<void> {
    let whole: Buffer | undefined;
    let search: GoSearch | undefined;
    let length = 0;
    try {
      for await (const part of member.content()) {
        if (length === 0) {
          if (executableKind(part) === undefined) return;
          if (member.size > programs.most) search = new (await import('../inventory/go/binary.js')).GoSearch();
          else whole = Buffer.allocUnsafe(member.size);
        }
        if (whole === undefined) search!.push(part);
        else part.copy(whole, length);
        length += part.length;
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      this.unread(member.name, programs, 'it is cut off');
      return;
    }
    if (whole !== undefined) await this.bytes(programs, member.name, whole, layer);
    else if (search !== undefined) {
      const reading = search.result();
      if (reading !== undefined) this.keep(member.name, reading, layer);
      else if (search.crates) this.tooLarge(member.name, programs, member.size);
    }
  }

  async bytes(rule: Rule, path: string, bytes: Buffer, layer?: number): Promise<void> {
    let reader = this.readers.get(rule);
    if (reader === undefined) {
      reader = await rule.load();
      this.readers.set(rule, reader);
    }
    this.keep(path, reader(bytes, path), layer);
  }

  private keep(path: string, reading: Reading, layer: number | undefined): void {
    if (isEmpty(reading)) return;
    if (this.kept > MOST_COMPONENTS) {
      this.left++;
      return;
    }
    this.kept += reading.components.length + (reading.owns?.length ?? 0);
    this.readings.push({ path, ...(layer === undefined ? {} : { layer }), reading });
  }

  tooLarge(path: string, rule: Rule, size: number): void {
    this.unread(path, rule, `it is ${megabytes(size)}, over the limit of ${megabytes(rule.most)}`);
  }

  private unread(path: string, { what }: Rule, reason: string): void {
    this.missed.push({ source: this.subject, subject: path, asked: what, answered: false, reason });
  }
}

/** Most programs, and files that only look like lists, say nothing. */
const isEmpty = ({ components, os, owns = [], problems = [], unread = [] }: Reading): boolean => components.length + owns.length + problems.length + unread.length === 0 && os === undefined;

/** Libraries are loaded by programs, and data may have the bit by accident: its first bytes tell. */
const mayRun = ({ type, mode, size, name }: TarMember): boolean => type === 'file' && size >= SMALLEST_PROGRAM && ((mode & 0o111) !== 0 || name.endsWith('.exe')) && !/\.so(\.[\d.]+)?$/.test(name);

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
  return assemble({
    subject: image.name,
    kind: 'image',
    digest: image.digest,
    readings: reader.readings,
    seen: (path, layer) => hiddenBy(path, layer, traces) === undefined,
    layerDigest: (index) => image.layers[index]?.digest ?? '',
    locate: (path) => ({ file: opened.label, within: path }),
    coverage: reader.coverage,
    errors: [...opened.errors.slice(before), ...(count > MOST_MEMBERS ? [{ file: opened.label, message: `${image.name} holds more than ${MOST_MEMBERS} files; the rest was not read` }] : [])],
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
  const find = ruleFinder('project');
  return files.walk(top).entries.flatMap(({ folder, files: names }) => names.map((name) => join(folder, name)).filter((path) => find(relative(top, path).split(sep).join('/')) !== undefined));
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

const LARGEST_SBOM = 256 * 1024 * 1024;
