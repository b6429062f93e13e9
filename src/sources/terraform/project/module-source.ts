/** One folder of Terraform files, parsed and sorted by what its blocks declare. Nothing is evaluated here. */
import { join } from 'node:path';
import type { SourceError } from '../../../model/index.js';
import type { Files } from '../../files.js';
import type { Attribute, Block, Body, Range } from '../syntax/ast.js';
import { parseHclJson } from '../syntax/json.js';
import { parseHcl } from '../syntax/parse.js';

export interface Declaration {
  readonly block: Block;
  readonly body: Body;
}

export interface ResourceDeclaration extends Declaration {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
}

/** What the files of one folder declare, by name. Later declarations of the same name are errors to Terraform; the first wins. */
export interface ModuleSource {
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Declaration>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Declaration>;
  /** By `type.name`, data sources by `data.type.name`. */
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly calls: ReadonlyMap<string, Declaration>;
  readonly providers: readonly Declaration[];
  readonly errors: readonly SourceError[];
  /** A file was not read, or not in full: what is not declared here may be declared there. */
  readonly incomplete: boolean;
}

const IS_SOURCE = /\.(tf|tofu)(\.json)?$/;
const IS_OVERRIDE = /(^|_)override\.(tf|tofu)(\.json)?$/;

/** The names that Terraform reads in a folder, overrides last. */
export function sourceNames(names: readonly string[]): readonly string[] {
  const visible = names.filter((name) => IS_SOURCE.test(name) && !name.startsWith('.') && !name.endsWith('~'));
  return [...visible.filter((name) => !IS_OVERRIDE.test(name)), ...visible.filter((name) => IS_OVERRIDE.test(name))];
}

/** Reads the files of a folder; `only` limits it to one of them. */
export function readModule(files: Files, folder: string, only?: string): ModuleSource {
  const errors: SourceError[] = [];
  let incomplete = only !== undefined;
  const made = {
    variables: new Map<string, Declaration>(),
    locals: new Map<string, Attribute>(),
    outputs: new Map<string, Declaration>(),
    resources: new Map<string, ResourceDeclaration>(),
    calls: new Map<string, Declaration>(),
    providers: [] as Declaration[],
  };
  for (const name of only === undefined ? sourceNames(files.list(folder)) : [only]) {
    const path = join(folder, name);
    const label = files.label(path);
    const read = files.text(path);
    if ('problem' in read) {
      errors.push({ file: label, message: read.problem });
      incomplete = true;
      continue;
    }
    const parsed = name.endsWith('.json') ? parseHclJson(read.text, label) : parseHcl(read.text, label);
    errors.push(...parsed.errors);
    incomplete ||= parsed.errors.length > 0;
    const override = IS_OVERRIDE.test(name);
    for (const block of parsed.body.blocks) place(block, override, made, errors);
  }
  return { folder, ...made, errors, incomplete };
}

interface Places {
  readonly variables: Map<string, Declaration>;
  readonly locals: Map<string, Attribute>;
  readonly outputs: Map<string, Declaration>;
  readonly resources: Map<string, ResourceDeclaration>;
  readonly calls: Map<string, Declaration>;
  readonly providers: Declaration[];
}

function place(block: Block, override: boolean, made: Places, errors: SourceError[]): void {
  const [first, second] = block.labels.map((label) => label.value);
  const declaration = { block, body: block.body };
  switch (block.type) {
    case 'variable':
      return put(made.variables, first, declaration);
    case 'output':
      return put(made.outputs, first, declaration);
    case 'module':
      return put(made.calls, first, declaration);
    case 'provider':
      made.providers.push(declaration);
      return;
    case 'locals':
      for (const [name, attribute] of block.body.attributes) if (override || !made.locals.has(name)) made.locals.set(name, attribute);
      return;
    case 'resource':
    case 'data': {
      if (first === undefined || second === undefined) return complain('needs a type and a name: `' + block.type + ' "TYPE" "NAME"`');
      const mode = block.type === 'data' ? 'data' : 'managed';
      return put(made.resources, `${mode === 'data' ? 'data.' : ''}${first}.${second}`, { ...declaration, mode, type: first, name: second });
    }
    default:
      return; // terraform, moved, import, removed, check: nothing to verify
  }

  function put<D extends Declaration>(map: Map<string, D>, name: string | undefined, one: D): void {
    if (name === undefined) return complain('needs a name');
    const there = map.get(name);
    if (there === undefined) map.set(name, one);
    else if (override) map.set(name, { ...there, body: merged(there.body, one.body) });
    else complain(`\`${[block.type, ...block.labels.map((label) => label.value)].join(' ')}\` is declared twice; the first one counts, at ${there.block.range.file}:${there.block.range.line}`);
  }

  function complain(message: string): void {
    const { file, line, column }: Range = block.headerRange;
    errors.push({ file, line, column, message });
  }
}

/** Overrides: attributes replace, nested blocks of a type replace all of that type. */
function merged(base: Body, over: Body): Body {
  const types = new Set(over.blocks.map((block) => (block.type === 'dynamic' ? block.labels[0]?.value : block.type)));
  return {
    ...base,
    attributes: new Map([...base.attributes, ...over.attributes]),
    blocks: [...base.blocks.filter((block) => !types.has(block.type === 'dynamic' ? block.labels[0]?.value : block.type)), ...over.blocks],
  };
}
