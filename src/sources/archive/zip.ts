/**
 * Zips (jars, wheels, packages of NuGet) in memory, by their central directory.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { ArchiveError, Budget, clause, megabytes, type ArchiveLimits, type TellProblem } from './limits.js';
import { memberName, shown } from './member-name.js';

export interface ZipMember {
  /** Path inside the archive. */
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink';
  /** Bytes when expanded, as the directory says. */
  readonly size: number;
  /** Its bytes; undefined when they are more than `most` or cannot be read, which is told. */
  readonly content: (most: number) => Buffer | undefined;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** The members of a zip; what is broken is told and costs only itself. `budget`: shared by archives within one another. */
export function* zipMembers(bytes: Buffer, limits: ArchiveLimits, tell: TellProblem, budget = new Budget(limits)): Iterable<ZipMember> {
  budget.took(bytes.length);
  try {
    const directory = directoryOf(bytes);
    let before = 0;
    for (const header of headers(bytes, directory)) {
      budget.entry();
      let name: string;
      try {
        // Some Windows programs write their own separator, against the specification (4.4.17.1).
        name = memberName(header.name.includes('/') ? header.name : header.name.replaceAll('\\', '/'), limits.name);
      } catch (error) {
        tell(clause(error), shown(header.name));
        continue;
      }
      // Members that share bytes expand without end: a real archive stores each once. https://www.bamsoftware.com/hacks/zipbomb/
      before += header.packed;
      if (before > bytes.length) throw new ArchiveError('holds members that lie over one another; the rest was not read');
      yield {
        name,
        type: header.name.endsWith('/') || header.name.endsWith('\\') ? 'directory' : (header.attributes >>> 28) === 0xa && header.unix ? 'symlink' : 'file',
        size: header.size,
        content: (most) => contentOf(bytes, header, most, budget, (message) => tell(message, shown(header.name))),
      };
    }
  } catch (error) {
    tell(clause(error));
  }
}

interface Directory {
  readonly count: number;
  readonly at: number;
  readonly end: number;
  /** What stands before the archive itself: programs put a script before a jar, and offsets then may or may not count it. */
  readonly shift: number;
}

function directoryOf(bytes: Buffer): Directory {
  const at = endRecord(bytes);
  let count = bytes.readUInt16LE(at + 10);
  let size = bytes.readUInt32LE(at + 12);
  let offset = bytes.readUInt32LE(at + 16);
  let end = at;
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    const locator = at - 20;
    if (locator >= 0 && bytes.readUInt32LE(locator) === LOCATOR64) {
      const said = Number(bytes.readBigUInt64LE(locator + 8));
      const record = [said, locator - 56].find((place) => place >= 0 && place + 56 <= locator && bytes.readUInt32LE(place) === END64);
      if (record === undefined) throw new ArchiveError('is no valid zip: its directory is not where it says');
      count = Number(bytes.readBigUInt64LE(record + 32));
      size = Number(bytes.readBigUInt64LE(record + 40));
      offset = Number(bytes.readBigUInt64LE(record + 48));
      end = record;
    }
  }
  const start = end - size;
  if (start < 0 || offset > start) throw new ArchiveError('is no valid zip: its directory is not where it says');
  return { count, at: start, end, shift: start - offset };
}

/** The end record, behind which only a comment of at most 64 KB stands. */
function endRecord(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= least; at--) {
    if (bytes[at] === 0x50 && bytes.readUInt32LE(at) === END && at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length) return at;
  }
  throw new ArchiveError('is no valid zip, or is cut off: it has no directory');
}

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly local: number;
  readonly attributes: number;
  readonly unix: boolean;
}

function* headers(bytes: Buffer, { count, at, end, shift }: Directory): Iterable<Header> {
  let place = at;
  for (let i = 0; i < count; i++) {
    if (place + 46 > end || bytes.readUInt32LE(place) !== CENTRAL) throw new ArchiveError('is no valid zip: its directory is broken; the rest was not read');
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(place + 28), bytes.readUInt16LE(place + 30), bytes.readUInt16LE(place + 32)];
    const nameAt = place + 46;
    const next = nameAt + nameLength + extraLength + commentLength;
    if (next > end) throw new ArchiveError('is no valid zip: its directory is broken; the rest was not read');
    const flags = bytes.readUInt16LE(place + 8);
    let [size, packed, local] = [bytes.readUInt32LE(place + 24), bytes.readUInt32LE(place + 20), bytes.readUInt32LE(place + 42)];
    if (size === 0xffffffff || packed === 0xffffffff || local === 0xffffffff) {
      [size, packed, local] = large(bytes.subarray(nameAt + nameLength, nameAt + nameLength + extraLength), [size, packed, local]);
    }
    yield {
      name: bytes.toString((flags & 0x800) !== 0 ? 'utf8' : 'latin1', nameAt, nameAt + nameLength),
      flags,
      method: bytes.readUInt16LE(place + 10),
      crc: bytes.readUInt32LE(place + 16),
      packed,
      size,
      local: local + shift,
      attributes: bytes.readUInt32LE(place + 38),
      unix: bytes[place + 5] === 3,
    };
    place = next;
  }
}

/** The 64-bit field, which holds in this order those numbers that did not fit. */
function large(extra: Buffer, numbers: readonly [number, number, number]): [number, number, number] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let place = at + 4;
      return numbers.map((number) => {
        if (number !== 0xffffffff || place + 8 > Math.min(extra.length, at + 4 + length)) return number;
        const value = Number(extra.readBigUInt64LE(place));
        place += 8;
        return value;
      }) as [number, number, number];
    }
    at += 4 + length;
  }
  return [...numbers];
}

function contentOf(bytes: Buffer, header: Header, most: number, budget: Budget, tell: (message: string) => void): Buffer | undefined {
  if (header.size > most) {
    tell(`is ${megabytes(header.size)}, over the limit of ${megabytes(most)}`);
    return undefined;
  }
  try {
    if ((header.flags & 1) !== 0) throw new ArchiveError('is encrypted and was not read');
    const { local } = header;
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new ArchiveError('is not where the directory says');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (start + header.packed > bytes.length) throw new ArchiveError('is cut off');
    const packed = bytes.subarray(start, start + header.packed);
    budget.gave(header.size);
    const content = expanded(packed, header);
    if (content.length !== header.size || crc32(content) !== header.crc) throw new ArchiveError('is damaged: its checksum differs');
    return content;
  } catch (error) {
    tell(clause(error));
    return undefined;
  }
}

function expanded(packed: Buffer, { method, size }: Header): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new ArchiveError(`is packed by method ${method}, which is not read`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new ArchiveError('is damaged: it cannot be unpacked to the size that it says');
  }
}
