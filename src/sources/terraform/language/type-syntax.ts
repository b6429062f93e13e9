/** Type constraints as they are written: `list(object({ a = optional(string, "x") }))`. */
import type { Expression } from '../syntax/ast.js';
import { parseExpressionText } from '../syntax/parse.js';
import { evaluate } from './evaluate.js';
import { anyType, type ObjectAttribute, type TfType } from './types.js';
import { errorValue, type TfUnknown } from './value.js';

export interface ParsedType {
  readonly type: TfType;
  /** An error value that says what is wrong; the type is then `any`. */
  readonly error?: TfUnknown;
}

/** Reads a type constraint, also the quoted `"string"` of old code. */
export function parseType(expression: Expression): ParsedType {
  try {
    return { type: read(expression) };
  } catch (problem) {
    if (!(problem instanceof TypeProblem)) throw problem;
    return { type: anyType, error: errorValue(problem.message, problem.at) };
  }
}

class TypeProblem extends Error {
  constructor(
    message: string,
    readonly at: Expression['range'],
  ) {
    super(message);
  }
}

const PRIMITIVES: ReadonlySet<string> = new Set(['any', 'string', 'number', 'bool']);
type Collection = 'list' | 'set' | 'map';
const COLLECTIONS: ReadonlySet<string> = new Set<Collection>(['list', 'set', 'map']);

function read(expression: Expression): TfType {
  const at = expression.range;
  if (expression.kind === 'literal' && typeof expression.value === 'string') {
    const inner = parseExpressionText(expression.value, at.file, { line: at.line, column: at.column + 1 });
    if (inner.kind !== 'literal') return read(inner);
  }
  if (expression.kind === 'parentheses') return read(expression.inner);
  if (expression.kind === 'variable') {
    if (PRIMITIVES.has(expression.name)) return { kind: expression.name as 'any' };
    // `list` and `map` alone are old code for collections of anything.
    if (COLLECTIONS.has(expression.name)) return { kind: expression.name as Collection, element: anyType };
    throw new TypeProblem(`\`${expression.name}\` is no type`, at);
  }
  if (expression.kind !== 'call') throw new TypeProblem('not a type', at);
  const [argument] = expression.arguments;
  if (argument === undefined || expression.arguments.length !== 1) throw new TypeProblem(`\`${expression.name}\` takes one argument in a type`, at);
  if (COLLECTIONS.has(expression.name)) return { kind: expression.name as Collection, element: read(argument) };
  if (expression.name === 'tuple' && argument.kind === 'tuple') return { kind: 'tuple', elements: argument.items.map(read) };
  if (expression.name === 'object' && argument.kind === 'object') return { kind: 'object', attributes: new Map(argument.items.map(({ key, value }) => [keyName(key), attribute(value)] as const)) };
  throw new TypeProblem(`\`${expression.name}\` is no type`, at);
}

function keyName(key: Expression): string {
  if (key.kind === 'literal') return String(key.value);
  throw new TypeProblem('the attribute names of a type are plain words', key.range);
}

function attribute(expression: Expression): ObjectAttribute {
  if (expression.kind !== 'call' || expression.name !== 'optional') return { type: read(expression), optional: false };
  const [type, preset] = expression.arguments;
  if (type === undefined) throw new TypeProblem('`optional` takes a type', expression.range);
  return { type: read(type), optional: true, default: preset === undefined ? undefined : evaluate(preset, { lookup: () => undefined }) };
}
