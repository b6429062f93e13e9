/** `cidr…` over IPv4 and IPv6. */
import { bigIntOf } from '../number.js';
import { errorValue, listValue, stringValue, type TfNumber, type TfValue } from '../value.js';
import { number, numberOf, string, textOf, type Family } from './rule.js';

interface Prefix {
  readonly base: bigint;
  readonly length: number;
  /** 32 or 128. */
  readonly bits: number;
}

function address4(text: string): bigint | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  const bytes = match?.slice(1).map(Number);
  if (bytes === undefined || bytes.some((byte) => byte > 255)) return undefined;
  return bytes.reduce((total, byte) => (total << 8n) | BigInt(byte), 0n);
}

function address6(text: string): bigint | undefined {
  let source = text;
  const tail = /:(\d+\.\d+\.\d+\.\d+)$/.exec(source);
  if (tail !== null) {
    const low = address4(tail[1]!);
    if (low === undefined) return undefined;
    source = `${source.slice(0, -tail[1]!.length)}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`;
  }
  const halves = source.split('::');
  if (halves.length > 2) return undefined;
  const groups = (half: string): string[] => (half === '' ? [] : half.split(':'));
  const [head, rest] = [groups(halves[0]!), groups(halves[1] ?? '')];
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => '0'), ...rest];
  if (!all.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return all.reduce((total, group) => (total << 16n) | BigInt(`0x${group}`), 0n);
}

function prefixOf(text: string): Prefix | undefined {
  const match = /^([^/]+)\/(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  const bits = match[1]!.includes(':') ? 128 : 32;
  const address = bits === 128 ? address6(match[1]!) : address4(match[1]!);
  const length = Number(match[2]);
  if (address === undefined || length > bits) return undefined;
  const host = BigInt(bits - length);
  return { base: (address >> host) << host, length, bits };
}

function addressText(address: bigint, bits: number): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  // The longest run of two or more zero groups, the first of equals, is `::`.
  let best = { start: -1, length: 1 };
  for (let i = 0; i < 8; i += 1) {
    let end = i;
    while (groups[end] === '0') end += 1;
    if (end - i > best.length) best = { start: i, length: end - i };
  }
  if (best.start < 0) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
}

const prefixText = (base: bigint, length: number, bits: number): string => `${addressText(base, bits)}/${length}`;
const badPrefix = (text: string): TfValue => errorValue(`\`${text.slice(0, 60)}\` is no address prefix such as \`10.0.0.0/8\``);

function host(text: string, wanted: TfNumber): TfValue {
  const prefix = prefixOf(text);
  const index = bigIntOf(wanted);
  if (prefix === undefined) return badPrefix(text);
  if (index === undefined) return errorValue('the number of a host is whole');
  const size = 1n << BigInt(prefix.bits - prefix.length);
  const position = index < 0n ? size + index : index;
  if (position < 0n || position >= size) return errorValue(`prefix of ${prefix.length} bits has no host ${index}`);
  return stringValue(addressText(prefix.base + position, prefix.bits));
}

function subnet(text: string, newBits: number, wanted: TfNumber): TfValue {
  const prefix = prefixOf(text);
  const index = bigIntOf(wanted);
  if (prefix === undefined) return badPrefix(text);
  if (index === undefined || !Number.isInteger(newBits) || newBits < 0) return errorValue('`cidrsubnet` takes whole numbers');
  const length = prefix.length + newBits;
  if (length > prefix.bits) return errorValue(`a prefix of ${prefix.length} bits cannot be extended by ${newBits}`);
  if (index < 0n || index >= 1n << BigInt(newBits)) return errorValue(`${newBits} more bits cannot hold network number ${index}`);
  return stringValue(prefixText(prefix.base + (index << BigInt(prefix.bits - length)), length, prefix.bits));
}

function subnets(text: string, widths: readonly number[]): TfValue {
  const prefix = prefixOf(text);
  if (prefix === undefined) return badPrefix(text);
  const results: TfValue[] = [];
  const end = prefix.base + (1n << BigInt(prefix.bits - prefix.length));
  let next = prefix.base;
  for (const newBits of widths) {
    const length = prefix.length + newBits;
    if (!Number.isInteger(newBits) || newBits < 1) return errorValue('each prefix is extended by at least one bit');
    if (length > prefix.bits) return errorValue(`a prefix of ${prefix.length} bits cannot be extended by ${newBits}`);
    const size = 1n << BigInt(prefix.bits - length);
    const base = ((next + size - 1n) / size) * size;
    if (base + size > end) return errorValue(`no room is left in \`${text}\` for a prefix of ${length} bits`);
    results.push(stringValue(prefixText(base, length, prefix.bits)));
    next = base + size;
  }
  return listValue(results);
}

function netmask(text: string): TfValue {
  const prefix = prefixOf(text);
  if (prefix === undefined) return badPrefix(text);
  if (prefix.bits !== 32) return errorValue('only IPv4 has netmasks');
  const low = BigInt(32 - prefix.length);
  return stringValue(addressText((0xffffffffn >> low) << low, 32));
}

export const network: Family = {
  cidrhost: { parameters: [string, number], run: ([prefix, index]) => host(textOf(prefix), index as TfNumber) },
  cidrnetmask: { parameters: [string], run: ([prefix]) => netmask(textOf(prefix)) },
  cidrsubnet: { parameters: [string, number, number], run: ([prefix, bits, index]) => subnet(textOf(prefix), numberOf(bits), index as TfNumber) },
  cidrsubnets: { parameters: [string], rest: number, run: ([prefix, ...widths]) => subnets(textOf(prefix), widths.map(numberOf)) },
};
