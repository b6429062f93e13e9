/**
 * Berkeley DB hash files: `Packages` of older systems (RHEL 8 and before). Page forms as in Oracle's dbinc/db_page.h:
 * https://github.com/berkeleydb/libdb/blob/master/src/dbinc/db_page.h
 */
import { DatabaseError } from './sqlite.js';

const HASH_MAGIC = 0x00061561;
const PAGE_HEADER = 26;
const HASH_UNSORTED = 2;
const OVERFLOW = 7;
const HASH = 13;
const INLINE = 1;
const OFF_PAGE = 3;

const readers = { little: { u16: 'readUInt16LE', u32: 'readUInt32LE' }, big: { u16: 'readUInt16BE', u32: 'readUInt32BE' } } as const;

function orderOf(bytes: Buffer): keyof typeof readers | undefined {
  if (bytes.length < 512) return undefined;
  return bytes.readUInt32LE(12) === HASH_MAGIC ? 'little' : bytes.readUInt32BE(12) === HASH_MAGIC ? 'big' : undefined;
}

export const isBdb = (bytes: Buffer): boolean => orderOf(bytes) !== undefined;

/** The values of all pairs, in the order of the file. */
export function* bdbValues(bytes: Buffer): Iterable<Buffer> {
  const { u16, u32 } = readers[orderOf(bytes) ?? 'little'];
  const size = bytes[u32](20);
  if (size < 512 || size > 65536 || (size & (size - 1)) !== 0) throw new DatabaseError('has an impossible page size: it is damaged');
  if (bytes[24] !== 0) throw new DatabaseError('is encrypted');
  const last = bytes[u32](32);
  if ((last + 1) * size > bytes.length) throw new DatabaseError(`has ${Math.floor(bytes.length / size)} of ${last + 1} pages: it is cut off`);
  const used = new Set<number>();
  for (let number = 1; number <= last; number++) {
    const page = bytes.subarray(number * size, (number + 1) * size);
    if (page[25] !== HASH && page[25] !== HASH_UNSORTED) continue;
    const count = page[u16](20);
    if (PAGE_HEADER + count * 2 > size) throw new DatabaseError('has a page with more entries than fit: it is damaged');
    // Keys and values take turns, laid down from the end of the page.
    for (let i = 1; i < count; i += 2) {
      const at = page[u16](PAGE_HEADER + i * 2);
      const end = page[u16](PAGE_HEADER + (i - 1) * 2);
      if (at >= end || end > size) throw new DatabaseError('has an entry outside its page: it is damaged');
      if (page[at] === INLINE) yield page.subarray(at + 1, end);
      else if (page[at] === OFF_PAGE) {
        if (at + 12 > size) throw new DatabaseError('has an entry outside its page: it is damaged');
        yield chain(page[u32](at + 4), page[u32](at + 8));
      }
    }
  }

  function chain(first: number, length: number): Buffer {
    if (length > bytes.length) throw new DatabaseError('has an entry larger than itself: it is damaged');
    const parts: Buffer[] = [];
    let found = 0;
    for (let number = first; number !== 0 && found < length; ) {
      const page = bytes.subarray(number * size, (number + 1) * size);
      if (page.length < size || page[25] !== OVERFLOW) throw new DatabaseError(`names page ${number}, which holds nothing of the kind: it is damaged`);
      if (used.has(number)) throw new DatabaseError(`comes back to page ${number}: it is damaged`);
      used.add(number);
      const part = page.subarray(PAGE_HEADER, PAGE_HEADER + Math.min(page[u16](22), length - found));
      parts.push(part);
      found += part.length;
      number = page[u32](16);
    }
    if (found < length) throw new DatabaseError('has an entry that is cut off: it is damaged');
    return Buffer.concat(parts);
  }
}
