/** Reading the file of an ecosystem: nothing of it is in memory but its index, and that only once it is asked. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import type { PackageRecord } from '../vulnerabilities/record.js';
import { ENTRY, hashOf, LARGEST_PACKAGE, packageKey, readTrailer, TRAILER, type EcosystemMeta, type Trailer } from './layout.js';
import { unpack, unpackPackage, type PackedPackage, type PackedRecord } from './packed.js';
import { StoreError } from './place.js';

export class EcosystemFile {
  private index: Buffer | undefined;

  private constructor(
    private readonly path: string,
    private readonly descriptor: number,
    private readonly trailer: Trailer,
    readonly meta: EcosystemMeta,
  ) {}

  /** Throws StoreError when it is no file of demarc's, or not whole. */
  static open(path: string): EcosystemFile {
    const descriptor = openSync(path, 'r');
    try {
      const { size } = fstatSync(descriptor);
      const trailer = size < TRAILER ? undefined : readTrailer(bytesAt(descriptor, size - TRAILER, TRAILER), size);
      if (trailer === undefined) throw new StoreError(`\`${basename(path)}\` of the vulnerability database is cut off or none of demarc's files`);
      const meta = bytesAt(descriptor, trailer.metaAt, trailer.metaLength);
      if (crc32(meta) !== trailer.metaCrc) throw damaged(path);
      return new EcosystemFile(path, descriptor, trailer, JSON.parse(meta.toString('utf8')) as EcosystemMeta);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** The records of a package; none when it has none. */
  find(ecosystemKey: string, nameKey: string): readonly PackageRecord[] {
    const key = packageKey(ecosystemKey, nameKey);
    const hash = hashOf(key);
    const index = this.loadIndex();
    let [low, high] = [0, this.trailer.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (index.compare(hash, 0, 8, middle * ENTRY, middle * ENTRY + 8) < 0) low = middle + 1;
      else high = middle;
    }
    // Different keys may share a hash; they lie side by side.
    for (; low < this.trailer.count && index.compare(hash, 0, 8, low * ENTRY, low * ENTRY + 8) === 0; low++) {
      const packed = this.packageAt(low);
      if (packed.key === key) return unpackPackage(packed).map(unpack);
    }
    return [];
  }

  /** Every package, for writing the file anew. */
  *packages(): Iterable<{ readonly key: string; readonly records: readonly PackedRecord[] }> {
    for (let i = 0; i < this.trailer.count; i++) {
      const packed = this.packageAt(i);
      yield { key: packed.key, records: unpackPackage(packed) };
    }
  }

  private loadIndex(): Buffer {
    if (this.index === undefined) {
      const index = bytesAt(this.descriptor, this.trailer.indexAt, this.trailer.count * ENTRY);
      if (crc32(index) !== this.trailer.indexCrc) throw damaged(this.path);
      this.index = index;
    }
    return this.index;
  }

  private packageAt(place: number): PackedPackage {
    const index = this.loadIndex();
    const offset = index.readUIntBE(place * ENTRY + 8, 6);
    const length = index.readUInt32BE(place * ENTRY + 14);
    try {
      return JSON.parse(inflateRawSync(bytesAt(this.descriptor, offset, length), { maxOutputLength: LARGEST_PACKAGE }).toString('utf8')) as PackedPackage;
    } catch {
      throw damaged(this.path);
    }
  }
}

const damaged = (path: string): StoreError => new StoreError(`\`${basename(path)}\` of the vulnerability database is damaged; import its records anew`);

function bytesAt(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(descriptor, bytes, done, length - done, offset + done);
    if (read === 0) throw new StoreError('a file of the vulnerability database is cut off');
    done += read;
  }
  return bytes;
}
