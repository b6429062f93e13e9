/** `Fn::Cidr`: the first blocks of a size within an IPv4 or IPv6 block. `bits` counts the bits of an address that stay free. */
export function cidrs(block: string, count: number, bits: number): readonly string[] | undefined {
  const [address = '', length = ''] = block.split('/');
  if (!Number.isInteger(count) || count < 1 || count > 256 || !Number.isInteger(bits) || bits < 1) return undefined;
  const six = address.includes(':');
  const width = six ? 128 : 32;
  const size = width - bits;
  const base = six ? parse6(address) : parse4(address);
  const prefix = Number(length);
  if (base === undefined || !Number.isInteger(prefix) || size < prefix || size > width || BigInt(count) > 1n << BigInt(size - prefix)) return undefined;
  const start = (base >> BigInt(width - prefix)) << BigInt(width - prefix);
  return Array.from({ length: count }, (_, i) => {
    const at = start + (BigInt(i) << BigInt(bits));
    return `${six ? print6(at) : print4(at)}/${size}`;
  });
}

function parse4(text: string): bigint | undefined {
  const bytes = text.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) return undefined;
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function parse6(text: string): bigint | undefined {
  const [head = '', tail] = text.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), tail === undefined ? [] : groups(tail)];
  const all = tail === undefined ? before : [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
  if (all.length !== 8 || all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return all.reduce((sum, group) => sum * 65536n + BigInt(Number.parseInt(group, 16)), 0n);
}

const print4 = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');

/** Compressed at the longest run of zeros, as RFC 5952 asks. */
function print6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 65535n).toString(16));
  const text = groups.join(':');
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length);
  const [longest] = runs;
  if (longest === undefined) return text;
  return `${text.slice(0, longest.index)}::${text.slice(longest.index + longest[0].length).replace(/^:/, '')}`;
}
