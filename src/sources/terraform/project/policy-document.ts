/**
 * `aws_iam_policy_document`: the JSON that the provider renders from its blocks, with the place of every value.
 * Rules: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import type { Position, Reason } from '../../../model/index.js';
import { evaluate } from '../language/evaluate.js';
import type { Scope } from '../language/scope.js';
import { objectValue, stringValue, tupleValue, type TfMapping, type TfSequence, type TfValue } from '../language/value.js';
import type { Range } from '../syntax/ast.js';
import { bodyValue, NOTHING } from './blocks.js';
import type { ComputedAttributes } from './data-sources.js';
import type { ResourceDeclaration } from './module-source.js';

const VERSION = '2012-10-17';

export function policyDocument({ body, block }: ResourceDeclaration, scope: Scope): ComputedAttributes {
  let document: TfValue | undefined;
  const encode = (): TfValue => (document ??= encodedDocument(bodyValue(body, scope, block.range, NOTHING)));
  return new Map([
    ['json', encode],
    ['minified_json', encode],
  ]);
}

/** The document as text, from its blocks as values. */
export const encodedDocument = (own: TfMapping): TfValue => call('jsonencode', build(own), own.at);

function build(own: TfMapping): TfValue {
  const version = own.entries.get('version');
  const statements = new Statements();
  for (const source of ['source_json', 'source_policy_documents']) statements.addDocuments(own.entries.get(source), 'add');
  for (const one of sequence(own.entries.get('statement'))) statements.add(statement(one), 'add');
  statements.open ??= openness(own.entries.get('statement')) ?? own.open;
  for (const source of ['override_json', 'override_policy_documents']) statements.addDocuments(own.entries.get(source), 'override');
  const id = own.entries.get('policy_id');
  return objectValue([
    ['Version', version === undefined || version.kind === 'null' ? stringValue(VERSION, own.at) : version],
    ...(id === undefined || id.kind === 'null' ? [] : [['Id', id] as const]),
    ['Statement', tupleValue(statements.list, own.at, statements.open)],
  ], own.at);
}

/** Statements in order, merged by sid: an override replaces the one of its sid, in its place. */
class Statements {
  readonly list: TfValue[] = [];
  open: Reason | undefined;
  private readonly bySid = new Map<string, number>();

  add(statement: TfValue, how: 'add' | 'override'): void {
    const sid = statement.kind === 'object' || statement.kind === 'map' ? statement.entries.get('Sid') : undefined;
    const name = sid?.kind === 'string' ? sid.value : '';
    const there = name === '' ? undefined : this.bySid.get(name);
    if (there !== undefined && how === 'override') {
      this.list[there] = statement;
      return;
    }
    if (name !== '' && there === undefined) this.bySid.set(name, this.list.length);
    this.list.push(statement);
  }

  /** A text, or a list of texts, each a whole document. One that cannot be read leaves the list open. */
  addDocuments(value: TfValue | undefined, how: 'add' | 'override'): void {
    if (value === undefined || value.kind === 'null') return;
    if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') {
      for (const item of value.items) this.addDocuments(item, how);
      this.open ??= value.open;
      return;
    }
    const structure = value.kind === 'string' || value.kind === 'unknown' ? (value.json ?? decoded(value)) : undefined;
    if (structure?.kind !== 'object' && structure?.kind !== 'map') {
      if (value.kind === 'string' && value.value === '') return;
      this.open ??= value.kind === 'unknown' ? value.reason : { kind: 'malformed', detail: 'a source policy document is not a JSON object', at: value.at };
      return;
    }
    const statement = structure.entries.get('Statement');
    this.open ??= structure.open ?? openness(statement);
    for (const one of statement?.kind === 'object' || statement?.kind === 'map' ? [statement] : sequence(statement)) this.add(one, how);
  }
}

function decoded(value: TfValue): TfValue | undefined {
  return value.kind === 'string' ? call('jsondecode', value, value.at) : undefined;
}

const NOWHERE: Range = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The language's own function, applied to a value. */
function call(name: string, argument: TfValue, at: Position | undefined): TfValue {
  const range: Range = at === undefined ? NOWHERE : { ...at, endLine: at.endLine ?? at.line, endColumn: at.endColumn ?? at.column };
  return evaluate(
    { kind: 'call', name, nameRange: range, arguments: [{ kind: 'variable', name: 'argument', range }], expand: false, range },
    { lookup: (root) => (root === 'argument' ? { value: argument, used: 0 } : undefined) },
  );
}

