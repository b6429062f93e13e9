/** gzip and zstd as streams, with a bound on what comes out. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ByteReader } from './byte-reader.js';
import { ArchiveError, megabytes, type Budget } from './limits.js';
import type { Packing } from './packing.js';

/** The stream as it is before packing; xz and bzip2 are not read. */
export async function* unpacked(input: AsyncIterable<Buffer>, packing: Packing | undefined, budget: Budget): AsyncIterable<Buffer> {
  if (packing === 'xz' || packing === 'bzip2') throw new ArchiveError(`is packed with ${packing}, which is not read; pack it with gzip or zstd`);
  const counted = countIn(input, budget);
  for await (const chunk of packing === 'gzip' ? gunzip(counted) : packing === 'zstd' ? unzstd(counted) : input) {
    budget.gave(chunk.length);
    yield chunk;
  }
}

async function* countIn(input: AsyncIterable<Buffer>, budget: Budget): AsyncIterable<Buffer> {
  for await (const chunk of input) {
    budget.took(chunk.length);
    yield chunk;
  }
}

/** All members of a gzip stream. Inflating runs beside this thread. */
async function* gunzip(input: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const inflater = createGunzip({ chunkSize: 256 * 1024 });
  const source = Readable.from(input);
  source.on('error', (error) => inflater.destroy(error));
  source.pipe(inflater);
  try {
    for await (const chunk of inflater) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new ArchiveError(error.code === 'Z_BUF_ERROR' ? 'ends in the middle of its gzip stream' : `is no valid gzip stream: ${error.message}`);
    }
    throw error;
  } finally {
    source.destroy();
    inflater.destroy();
  }
}

/** What decoding one frame may hold in memory. `zstd --ultra -22` asks for 128 MB, common levels for 8 MB or less. */
const LARGEST_WINDOW = 128 * 1024 * 1024;
const WINDOWS_FREE = 1024 ** 3;
const LARGEST_BLOCK = 128 * 1024;
const FRAME = 0xfd2fb528;

/**
 * All frames of a zstd stream. The decoder gets one block at a time, so that each step gives at most 128 KB whatever the input
 * says, and no frame whose window is over the limit. https://datatracker.ietf.org/doc/html/rfc8878#section-3.1
 */
async function* unzstd(input: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const { Decompress } = await import('fzstd');
  const reader = new ByteReader(input);
  let windows = 0;
  const exactly = async (count: number): Promise<Buffer> => {
    const bytes = await reader.read(count);
    if (bytes.length < count) throw new ArchiveError('ends in the middle of its zstd stream');
    return bytes;
  };
  for (;;) {
    const first = await reader.read(4);
    if (first.length === 0) return;
    if (first.length < 4) throw new ArchiveError('ends in the middle of its zstd stream');
    const magic = first.readUInt32LE();
    if (magic >>> 4 === 0x184d2a5) {
      const size = (await exactly(4)).readUInt32LE();
      if ((await reader.skip(size)) < size) throw new ArchiveError('ends in the middle of its zstd stream');
      continue;
    }
    if (magic !== FRAME) throw new ArchiveError('is no valid zstd stream');
    const out: Buffer[] = [];
    const decoder = new Decompress((chunk) => void out.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
    const waiting = decoder as unknown as { readonly c: Uint8Array[]; readonly l: number };
    const push = (bytes: Buffer, final = false): readonly Buffer[] => {
      try {
        decoder.push(bytes, final);
      } catch (error) {
        throw new ArchiveError(`is no valid zstd stream: ${error instanceof Error ? error.message : String(error)}`);
      }
      // Behind each block the decoder keeps an empty rest, which holds the whole block in memory, until there is one that is not empty: never, as blocks are handed over whole.
      if (waiting.l === 0) waiting.c.length = 0;
      return out.splice(0);
    };
    const { header, checksum, window } = await frameHeader(exactly);
    // Making a window costs time even where the frame is empty: what all frames ask for is held to what was read.
    windows += window;
    if (windows > WINDOWS_FREE + 32 * reader.passed) throw new ArchiveError('is no valid zstd stream: its frames ask for more memory than their content needs');
    yield* push(Buffer.concat([first, header]));
    for (let last = false; !last; ) {
      const start = await exactly(3);
      const said = start.readUIntLE(0, 3);
      last = (said & 1) === 1;
      const kind = (said >> 1) & 3;
      const size = said >> 3;
      if (kind === 3 || size > LARGEST_BLOCK) throw new ArchiveError('is no valid zstd stream: a block is larger than the format allows');
      yield* push(Buffer.concat([start, await exactly(kind === 1 ? 1 : size)]));
    }
    if (checksum) yield* push(await exactly(4));
    // The decoder looks at a frame when it has 18 bytes of it; a shorter frame is complete by now.
    yield* push(Buffer.alloc(0), true);
  }
}

async function frameHeader(exactly: (count: number) => Promise<Buffer>): Promise<{ readonly header: Buffer; readonly checksum: boolean; readonly window: number }> {
  const descriptor = await exactly(1);
  const flags = descriptor[0]!;
  const single = (flags & 32) !== 0;
  const dictionary = [0, 1, 2, 4][flags & 3]!;
  const sizeField = flags >> 6 === 0 ? (single ? 1 : 0) : 1 << (flags >> 6);
  if (dictionary > 0) throw new ArchiveError('is packed with a zstd dictionary that it does not hold');
  const rest = await exactly((single ? 0 : 1) + sizeField);
  let window: number;
  if (single) window = sizeField === 8 ? Number(rest.readBigUInt64LE()) : rest.readUIntLE(0, sizeField) + (sizeField === 2 ? 256 : 0);
  else {
    const base = 2 ** (10 + (rest[0]! >> 3));
    window = base + (base / 8) * (rest[0]! & 7);
  }
  if (window > LARGEST_WINDOW) throw new ArchiveError(`needs ${megabytes(window)} of memory to unpack, over the limit of ${megabytes(LARGEST_WINDOW)}`);
  return { header: Buffer.concat([descriptor, rest]), checksum: (flags & 4) !== 0, window };
}
