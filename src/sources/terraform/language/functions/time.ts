/** Dates: RFC 3339 in, RFC 3339 or a given format out. */
import { numberValue } from '../number.js';
import { errorValue, stringValue, type TfValue } from '../value.js';
import { string, textOf, type Family } from './rule.js';

interface Moment {
  /** Nanoseconds since 1970. */
  readonly nanoseconds: bigint;
  /** Minutes east of Greenwich. */
  readonly offset: number;
}

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9})\d*)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

function parse(text: string): Moment | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second));
  date.setUTCFullYear(year, month - 1, day);
  const [zoneHours, zoneMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59 || zoneHours > 23 || zoneMinutes > 59) return undefined;
  const offset = (match[8] === '-' ? -1 : 1) * (zoneHours * 60 + zoneMinutes);
  const fraction = BigInt((match[7] ?? '').padEnd(9, '0'));
  return { nanoseconds: (BigInt(date.getTime()) - BigInt(offset) * 60_000n) * 1_000_000n + fraction, offset };
}

const two = (value: number): string => String(value).padStart(2, '0');
const zone = (offset: number, colon: string): string => `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}${colon}${two(Math.abs(offset) % 60)}`;

function local({ nanoseconds, offset }: Moment): Date {
  const milliseconds = nanoseconds / 1_000_000n - (nanoseconds < 0n && nanoseconds % 1_000_000n !== 0n ? 1n : 0n);
  return new Date(Number(milliseconds) + offset * 60_000);
}

function print(moment: Moment): string {
  const date = local(moment);
  return `${String(date.getUTCFullYear()).padStart(4, '0')}${date.toISOString().slice(-20, -5)}${moment.offset === 0 ? 'Z' : zone(moment.offset, ':')}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const SEQUENCES: Readonly<Record<string, (date: Date, moment: Moment) => string>> = {
  YYYY: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  YY: (date) => two(date.getUTCFullYear() % 100),
  MMMM: (date) => MONTHS[date.getUTCMonth()]!,
  MMM: (date) => MONTHS[date.getUTCMonth()]!.slice(0, 3),
  MM: (date) => two(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  DD: (date) => two(date.getUTCDate()),
  D: (date) => String(date.getUTCDate()),
  EEEE: (date) => DAYS[date.getUTCDay()]!,
  EEE: (date) => DAYS[date.getUTCDay()]!.slice(0, 3),
  hh: (date) => two(date.getUTCHours()),
  h: (date) => String(date.getUTCHours()),
  HH: (date) => two(date.getUTCHours() % 12 || 12),
  H: (date) => String(date.getUTCHours() % 12 || 12),
  AA: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  aa: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  ZZZZZ: (_, { offset }) => zone(offset, ':'),
  ZZZZ: (_, { offset }) => zone(offset, ''),
  ZZZ: (_, { offset }) => (offset === 0 ? 'UTC' : zone(offset, '')),
  Z: (_, { offset }) => (offset === 0 ? 'Z' : zone(offset, ':')),
};

function format(pattern: string, text: string): TfValue {
  const moment = parse(text);
  if (moment === undefined) return errorValue(`\`${text.slice(0, 60)}\` is no timestamp such as \`2018-01-02T23:12:01Z\``);
  const date = local(moment);
  let result = '';
  let rest = pattern;
  while (rest !== '') {
    const quoted = /^'((?:[^']|'')*)'/.exec(rest);
    if (quoted !== null) {
      result += quoted[1]!.replace(/''/g, "'");
      rest = rest.slice(quoted[0].length);
      continue;
    }
    if (rest.startsWith("'")) return errorValue('a quote in the date format is not closed');
    const sequence = /^([A-Za-z])\1*/.exec(rest)?.[0];
    if (sequence === undefined) {
      result += rest[0]!;
      rest = rest.slice(1);
      continue;
    }
    const write = SEQUENCES[sequence];
    if (write === undefined) return errorValue(`\`${sequence}\` is no part of a date format: put plain letters in single quotes`);
    result += write(date, moment);
    rest = rest.slice(sequence.length);
  }
  return stringValue(result);
}

const UNITS: Readonly<Record<string, bigint>> = { ns: 1n, us: 1_000n, 'µs': 1_000n, 'μs': 1_000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n };

/** Go's durations: `1h30m`, `-1.5h`, `0`. */
function duration(text: string): bigint | undefined {
  const match = /^([+-]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)$/.exec(text);
  if (match === null || text.length > 200) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit] of match[2]!.matchAll(/(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g)) {
    const scale = UNITS[unit!]!;
    total += BigInt(whole === '' ? 0 : whole) * scale + (BigInt(fraction === '' ? 0 : fraction) * scale) / 10n ** BigInt(fraction.length);
  }
  return match[1] === '-' ? -total : total;
}

function add(text: string, span: string): TfValue {
  const [moment, nanoseconds] = [parse(text), duration(span)];
  if (moment === undefined) return errorValue(`\`${text.slice(0, 60)}\` is no timestamp such as \`2018-01-02T23:12:01Z\``);
  if (nanoseconds === undefined || nanoseconds > 1n << 63n || nanoseconds < -(1n << 63n)) return errorValue(`\`${span.slice(0, 60)}\` is no duration such as \`1h30m\``);
  return stringValue(print({ ...moment, nanoseconds: moment.nanoseconds + nanoseconds }));
}

function compare(a: string, b: string): TfValue {
  const [first, second] = [parse(a), parse(b)];
  if (first === undefined || second === undefined) return errorValue('`timecmp` takes timestamps such as `2018-01-02T23:12:01Z`');
  const difference = first.nanoseconds - second.nanoseconds;
  return numberValue(difference < 0n ? -1 : difference > 0n ? 1 : 0);
}

export const time: Family = {
  formatdate: { parameters: [string, string], run: ([pattern, moment]) => format(textOf(pattern), textOf(moment)) },
  timeadd: { parameters: [string, string], run: ([moment, span]) => add(textOf(moment), textOf(span)) },
  timecmp: { parameters: [string, string], run: ([a, b]) => compare(textOf(a), textOf(b)) },
};
