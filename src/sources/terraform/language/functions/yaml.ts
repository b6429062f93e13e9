/** YAML, written in the style of Terraform (all texts quoted), and read. */
import { boolCoreTag, CORE_SCHEMA, defineScalarTag, load, mergeTag, NOT_RESOLVED, type Schema } from 'js-yaml';
import { budgetReason } from '../budget.js';
import { sortedEntries } from '../equal.js';
import { firstUnknown, isKnown } from '../known.js';
import { numberText } from '../number.js';
import { errorValue, stringValue, unknownValue, type TfValue } from '../value.js';
import { decoder, encoder, fromData } from './json.js';
import type { Family } from './rule.js';

const MOST_TEXT = 4_000_000;

const quoted = (text: string): string => JSON.stringify(text).replace(/\u007f/g, '\\x7F');

/** A value after `key:` or `-`: on the same line, or as a block below. */
function write(value: TfValue, indent: string, into: string[], budget: { left: number }): string {
  if ((budget.left -= 1) < 0) return '';
  if (value.kind === 'string') {
    if (!value.value.includes('\n') || /^\s|[^\n\t\x20-\x7e\u00a0-\ud7ff\ue000-\uffff]|[ \t]\n|[ \t]$/.test(value.value)) return quoted(value.value);
    const keep = value.value.endsWith('\n\n') || value.value === '\n' ? '+' : value.value.endsWith('\n') ? '' : '-';
    const lines = value.value.replace(/\n$/, '').split('\n');
    return `|${keep}\n${lines.map((line) => (line === '' ? '' : `${indent}  ${line}`)).join('\n')}`;
  }
  if (value.kind === 'number') return numberText(value);
  if (value.kind === 'bool') return String(value.value);
  if ('items' in value) {
    if (value.items.length === 0) return '[]';
    const lines = value.items.map((item) => `${indent}- ${nested(item, `${indent}  `, into, budget, true)}`);
    return `\n${lines.join('\n')}`;
  }
  if ('entries' in value) {
    if (value.entries.size === 0) return '{}';
    const lines = sortedEntries(value.entries).map(([key, item]) => `${indent}${quoted(key)}:${after(nested(item, 'items' in item ? indent : `${indent}  `, into, budget, false))}`);
    return `\n${lines.join('\n')}`;
  }
  return 'null';
}

const after = (text: string): string => (text.startsWith('\n') ? text : ` ${text}`);

/** A collection in a list begins on the line of its dash. */
function nested(value: TfValue, indent: string, into: string[], budget: { left: number }, inline: boolean): string {
  const isText = value.kind === 'string';
  const text = write(value, isText ? indent.slice(2) : indent, into, budget);
  return inline && text.startsWith('\n') ? text.slice(1 + indent.length) : text;
}

function encode(value: TfValue): TfValue {
  if (!isKnown(value)) return unknownValue(firstUnknown(value)!.reason, { type: { kind: 'string' } });
  const budget = { left: 200_000 };
  const text = write(value, '', [], budget);
  if (budget.left < 0 || text.length > MOST_TEXT) return unknownValue(budgetReason('this YAML'));
  // Terraform's writer ends a document that is one plain word explicitly.
  const end = value.kind === 'number' || value.kind === 'bool' || value.kind === 'null' ? '\n...\n' : '\n';
  return stringValue(`${text.replace(/^\n/, '')}${end}`);
}

const WORDS: ReadonlyMap<string, boolean> = new Map(
  ['y', 'yes', 'true', 'on', 'n', 'no', 'false', 'off'].flatMap((word, index) =>
    [word, `${word[0]!.toUpperCase()}${word.slice(1)}`, word.toUpperCase()].map((form) => [form, index < 4] as const),
  ),
);
const TIMESTAMP = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ ]+)(\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/;

let schema: Schema | undefined;
/** What Terraform's reader makes of plain words: `yes` is true, a date is a timestamp's text, `<<` merges. */
function words(): Schema {
  const load = { implicit: true, identify: () => false };
  schema ??= CORE_SCHEMA.withTags(
    defineScalarTag<boolean>(boolCoreTag.tagName, { ...load, resolve: (source) => WORDS.get(source) ?? NOT_RESOLVED }),
    defineScalarTag<string>('tag:yaml.org,2002:timestamp', { ...load, resolve: (source) => timestamp(source) ?? NOT_RESOLVED }),
    mergeTag,
  );
  return schema;
}

function timestamp(source: string): string | undefined {
  const match = TIMESTAMP.exec(source);
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const two = (part: string): string => part.padStart(2, '0');
  return `${year}-${two(month!)}-${two(day!)}T${two(hour)}:${two(minute)}:${two(second)}${fraction.replace(/\.?0+$/, '')}${zone === '+00:00' ? 'Z' : zone}`;
}

function decode(text: string, at: TfValue['at']): TfValue {
  if (text.length > MOST_TEXT) return unknownValue(budgetReason('this YAML'), { at });
  // Aliases can make a small text stand for an enormous value.
  if ((text.match(/\*[\w-]+/g)?.length ?? 0) > 200) return unknownValue(budgetReason('this YAML'), { at });
  try {
    return fromData(load(text, { schema: words(), json: true }), at);
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem;
    return errorValue('the text is not valid YAML', at);
  }
}

export const yaml: Family = { yamlencode: encoder(encode), yamldecode: decoder(decode) };
