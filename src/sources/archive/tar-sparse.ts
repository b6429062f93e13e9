/** Sparse members: which pieces are stored, and where. All four ways that GNU tar writes. https://www.gnu.org/software/tar/manual/html_node/Sparse-Formats.html */
import type { ByteReader } from './byte-reader.js';
import { ArchiveError } from './limits.js';
import { BLOCK, numeral, padded, whole, type Extended, type TarHeader } from './tar-header.js';

export interface Sparse {
  /** Size with holes. */
  readonly size: number;
  /** Bytes that are stored from here on. */
  readonly stored: number;
  readonly pieces: readonly { readonly offset: number; readonly length: number }[];
}

const MOST_PIECES = 100_000;

/** The map of a sparse member; undefined when it is an ordinary one. Reads what the map takes of the member's content. */
export async function sparseMap(header: TarHeader, { sparse }: Extended, stored: number, reader: ByteReader): Promise<Sparse | undefined> {
  if (header.flag === 'S') return checked(await oldGnu(header.block, reader), numeral(header.block, 483, 12), stored);
  if (sparse.length === 0) return undefined;
  const last = new Map(sparse);
  if (last.get('major') === '1' && last.get('minor') === '0') {
    const { numbers, used } = await leadingMap(reader, stored);
    return checked(numbers, whole(last.get('realsize') ?? ''), stored - used);
  }
  const listed = last.get('map');
  const numbers = listed === undefined ? sparse.filter(([key]) => key === 'offset' || key === 'numbytes').map(([, value]) => whole(value)) : listed.split(',').map(whole);
  const size = last.get('size') ?? last.get('realsize');
  return size === undefined ? undefined : checked(numbers, whole(size), stored);
}

/** Four pairs in the header itself, 21 more in each block that follows. */
async function oldGnu(block: Buffer, reader: ByteReader): Promise<readonly number[]> {
  const numbers: number[] = [];
  const collect = (from: Buffer, at: number, count: number): void => {
    for (let i = 0; i < count * 2; i++) numbers.push(numeral(from, at + i * 12, 12));
  };
  collect(block, 386, 4);
  for (let more = block[482] !== 0; more; ) {
    const next = Buffer.from(await reader.read(BLOCK));
    if (next.length < BLOCK || numbers.length > MOST_PIECES * 2) throw new ArchiveError('holds a sparse member whose map cannot be read');
    collect(next, 0, 21);
    more = next[504] !== 0;
  }
  return numbers;
}

/** Version 1.0: decimal numbers, a line each, in whole blocks before the content: how many pairs, then the pairs. */
async function leadingMap(reader: ByteReader, stored: number): Promise<{ readonly numbers: readonly number[]; readonly used: number }> {
  const unreadable = (): ArchiveError => new ArchiveError('holds a sparse member whose map cannot be read');
  let text = '';
  let lines = 0;
  let wanted: number | undefined;
  for (let used = BLOCK; used <= padded(stored); used += BLOCK) {
    const block = await reader.read(BLOCK);
    if (block.length < BLOCK) throw unreadable();
    for (const byte of block) if (byte === 10) lines++;
    text += block.toString('latin1');
    if (wanted === undefined && lines > 0) {
      wanted = whole(text.slice(0, text.indexOf('\n'))) * 2 + 1;
      if (wanted > MOST_PIECES * 2) throw unreadable();
    }
    if (wanted !== undefined && lines >= wanted) return { numbers: text.split('\n', wanted).slice(1).map(whole), used };
  }
  throw unreadable();
}

function checked(numbers: readonly number[], size: number, stored: number): Sparse {
  const pieces: { readonly offset: number; readonly length: number }[] = [];
  let end = 0;
  let sum = 0;
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const offset = numbers[i]!;
    const length = numbers[i + 1]!;
    if (length === 0 || Number.isNaN(offset)) continue;
    if (!(offset >= end && length > 0 && offset + length <= size)) throw new ArchiveError('holds a sparse member whose map contradicts itself');
    pieces.push({ offset, length });
    end = offset + length;
    sum += length;
  }
  if (!Number.isSafeInteger(size) || sum > stored) throw new ArchiveError('holds a sparse member whose map contradicts itself');
  return { size, stored, pieces };
}
