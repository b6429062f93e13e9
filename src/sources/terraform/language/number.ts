/**
 * Terraform's numbers: binary floats of 512 bits. JavaScript numbers serve while they are exact (integers up to 2^53);
 * fractions and larger integers are held as mantissa × 2^exponent, rounded half to even, so that `0.1 + 0.2`, `1 / 3`
 * and `9007199254740993 + 1` come out as Terraform prints them.
 */
import type { TfNumber } from './value.js';
import type { Position } from '../../../model/index.js';

export interface BigFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const BITS = 512;

function bitLength(value: bigint): number {
  const positive = value < 0n ? -value : value;
  if (positive === 0n) return 0;
  const hex = positive.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(parseInt(hex[0]!, 16)));
}

/** Rounds to 512 bits; `sticky` says that a non-zero remainder was already cut off below. */
function rounded(mantissa: bigint, exponent: number, sticky = false): BigFloat {
  if (mantissa === 0n) return { mantissa: 0n, exponent: 0 };
  const negative = mantissa < 0n;
  let magnitude = negative ? -mantissa : mantissa;
  const excess = bitLength(magnitude) - BITS;
  if (excess > 0) {
    const cut = BigInt(excess);
    const rest = magnitude & ((1n << cut) - 1n);
    const half = 1n << (cut - 1n);
    magnitude >>= cut;
    exponent += excess;
    if (rest > half || (rest === half && (sticky || (magnitude & 1n) === 1n))) magnitude += 1n;
  }
  while ((magnitude & 0xffffffffn) === 0n) {
    magnitude >>= 32n;
    exponent += 32;
  }
  while ((magnitude & 1n) === 0n) {
    magnitude >>= 1n;
    exponent += 1;
  }
  return { mantissa: negative ? -magnitude : magnitude, exponent };
}

