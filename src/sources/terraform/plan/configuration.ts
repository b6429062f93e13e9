/** The `configuration` of a plan: what the code says of each block, as far as a plan tells. */
import { moduleSteps, type ModuleStep } from './address.js';
import { field, fieldsOf, itemsOf, textOf, textsOf, type Fields } from './plain.js';

export interface ConfiguredResource {
  /** Expressions by argument: `{ constant_value }`, `{ references }`, or those of nested blocks. `dynamic` blocks are not listed. */
  readonly expressions: Fields;
  readonly forEach: readonly string[];
  readonly provider?: string;
}

export interface ConfiguredCall {
  readonly expressions: Fields;
  readonly forEach: readonly string[];
  readonly module: ConfiguredModule;
}

export interface ConfiguredModule {
  /** By `type.name`, data sources by `data.type.name`. */
  readonly resources: ReadonlyMap<string, ConfiguredResource>;
  readonly calls: ReadonlyMap<string, ConfiguredCall>;
  /** What the value of an output refers to. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

export interface Configuration {
  readonly module: ConfiguredModule;
  readonly providers: Fields;
}

const DEEPEST = 32;

export function configurationOf(json: unknown): Configuration | undefined {
  const root = field(json, 'root_module');
  return root === undefined ? undefined : { module: moduleOf(root, 0), providers: fieldsOf(field(json, 'provider_config')) };
}

function moduleOf(json: unknown, depth: number): ConfiguredModule {
  const resources = new Map<string, ConfiguredResource>();
  for (const one of itemsOf(field(json, 'resources'))) {
    const address = textOf(field(one, 'address'));
    if (address === undefined) continue;
    resources.set(address, {
      expressions: fieldsOf(field(one, 'expressions')),
      forEach: referencesIn(field(one, 'for_each_expression')),
      provider: textOf(field(one, 'provider_config_key')),
    });
  }
  const calls = new Map<string, ConfiguredCall>();
  if (depth < DEEPEST) {
    for (const [name, call] of Object.entries(fieldsOf(field(json, 'module_calls')))) {
      calls.set(name, {
        expressions: fieldsOf(field(call, 'expressions')),
        forEach: referencesIn(field(call, 'for_each_expression')),
        module: moduleOf(field(call, 'module'), depth + 1),
      });
    }
  }
  const outputs = new Map<string, readonly string[]>();
  for (const [name, output] of Object.entries(fieldsOf(field(json, 'outputs')))) outputs.set(name, referencesIn(field(output, 'expression')));
  return { resources, calls, outputs };
}

/** All references in an expression, or in those of a nested block. */
export function referencesIn(expression: unknown, depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(expression)) return expression.flatMap((one) => referencesIn(one, depth + 1));
  const own = field(expression, 'references');
  if (own !== undefined) return textsOf(own);
  return Object.values(fieldsOf(expression)).flatMap((one) => referencesIn(one, depth + 1));
}

/** A module instance: its code, and where in the tree of instances it stands. */
export interface ModuleScope {
  readonly prefix: string;
  readonly suffix: string;
  readonly module: ConfiguredModule;
  readonly parent?: ModuleScope;
  readonly call?: ConfiguredCall;
}

/** The scope of a module address; undefined when the configuration does not hold that module. */
export function scopeOf({ module }: Configuration, address: string): ModuleScope | undefined {
  let scope: ModuleScope = { prefix: '', suffix: '', module };
  for (const step of moduleSteps(address)) {
    const inner = below(scope, step);
    if (inner === undefined) return undefined;
    scope = inner;
  }
  return scope;
}

export function below(scope: ModuleScope, { name, suffix }: ModuleStep): ModuleScope | undefined {
  const call = scope.module.calls.get(name);
  return call === undefined ? undefined : { prefix: `${scope.prefix}module.${name}${suffix}.`, suffix, module: call.module, parent: scope, call };
}
