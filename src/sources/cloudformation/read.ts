/** A CloudFormation template → raw resources. */
import { mapping, unknown, type CoverageLine, type Mapping, type RawResource, type Reason, type SourceError, type SourceOrigin, type Tree } from '../../model/index.js';
import { parseJson } from '../json.js';
import { keyOrigin } from '../keys.js';
import type { SourceResult } from '../source.js';
import { parseYaml } from '../yaml.js';
import { truth } from './conditions.js';
import { expandForEach } from './for-each.js';
import { parameterValue, pseudoParameter } from './parameters.js';
import { resolve, resolved } from './resolve.js';
import { expandServerless, isServerless } from './serverless.js';
import { NO_VALUE, type TemplateScope } from './scope.js';
import { textOf } from './text.js';

export interface TemplateOptions {
  /** Name of the root in ids. */
  readonly root: string;
  readonly parameters?: ReadonlyMap<string, Tree>;
  readonly region?: string;
  /** Reads a nested template, by its path relative to the template that names it; undefined when it is not there or not local. */
  readonly readNested?: (path: string, from: string) => { readonly text: string; readonly file: string } | undefined;
}

interface Context {
  readonly options: TemplateOptions;
  readonly resources: RawResource[];
  readonly coverage: CoverageLine[];
  readonly errors: SourceError[];
  readonly files: Set<string>;
}

/** Outputs of a template that was read, by name. */
type Outputs = (name: string) => Tree | undefined;

const MAX_NESTING = 8;

export function readTemplate(text: string, file: string, options: TemplateOptions): SourceResult {
  const context: Context = { options, resources: [], coverage: [], errors: [], files: new Set([file]) };
  read(text, file, '', options.parameters ?? new Map(), context, [file]);
  return { resources: context.resources, coverage: context.coverage, errors: context.errors, files: [...context.files] };
}

/** Short tags are functions: `!Ref` and `!Condition` by their own names, the others under `Fn::`. */
function tagged(tag: string, value: Tree): Tree {
  return mapping([[tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`, value]], value.at);
}

function read(text: string, file: string, prefix: string, given: ReadonlyMap<string, Tree>, context: Context, chain: readonly string[]): Outputs {
  const isJson = /^\uFEFF?\s*\{/.test(text);
  const parsed = isJson ? parseJson(text, file) : parseYaml(text, file, tagged);
  context.errors.push(...parsed.errors);
  const tree = 'documents' in parsed ? parsed.documents[0] : parsed.tree;
  if (tree?.kind !== 'map') {
    if (parsed.errors.length === 0) context.errors.push({ file, line: 1, column: 1, message: 'is no template: expected a map with `Resources`' });
    return () => undefined;
  }
  const section = (name: string): Mapping | undefined => {
    const found = tree.entries.get(name);
    return found?.kind === 'map' ? found : undefined;
  };
  const report = (error: SourceError): void => void context.errors.push(error);
  const nested = new Map<string, Outputs>();
  const conditions = new Map<string, boolean | Reason>();
  const parameters = new Map<string, Tree>();
  const bodies = new Map<string, { readonly body: Tree; readonly header: SourceOrigin | undefined; readonly scope: TemplateScope }>();
  const deciding = new Set<string>();

  const scope: TemplateScope = {
    prefix,
    parameter: (name) => {
      const there = parameters.get(name);
      if (there !== undefined) return there;
      const declaration = section('Parameters')?.entries.get(name);
      const value = declaration === undefined ? pseudoParameter(name, tree.at, context.options.region) : parameterValue(name, declaration, given.get(name));
      if (value !== undefined) parameters.set(name, value);
      return value;
    },
    hasResource: (name) => bodies.has(name),
    output: (stack, name) => nested.get(stack)?.(name),
    mappings: section('Mappings'),
    condition: (name) => {
      const there = conditions.get(name);
      if (there !== undefined) return there;
      const body = section('Conditions')?.entries.get(name);
      if (body === undefined) return { kind: 'malformed', detail: `there is no condition \`${name}\`` };
      if (deciding.has(name)) return { kind: 'malformed', detail: `conditions go round in a circle: ${[...deciding, name].join(' → ')}` };
      deciding.add(name);
      const held = truth(body, scope);
      deciding.delete(name);
      const known = typeof held === 'boolean' ? held : { ...held, detail: `condition \`${name}\` is not known: ${held.detail}` };
      conditions.set(name, known);
      return known;
    },
    report,
  };

  const resources = section('Resources') ?? mapping([], tree.at);
  for (const [name, body] of resources.entries) {
    if (name.startsWith('Fn::ForEach::')) for (const [made, inner, innerScope] of expandForEach(body, scope, 0)) bodies.set(made, { body: inner, header: undefined, scope: innerScope });
    else if (name === 'Fn::Transform') {
      context.coverage.push({ source: context.options.root, subject: `${prefix}Resources`, asked: 'macro', answered: false, reason: 'a macro of `Fn::Transform` is not run: resources that it adds were not read' });
    } else bodies.set(name, { body, header: keyOrigin(resources, name), scope });
  }
  if (section('Resources') === undefined) {
    const { line, column } = tree.at as SourceOrigin;
    context.errors.push({ file, line, column, message: 'template has no `Resources`' });
  }
  for (const macro of transforms(tree.entries.get('Transform'))) {
    context.coverage.push({ source: context.options.root, subject: macro, asked: 'macro', answered: false, reason: `macro \`${macro}\` is not run: what it changes was not read` });
  }
  const globals = section('Globals');
  for (const [name, { body, header, scope: own }] of bodies) {
    const made = rawResource(name, body, header, own, context);
    if (made === undefined) continue;
    if (made.type === 'AWS::CloudFormation::Stack') {
      const outputs = openNested(made, context, chain);
      if (outputs !== undefined) nested.set(name, outputs);
    }
    if (isServerless(made.type)) context.resources.push(...expandServerless(made, globals === undefined ? undefined : asMap(resolve(globals, own))));
    else context.resources.push(made);
  }
  return (name) => {
    const output = section('Outputs')?.entries.get(name);
    const value = output?.kind === 'map' ? output.entries.get('Value') : undefined;
    if (value === undefined) return undefined;
    const found = resolve(value, scope);
    return found === NO_VALUE ? undefined : found;
  };
}

