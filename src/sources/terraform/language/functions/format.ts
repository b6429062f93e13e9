/** `format`, `formatlist`: Go's verbs, as cty reads them. */
import { budgetReason } from '../budget.js';
import { convert } from '../convert.js';
import { unknownFrom } from '../known.js';
import { bigIntOf, fixedText, isWhole, numberText } from '../number.js';
import { TextBuilder } from '../parts.js';
import { kindName } from '../steps.js';
import { boolType, numberType, stringType } from '../types.js';
import { errorValue, listValue, unknownValue, type TfNumber, type TfValue } from '../value.js';
import { anything, string, type Family } from './rule.js';
import { encodeJson } from './json.js';
import { graphemes } from './text.js';

const VERB = /%(?<flags>[-+# 0]*)(?<width>\d+|\*)?(?:\.(?<precision>\d*))?(?:\[(?<index>\d+)\])?(?<verb>[A-Za-z%])?/g;

interface Verb {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

function padded(text: string, { flags, width }: Verb, numeric: boolean): string {
  const missing = width - graphemes(text).length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0')) return ' '.repeat(missing) + text;
  const sign = numeric && /^[-+ ]/.test(text) ? text[0]! : '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

const signed = (text: string, flags: string): string => (text.startsWith('-') ? text : flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text);

function integer(value: TfNumber, radix: number, { flags }: Verb, upper = false): string {
  const whole = bigIntOf(value) ?? BigInt(Math.trunc(value.value));
  const digits = (whole < 0n ? -whole : whole).toString(radix);
  const prefix = flags.includes('#') ? (radix === 16 ? (upper ? '0X' : '0x') : radix === 8 ? '0' : radix === 2 ? '0b' : '') : '';
  return signed(`${whole < 0n ? '-' : ''}${prefix}${upper ? digits.toUpperCase() : digits}`, flags);
}

const WHOLE: ReadonlySet<string> = new Set(['d', 'b', 'o', 'x', 'X']);

/** Go writes exponents with at least two digits. */
const exponent = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2');

/** Go's `%g`: the shortest digits, with an exponent from a million on and below a ten-thousandth. */
function general(number: TfNumber, precision: number | undefined): string {
  const { value } = number;
  if (precision !== undefined) {
    const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
    const digits = Math.min(100, Math.max(1, precision));
    return power < -4 || power >= digits ? exponent(value.toExponential(digits - 1).replace(/\.?0+e/, 'e')) : String(Number(value.toPrecision(digits)));
  }
  const text = numberText(number);
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const power = whole === '0' ? -1 - (fraction.length - fraction.replace(/^0+/, '').length) : whole.length - 1;
  if (digits === '' || (power >= -4 && power < 6)) return text;
  const mantissa = digits.replace(/0+$/, '');
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${sign}${mantissa[0]!}${mantissa.length > 1 ? `.${mantissa.slice(1)}` : ''}e${power < 0 ? '-' : '+'}${size}`;
}

const NUMBERS: Readonly<Record<string, (value: TfNumber, verb: Verb) => string>> = {
  d: (value, verb) => integer(value, 10, verb),
  b: (value, verb) => integer(value, 2, verb),
  o: (value, verb) => integer(value, 8, verb),
  x: (value, verb) => integer(value, 16, verb),
  X: (value, verb) => integer(value, 16, verb, true),
  f: (value, { flags, precision }) => signed(fixed(value, precision ?? 6), flags),
  F: (value, { flags, precision }) => signed(fixed(value, precision ?? 6), flags),
  e: (value, { flags, precision }) => signed(exponent(value.value.toExponential(precision ?? 6)), flags),
  E: (value, { flags, precision }) => signed(exponent(value.value.toExponential(precision ?? 6)).toUpperCase(), flags),
  g: (value, { flags, precision }) => signed(general(value, precision), flags),
  G: (value, { flags, precision }) => signed(general(value, precision).toUpperCase(), flags),
};

function fixed(value: TfNumber, precision: number): string {
  return fixedText(value, Math.min(precision, 1000));
}

function cut(text: string, precision: number | undefined): string {
  return precision === undefined ? text : graphemes(text).slice(0, precision).join('');
}

/** The text, or a value that says what is wrong. */
export function format(template: string, values: readonly TfValue[], at: TfValue['at']): TfValue {
  const builder = new TextBuilder();
  let next = 0;
  let highest = 0;
  let last = 0;
  for (const match of template.matchAll(VERB)) {
    builder.add(template.slice(last, match.index));
    last = match.index + match[0].length;
    const { flags = '', width, precision, index, verb: letter } = match.groups!;
    if (letter === '%') {
      builder.add('%');
      continue;
    }
    if (letter === undefined) return errorValue(`\`${match[0]}\` in the format has no verb`, at);
    if (width === '*') return errorValue('`*` is not a width that Terraform knows', at);
    const position = index === undefined ? next : Number(index) - 1;
    next = position + 1;
    highest = Math.max(highest, next);
    const value = values[position];
    if (value === undefined) return errorValue(`the format needs ${next} values, ${values.length} given`, at);
    const verb: Verb = { flags, width: Number(width ?? 0), precision: precision === undefined ? undefined : Number(precision) };
    if (verb.width > 100_000) return unknownValue(budgetReason('this text'), { at });
    const problem = writeVerb(letter, verb, value, builder, at);
    if (problem !== undefined) return problem;
  }
  builder.add(template.slice(last));
  if (highest < values.length && !/%\[\d+\]/.test(template)) return errorValue(`too many values for the format: ${highest} needed, ${values.length} given`, at);
  return builder.build(at);
}

function writeVerb(letter: string, verb: Verb, value: TfValue, into: TextBuilder, at: TfValue['at']): TfValue | undefined {
  const wide = verb.width > 0 || verb.precision !== undefined;
  if (letter === 'v') {
    if (verb.flags.includes('#')) {
      into.add(padded(value.kind === 'unknown' ? '' : encodeJson(value), verb, false));
      return undefined;
    }
    if (value.kind === 'number') into.add(padded(signed(general(value, verb.precision), verb.flags), verb, true));
    else if (value.kind === 'string') into.add(padded(cut(value.value, verb.precision), verb, false));
    else if (value.kind === 'unknown' && !wide) into.value(value);
    else if (value.kind === 'unknown') into.gap(value);
    else into.add(padded(encodeJson(value), verb, false));
    if (value.sensitive === true && value.kind !== 'unknown') into.value({ kind: 'string', value: '', sensitive: true });
    return undefined;
  }
  if (letter === 's' || letter === 'q') {
    const text = value.kind === 'null' ? errorValue('') : convert(value, stringType);
    if (text.kind === 'unknown') {
      if (text.error === true && value.kind !== 'unknown') return errorValue(`\`%${letter}\` takes a text, not ${kindName(value)}`, at);
      if (letter === 'q') into.add('"');
      if (wide) into.gap(text);
      else into.value(text);
      if (letter === 'q') into.add('"');
    } else if (text.kind === 'string') into.add(padded(letter === 'q' ? JSON.stringify(cut(text.value, verb.precision)) : cut(text.value, verb.precision), verb, false));
    return undefined;
  }
  if (letter === 't') {
    const flag = value.kind === 'null' ? value : convert(value, boolType);
    if (flag.kind === 'unknown' && flag.error !== true) into.gap(flag);
    else if (flag.kind !== 'bool') return errorValue(`\`%t\` takes a boolean, not ${kindName(value)}`, at);
    else into.add(String(flag.value)); // Terraform gives no width to booleans
    return undefined;
  }
  const write = NUMBERS[letter];
  if (write === undefined) return errorValue(`\`%${letter}\` is not a verb of the format`, at);
  const number = value.kind === 'null' ? value : convert(value, numberType);
  if (number.kind === 'unknown' && number.error !== true) into.gap(number);
  else if (number.kind !== 'number') return errorValue(`\`%${letter}\` takes a number, not ${kindName(value)}`, at);
  else if (WHOLE.has(letter) && !isWhole(number)) return errorValue(`\`%${letter}\` takes a whole number`, at);
  else into.add(padded(write(number, verb), verb, true));
  return undefined;
}

function formatList(template: string, values: readonly TfValue[], at: TfValue['at']): TfValue {
  const blank = values.find((value) => value.kind === 'unknown' && value.parts === undefined && value.type?.kind !== 'string');
  if (blank !== undefined || values.some((value) => 'open' in value && value.open !== undefined)) return unknownFrom(values, at);
  const lists = values.filter((value) => 'items' in value);
  const count = lists[0] === undefined ? 1 : lists[0].items.length;
  const uneven = lists.some(({ items }) => items.length !== count);
  if (uneven) return errorValue('the lists of `formatlist` have one length', at);
  const items = Array.from({ length: count }, (_, row) => format(template, values.map((value) => ('items' in value ? value.items[row]! : value)), at));
  return items.find((item) => item.kind === 'unknown' && item.error === true) ?? listValue(items, at);
}

export const formats: Family = {
  format: {
    parameters: [string],
    rest: anything,
    partial: true,
    deepMarks: true,
    run: ([template, ...values], { at }) => (template!.kind === 'string' ? format(template!.value, values, at) : unknownFrom([template!], at)),
  },
  formatlist: {
    parameters: [string],
    rest: anything,
    partial: true,
    run: ([template, ...values], { at }) => (template!.kind === 'string' ? formatList(template!.value, values, at) : unknownFrom([template!], at)),
  },
};
