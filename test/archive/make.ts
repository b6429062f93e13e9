/** Writes tars and zips byte by byte, good and broken ones, without a program. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Piece {
  readonly name: string;
  readonly content?: Buffer | string;
  /** `0` file, `1` hard link, `2` symbolic link, `5` directory … */
  readonly flag?: string;
  readonly link?: string;
  readonly mode?: number;
  /** A size that the header says in place of the true one. */
  readonly says?: number;
  /** Written over the header before its checksum is made. */
  readonly patch?: (header: Buffer) => void;
}

export function tarHeader({ name, content = '', flag = '0', link = '', mode = 0o644, says, patch }: Piece): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write(`${mode.toString(8).padStart(7, '0')}\0`, 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${(says ?? Buffer.byteLength(content)).toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(flag, 156);
  header.write(link, 157, 100);
  header.write('ustar\x0000', 257);
  patch?.(header);
  header.fill(32, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

export function tarPiece(piece: Piece): Buffer {
  const content = Buffer.from(piece.content ?? '');
  return Buffer.concat([tarHeader(piece), content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

export const END = Buffer.alloc(1024);
export const tar = (...pieces: readonly Piece[]): Buffer => Buffer.concat([...pieces.map(tarPiece), END]);

/** A pax header with these records, for the member that follows. */
export function pax(records: readonly (readonly [string, string])[]): Piece {
  const content = records
    .map(([key, value]) => {
      const body = ` ${key}=${value}\n`;
      let length = Buffer.byteLength(body);
      while (String(length).length + Buffer.byteLength(body) !== length) length = String(length).length + Buffer.byteLength(body);
      return `${length}${body}`;
    })
    .join('');
  return { name: 'PaxHeaders/x', flag: 'x', content };
}

export interface ZipPiece {
  readonly name: string;
  readonly content?: Buffer | string;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly says?: number;
  readonly crc?: number;
  readonly attributes?: number;
  readonly method?: number;
  /** Points the directory at this place in place of an own local part. */
  readonly local?: number;
}

export function zip(pieces: readonly ZipPiece[], before: Buffer = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = [before];
  const central: Buffer[] = [];
  let at = before.length;
  for (const { name, content = '', stored = false, flags = 0x800, says, crc, attributes = 0, method, local } of pieces) {
    const plain = Buffer.from(content);
    const packed = stored ? plain : deflateRawSync(plain);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry[5] = 3;
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method ?? (stored ? 0 : 8), 10);
    entry.writeUInt32LE(crc ?? crc32(plain), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says ?? plain.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(attributes, 38);
    entry.writeUInt32LE(local ?? at, 42);
    central.push(entry, Buffer.from(name));
    if (local !== undefined) continue;
    locals.push(head, Buffer.from(name), packed);
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(pieces.length, 8);
  end.writeUInt16LE(pieces.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A stream of chunks of a fixed size, so that members lie across them. */
export async function* chunks(bytes: Buffer, size = 1000): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A zstd frame of raw and run-length blocks, written by hand. */
export function zstdFrame(blocks: readonly (Buffer | { readonly run: number; readonly byte: number })[], { window = 0x40, checksum = false } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, checksum ? 4 : 0, window])];
  blocks.forEach((block, index) => {
    const last = index === blocks.length - 1 ? 1 : 0;
    const head = Buffer.alloc(3);
    if (Buffer.isBuffer(block)) {
      head.writeUIntLE((block.length << 3) | last, 0, 3);
      parts.push(head, block);
    } else {
      head.writeUIntLE((block.run << 3) | 2 | last, 0, 3);
      parts.push(head, Buffer.from([block.byte]));
    }
  });
  if (checksum) parts.push(Buffer.alloc(4));
  return Buffer.concat(parts);
}

/** Bytes as zstd, stored rather than packed. */
export const zstd = (bytes: Buffer): Buffer => zstdFrame(Array.from({ length: Math.ceil(bytes.length / 100_000) }, (_, i) => bytes.subarray(i * 100_000, (i + 1) * 100_000)));
