/** What a function is made of. A family of functions is a table of these. */
import type { Range } from '../../syntax/ast.js';
import type { Frame } from '../evaluate.js';
import { anyType, numberType, stringType, type TfType } from '../types.js';
import type { TfValue } from '../value.js';

export interface Parameter {
  readonly type: TfType;
  readonly nullable?: boolean;
}

export interface FunctionContext {
  /** Where the call stands. */
  readonly at: Range;
  readonly frame: Frame;
}

export interface FunctionRule {
  readonly parameters: readonly Parameter[];
  /** Any number of further arguments. */
  readonly rest?: Parameter;
  /** How many of the last parameters may be left out. */
  readonly optional?: number;
  /** Called with arguments that are unknown in part; else it is called only when all is known. */
  readonly partial?: boolean;
  /** For functions that are not `partial`: what can still be said. */
  readonly whenUnknown?: (values: readonly TfValue[], context: FunctionContext) => TfValue | undefined;
  /** Errors deep inside an argument do not concern it (`length`, `merge`, `lookup`). */
  readonly lenient?: boolean;
  /** An unknown number of further arguments does not make the whole unknown. */
  readonly openArguments?: boolean;
  /** The result is sensitive when anything in an argument is, not only an argument itself. */
  readonly deepMarks?: boolean;
  /** It sees to the sensitive mark itself. */
  readonly keepsMarks?: boolean;
  readonly run: (values: readonly TfValue[], context: FunctionContext) => TfValue;
}

export type Family = Readonly<Record<string, FunctionRule>>;

export const string: Parameter = { type: stringType };
export const number: Parameter = { type: numberType };
export const any: Parameter = { type: anyType };
export const anything: Parameter = { type: anyType, nullable: true };
export const listOf = (element: TfType): Parameter => ({ type: { kind: 'list', element } });
export const setOf = (element: TfType): Parameter => ({ type: { kind: 'set', element } });
export const mapOf = (element: TfType): Parameter => ({ type: { kind: 'map', element } });
export const strings = listOf(stringType);

/** The JavaScript text, number, items … of a value that has been converted and is known. */
export const textOf = (value: TfValue | undefined): string => (value?.kind === 'string' ? value.value : '');
export const numberOf = (value: TfValue | undefined): number => (value?.kind === 'number' ? value.value : 0);
export const itemsOf = (value: TfValue | undefined): readonly TfValue[] => (value !== undefined && 'items' in value ? value.items : []);
export const entriesOf = (value: TfValue | undefined): ReadonlyMap<string, TfValue> => (value !== undefined && 'entries' in value ? value.entries : new Map());