function quotient(n: bigint, d: bigint, exponent: number): BigFloat {
  const negative = n < 0n !== d < 0n;
  const [top, bottom] = [n < 0n ? -n : n, d < 0n ? -d : d];
  const shift = Math.max(0, BITS + 2 - (bitLength(top) - bitLength(bottom)));
  const scaled = top << BigInt(shift);
  const whole = scaled / bottom;
  const sticky = scaled % bottom !== 0n;
  // One more bit keeps the remainder visible to the rounding.
  const kept = (whole << 1n) | (sticky ? 1n : 0n);
  return rounded(negative ? -kept : kept, exponent - shift - 1, false);
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Reads decimal digits; undefined when the text is no number or its exponent is beyond reason. */
export function parseDecimal(text: string): BigFloat | undefined {
  const match = DECIMAL.exec(text);
  if (match === null || text.length > 5000) return undefined;
  const [, sign, whole = '', fraction = '', power] = match;
  if (whole === '' && fraction === '') return undefined;
  const exponent = Number(power ?? 0) - fraction.length;
  if (Math.abs(exponent) > 10_000) return undefined;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  if (digits === 0n) return { mantissa: 0n, exponent: 0 };
  return exponent >= 0 ? rounded(digits * 10n ** BigInt(exponent), 0) : quotient(digits, 10n ** BigInt(-exponent), 0);
}

function bigOf(number: TfNumber): BigFloat {
  if (number.exact !== undefined) return number.exact;
  if (Number.isInteger(number.value)) return rounded(BigInt(number.value), 0);
  return parseDecimal(String(number.value)) ?? { mantissa: 0n, exponent: 0 };
}

const isInteger = (big: BigFloat): boolean => big.exponent >= 0;

/** The integer that it is, without its fraction. */
function truncated(big: BigFloat): bigint {
  if (big.exponent >= 0) return big.mantissa << BigInt(big.exponent);
  const negative = big.mantissa < 0n;
  const whole = (negative ? -big.mantissa : big.mantissa) >> BigInt(-big.exponent);
  return negative ? -whole : whole;
}

function fromBig(big: BigFloat, at?: Position): TfNumber {
  if (isInteger(big) && big.exponent < 60) {
    const value = Number(truncated(big));
    if (Number.isSafeInteger(value)) return { kind: 'number', value, at };
  }
  return { kind: 'number', value: Number(textOfBig(big, 25)), exact: big, at };
}

/** The shortest decimal digits that read back as the same 512-bit number, or at most `limit` digits. */
function textOfBig(big: BigFloat, limit = 156): string {
  const { mantissa, exponent } = big;
  if (mantissa === 0n) return '0';
  const negative = mantissa < 0n;
  const magnitude = negative ? -mantissa : mantissa;
  if (exponent >= 0 && limit >= 156) return `${negative ? '-' : ''}${magnitude << BigInt(exponent)}`;
  // magnitude × 2^exponent = n / d
  const n = exponent >= 0 ? magnitude << BigInt(exponent) : magnitude;
  const d = exponent >= 0 ? 1n : 1n << BigInt(-exponent);
  let point = Math.floor((bitLength(n) - bitLength(d)) * Math.LOG10E * Math.LN2) + 1;
  const scale = (digits: number): [bigint, bigint] => {
    const power = digits - point;
    return power >= 0 ? [n * 10n ** BigInt(power), d] : [n, d * 10n ** BigInt(-power)];
  };
  const nearest = (digits: number): bigint => {
    const [top, bottom] = scale(digits);
    return (2n * top + bottom) / (2n * bottom);
  };
  const same = (digits: number): boolean => {
    const power = point - digits;
    const value = nearest(digits);
    const back = power >= 0 ? rounded(value * 10n ** BigInt(power), 0) : quotient(value, 10n ** BigInt(-power), 0);
    return back.mantissa === magnitude && back.exponent === exponent;
  };
  // The estimate of the decimal point may be one short.
  if (n >= d * (point >= 0 ? 10n ** BigInt(point) : 1n) && point >= 0) point += 1;
  let low = 1;
  let high = limit;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (same(middle)) high = middle;
    else low = middle + 1;
  }
  let digits = nearest(low).toString();
  let places = point + (digits.length - low);
  digits = digits.replace(/0+$/, '');
  if (places <= 0) {
    digits = '0'.repeat(-places) + digits;
    places = 0;
  }
  const whole = digits.length <= places ? digits.padEnd(places, '0') : digits.slice(0, places);
  const fraction = digits.length <= places ? '' : digits.slice(places);
  return `${negative ? '-' : ''}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A number from a JavaScript one; a fraction means the decimal that JavaScript prints for it. */
export function numberValue(value: number, at?: Position): TfNumber {
  if (Number.isSafeInteger(value)) return { kind: 'number', value: value === 0 ? 0 : value, at };
  if (Number.isInteger(value)) return fromBig(rounded(BigInt(value), 0), at);
  const big = Number.isFinite(value) ? parseDecimal(String(value)) : undefined;
  return big === undefined ? { kind: 'number', value, at } : { kind: 'number', value, exact: big, at };
}

export function integerValue(value: bigint, at?: Position): TfNumber {
  const near = Number(value);
  return Number.isSafeInteger(near) ? { kind: 'number', value: near, at } : fromBig(rounded(value, 0), at);
}

/** A number from its digits; undefined when they are none. */
export function numberFromText(text: string, at?: Position): TfNumber | undefined {
  if (/^-?(0|[1-9]\d{0,14})$/.test(text)) return { kind: 'number', value: Number(text) + 0, at };
  const big = parseDecimal(text);
  return big === undefined ? undefined : fromBig(big, at);
}

/** As Terraform prints it: no exponent, no superfluous digits. */
export function numberText(number: TfNumber): string {
  if (number.exact === undefined && Number.isSafeInteger(number.value)) return String(number.value);
  return Number.isFinite(number.value) || number.exact !== undefined ? textOfBig(bigOf(number)) : number.value > 0 ? 'Inf' : '-Inf';
}

/** With so many digits after the point, rounded half to even. */
export function fixedText(number: TfNumber, places: number): string {
  const { mantissa, exponent } = bigOf(number);
  const negative = mantissa < 0n;
  const scaled = (negative ? -mantissa : mantissa) * 10n ** BigInt(places);
  let digits = exponent >= 0 ? scaled << BigInt(exponent) : scaled >> BigInt(-exponent);
  if (exponent < 0) {
    const rest = scaled - (digits << BigInt(-exponent));
    const half = 1n << BigInt(-exponent - 1);
    if (rest > half || (rest === half && (digits & 1n) === 1n)) digits += 1n;
  }
  const text = digits.toString().padStart(places + 1, '0');
  return `${negative ? '-' : ''}${places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`}`;
}

const plain = (a: TfNumber, b: TfNumber): boolean => a.exact === undefined && b.exact === undefined;

function align(a: BigFloat, b: BigFloat): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  return [a.mantissa << BigInt(a.exponent - exponent), b.mantissa << BigInt(b.exponent - exponent), exponent];
}

