/** Functions on texts that keep what is known of partly known ones. */
import { changedParts, knownPrefix, knownSuffix, TextBuilder, withParts } from '../parts.js';
import { numberValue } from '../number.js';
import { stringType } from '../types.js';
import { boolValue, errorValue, listValue, stringValue, unknownValue, type TfUnknown, type TfValue } from '../value.js';
import { budgetReason } from '../budget.js';
import { compareText } from '../equal.js';
import { unknownFrom } from '../known.js';
import { itemsOf, number, numberOf, string, strings, textOf, type Family, type FunctionRule } from './rule.js';

/** A function of one text, applied to the known pieces of a partly known one. */
const piecewise = (change: (text: string) => string): FunctionRule => ({
  parameters: [string],
  partial: true,
  run: ([value], { at }) => (value!.kind === 'unknown' ? changedParts(value!, change, at) : stringValue(change(textOf(value)), at)),
});

/** A function of texts that needs them whole. */
const whole = (count: number, run: (...texts: string[]) => TfValue): FunctionRule => ({
  parameters: Array.from({ length: count }, () => string),
  run: (values) => run(...values.map(textOf)),
});

/** A change of one end: done when that end is known far enough. */
function ends(change: (text: string, what: string) => string, side: 'prefix' | 'suffix'): FunctionRule {
  return {
    parameters: [string, string],
    partial: true,
    run: ([value, what], { at }) => {
      if (what!.kind !== 'string') return unknownFrom([what!], at);
      if (value!.kind !== 'unknown') return stringValue(change(textOf(value), what!.value), at);
      const end = side === 'prefix' ? knownPrefix(value!) : knownSuffix(value!);
      if (value!.parts === undefined || end.length < what!.value.length) return unknownValue(value!.reason, { at, type: stringType });
      const changed = change(end, what!.value);
      const parts = side === 'prefix' ? [changed, ...value!.parts.slice(1)] : [...value!.parts.slice(0, -1), changed];
      return withParts(value!, parts.filter((part) => part !== ''), at);
    },
  };
}

/** A question about one end of a text. */
function asks(side: 'prefix' | 'suffix'): FunctionRule {
  return {
    parameters: [string, string],
    partial: true,
    run: ([value, what], { at }) => {
      if (what!.kind !== 'string') return unknownFrom([what!], at);
      const sought = what!.value;
      const test = (text: string): boolean => (side === 'prefix' ? text.startsWith(sought) : text.endsWith(sought));
      if (value!.kind !== 'unknown') return boolValue(test(textOf(value)), at);
      const end = side === 'prefix' ? knownPrefix(value!) : knownSuffix(value!);
      if (end.length >= sought.length) return boolValue(test(end), at);
      const agrees = side === 'prefix' ? sought.startsWith(end) : sought.endsWith(end);
      return agrees ? unknownFrom([value!], at) : boolValue(false, at);
    },
  };
}

const escapeClass = (set: string): string => set.replace(/[\\\]^-]/g, '\\$&');
const trimSet = (text: string, set: string): string =>
  set === '' ? text : text.replace(new RegExp(`^[${escapeClass(set)}]+`, 'u'), '').replace(new RegExp(`(?<![${escapeClass(set)}])[${escapeClass(set)}]+$`, 'u'), '');

const perRune = (text: string, change: (rune: string) => string): string => {
  let result = '';
  for (const rune of text) {
    const changed = change(rune);
    result += changed.length === rune.length ? changed : rune;
  }
  return result;
};

let segmenter: Intl.Segmenter | undefined;
/** User-perceived characters, as Terraform counts them. */
export function graphemes(text: string): readonly string[] {
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x0c\x0e-\x7f]*$/.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function substring(text: string, from: number, length: number): TfValue {
  const all = graphemes(text);
  const start = from < 0 ? Math.max(0, all.length + from) : from;
  return stringValue(all.slice(start, length < 0 ? undefined : start + length).join(''));
}

function joined(values: readonly TfValue[], at: TfValue['at']): TfValue {
  const [separator, ...lists] = values;
  const open = lists.find((list): list is TfUnknown => list.kind === 'unknown' || ('open' in list && list.open !== undefined));
  const builder = new TextBuilder();
  let first = true;
  for (const list of lists) {
    for (const item of itemsOf(list)) {
      if (!first) builder.value(separator!);
      first = false;
      if (!builder.value(item)) return errorValue('`join` takes lists of texts', at);
    }
  }
  if (open !== undefined) return unknownFrom([open], at, { type: stringType });
  return builder.build(at);
}

