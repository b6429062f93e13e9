/** rpm's own database, `Packages.db`, which SUSE uses: slots that point to blobs. https://github.com/rpm-software-management/rpm/blob/master/lib/backend/ndb/rpmpkg.c */
import { DatabaseError } from './sqlite.js';

const HEADER = 'RpmP';
const SLOT = 'Slot';
const BLOB = 'BlbS';
const PAGE = 4096;
const SLOT_SIZE = 16;
const BLOCK = 16;

export const isNdb = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 4) === HEADER;

export function* ndbBlobs(bytes: Buffer): Iterable<Buffer> {
  if (bytes.length < 32) throw new DatabaseError('is cut off');
  const end = bytes.readUInt32LE(12) * PAGE;
  if (end > bytes.length) throw new DatabaseError('is cut off: it has fewer pages of slots than it says');
  // The header takes the place of two slots.
  for (let at = 2 * SLOT_SIZE; at < end; at += SLOT_SIZE) {
    if (bytes.toString('latin1', at, at + 4) !== SLOT) throw new DatabaseError(`has no slot at byte ${at}: it is damaged`);
    const [index, block] = [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)];
    if (block === 0) continue; // free
    const start = block * BLOCK;
    if (start + 16 > bytes.length || bytes.toString('latin1', start, start + 4) !== BLOB || bytes.readUInt32LE(start + 4) !== index) throw new DatabaseError(`has no package at byte ${start}: it is damaged`);
    const length = bytes.readUInt32LE(start + 12);
    if (start + 16 + length > bytes.length) throw new DatabaseError('has a package that is cut off');
    yield bytes.subarray(start + 16, start + 16 + length);
  }
}
