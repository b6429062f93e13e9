/**
 * The provider's schema of every resource type: properties, kinds, references. Pure data, loaded a service at a time:
 * `await loadSchemas(types)` once, then everything is synchronous.
 */
import { ServiceSchema, type Definition, type Kind, type PackedService, type PropertySchema, type TypeSchema } from './schema.js';
import { names, shards } from './shards.js';

export type { Definition, Kind, PropertySchema, TypeSchema } from './schema.js';

const services = new Map<string, Promise<ServiceSchema>>();

function loadService(service: string): Promise<ServiceSchema> | undefined {
  const load = Object.hasOwn(shards, service) ? shards[service] : undefined;
  if (load === undefined) return undefined;
  let found = services.get(service);
  if (found === undefined) {
    found = load().then(({ default: text }) => new ServiceSchema(service, JSON.parse(text) as PackedService));
    services.set(service, found);
  }
  return found;
}

/** The schema of a type; undefined where the provider has none of that name. */
export async function schemaOf(type: string): Promise<TypeSchema | undefined> {
  const [provider, service, name, ...rest] = type.split('::');
  if (provider !== 'AWS' || service === undefined || name === undefined || rest.length > 0) return undefined;
  return (await loadService(service))?.typeNamed(name);
}

/** The schemas of many types; names that the provider does not have are left out. */
export async function loadSchemas(types: Iterable<string>): Promise<ReadonlyMap<string, TypeSchema>> {
  const found = await Promise.all([...new Set(types)].map(schemaOf));
  return new Map(found.filter((schema) => schema !== undefined).map((schema) => [schema.type, schema]));
}

let allNames: readonly string[] | undefined;

/** Every resource type, by name. Needs no schema loaded. */
export function typeNames(): readonly string[] {
  return (allNames ??= names
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [service, ...types] = line.split(' ');
      return types.map((type) => `AWS::${service}::${type}`);
    }));
}

/** The property at a path of names with dots, list indexes left out; a step into a map takes any key. */
export function propertyAt(schema: Definition, path: string): PropertySchema | undefined {
  let properties: ReadonlyMap<string, PropertySchema> | undefined = schema.properties;
  let found: PropertySchema | undefined;
  let anyKey: Kind | undefined;
  for (const step of path.split('.')) {
    const next: PropertySchema | undefined =
      anyKey === undefined ? properties?.get(step) : { kind: anyKey, required: false, replaces: 'no', refs: [], deprecated: false };
    if (next === undefined) return undefined;
    found = next;
    const inner = unlisted(next.kind);
    anyKey = inner.kind === 'map' ? inner.element : undefined;
    properties = objectOf(inner)?.properties;
  }
  return found;
}

/** What a list, however deep, is a list of. */
function unlisted(kind: Kind): Kind {
  return kind.kind === 'list' ? unlisted(kind.element) : kind;
}

/** The definition below a property: of an object, of the members of a list or map, of the richest form of a union. */
export function objectOf(kind: Kind): Definition | undefined {
  switch (kind.kind) {
    case 'object':
      return kind.definition;
    case 'list':
    case 'map':
      return objectOf(kind.element);
    case 'union':
      return kind.members.map(objectOf).find((found) => found !== undefined);
    default:
      return undefined;
  }
}

export interface Leaf {
  /** Names with dots, list indexes and map keys left out. */
  readonly path: string;
  readonly property: PropertySchema;
}

/** Every property below a type that holds no named properties itself, to a depth; recursion stops where a definition repeats. */
export function* leaves(schema: Definition, depth = 8): Generator<Leaf> {
  yield* below(schema, '', depth, []);
}

function* below(definition: Definition, prefix: string, depth: number, above: readonly Definition[]): Generator<Leaf> {
  for (const [name, property] of definition.properties) {
    const path = prefix + name;
    const inner = objectOf(property.kind);
    if (inner === undefined || inner.properties.size === 0 || depth <= 1) yield { path, property };
    else if (!above.includes(inner)) yield* below(inner, `${path}.`, depth - 1, [...above, inner]);
  }
}

export interface Relationship {
  readonly path: string;
  /** The types that it may refer to. */
  readonly types: readonly string[];
}

/** The properties that refer to other resources. */
export function relationships(schema: TypeSchema): readonly Relationship[] {
  return [...leaves(schema)].filter(({ property }) => property.refs.length > 0).map(({ path, property }) => ({ path, types: property.refs }));
}
