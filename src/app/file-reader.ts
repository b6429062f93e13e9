/** Reads the files that tell of components as they come by. */
import type { FileReading } from '../inventory/assemble.js';
import { executableKind } from '../inventory/executable.js';
import type { Reader, Reading } from '../inventory/found.js';
import type { GoSearch } from '../inventory/go/binary.js';
import { programs, ruleFinder, SMALLEST_PROGRAM, type Rule } from '../inventory/rules.js';
import type { CoverageLine } from '../model/index.js';
import { ArchiveError, megabytes } from '../sources/archive/limits.js';
import { linkTarget } from '../sources/archive/member-name.js';
import { memberBytes, type TarMember } from '../sources/archive/tar.js';

/** More packages than any image has: what goes over is a line, so that a hostile archive costs no more memory. */
const MOST_COMPONENTS = 500_000;

/** Reads the files that tell of components, one at a time; nothing of a file is kept but what was found. */
export class FileReader {
  readonly readings: FileReading[] = [];
  private readonly find: (path: string) => Rule | undefined;
  private readonly readers = new Map<Rule, Reader>();
  /** By layer and target: the links to it. */
  private readonly links = new Map<number, Map<string, string[]>>();
  private kept = 0;
  private left = 0;

  constructor(
    private readonly subject: string,
    private readonly place: 'system' | 'project',
  ) {
    this.find = ruleFinder(place);
  }

  get coverage(): readonly CoverageLine[] {
    return this.left === 0 ? [] : [{ source: this.subject, subject: `${this.left} more files`, asked: 'components', answered: false, reason: `more than ${MOST_COMPONENTS} components were found before them` }];
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
    if (member.type === 'hardlink' && layer !== undefined) this.link(member.name, member.link ?? '', layer);
    // A symbolic link leads to a file that has a rule of its own, or to none.
    if (member.type !== 'file') return;
    if (member.size > rule.most) {
      this.tooLarge(member.name, rule, member.size, layer);
      return;
    }
    const bytes = await memberBytes(member, rule.most);
    if (bytes === undefined) this.unread(member.name, 'it is cut off', layer);
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
      this.unread(member.name, 'it is cut off', layer);
      return;
    }
    if (whole !== undefined) await this.bytes(programs, member.name, whole, layer);
    else if (search !== undefined) {
      const reading = search.result();
      if (reading !== undefined) this.keep(member.name, reading, layer);
      else if (search.crates) this.tooLarge(member.name, programs, member.size, layer);
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

  /** Layers in which files stand as hard links to others: they must be gone through again. */
  get linked(): ReadonlySet<number> {
    return new Set(this.links.keys());
  }

  /** A file of a layer that is gone through again, in the place of the links to it. */
  async behindLinks(member: TarMember, layer: number): Promise<void> {
    const aliases = this.links.get(layer)?.get(member.name);
    if (member.type !== 'file' || aliases === undefined) return;
    this.links.get(layer)!.delete(member.name);
    const content = memberBytes(member, Math.max(...aliases.map((alias) => this.find(alias)!.most)));
    for (const alias of aliases) await this.member({ ...member, name: alias, content: () => once(content) }, layer);
  }

  /** Says which links led to no file of their layer. */
  finish(): void {
    for (const [layer, targets] of this.links) for (const alias of [...targets.values()].flat()) this.unread(alias, 'it is a hard link to a file that its layer does not hold', layer);
  }

  private link(alias: string, to: string, layer: number): void {
    const targets = this.links.get(layer) ?? new Map<string, string[]>();
    this.links.set(layer, targets);
    const target = linkTarget('', to) ?? to;
    targets.set(target, [...(targets.get(target) ?? []), alias]);
  }

  private tooLarge(path: string, rule: Rule, size: number, layer: number | undefined): void {
    this.unread(path, `${rule.what}: it is ${megabytes(size)}, over the limit of ${megabytes(rule.most)}`, layer);
  }

  private unread(path: string, reason: string, layer: number | undefined): void {
    this.keep(path, { components: [], unread: [reason] }, layer);
  }
}

async function* once(content: Promise<Buffer | undefined>): AsyncIterable<Buffer> {
  const bytes = await content;
  if (bytes === undefined) throw new ArchiveError('is cut off');
  yield bytes;
}

/** Most programs, and files that only look like lists, say nothing. */
const isEmpty = ({ components, os, owns = [], problems = [], unread = [] }: Reading): boolean => components.length + owns.length + problems.length + unread.length === 0 && os === undefined;

/** Libraries are loaded by programs, and data may have the bit by accident: its first bytes tell. */
const mayRun = ({ type, mode, size, name }: TarMember): boolean => type === 'file' && size >= SMALLEST_PROGRAM && ((mode & 0o111) !== 0 || name.endsWith('.exe')) && !/\.so(\.[\d.]+)?$/.test(name);

