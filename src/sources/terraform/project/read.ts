/** A Terraform root module → raw resources, one for each instance, at the addresses that Terraform prints. */
import { mapping, type Mapping, type RawResource, type SourceError, type SourceOrigin, type Tree } from '../../../model/index.js';
import type { SourceResult } from '../../source.js';
import type { Files } from '../../files.js';
import { evaluate } from '../language/evaluate.js';
import { toTree } from '../language/to-tree.js';
import type { TfValue } from '../language/value.js';
import { blocksOf } from '../syntax/json.js';
import { bodyTree } from './blocks.js';
import { computedAttributes } from './data-sources.js';
import { fileAccess } from './file-access.js';
import { Guard } from './guard.js';
import { META, ModuleInstance, type Project } from './instance.js';
import { ModuleLocator } from './locate.js';
import { readModule, type ResourceDeclaration } from './module-source.js';
import { providerName } from './providers.js';
import { givenValue, givenVariables, type VariableInputs } from './variables.js';

export interface TerraformOptions extends VariableInputs {
  /** Name of the root in ids: its path from the target. */
  readonly root: string;
  /** Reads this file of the folder only. */
  readonly only?: string;
  readonly workspace?: string;
}

const MOST_MODULES = 20_000;
const MOST_RESOURCES = 500_000;

export function readTerraformRoot(files: Files, folder: string, options: TerraformOptions): SourceResult {
  const errors: SourceError[] = [];
  const locator = new ModuleLocator(files, folder);
  const project: Project = {
    files,
    rootFolder: folder,
    root: options.root,
    locator,
    access: fileAccess(files, folder),
    workspace: options.workspace ?? 'default',
    errors,
    guard: new Guard(errors),
    coverage: [],
    remaining: MOST_MODULES,
  };
  const source = options.only === undefined ? locator.read(folder) : readModule(files, folder, options.only);
  const given = givenVariables(files, folder, options, errors);
  const evaluated = new Map<string, TfValue>();
  const variable = (name: string): TfValue | undefined => {
    const one = given.get(name);
    const declaration = source.variables.get(name);
    if (one === undefined || declaration === undefined) return undefined;
    const there = evaluated.get(name) ?? givenValue(one, declaration);
    evaluated.set(name, there);
    return there;
  };
  const resources: RawResource[] = [];
  const calls: { address: string; at: SourceOrigin }[] = [];
  collect(new ModuleInstance(project, source, '', variable, () => undefined), project, resources, calls);
  const broken = options.only === undefined ? [...locator.modules].flatMap((module) => module.errors) : source.errors;
  return { resources, coverage: project.coverage, errors: unique([...broken, ...errors]), files: files.read, calls };
}

function collect(module: ModuleInstance, project: Project, into: RawResource[], calls: { address: string; at: SourceOrigin }[]): void {
  for (const [name, declaration] of module.source.resources) {
    for (const instance of module.expansion(name, declaration.body).instances) {
      if (into.length >= MOST_RESOURCES) {
        const { file, line, column } = declaration.block.headerRange;
        project.errors.push({ file, line, column, message: `more than ${MOST_RESOURCES} resources; the rest was not read` });
        return;
      }
      into.push(rawResource(module, project, name, declaration, instance));
    }
  }
  into.push(...providersWithCredentials(module, project));
  for (const [name, { block }] of module.source.calls) {
    const called = module.call(name);
    for (const [i, inner] of (called?.modules ?? []).entries()) {
      if (inner === undefined) {
        project.errors.push({ file: project.files.label(module.source.folder), message: `more than ${MOST_MODULES} module instances; \`module.${name}\` was not read in full` });
        break;
      }
      const conditional = called?.expansion.instances[i]?.conditional;
      const before = into.length;
      calls.push({ address: inner.prefix, at: { kind: 'source', ...block.range } });
      collect(inner, project, into, calls);
      if (conditional !== undefined) for (let at = before; at < into.length; at++) into[at] = { ...into[at]!, conditional: into[at]!.conditional ?? conditional };
    }
  }
}

const CREDENTIALS = ['access_key', 'secret_key', 'token'] as const;

/** Configurations that are written with credentials, at the name by which a resource takes them: `aws.west`. */
function providersWithCredentials(module: ModuleInstance, project: Project): readonly RawResource[] {
  return module.source.providers.flatMap(({ block, body }): readonly RawResource[] => {
    const type = block.labels[0]?.value;
    if (type !== 'aws' || !CREDENTIALS.some((name) => body.attributes.has(name))) return [];
    const alias = body.attributes.get('alias')?.expression;
    const address = `${module.prefix}${type}${alias?.kind === 'literal' ? `.${String(alias.value)}` : ''}`;
    return [{ dialect: 'terraform', type: `provider.${type}`, address, root: project.root, basis: 'declared', arguments: bodyTree(body, module, block.range, new Set()), at: { kind: 'source', ...block.range } }];
  });
}

function rawResource(module: ModuleInstance, project: Project, name: string, declaration: ResourceDeclaration, instance: Parameters<ModuleInstance['scopeOf']>[0]): RawResource {
  const { body, block, mode, type } = declaration;
  const address = `${module.prefix}${name}${instance.suffix}`;
  const scope = module.scopeOf(instance);
  const configured = body.attributes.get('provider')?.expression;
  const config = module.providers((configured === undefined ? undefined : providerName(configured)) ?? type.split('_')[0] ?? type);
  const at: SourceOrigin = { kind: 'source', ...block.range };
  // Since version 6 of the AWS provider a resource may name its own region.
  const region = body.attributes.get('region');
  return {
    dialect: 'terraform',
    type: mode === 'data' ? `data.${type}` : type,
    address,
    root: project.root,
    basis: 'declared',
    arguments: withComputed(bodyTree(body, scope, block.range, META), declaration, scope, address),
    meta: meta(declaration, scope, at, config?.defaultTags),
    at,
    region: region === undefined ? config?.region : toTree(evaluate(region.expression, scope), region.expression.range),
    conditional: instance.conditional,
  };
}

/** What the code alone decides of a data source belongs to it: a policy document's `json`. */
function withComputed(written: Mapping, declaration: ResourceDeclaration, scope: Parameters<typeof bodyTree>[1], address: string): Mapping {
  const computed = computedAttributes(declaration, scope, address)?.get('json');
  if (computed === undefined) return written;
  return { ...written, entries: new Map([...written.entries, ['json', toTree(computed(), declaration.block.range)]]) };
}

/** What Terraform itself does with the resource, and what the provider adds. */
function meta({ body }: ResourceDeclaration, scope: Parameters<typeof bodyTree>[1], at: SourceOrigin, defaultTags: Tree | undefined): Mapping | undefined {
  const entries: [string, Tree][] = [];
  const [lifecycle] = blocksOf(body, 'lifecycle');
  if (lifecycle !== undefined) {
    // ignore_changes holds bare names, which are no expressions.
    entries.push(['lifecycle', bodyTree(lifecycle.body, scope, lifecycle.range, new Set(['ignore_changes', 'replace_triggered_by', 'precondition', 'postcondition']))]);
  }
  if (defaultTags !== undefined) entries.push(['default_tags', defaultTags]);
  return entries.length === 0 ? undefined : mapping(entries, at);
}

function unique(errors: readonly SourceError[]): readonly SourceError[] {
  return [...new Map(errors.map((error) => [`${error.file}:${error.line}:${error.column}:${error.message}`, error])).values()];
}

