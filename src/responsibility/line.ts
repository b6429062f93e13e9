/**
 * The line of a type: for each layer who holds it, what that asks of you, and which attribute moved it.
 * Needs no schema at hand, so that a scan pays nothing for it; line-knobs.ts adds the knobs.
 */
import { layers as allLayers, type Layer, type Owner } from '../model/layers.js';
import type { Dialect } from '../model/resource.js';
import type { Json, Tree } from '../model/tree.js';
import { defaultOf } from '../schema/defaults/index.js';
import { entryOf, modelOf, serviceEntryOf, serviceOf, type Fact, type ServiceModel } from './catalogue/index.js';
import { computedLayersOf } from './computed.js';
import { genericDecision, sharedResponsibilityModel } from './decisions.js';
import { homes } from './homes.js';
import { moversOf, type Mover } from './movers.js';
import { pseudoLayers, shipped } from './pseudo.js';
import { readAttribute } from './read.js';
import { worded } from './words.js';

export interface LineLayer {
  readonly layer: Layer;
  readonly owner: Owner;
  readonly decision: string;
  readonly reference: string;
  /** The attribute that moved the line, with its value: `LaunchType = FARGATE`. */
  readonly movedBy?: string;
  /** Attributes that could move the line here and are not known, or of a type without a resource all that could. */
  readonly hangsOn?: readonly string[];
}

export interface Line {
  readonly type: string;
  readonly service: string;
  readonly model: ServiceModel | undefined;
  /** Judged and referenced, or computed from the schema alone, or not known to the provider's schema at all. */
  readonly basis: 'catalogue' | 'schema' | 'unknown';
  readonly layers: readonly LineLayer[];
}

/** `properties`: the resource's own, to see which attributes move the line; without them the rows say what could. */
export function lineOf(type: string, properties?: Tree, dialect: Dialect = 'cloudformation'): Line {
  const entry = entryOf(type);
  const base = baseOf(type);
  const movers = moversOf(type);
  return {
    type,
    service: (entry ?? serviceEntryOf(type))?.service ?? serviceOf(type),
    model: modelOf(type),
    basis: entry !== undefined ? 'catalogue' : layersOf(type) !== undefined ? 'schema' : 'unknown',
    layers: allLayers.map((layer): LineLayer => {
      const moving = movers.filter((mover) => mover.layer === layer);
      const { mover, value, hangsOn } = move(moving, properties, (path) => defaultOf(type, path, dialect)?.value);
      const { owner, decision, reference } = mover ?? base(layer);
      return {
        layer,
        owner,
        decision,
        reference,
        ...(mover === undefined ? {} : { movedBy: value === undefined ? mover.attribute : `${mover.attribute} = ${value}` }),
        ...(hangsOn.length === 0 ? {} : { hangsOn }),
      };
    }),
  };
}

function layersOf(type: string): ReadonlySet<Layer> | undefined {
  const pseudo = pseudoLayers[type] ?? (shipped[type] === undefined ? undefined : (Object.keys(shipped[type].layers) as Layer[]));
  return pseudo === undefined ? computedLayersOf(type) : new Set(pseudo);
}

interface Held {
  readonly owner: Owner;
  readonly decision: string;
  readonly reference: string;
}

/** Owner and decision of each layer before any attribute is looked at. */
function baseOf(type: string): (layer: Layer) => Held {
  const own = shipped[type];
  if (own !== undefined) {
    return (layer) => {
      const decision = own.layers[layer];
      return { owner: decision === undefined ? 'not-applicable' : 'customer', decision: decision ?? '', reference: own.reference };
    };
  }
  const entry = entryOf(type);
  const model = modelOf(type);
  const thing = worded(type.split('::').at(-1) ?? type);
  const reference = (entry ?? serviceEntryOf(type))?.reference ?? sharedResponsibilityModel;
  const computed = layersOf(type) ?? new Set<Layer>();
  // A policy, a route, an alarm runs nothing: no guest, no engine, no code.
  const configuration = computedLayersOf(type) === undefined || homes.some(({ on }) => on.test(type));
  return (layer) => {
    const held = (owner: Owner): Held => ({ owner, decision: genericDecision(layer, owner, thing), reference });
    const fact: string | Fact | undefined = entry?.layers[layer];
    if (typeof fact === 'string') return { owner: 'customer', decision: fact, reference };
    if (fact !== undefined) return { reference, ...fact, ...(fact.reference === undefined ? { reference } : {}) };
    // The provider's own end: knobs there (tenancy, enclaves) choose a kind of isolation, they do not hand it over.
    if (layer === 'facilities' || layer === 'virtualization' || layer === 'platform') return held('provider');
    if (entry === undefined && computed.has(layer)) return held(model !== 'IaaS' && canBeHalf.has(layer) ? 'shared' : 'customer');
    if (layer === 'os' || layer === 'runtime') return held(configuration || model === 'IaaS' ? 'not-applicable' : 'provider');
    // A judged type may leave a layer out although a knob touches it; whoever turns that knob owns what it does.
    return held(entry !== undefined && computed.has(layer) ? 'shared' : 'not-applicable');
  };
}

/** Layers of which a managed service does a half itself. */
const canBeHalf: ReadonlySet<Layer> = new Set(['os', 'runtime', 'encryption', 'resilience']);

interface Moved {
  readonly mover?: Mover;
  readonly value?: string;
  readonly hangsOn: readonly string[];
}

function move(movers: readonly Mover[], properties: Tree | undefined, fallback: (path: string) => Json | undefined): Moved {
  const hangsOn = new Set<string>();
  for (const mover of movers) {
    const attribute = properties === undefined ? 'unknown' : readAttribute(properties, mover.attribute);
    if (attribute === 'unknown') {
      hangsOn.add(mover.attribute);
      continue;
    }
    const written = attribute.values.length > 0 || attribute.present;
    const byDefault = written ? undefined : fallback(mover.attribute);
    const values = byDefault === undefined ? attribute.values : [String(byDefault)];
    if (mover.values === 'any value') {
      if (attribute.present) return { mover, value: values.length === 1 ? values[0] : undefined, hangsOn: [] };
      continue;
    }
    const { values: pattern } = mover;
    const fits = values.length > 0 && (mover.quantifier === 'some' ? values.some((one) => pattern.test(one)) : values.every((one) => pattern.test(one)));
    // What is not listed may still fit or not: only a list that is closed, or one member that is enough, decides.
    if (fits && (!attribute.open || mover.quantifier === 'some')) return { mover, value: [...new Set(values)].join(', '), hangsOn: [...hangsOn] };
    if (attribute.open) hangsOn.add(mover.attribute);
  }
  return { hangsOn: [...hangsOn] };
}
