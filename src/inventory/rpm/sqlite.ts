/**
 * The rows of one table of a SQLite file: enough for rpm's database, whose table has a number and a blob.
 * https://www.sqlite.org/fileformat2.html
 */

const INTERIOR = 5;
const LEAF = 13;
const DEEPEST = 32;

/** Thrown where the file contradicts itself: one lower-case clause. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

export const isSqlite = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 16) === 'SQLite format 3\0';

/** The columns of each row of a table. What cannot be read ends it with a DatabaseError. */
export function* tableRows(bytes: Buffer, table: string): Iterable<readonly (Buffer | number | null)[]> {
  const said = bytes.length >= 100 ? bytes.readUInt16BE(16) : 0;
  const size = said === 1 ? 65536 : said;
  if (size < 512 || (size & (size - 1)) !== 0) throw new DatabaseError('is no valid SQLite database');
  const file: File = { bytes, size, usable: size - bytes[20]!, seen: new Set() };
  for (const [type, name, , root] of rowsOf(file, 1, 0)) {
    if (String(type) === 'table' && String(name) === table && typeof root === 'number') {
      yield* rowsOf({ ...file, seen: new Set() }, root, 0);
      return;
    }
  }
  throw new DatabaseError(`has no table \`${table}\``);
}

interface File {
  readonly bytes: Buffer;
  readonly size: number;
  /** Bytes of a page without what is reserved at its end. */
  readonly usable: number;
  /** Pages read so far: a tree that leads back into itself ends. */
  readonly seen: Set<number>;
}

function page({ bytes, size, seen }: File, number: number): Buffer {
  const start = (number - 1) * size;
  if (number < 1 || start + size > bytes.length) throw new DatabaseError(`names page ${number}, which it does not have: it is cut off or damaged`);
  if (seen.has(number)) throw new DatabaseError(`comes back to page ${number}: it is damaged`);
  seen.add(number);
  return bytes.subarray(start, start + size);
}

function* rowsOf(file: File, number: number, depth: number): Iterable<readonly (Buffer | number | null)[]> {
  if (depth > DEEPEST) throw new DatabaseError('is nested deeper than a database can be: it is damaged');
  const body = page(file, number);
  // The first page starts with the file's own header.
  const start = number === 1 ? 100 : 0;
  const kind = body[start];
  if (kind !== INTERIOR && kind !== LEAF) throw new DatabaseError(`has a page of kind ${kind} in a table: it is damaged`);
  const count = body.readUInt16BE(start + 3);
  const pointers = start + (kind === INTERIOR ? 12 : 8);
  if (pointers + count * 2 > body.length) throw new DatabaseError('has a page with more cells than fit: it is damaged');
  for (let i = 0; i < count; i++) {
    const at = body.readUInt16BE(pointers + i * 2);
    if (kind === INTERIOR) {
      if (at + 4 > body.length) throw new DatabaseError('has a cell outside its page: it is damaged');
      yield* rowsOf(file, body.readUInt32BE(at), depth + 1);
    } else yield record(payload(file, body, at));
  }
  if (kind === INTERIOR) yield* rowsOf(file, body.readUInt32BE(start + 8), depth + 1);
}

/** The bytes of a row, those on overflow pages too. */
function payload(file: File, body: Buffer, cell: number): Buffer {
  const [size, afterSize] = varint(body, cell);
  const [, start] = varint(body, afterSize);
  const { usable } = file;
  const most = usable - 35;
  if (size <= most) return body.subarray(start, start + size);
  if (size > file.bytes.length) throw new DatabaseError('has a row larger than itself: it is damaged');
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (usable - 4));
  const here = fitting <= most ? fitting : least;
  if (start + here + 4 > body.length) throw new DatabaseError('has a cell outside its page: it is damaged');
  const parts = [body.subarray(start, start + here)];
  let left = size - here;
  for (let next = body.readUInt32BE(start + here); left > 0; ) {
    const more = page(file, next);
    parts.push(more.subarray(4, 4 + Math.min(left, usable - 4)));
    left -= usable - 4;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** Columns by their serial types: integers, blobs and texts; fractions are not needed. */
function record(row: Buffer): readonly (Buffer | number | null)[] {
  const [headerSize, first] = varint(row, 0);
  const values: (Buffer | number | null)[] = [];
  let at = headerSize;
  for (let place = first; place < headerSize && place < row.length; ) {
    const [type, next] = varint(row, place);
    place = next;
    const length = type >= 12 ? Math.floor((type - 12) / 2) : [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type]!;
    if (at + length > row.length) throw new DatabaseError('has a row that is cut off: it is damaged');
    if (type === 0) values.push(null);
    else if (type >= 12) values.push(row.subarray(at, at + length));
    else if (type === 8 || type === 9) values.push(type - 8);
    else values.push(length <= 6 ? row.readIntBE(at, length) : Number(row.readBigInt64BE(at)));
    at += length;
  }
  return values;
}

/** Seven bits a byte, the ninth byte whole. */
function varint(bytes: Buffer, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) throw new DatabaseError('has a number that is cut off: it is damaged');
    if (i === 8) return [value * 256 + byte, at + 9];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + i + 1];
  }
  return [value, at + 9];
}
