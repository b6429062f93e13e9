/**
 * One 512-byte header of a tar, and the extended headers before it.
 * https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html (ustar, pax) and
 * https://www.gnu.org/software/tar/manual/html_node/Standard.html (GNU)
 */
import { ArchiveError } from './limits.js';

export interface TarHeader {
  readonly name: string;
  /** The byte that says what the member is: `0` a file, `5` a directory … */
  readonly flag: string;
  readonly size: number;
  readonly mode: number;
  readonly link: string;
  readonly block: Buffer;
}

export const BLOCK = 512;
export const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

export const isZero = (block: Buffer): boolean => block.every((byte) => byte === 0);

/** Undefined when its checksum is wrong: it is no header. */
export function tarHeader(block: Buffer): TarHeader | undefined {
  if (!checksumFits(block)) return undefined;
  const magic = block.toString('latin1', 257, 263);
  const prefix = magic === 'ustar\0' ? text(block, 345, 155) : '';
  const name = text(block, 0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    flag: String.fromCharCode(block[156]!),
    size: numeral(block, 124, 12),
    mode: numeral(block, 100, 8),
    link: text(block, 157, 100),
    block,
  };
}

/** The sum counts the checksum's own eight bytes as spaces; some old programs summed signed bytes. */
function checksumFits(block: Buffer): boolean {
  let unsigned = 8 * 32;
  let high = 0;
  for (let i = 0; i < BLOCK; i++) {
    if (i >= 148 && i < 156) continue;
    const byte = block[i]!;
    unsigned += byte;
    high += byte >> 7;
  }
  const said = numeral(block, 148, 8);
  return said === unsigned || said === unsigned - 256 * high;
}

/** Octal digits, or a base-256 number when the first bit is set. NaN when it is neither. */
export function numeral(block: Buffer, at: number, length: number): number {
  if ((block[at]! & 0x80) !== 0) {
    if ((block[at]! & 0x40) !== 0) return Number.NaN; // negative
    let value = block[at]! & 0x3f;
    for (let i = at + 1; i < at + length; i++) value = value * 256 + block[i]!;
    return value;
  }
  let value = 0;
  let digits = false;
  for (let i = at; i < at + length; i++) {
    const byte = block[i]!;
    if (byte >= 48 && byte <= 55) {
      value = value * 8 + byte - 48;
      digits = true;
    } else if (byte === 0 || byte === 32) {
      if (digits) break;
    } else return Number.NaN;
  }
  return value;
}

function text(block: Buffer, at: number, length: number): string {
  const end = block.indexOf(0, at);
  return decode(block.subarray(at, end < 0 || end > at + length ? at + length : end));
}

/** Names are UTF-8 by custom; a name that is not keeps its bytes, one character each. */
export function decode(bytes: Buffer): string {
  const plain = bytes.toString('utf8');
  return plain.includes('\uFFFD') ? bytes.toString('latin1') : plain;
}

/** Extended headers that belong to the next member. */
export interface Extended {
  name?: string;
  link?: string;
  size?: number;
  /** `GNU.sparse.*` keys in their order; some of them repeat. */
  readonly sparse: (readonly [string, string])[];
}

/** The records `LENGTH KEY=VALUE\n` of a pax header. */
export function readPax(bytes: Buffer, into: Extended): void {
  for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
    const space = bytes.indexOf(32, at);
    const length = space < 0 || space - at > 9 ? Number.NaN : Number(bytes.toString('latin1', at, space));
    if (!Number.isInteger(length) || length <= space - at || at + length > bytes.length || bytes[at + length - 1] !== 10) throw new ArchiveError('holds an extended header that cannot be read');
    const equals = bytes.indexOf(61, space);
    if (equals < 0 || equals >= at + length) throw new ArchiveError('holds an extended header that cannot be read');
    const key = bytes.toString('utf8', space + 1, equals);
    const value = decode(bytes.subarray(equals + 1, at + length - 1));
    if (key === 'path') into.name = value;
    else if (key === 'linkpath') into.link = value;
    else if (key === 'size') into.size = whole(value);
    else if (key.startsWith('GNU.sparse.')) into.sparse.push([key.slice(11), value]);
    at += length;
  }
}

export function whole(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new ArchiveError('holds an extended header that cannot be read');
  return Number(text);
}