export const text: Family = {
  lower: piecewise((value) => perRune(value, (rune) => (rune === '\u0130' ? 'i' : rune.toLowerCase()))),
  upper: piecewise((value) => perRune(value, (rune) => rune.toUpperCase())),
  title: whole(1, (value) => stringValue(value!.replace(/(^|[\x00-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f\s])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()))),
  chomp: whole(1, (value) => stringValue(value!.replace(/[\r\n]+$/, ''))),
  strrev: whole(1, (value) => stringValue([...graphemes(value!)].reverse().join(''))),
  trimspace: whole(1, (value) => stringValue(value!.replace(/^[\s\u0085]+/u, '').replace(/(?<![\s\u0085])[\s\u0085]+$/u, ''))),
  trim: whole(2, (value, set) => stringValue(trimSet(value!, set!))),
  trimprefix: ends((value, prefix) => (value.startsWith(prefix) ? value.slice(prefix.length) : value), 'prefix'),
  trimsuffix: ends((value, suffix) => (suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value), 'suffix'),
  startswith: asks('prefix'),
  endswith: asks('suffix'),
  strcontains: {
    ...whole(2, (value, sought) => boolValue(value!.includes(sought!))),
    whenUnknown: ([value, sought], { at }) =>
      sought?.kind === 'string' && value?.kind === 'unknown' && value.parts?.some((part) => typeof part === 'string' && part.includes(sought.value)) ? boolValue(true, at) : undefined,
  },
  indent: {
    parameters: [number, string],
    partial: true,
    run: ([count, value], { at }) => {
      if (count!.kind !== 'number') return unknownFrom([count!], at);
      if (count!.value > 10_000) return unknownValue(budgetReason('this indentation'));
      const spaces = ' '.repeat(Math.max(0, Math.floor(count!.value)));
      const change = (piece: string): string => piece.replace(/\n/g, `\n${spaces}`);
      if (value!.kind !== 'unknown') return stringValue(change(textOf(value)), at);
      const parts = value!.parts?.map((part) => (typeof part === 'string' ? change(part) : part));
      return parts === undefined ? unknownFrom([value!], at) : withParts(value!, parts, at);
    },
  },
  join: { parameters: [string], rest: strings, partial: true, openArguments: true, deepMarks: true, run: (values, { at }) => joined(values, at) },
  split: {
    ...whole(2, (separator, value) => listValue((separator === '' ? [...value!] : value!.split(separator!)).map((piece) => stringValue(piece)))),
    whenUnknown: ([separator, value], { at }) => {
      // `split("/", "a/b/${x}")`: the pieces before the first gap are known.
      if (separator?.kind !== 'string' || separator.value === '' || value?.kind !== 'unknown' || value.parts === undefined) return undefined;
      if (value.parts.some((part) => part === null || typeof part === 'object')) {
        const known = knownPrefix(value).split(separator.value).slice(0, -1);
        return known.length === 0 ? undefined : unknownFrom([value], at);
      }
      return undefined;
    },
  },
  substr: {
    parameters: [string, number, number],
    run: ([value, from, length]) => substring(textOf(value), numberOf(from), numberOf(length)),
    whenUnknown: ([value, from, length], { at }) => {
      if (value?.kind !== 'unknown' || from?.kind !== 'number' || length?.kind !== 'number' || from.value < 0 || length.value < 0) return undefined;
      const prefix = graphemes(knownPrefix(value));
      return prefix.length > from.value + length.value ? stringValue(prefix.slice(from.value, from.value + length.value).join(''), at) : undefined;
    },
  },
  sort: {
    parameters: [strings],
    run: ([list], { at }) =>
      itemsOf(list).some((item) => item.kind === 'null') ? errorValue('null cannot be sorted', at) : listValue([...itemsOf(list)].sort((a, b) => compareText(textOf(a), textOf(b)))),
    // An unknown order of known members is still a list of them.
    whenUnknown: ([list], { at }) => (list !== undefined && 'items' in list ? listValue(list.items, at, list.open ?? unknownFrom([list]).reason) : undefined),
  },
};

export const lengthOf = (value: string): TfValue => numberValue(graphemes(value).length);
