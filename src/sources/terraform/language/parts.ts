/** Texts that are known in part: what stands where, and what can be said of the whole. */
import type { Position, TextPart } from '../../../model/index.js';
import { numberText } from './number.js';
import { stringValue, unknownValue, type TfUnknown, type TfValue } from './value.js';

/** The text of a known primitive. */
export function primitiveText(value: TfValue): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return numberText(value);
    case 'bool':
      return String(value.value);
    default:
      return undefined;
  }
}

/** Collects pieces of a text. */
export class TextBuilder {
  readonly #parts: TextPart[] = [];
  #unknown: TfUnknown | undefined;
  #sensitive = false;
  length = 0;

  add(text: string): void {
    if (text === '') return;
    this.length += text.length;
    const last = this.#parts.at(-1);
    if (typeof last === 'string') this.#parts[this.#parts.length - 1] = last + text;
    else this.#parts.push(text);
  }

  /** Text of which nothing is known. */
  gap(value: TfUnknown): void {
    if (this.#unknown === undefined || (value.error === true && this.#unknown.error !== true)) this.#unknown = value;
    if (value.symbol !== undefined) this.#parts.push(value.symbol);
    else if (this.#parts.at(-1) !== null || this.#parts.length === 0) this.#parts.push(null);
    if (value.sensitive === true) this.#sensitive = true;
  }

  /** A primitive or unknown value; false when it has no text. */
  value(value: TfValue): boolean {
    if (value.sensitive === true) this.#sensitive = true;
    if (value.kind === 'unknown') {
      if (value.parts === undefined) this.gap(value);
      else {
        if (this.#unknown === undefined || value.error === true) this.#unknown = value;
        for (const part of value.parts) {
          if (typeof part === 'string') this.add(part);
          else if (part === null) this.gap(value);
          else this.#parts.push(part);
        }
      }
      return true;
    }
    const text = primitiveText(value);
    if (text === undefined) return false;
    this.add(text);
    return true;
  }

  build(at?: Position): TfValue {
    const more = this.#sensitive ? { sensitive: true } : {};
    if (this.#unknown === undefined) return { ...stringValue((this.#parts[0] as string | undefined) ?? '', at), ...more };
    const error = this.#unknown.error === true ? { error: true } : {};
    // Of a text that is nothing but variables it cannot be said that it is not empty, nor that it is no resource's name.
    const parts = this.#parts.some((part) => typeof part === 'string') ? this.#parts : this.#parts.map((part) => (isVariable(part) ? null : part));
    return unknownValue(this.#unknown.reason, { parts, type: { kind: 'string' }, at, ...more, ...error });
  }
}

const isVariable = (part: TextPart): boolean => part !== null && typeof part === 'object' && part.address.startsWith('var.');

/** The same unknown text after a change that leaves its structure: known pieces are changed, references become gaps. */
export function changedParts(value: TfUnknown, change: (text: string) => string, at?: Position): TfUnknown {
  const parts = value.parts?.map((part) => (typeof part === 'string' ? change(part) : null));
  return { kind: 'unknown', reason: value.reason, at, sensitive: value.sensitive, type: { kind: 'string' }, error: value.error, ...(parts?.some((part) => part !== null) ? { parts } : {}) };
}

/** The same unknown text with other parts. */
export const withParts = (value: TfUnknown, parts: readonly TextPart[], at?: Position): TfUnknown => ({ ...value, parts, mayBe: undefined, json: undefined, at });

export const knownPrefix = (value: TfUnknown): string => (typeof value.parts?.[0] === 'string' ? value.parts[0] : '');
export const knownSuffix = (value: TfUnknown): string => {
  const last = value.parts?.at(-1);
  return typeof last === 'string' ? last : '';
};

/** Whether a partly known text certainly differs from a known one. */
export function cannotBe(value: TfUnknown, text: string): boolean {
  const prefix = knownPrefix(value);
  const suffix = knownSuffix(value);
  if (value.parts === undefined || (value.parts.length === 1 && prefix !== '')) return false;
  return !text.startsWith(prefix) || !text.endsWith(suffix) || text.length < prefix.length + suffix.length;
}

