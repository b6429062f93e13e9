/** The line of a type with its knobs and their documented defaults: for people who ask about a type, not for a scan. */
import type { Layer } from '../model/layers.js';
import type { Dialect } from '../model/resource.js';
import type { Json, Tree } from '../model/tree.js';
import { loadSchemas, type TypeSchema } from '../schema/aws/index.js';
import { defaultOf } from '../schema/defaults/index.js';
import { knobsOf } from './knobs.js';
import { lineOf, type Line, type LineLayer } from './line.js';

export interface KnobDefault {
  readonly path: string;
  /** The documented value where nothing is written. */
  readonly default?: Json;
  readonly reference?: string;
}

export interface KnobbedLayer extends LineLayer {
  readonly knobs: readonly KnobDefault[];
}

export interface KnobbedLine extends Line {
  readonly layers: readonly KnobbedLayer[];
}

/** Lines of many types whose schemas are loaded once. */
export interface KnobbedLines {
  of(type: string, properties?: Tree, dialect?: Dialect): KnobbedLine;
}

export async function loadLines(types: Iterable<string>): Promise<KnobbedLines> {
  const schemas = await loadSchemas(types);
  return {
    of(type, properties, dialect = 'cloudformation') {
      const line = lineOf(type, properties, dialect);
      const schema = schemas.get(type);
      return { ...line, layers: line.layers.map((row) => ({ ...row, knobs: schema === undefined ? [] : knobDefaults(type, schema, row.layer, dialect) })) };
    },
  };
}

function knobDefaults(type: string, schema: TypeSchema, layer: Layer, dialect: Dialect): readonly KnobDefault[] {
  return knobsOf(schema)
    .knobs.filter((knob) => knob.layers.includes(layer))
    .map(({ path }) => ({ path, ...documented(type, path, dialect) }));
}

/** The default that applies where nothing at all is written: a parent's, read down to the leaf, before the leaf's own. */
function documented(type: string, path: string, dialect: Dialect): { readonly default?: Json; readonly reference?: string } {
  const steps = path.split('.');
  for (let depth = 1; depth <= steps.length; depth++) {
    const found = defaultOf(type, steps.slice(0, depth).join('.'), dialect);
    if (found === undefined) continue;
    const value = down(found.value, steps.slice(depth));
    return value === undefined ? {} : { default: value, reference: found.reference };
  }
  return {};
}

function down(value: Json, steps: readonly string[]): Json | undefined {
  let here: Json | undefined = value;
  for (const step of steps) {
    if (Array.isArray(here)) here = here[0] as Json | undefined;
    if (here === null || typeof here !== 'object' || Array.isArray(here)) return undefined;
    here = (here as { readonly [key: string]: Json })[step];
  }
  return here;
}