function statement(value: TfValue): TfValue {
  if (value.kind !== 'object' && value.kind !== 'map') return value;
  const { entries, at } = value;
  const made: (readonly [string, TfValue])[] = [];
  const sid = entries.get('sid');
  if (sid !== undefined && sid.kind !== 'null') made.push(['Sid', sid]);
  const effect = entries.get('effect');
  made.push(['Effect', effect === undefined || effect.kind === 'null' ? stringValue('Allow', at) : effect]);
  for (const [from, to] of [
    ['actions', 'Action'],
    ['not_actions', 'NotAction'],
    ['resources', 'Resource'],
    ['not_resources', 'NotResource'],
  ] as const) {
    const listed = entries.get(from);
    if (listed !== undefined && listed.kind !== 'null' && !isEmpty(listed)) made.push([to, lone(rendered(listed))]);
  }
  for (const [from, to] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const listed = entries.get(from);
    if (listed !== undefined && !isEmpty(listed)) made.push([to, principals(listed)]);
  }
  const condition = entries.get('condition');
  if (condition !== undefined && !isEmpty(condition)) made.push(['Condition', conditions(condition)]);
  return objectValue(made, at, value.open === undefined ? {} : { open: value.open });
}

/** Blocks of one type are joined; `*` of type `*` is the bare star. */
function principals(blocks: TfValue): TfValue {
  if (blocks.kind === 'unknown') return blocks;
  const byType = new Map<string, TfValue[]>();
  let open = openness(blocks);
  for (const block of sequence(blocks)) {
    if (block.kind !== 'object' && block.kind !== 'map') continue;
    const type = block.entries.get('type');
    const names = block.entries.get('identifiers');
    if (type?.kind !== 'string' || names === undefined) {
      open ??= type?.kind === 'unknown' ? type.reason : { kind: 'malformed', detail: 'a principal needs `type` and `identifiers`', at: block.at };
      continue;
    }
    const list = byType.get(type.value) ?? [];
    byType.set(type.value, list);
    if (names.kind === 'unknown') list.push(names);
    else {
      list.push(...sequence(rendered(names)));
      open ??= openness(names);
    }
  }
  const star = byType.get('*');
  if (star !== undefined && byType.size === 1 && star.length === 1 && star[0]?.kind === 'string' && star[0].value === '*') return star[0];
  return objectValue([...byType].map(([type, names]) => [type, lone(tupleValue(names))] as const), blocks.at, open === undefined ? {} : { open });
}

function conditions(blocks: TfValue): TfValue {
  if (blocks.kind === 'unknown') return blocks;
  const byTest = new Map<string, Map<string, TfValue[]>>();
  let open = openness(blocks);
  for (const block of sequence(blocks)) {
    if (block.kind !== 'object' && block.kind !== 'map') continue;
    const [test, variable, values] = ['test', 'variable', 'values'].map((name) => block.entries.get(name));
    if (test?.kind !== 'string' || variable?.kind !== 'string' || values === undefined) {
      const lost = [test, variable, values].find((one) => one?.kind === 'unknown');
      open ??= lost?.kind === 'unknown' ? lost.reason : { kind: 'unresolved', detail: 'a `condition` lacks `test`, `variable` or `values`, or one is no text', at: block.at };
      continue;
    }
    const keys = byTest.get(test.value) ?? new Map<string, TfValue[]>();
    byTest.set(test.value, keys);
    const list = keys.get(variable.value) ?? [];
    keys.set(variable.value, list);
    if (values.kind === 'unknown') list.push(values);
    else list.push(...sequence(rendered(values)));
  }
  return objectValue(
    [...byTest].map(([test, keys]) => [test, objectValue([...keys].map(([key, values]) => [key, lone(tupleValue(values))] as const), blocks.at)] as const),
    blocks.at,
    open === undefined ? {} : { open },
  );
}

/** `&{aws:username}` stands for IAM's own `${aws:username}`; booleans and numbers become texts. */
function rendered(value: TfValue): TfValue {
  switch (value.kind) {
    case 'string':
      return value.value.includes('&{') ? { ...value, value: value.value.replaceAll('&{', '${') } : value;
    case 'bool':
    case 'number':
      return stringValue(String(value.value), value.at);
    case 'unknown':
      return value.parts === undefined ? value : { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? part.replaceAll('&{', '${') : part)) };
    case 'list':
    case 'set':
    case 'tuple':
      return tupleValue(value.items.map(rendered), value.at, value.open);
    default:
      return value;
  }
}

/** One value alone is written without its list. */
function lone(value: TfValue): TfValue {
  if (value.kind !== 'tuple' || value.open !== undefined || value.items.length !== 1) return value;
  return value.items[0] ?? value;
}

const isSequence = (value: TfValue | undefined): value is TfSequence => value?.kind === 'list' || value?.kind === 'set' || value?.kind === 'tuple';
const sequence = (value: TfValue | undefined): readonly TfValue[] => (isSequence(value) ? value.items : value === undefined || value.kind === 'unknown' || value.kind === 'null' ? [] : [value]);
const isEmpty = (value: TfValue): boolean => value.kind === 'null' || (isSequence(value) && value.items.length === 0 && value.open === undefined);
const openness = (value: TfValue | undefined): Reason | undefined => (isSequence(value) ? value.open : value?.kind === 'unknown' ? value.reason : undefined);

