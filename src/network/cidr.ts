/** Sets of addresses: parsing CIDR blocks and asking how much of the public internet they hold together. */

/** An inclusive range of addresses of one family. */
export interface Range {
  readonly family: 4 | 6;
  readonly from: bigint;
  readonly to: bigint;
}

/** `10.0.0.0/8`, `2000::/3`, or a lone address; undefined when the text is neither. Host bits below the prefix are cleared. */
export function parseCidr(text: string): Range | undefined {
  const [address = '', prefix, ...rest] = text.trim().split('/');
  if (rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return undefined;
  const family = address.includes(':') ? 6 : 4;
  const bits = family === 4 ? 32 : 128;
  const value = family === 4 ? parseV4(address) : parseV6(address);
  const length = prefix === undefined ? bits : Number(prefix);
  if (value === undefined || length > bits) return undefined;
  const host = (1n << BigInt(bits - length)) - 1n;
  const from = value & ~host;
  return { family, from, to: from | host };
}

/** Whether strangers are let in: a /8 or more of public IPv4 addresses, or a /16 or more of the global unicast space of IPv6. */
export const isInternet = (ranges: readonly Range[]): boolean =>
  publicAddresses(ranges, 4) >= 1n << 24n || publicAddresses(ranges, 6) >= 1n << 112n;

/** A block of this length in a CIDR text of which the address is not known can never be the internet, whatever the address. */
export const isNarrowPrefix = (length: number): boolean => length > 16;

/** Ranges minus others, for rules that are tried in order. */
export function subtract(ranges: readonly Range[], others: readonly Range[]): readonly Range[] {
  let left = ranges;
  for (const other of others) {
    left = left.flatMap((range) => {
      if (range.family !== other.family || other.to < range.from || other.from > range.to) return [range];
      const parts: Range[] = [];
      if (range.from < other.from) parts.push({ ...range, to: other.from - 1n });
      if (range.to > other.to) parts.push({ ...range, from: other.to + 1n });
      return parts;
    });
  }
  return left;
}

function publicAddresses(ranges: readonly Range[], family: 4 | 6): bigint {
  const own = ranges.filter((range) => range.family === family).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  let total = 0n;
  let end = -1n;
  for (const { from, to } of own) {
    const start = from > end ? from : end + 1n;
    if (to < start) continue;
    for (const part of publicParts({ family, from: start, to })) total += part.to - part.from + 1n;
    end = to;
  }
  return total;
}

function publicParts(range: Range): readonly Range[] {
  if (range.family === 4) return subtract([range], NOT_PUBLIC);
  const from = range.from > GLOBAL_UNICAST.from ? range.from : GLOBAL_UNICAST.from;
  const to = range.to < GLOBAL_UNICAST.to ? range.to : GLOBAL_UNICAST.to;
  return from <= to ? [{ family: 6, from, to }] : [];
}

function parseV4(text: string): bigint | undefined {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256)) return undefined;
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function parseV6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':').flatMap(v4Tail)));
  const [head = [], tail = []] = groups;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (!all.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** `::ffff:10.0.0.1` writes its last two groups as an IPv4 address. */
function v4Tail(group: string): readonly string[] {
  const value = group.includes('.') ? parseV4(group) : undefined;
  return value === undefined ? [group] : [(value >> 16n).toString(16), (value & 0xffffn).toString(16)];
}

const block = (text: string): Range => {
  const range = parseCidr(text);
  if (range === undefined) throw new TypeError(`\`${text}\` is no CIDR block`);
  return range;
};
/** IPv4 special-purpose addresses (IANA registry): private, shared, loopback, link-local, documentation, multicast, reserved. */
const NOT_PUBLIC = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
  '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3',
].map(block);
const GLOBAL_UNICAST = block('2000::/3');
