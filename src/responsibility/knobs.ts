/** The knobs of a type: settings that bear on security, each with its layer. Computed from the provider's schema by the rule table. */
import type { Layer } from '../model/layers.js';
import { leaves, type TypeSchema } from '../schema/aws/index.js';
import { homes } from './homes.js';
import { rules, type Rule } from './rules.js';
import { worded } from './words.js';

export interface Knob {
  /** Names with dots, list indexes left out. */
  readonly path: string;
  readonly layers: readonly Layer[];
}

export interface Knobs {
  readonly knobs: readonly Knob[];
  /** The layers that the type as a whole stands for: it is a policy, a firewall, a log; it holds data; its service can deliver logs. */
  readonly own: readonly Layer[];
}

/** Deeper settings repeat the shallow ones (destinations of destinations); they would only cost time. */
const depth = 4;

const known = new WeakMap<TypeSchema, Knobs>();

export function knobsOf(schema: TypeSchema): Knobs {
  let found = known.get(schema);
  if (found === undefined) {
    found = compute(schema);
    known.set(schema, found);
  }
  return found;
}

function compute(schema: TypeSchema): Knobs {
  const applicable = rules.filter(({ on }) => on === undefined || on.test(schema.type));
  const home = homes.filter(({ on }) => on.test(schema.type)).map(({ layer }) => layer);
  const ownName = new RegExp(`^${worded(schema.name)} ?(name|id|ids|identifier|arn|description|type)$`);
  const readOnly = new Set(schema.attributes);
  const knobs: Knob[] = [];
  for (const { path, property } of leaves(schema, depth)) {
    if (readOnly.has(path)) continue;
    const words = worded(path);
    if (ownName.test(words)) continue;
    const layers = layersOf(words, property.refs, applicable) ?? home.slice(0, 1);
    if (layers.length > 0) knobs.push({ path, layers });
  }
  const own = new Set(home);
  if (schema.stateful && !schema.type.startsWith('AWS::KMS::')) own.add('data');
  if (schema.vendedLogs.length > 0) own.add('logging');
  if (schema.scrutiny?.endsWith('PolicyResource') === true || schema.scrutiny === 'LambdaPermission') own.add('identity');
  return { knobs, own: [...own] };
}

/** The layers that the rules give; empty where a rule says none, undefined where no rule speaks. */
function layersOf(words: string, refs: readonly string[], applicable: readonly Rule[]): readonly Layer[] | undefined {
  const found: Layer[] = [];
  for (const { layer, path, ref, also } of applicable) {
    if (path !== undefined && !path.test(words)) continue;
    if (ref !== undefined && !refs.some((type) => ref.test(type))) continue;
    if (layer === 'none') return [];
    found.push(layer);
    if (also === undefined) break;
  }
  return found.length === 0 ? undefined : found;
}

/** The layers in which the type leaves something to you, by its schema alone. */
export function layersByKnobs(schema: TypeSchema): ReadonlySet<Layer> {
  const { knobs, own } = knobsOf(schema);
  return new Set([...own, ...knobs.flatMap(({ layers }) => layers)]);
}
