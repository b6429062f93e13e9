/**
 * The file of an ecosystem: the packages' records, compressed one package at a time; an index sorted by the hash of the package's key,
 * so that a look-up is a binary search and one read; what the file holds; a trailer. Written once, never changed.
 *
 *     magic · package … package · index (20 bytes each: hash 8, offset 6, length 4, zero 2) · meta (JSON) · trailer (48 bytes)
 */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

export const MAGIC = Buffer.from('DEMARCV1', 'latin1');
export const ENTRY = 20;
export const TRAILER = 48;
/** Bytes that a package's records expand to at most: a larger one was not written by demarc. */
export const LARGEST_PACKAGE = 256 * 1024 * 1024;

export interface EcosystemMeta {
  /** Without a release: `Debian`. */
  readonly ecosystem: string;
  /** ISO time of which the records are: when they were fetched, of an import the newest change in it. */
  readonly date: string;
  readonly records: number;
  readonly packages: number;
  /** Records by ecosystem key: `Debian:12`. */
  readonly releases: Readonly<Record<string, number>>;
}

export interface Trailer {
  readonly indexAt: number;
  readonly count: number;
  readonly indexCrc: number;
  readonly metaAt: number;
  readonly metaLength: number;
  readonly metaCrc: number;
}

export function writeTrailer({ indexAt, count, indexCrc, metaAt, metaLength, metaCrc }: Trailer): Buffer {
  const bytes = Buffer.alloc(TRAILER);
  bytes.writeBigUInt64BE(BigInt(indexAt), 0);
  bytes.writeBigUInt64BE(BigInt(metaAt), 8);
  bytes.writeUInt32BE(count, 16);
  bytes.writeUInt32BE(metaLength, 20);
  bytes.writeUInt32BE(indexCrc, 24);
  bytes.writeUInt32BE(metaCrc, 28);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 32)), 32);
  MAGIC.copy(bytes, TRAILER - MAGIC.length);
  return bytes;
}

/** Undefined: it is no trailer of a file of this size. */
export function readTrailer(bytes: Buffer, size: number): Trailer | undefined {
  if (bytes.length !== TRAILER || !bytes.subarray(TRAILER - MAGIC.length).equals(MAGIC) || bytes.readUInt32BE(32) !== crc32(bytes.subarray(0, 32))) return undefined;
  const [indexAt, metaAt] = [Number(bytes.readBigUInt64BE(0)), Number(bytes.readBigUInt64BE(8))];
  const [count, metaLength] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (indexAt < MAGIC.length || indexAt + count * ENTRY !== metaAt || metaAt + metaLength + TRAILER !== size) return undefined;
  return { indexAt, count, metaAt, metaLength, indexCrc: bytes.readUInt32BE(24), metaCrc: bytes.readUInt32BE(28) };
}

/** A package within an ecosystem. */
export const packageKey = (ecosystemKey: string, nameKey: string): string => `${ecosystemKey}\n${nameKey}`;
export const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest().subarray(0, 8);

/** `crates.io` → `osv-crates-io-….db`; the digits tell `npm` from `NPM` on every file system. */
export const fileOf = (ecosystem: string): string => `osv-${ecosystem.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${hashOf(ecosystem).toString('hex').slice(0, 8)}.db`;
