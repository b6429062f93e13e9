/** Provider configurations: which region and default tags a resource gets. */
import type { SourceOrigin, Tree } from '../../../model/index.js';
import { evaluate } from '../language/evaluate.js';
import type { Scope } from '../language/scope.js';
import { toTree } from '../language/to-tree.js';
import type { Body, Expression } from '../syntax/ast.js';
import { blocksOf } from '../syntax/json.js';
import type { ModuleSource } from './module-source.js';

export interface ProviderConfig {
  readonly region?: Tree;
  readonly defaultTags?: Tree;
}

/** Looks up a configuration by `aws` or `aws.alias`. */
export type Providers = (name: string) => ProviderConfig | undefined;

/** The configurations that a module sees: its own blocks first, else what it was handed. */
export function providersOf(source: ModuleSource, scope: Scope, inherited: Providers): Providers {
  const made = new Map<string, ProviderConfig>();
  return (name) => {
    const there = made.get(name);
    if (there !== undefined) return there;
    for (const { block, body } of source.providers) {
      const alias = body.attributes.get('alias')?.expression;
      const own = alias?.kind === 'literal' ? `${block.labels[0]?.value ?? ''}.${String(alias.value)}` : block.labels[0]?.value;
      if (own !== name) continue;
      const config = { region: tree(body, 'region', scope), defaultTags: tags(body, scope) };
      made.set(name, config);
      return config;
    }
    return inherited(name);
  };
}

/** What a module call hands down: what `providers` maps, and the configurations without alias. */
export function handedProviders(body: Body, providers: Providers): Providers {
  const expression = body.attributes.get('providers')?.expression;
  const mapped = new Map<string, string>();
  if (expression?.kind === 'object') {
    for (const { key, value } of expression.items) {
      const [inner, outer] = [providerName(key), providerName(value)];
      if (inner !== undefined && outer !== undefined) mapped.set(inner, outer);
    }
  }
  return (name) => {
    const outer = mapped.get(name);
    return outer !== undefined ? providers(outer) : name.includes('.') ? undefined : providers(name);
  };
}

/** `aws.west` as it is written after `provider =`. */
export function providerName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'variable':
      return expression.name;
    case 'literal':
      return String(expression.value);
    case 'parentheses':
      return providerName(expression.inner);
    case 'traversal': {
      const [step] = expression.steps;
      return expression.root.kind === 'variable' && step?.kind === 'attribute' ? `${expression.root.name}.${step.name}` : undefined;
    }
    default:
      return undefined;
  }
}

function tree(body: Body, name: string, scope: Scope): Tree | undefined {
  const expression = body.attributes.get(name)?.expression;
  return expression === undefined ? undefined : toTree(evaluate(expression, scope), { kind: 'source', ...expression.range } satisfies SourceOrigin);
}

function tags(body: Body, scope: Scope): Tree | undefined {
  const [block] = blocksOf(body, 'default_tags');
  return block === undefined ? undefined : tree(block.body, 'tags', scope);
}