/** Exponents so far apart that aligning would cost too much: the smaller one cannot matter at 512 bits. */
const farApart = (a: BigFloat, b: BigFloat): boolean => Math.abs(a.exponent - b.exponent) > 40_000;

export function add(a: TfNumber, b: TfNumber): TfNumber {
  if (plain(a, b) && Number.isSafeInteger(a.value + b.value)) return { kind: 'number', value: a.value + b.value };
  const [x, y] = [bigOf(a), bigOf(b)];
  if (farApart(x, y)) return x.exponent > y.exponent ? a : b;
  const [m, n, exponent] = align(x, y);
  return fromBig(rounded(m + n, exponent));
}

export const negate = (a: TfNumber): TfNumber => (a.exact === undefined ? { kind: 'number', value: 0 - a.value } : fromBig({ mantissa: -a.exact.mantissa, exponent: a.exact.exponent }));
export const subtract = (a: TfNumber, b: TfNumber): TfNumber => add(a, negate(b));

export function multiply(a: TfNumber, b: TfNumber): TfNumber {
  if (plain(a, b) && Number.isSafeInteger(a.value * b.value)) return { kind: 'number', value: a.value * b.value + 0 };
  const [x, y] = [bigOf(a), bigOf(b)];
  return fromBig(rounded(x.mantissa * y.mantissa, x.exponent + y.exponent));
}

/** Undefined when `b` is zero. */
export function divide(a: TfNumber, b: TfNumber): TfNumber | undefined {
  if (isZero(b)) return undefined;
  if (plain(a, b) && Number.isSafeInteger(a.value / b.value)) return { kind: 'number', value: a.value / b.value + 0 };
  const [x, y] = [bigOf(a), bigOf(b)];
  return x.mantissa === 0n ? { kind: 'number', value: 0 } : fromBig(quotient(x.mantissa, y.mantissa, x.exponent - y.exponent));
}

/** The remainder with the sign of `a`; of a division by zero all of `a` remains. */
export function modulo(a: TfNumber, b: TfNumber): TfNumber {
  if (isZero(b)) return a;
  if (plain(a, b)) return { kind: 'number', value: (a.value % b.value) + 0 };
  const [x, y] = [bigOf(a), bigOf(b)];
  if (farApart(x, y)) return a;
  const [m, n, exponent] = align(x, y);
  return fromBig(rounded(m % n, exponent));
}

export function compare(a: TfNumber, b: TfNumber): number {
  if (plain(a, b)) return a.value - b.value;
  const [x, y] = [bigOf(a), bigOf(b)];
  if (farApart(x, y)) return a.value - b.value;
  const [m, n] = align(x, y);
  return m < n ? -1 : m > n ? 1 : 0;
}

/** Equal as Terraform sees it: the same decimal text. */
export const equalNumbers = (a: TfNumber, b: TfNumber): boolean => (plain(a, b) ? a.value === b.value : compare(a, b) === 0 || numberText(a) === numberText(b));
export const isZero = (a: TfNumber): boolean => a.value === 0 && (a.exact === undefined || a.exact.mantissa === 0n);
export const isWhole = (a: TfNumber): boolean => (a.exact === undefined ? Number.isInteger(a.value) : isInteger(a.exact));

/** The whole number below (`floor`) or above (`ceil`). */
export function roundTo(a: TfNumber, direction: 'floor' | 'ceil'): TfNumber {
  if (a.exact === undefined || isInteger(a.exact)) return a;
  const whole = truncated(a.exact);
  const negative = a.exact.mantissa < 0n;
  if (direction === 'floor') return integerValue(negative ? whole - 1n : whole);
  return integerValue(negative ? whole : whole + 1n);
}

/** The integer, where it is one. */
export function bigIntOf(a: TfNumber): bigint | undefined {
  return isWhole(a) ? truncated(bigOf(a)) : undefined;
}
