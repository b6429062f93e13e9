/** Where the parts of an image lie: in a folder, in a tar, or in a packed tar that can only be read from front to back. */
import { closeSync, createReadStream, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Seekable } from '../archive/byte-reader.js';
import { unpacked } from '../archive/compression.js';
import type { Packing } from '../archive/packing.js';
import { ARCHIVE_LIMITS, Budget, type ArchiveLimits, type TellProblem } from '../archive/limits.js';
import { linkTarget } from '../archive/member-name.js';
import { memberBytes, tarMembers } from '../archive/tar.js';

/** One part, streaming. It must be read before the next is asked for. */
export interface BlobStream {
  readonly path: string;
  readonly chunks: AsyncIterable<Buffer>;
}

export interface Blobs {
  readonly has: (path: string) => boolean;
  /** A small part (manifest, configuration); undefined when it is missing or larger than 8 MB. */
  readonly document: (path: string) => Buffer | undefined;
  /** Each of these parts once, in the order in which they can be read; missing ones are left out. */
  readonly stream: (paths: ReadonlySet<string>) => AsyncIterable<BlobStream>;
}

const LARGEST_DOCUMENT = 8 * 1024 * 1024;
/** Of all small parts of a packed tar together: they are kept from its first reading. */
const DOCUMENTS_IN_ALL = 64 * 1024 * 1024;
const CHUNK = 1024 * 1024;
/** An archive has some members a layer; their names are held in memory. */
const OUTER_LIMITS: ArchiveLimits = { ...ARCHIVE_LIMITS, entries: 100_000 };

/** The file is opened when the first bytes are asked for, and closed when no more are. */
async function* fileChunks(file: string, range: { readonly start?: number; readonly end?: number } = {}): AsyncIterable<Buffer> {
  for await (const chunk of createReadStream(file, { ...range, highWaterMark: CHUNK })) yield chunk as Buffer;
}

/** The parts in a folder. Links inside it are followed, links out of it are not there. */
export function folderBlobs(folder: string): Blobs {
  const top = realpathSync(folder);
  const locate = (path: string): string | undefined => {
    try {
      const real = realpathSync(join(top, path));
      return real.startsWith(top + sep) && lstatSync(real).isFile() ? real : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    has: (path) => locate(path) !== undefined,
    document: (path) => {
      const real = locate(path);
      return real === undefined ? undefined : rangeOf(real, 0, lstatSync(real).size);
    },
    async *stream(paths) {
      for (const path of paths) {
        const real = locate(path);
        if (real !== undefined) yield { path, chunks: fileChunks(real) };
      }
    },
  };
}

function rangeOf(file: string, offset: number, size: number): Buffer | undefined {
  if (size > LARGEST_DOCUMENT) return undefined;
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(size);
    return readSync(handle, bytes, 0, size, offset) === size ? bytes : undefined;
  } finally {
    closeSync(handle);
  }
}

interface Place {
  readonly offset: number;
  readonly size: number;
}

/** The parts of a plain tar: one look at its headers, then each part from where it lies. */
export async function tarBlobs(file: string, tell: TellProblem): Promise<Blobs> {
  const places = new Map<string, Place>();
  const links = new Map<string, string>();
  const seen = new Skimmer(file);
  try {
    for await (const member of tarMembers(seen, OUTER_LIMITS, tell)) {
      if (member.type === 'file') places.set(member.name, { offset: seen.contentAt, size: member.size });
      else if (member.link !== undefined) {
        const to = member.type === 'hardlink' ? linkTarget('', member.link) : linkTarget(member.name, member.link);
        if (to !== undefined) links.set(member.name, to);
      }
    }
  } finally {
    seen.close();
  }
  const locate = (path: string): Place | undefined => places.get(follow(path, links));
  return {
    has: (path) => locate(path) !== undefined,
    document: (path) => {
      const place = locate(path);
      return place === undefined ? undefined : rangeOf(file, place.offset, place.size);
    },
    async *stream(paths) {
      for (const path of paths) {
        const place = locate(path);
        if (place === undefined) continue;
        yield { path, chunks: place.size === 0 ? NOTHING : fileChunks(file, { start: place.offset, end: place.offset + place.size - 1 }) };
      }
    },
  };
}

/** Links inside an archive, a few steps at most: they may go round in a circle. */
function follow(path: string, links: ReadonlyMap<string, string>): string {
  let at = path;
  for (let step = 0; step < 8; step++) {
    const next = links.get(at);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

const NOTHING: AsyncIterable<Buffer> = { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true as const, value: undefined }) }) };

/** A tar file of which only headers are read: passing over a content of gigabytes is one addition. */
class Skimmer implements Seekable {
  private readonly handle: number;
  private readonly size: number;
  private at = 0;
  /** Where the content of the last member starts. */
  contentAt = 0;

  constructor(file: string) {
    this.handle = openSync(file, 'r');
    this.size = fstatSync(this.handle).size;
  }

  close(): void {
    closeSync(this.handle);
  }

  skip(count: number): number {
    const here = Math.min(count, this.size - this.at);
    this.at += here;
    return here;
  }

  [Symbol.asyncIterator](): AsyncIterator<Buffer> {
    return {
      next: () => {
        const bytes = Buffer.alloc(Math.min(512, this.size - this.at));
        const count = bytes.length === 0 ? 0 : readSync(this.handle, bytes, 0, bytes.length, this.at);
        this.at += count;
        this.contentAt = this.at;
        return Promise.resolve(count === 0 ? { done: true as const, value: undefined } : { done: false as const, value: bytes.subarray(0, count) });
      },
    };
  }
}

/** The parts of a packed tar: read once for the small ones, and once more for each `stream`. */
export async function packedBlobs(file: string, packing: Packing, tell: TellProblem): Promise<Blobs> {
  const members = (report: TellProblem): ReturnType<typeof tarMembers> =>
    tarMembers(unpacked(fileChunks(file), packing, new Budget(OUTER_LIMITS)), OUTER_LIMITS, report);
  const documents = new Map<string, Buffer>();
  const names = new Set<string>();
  const links = new Map<string, string>();
  let kept = 0;
  for await (const member of members(tell)) {
    if (member.link !== undefined) {
      const to = member.type === 'hardlink' ? linkTarget('', member.link) : linkTarget(member.name, member.link);
      if (to !== undefined) links.set(member.name, to);
    }
    if (member.type !== 'file') continue;
    names.add(member.name);
    if (member.size > LARGEST_DOCUMENT || kept + member.size > DOCUMENTS_IN_ALL) continue;
    const bytes = await memberBytes(member, LARGEST_DOCUMENT);
    // Layers may be small, too: only what starts as JSON does is kept.
    if (bytes === undefined || !/^\s*[[{]/.test(bytes.toString('latin1', 0, 64))) continue;
    kept += bytes.length;
    documents.set(member.name, Buffer.from(bytes));
  }
  return {
    has: (path) => names.has(follow(path, links)),
    document: (path) => documents.get(follow(path, links)),
    async *stream(paths) {
      const wanted = new Map([...paths].map((path) => [follow(path, links), path] as const));
      // What is broken was told at the first reading.
      for await (const member of members(() => undefined)) {
        const path = wanted.get(member.name);
        if (path !== undefined && member.type === 'file') yield { path, chunks: member.content() };
      }
    },
  };
}