const asMap = (tree: ReturnType<typeof resolve>): Mapping | undefined => (tree !== NO_VALUE && tree.kind === 'map' ? tree : undefined);

/** Macros that change the template and are not run. SAM is expanded, language extensions are part of the functions. */
function transforms(tree: Tree | undefined): readonly string[] {
  const names = tree?.kind === 'list' ? tree.items.map(textOf) : [textOf(tree)];
  return names.filter((name): name is string => name !== undefined && !/^AWS::(Serverless-|LanguageExtensions)/.test(name));
}

function rawResource(name: string, body: Tree, header: SourceOrigin | undefined, scope: TemplateScope, context: Context): RawResource | undefined {
  const { root } = context.options;
  const at = body.at as SourceOrigin;
  if (body.kind !== 'map') return malformed(`resource \`${name}\` must be a map with \`Type\``);
  const type = textOf(body.entries.get('Type'));
  if (type === undefined) return malformed(`resource \`${name}\` has no \`Type\``);
  const condition = textOf(body.entries.get('Condition'));
  const held = condition === undefined ? true : scope.condition(condition);
  if (held === false) return undefined;
  const written = body.entries.get('Properties');
  const properties = written === undefined ? mapping([], at) : resolve(written, scope);
  if (properties === NO_VALUE || (properties.kind !== 'map' && properties.kind !== 'unknown')) return malformed(`\`Properties\` of \`${name}\` must be a map`);
  const meta = mapping(
    ['DeletionPolicy', 'UpdateReplacePolicy', 'DependsOn', 'Metadata'].flatMap((key) => {
      const value = body.entries.get(key);
      return value === undefined ? [] : [[key, key === 'Metadata' ? value : resolved(value, scope, 0, { kind: 'malformed', detail: `\`${key}\` has no value` })] as const];
    }),
    at,
  );
  const metadata = meta.entries.get('Metadata');
  const path = metadata?.kind === 'map' ? textOf(metadata.entries.get('aws:cdk:path')) : undefined;
  return {
    dialect: 'cloudformation',
    type,
    address: `${scope.prefix}${name}`,
    displayAddress: path,
    root,
    basis: 'declared',
    arguments: properties.kind === 'map' ? properties : mapping([], properties.at, properties.reason),
    meta,
    at: { ...at, ...(header === undefined ? {} : { line: header.line, column: header.column }) },
    region: scope.parameter('AWS::Region'),
    conditional: held === true ? undefined : held,
  };

  function malformed(message: string): undefined {
    context.errors.push({ file: at.file, line: at.line, column: at.column, message });
    return undefined;
  }
}

function openNested(stack: RawResource, context: Context, chain: readonly string[]): Outputs | undefined {
  const { options, coverage, files } = context;
  const handed = stack.arguments.entries.get('Parameters');
  const url = textOf(stack.arguments.entries.get('TemplateURL'));
  const missing = (why: string): Outputs => {
    coverage.push({ source: options.root, subject: stack.address, asked: 'nested stack', answered: false, reason: why });
    const mayBe = handed?.kind === 'map' ? [...handed.entries.values()].flatMap((value) => (value.kind === 'unknown' ? (value.parts ?? []).filter((part) => part !== null && typeof part === 'object') : [])) : [];
    return (name) => unknown({ kind: 'module-missing', detail: `output \`${name}\` of nested stack \`${stack.address}\` is not known: ${why}` }, stack.at, { mayBe });
  };
  if (url === undefined) return missing('its `TemplateURL` is not known');
  if (/^(https?|s3):/.test(url)) return missing(`its template is at \`${url}\`, which is not read; package it locally`);
  if (chain.length > MAX_NESTING) return missing(`stacks nested deeper than ${MAX_NESTING} levels are not read`);
  const found = options.readNested?.(url, chain.at(-1) ?? '');
  if (found === undefined) return missing(`its template \`${url}\` is not there`);
  if (chain.includes(found.file)) return missing(`stacks nest in a circle: ${[...chain, found.file].join(' → ')}`);
  files.add(found.file);
  const parameters = handed?.kind === 'map' ? handed.entries : new Map<string, Tree>();
  return read(found.text, found.file, `${stack.address}.`, parameters, context, [...chain, found.file]);
}
