/**
 * Terraform's JSON syntax. Only the reader's schema can tell a nested block from an attribute, so below the top level
 * everything is an attribute until `blocksOf` asks for it as blocks.
 */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { SourceError } from '../../../model/index.js';
import type { Attribute, Block, Body, Expression, Label, LiteralExpression, ObjectExpression, ObjectItem } from './ast.js';
import { parseTemplateText, type ParsedFile } from './parse.js';
import { Text } from './text.js';

/** Labels of the blocks at the top of a file. */
const TOP_LEVEL: ReadonlyMap<string, number> = new Map([
  ['terraform', 0],
  ['locals', 0],
  ['moved', 0],
  ['import', 0],
  ['removed', 0],
  ['provider', 1],
  ['variable', 1],
  ['output', 1],
  ['module', 1],
  ['check', 1],
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
]);
const MAX_DEPTH = 200;

/** Parses Terraform's JSON syntax. Top-level blocks come out as blocks; below them everything is an attribute: see `blocksOf`. */
export function parseHclJson(source: string, file: string): ParsedFile {
  const text = new Text(source, file);
  const errors: SourceError[] = [];
  const report = (offset: number, message: string): void => {
    const { line, column } = text.range(offset, offset);
    errors.push({ file, line, column, message });
  };
  const empty: Body = { attributes: new Map(), blocks: [], range: text.range(0, source.length), json: true };
  const tooDeep = depthProblem(source);
  if (tooDeep !== undefined) {
    report(tooDeep, `nested deeper than ${MAX_DEPTH} levels`);
    return { body: empty, errors, comments: [] };
  }
  const problems: ParseError[] = [];
  const bom = source.charCodeAt(0) === 0xfeff;
  const root = parseTree(bom ? ` ${source.slice(1)}` : source, problems, { disallowComments: true });
  const first = problems[0];
  // The parser goes on after an error, and one cause gives many: the first tells it.
  if (first !== undefined) report(first.offset, `not valid JSON: ${spaced(printParseErrorCode(first.error))}`);
  if (root === undefined) return { body: empty, errors, comments: [] };
  const expression = new Reader(text, report).expression(root);
  const items = expression.kind === 'tuple' ? expression.items : [expression];
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const item of items) {
    if (item.kind !== 'object') {
      report(root.offset, 'expected an object with Terraform blocks');
      continue;
    }
    for (const attribute of attributesOf(item)) {
      const labels = TOP_LEVEL.get(attribute.name);
      if (labels === undefined) attributes.set(attribute.name, attribute);
      else collect(attribute.name, attribute.nameRange, attribute.expression, labels, [], blocks);
    }
  }
  const incomplete = first === undefined ? {} : { incomplete: { kind: 'malformed' as const, detail: 'a part of this file was not parsed' } };
  return { body: { ...empty, attributes, blocks, ...incomplete }, errors, comments: [] };
}

/** The nested blocks of a type, in native and JSON bodies alike: only the reader knows that `lifecycle` in JSON is a block. */
export function blocksOf(body: Body, type: string, labels = 0): readonly Block[] {
  if (body.json !== true) return body.blocks.filter((block) => block.type === type);
  const attribute = body.attributes.get(type);
  const blocks: Block[] = [];
  if (attribute !== undefined) collect(type, attribute.nameRange, attribute.expression, labels, [], blocks);
  return blocks;
}

function collect(type: string, typeRange: Label['range'], expression: Expression, labels: number, outer: readonly Label[], into: Block[]): void {
  if (expression.kind === 'tuple') {
    for (const item of expression.items) collect(type, typeRange, item, labels, outer, into);
  } else if (expression.kind === 'object') {
    if (labels > 0) {
      for (const { name, nameRange, expression: inner } of attributesOf(expression)) {
        collect(type, typeRange, inner, labels - 1, [...outer, { value: name, range: nameRange }], into);
      }
      return;
    }
    const named = outer.at(-1)?.range ?? typeRange;
    const attributes = new Map(attributesOf(expression).map((attribute) => [attribute.name, attribute]));
    const body: Body = { attributes, blocks: [], range: expression.range, json: true };
    into.push({ type, typeRange, labels: outer, body, range: { ...named, endLine: expression.range.endLine, endColumn: expression.range.endColumn }, headerRange: named });
  }
}

function attributesOf(expression: ObjectExpression): Attribute[] {
  return expression.items.map(({ key, value }) => ({
    name: key.kind === 'literal' ? String(key.value) : '',
    nameRange: key.range,
    expression: value,
    range: { ...key.range, endLine: value.range.endLine, endColumn: value.range.endColumn },
  }));
}

class Reader {
  constructor(
    readonly text: Text,
    readonly report: (offset: number, message: string) => void,
  ) {}

  expression(node: Node): Expression {
    const range = this.text.range(node.offset, node.offset + node.length);
    switch (node.type) {
      case 'array':
        return { kind: 'tuple', items: (node.children ?? []).map((child) => this.expression(child)), range };
      case 'object': {
        const items: ObjectItem[] = [];
        for (const { children } of node.children ?? []) {
          const [key, value] = children ?? [];
          // `"//"` is the comment of Terraform's JSON.
          if (key === undefined || value === undefined || key.value === '//') continue;
          items.push({ key: this.#string(key), value: this.expression(value) });
        }
        return { kind: 'object', items, range };
      }
      case 'string':
        return this.#string(node);
      case 'number': {
        const digits = this.text.text.slice(node.offset, node.offset + node.length);
        return { kind: 'literal', value: Number(digits), digits, range };
      }
      default:
        return { kind: 'literal', value: node.value as boolean | null, range };
    }
  }

  #string(node: Node): Expression {
    const value = String(node.value);
    const range = this.text.range(node.offset, node.offset + node.length);
    const literal: LiteralExpression = { kind: 'literal', value, range };
    if (!value.includes('${') && !value.includes('%{')) return literal;
    // Inside the string: exact as long as nothing before it is escaped.
    const template = parseTemplateText(value, this.text.file, { line: range.line, column: range.column + 1 });
    if (template.kind === 'broken') this.report(node.offset, template.reason.detail);
    return template.kind === 'literal' ? { ...literal, value: template.value } : { ...template, range };
  }
}

/** The offset at which brackets nest too deeply; the parsers of JSON recurse. */
function depthProblem(source: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < source.length; i += 1) {
    const code = source.charCodeAt(i);
    if (quoted) {
      if (code === 92) i += 1;
      else if (code === 34 || code === 10) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > MAX_DEPTH) return i;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return undefined;
}

/** `CommaExpected` → `comma expected`. */
const spaced = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
