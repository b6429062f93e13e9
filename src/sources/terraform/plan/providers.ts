/** Region and default tags of a planned resource. */
import { fromJson, mapping, scalar, unknown, type Json, type Mapping, type SourceOrigin, type Tree } from '../../../model/index.js';
import { fullReferences } from './address.js';
import { field, isFields, itemsOf, textOf, textsOf, type Fields } from './plain.js';

/** The region: the resource's own, else that of its ARN, else what its provider's configuration says. */
export function regionOf(values: Fields, provider: unknown, variables: Fields, at: SourceOrigin): Tree | undefined {
  const own = textOf(values['region']) ?? textOf(values['arn'])?.split(':')[3];
  if (own !== undefined && own !== '') return scalar(own, at);
  const expression = field(field(provider, 'expressions'), 'region');
  return expression === undefined ? undefined : evaluated(expression, variables, at, (value) => typeof value === 'string');
}

export function defaultTags(values: Fields, provider: unknown, variables: Fields, at: SourceOrigin): Mapping | undefined {
  const [block] = itemsOf(field(field(provider, 'expressions'), 'default_tags'));
  const expression = field(block, 'tags');
  if (expression === undefined) return undefined;
  const all = values['tags_all'];
  // What the resource has beyond its own tags came from the provider.
  const tags = isFields(all) ? fromJson(without(all, values['tags']), at) : evaluated(expression, variables, at, isFields);
  return mapping([['default_tags', tags]], at);
}

const without = (all: Fields, own: unknown): Json => Object.fromEntries(Object.entries(all).filter(([key]) => field(own, key) === undefined)) as Json;

/** A constant, or a variable of the root module. One that does not fit is only a part of the value. */
function evaluated(expression: unknown, variables: Fields, at: SourceOrigin, fits: (value: unknown) => boolean): Tree {
  const constant = field(expression, 'constant_value');
  if (constant !== undefined) return fromJson(constant as Json, at);
  const [one, ...others] = fullReferences(textsOf(field(expression, 'references')));
  const variable = one !== undefined && others.length === 0 ? /^var\.([^.[]+)$/.exec(one)?.[1] : undefined;
  const value = variable === undefined ? undefined : field(field(variables, variable), 'value');
  if (fits(value)) return fromJson(value as Json, at);
  return unknown({ kind: 'unresolved', detail: one === undefined ? 'the plan does not tell it' : `the plan does not tell what comes of \`${one}\`` }, at);
}
