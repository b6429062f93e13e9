/**
 * src/sources/aws/told.ts: of each object that a collector tells only in part, the members that it tells. Found out by running every
 * collector over replies that are filled to the brim: what no reply can make it say is not known of any account. And the names that checks of
 * several types ask of each, though only some have them: where the schema has no such property, it is absent.
 */
import type { Tree } from '../../src/model/index.js';
import { loadSchemas, type Definition, type Kind } from '../../src/schema/aws/index.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { concealing } from '../../src/sources/aws/conceal.js';
import { Reader } from '../../src/sources/aws/reader.js';
import { brimming, TURNS } from './brim.js';
import type { Generated } from './run.js';

/** What collectors say of a type, at its fullest. Paths leave out lists' indexes; a key of a map is `*`. */
export interface Told {
  readonly paths: ReadonlySet<string>;
  /** What is said to be absent, whatever the reply. */
  readonly absent: ReadonlySet<string>;
  /** What the schema does not have. */
  readonly strange: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  /** By path of an object: what the schema has there. */
  readonly objects: ReadonlyMap<string, Definition>;
}

interface Telling {
  readonly paths: Set<string>;
  readonly absent: Set<string>;
  readonly strange: Set<string>;
  readonly facts: Set<string>;
  readonly objects: Map<string, Definition>;
}

const PLACE = { partition: 'aws', account: '111122223333', region: 'us-east-1' } as const;

/** All that collectors can tell, by type. Cloud Control tells its types whole, in the schema's own words. */
export async function allTold(): Promise<ReadonlyMap<string, Told>> {
  const all = new Map<string, Telling>();
  const own = collectors.filter(({ service }) => service !== 'cloudcontrol');
  const schemas = await loadSchemas(own.flatMap(({ type, makes = [] }) => [type, ...makes.map((made) => made.type)]));
  for (let turn = 0; turn < TURNS; turn++) {
    const reader = new Reader(concealing(brimming(turn), () => false), 'aws:111122223333', { deep: true, sample: 100, wait: 0 });
    for (const collector of own) await reader.collect(collector, PLACE);
    const [failure] = [...reader.coverage, ...reader.failures()];
    if (failure !== undefined) throw new Error(`${failure.asked} of ${failure.subject}: ${failure.reason ?? ''}`);
    for (const { type, arguments: properties, meta } of reader.resources) {
      const telling = all.get(type) ?? { paths: new Set(), absent: new Set(), strange: new Set(), facts: new Set(), objects: new Map() };
      all.set(type, telling);
      const definition = schemas.get(type);
      walk(properties, definition === undefined ? undefined : { kind: 'object', definition }, '', telling, []);
      if (meta?.kind === 'map') for (const name of meta.entries.keys()) telling.facts.add(name);
    }
  }
  for (const { paths, absent } of all.values()) for (const path of absent) if (paths.has(path)) absent.delete(path);
  return all;
}

/** Without a kind: of a type that no schema describes. */
function walk(tree: Tree, kind: Kind | undefined, path: string, telling: Telling, above: readonly Definition[]): void {
  if (tree.kind === 'list') {
    for (const item of tree.items) walk(item, kind?.kind === 'list' ? kind.element : kind, path, telling, above);
    return;
  }
  if (tree.kind === 'scalar' && tree.value === null) return void telling.absent.add(path);
  if (path !== '') telling.paths.add(path);
  if (tree.kind !== 'map') return;
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (kind === undefined) for (const [name, value] of tree.entries) walk(value, undefined, below(name), telling, above);
  else if (kind.kind === 'map') for (const value of tree.entries.values()) walk(value, kind.element, below('*'), telling, above);
  else {
    const definition = definitionOf(kind);
    // What holds itself is looked at once.
    if (definition === undefined || above.includes(definition)) return;
    telling.objects.set(path, definition);
    for (const [name, value] of tree.entries) {
      const property = definition.properties.get(name);
      if (property !== undefined) walk(value, property.kind, below(name), telling, [...above, definition]);
      else if (value.kind === 'scalar' && value.value === null) telling.absent.add(below(name));
      else telling.strange.add(below(name));
    }
  }
}

/** The object that a map is of: of a union the one that has names. */
const definitionOf = (kind: Kind): Definition | undefined => (kind.kind === 'object' ? kind.definition : kind.kind === 'union' ? kind.members.map(definitionOf).find((one) => one !== undefined) : undefined);

export async function told(): Promise<Generated> {
  const all = await allTold();
  // Written by the generator before this one.
  const { asked } = await import('./data/asked.js');
  const schemas = await loadSchemas(collectors.flatMap(({ type, makes = [] }) => [type, ...makes.map((made) => made.type)]));
  const others = [...schemas].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([type, { properties }]) => {
    const names = (asked[type] ?? '').split(' ').filter((path) => path !== '' && !/[.#]/.test(path) && !properties.has(path));
    return names.length === 0 ? [] : [`  '${type}': '${names.join(' ')}',`];
  });
  const lines = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([type, { paths, objects }]) => {
    const parts = [...objects].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([path, { properties }]) => {
      const names = [...properties.keys()].filter((name) => paths.has(`${path}.${name}`)).sort();
      // At the top the reader itself leaves open what no call fills.
      return path === '' || names.length === properties.size ? [] : [`    '${path}': '${names.join(' ')}',`];
    });
    return parts.length === 0 ? [] : [`  '${type}': {`, ...parts, '  },'];
  });
  const text = `/**
 * What accounts are told only in part: of each such object, by type and path, the members that collectors can tell. Any other may be set or
 * not. Generated by \`npm run gen\` from the collectors and the clients' definitions of replies (@aws-sdk, Apache-2.0); do not edit.
 */
export const told: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${lines.join('\n')}
};

/** Names of other types' properties that checks ask of these too. Generated likewise. */
export const others: Readonly<Record<string, string>> = {
${others.join('\n')}
};
`;
  return { files: new Map([['src/sources/aws/told.ts', text]]), folders: [] };
}
