/** Drawing typed edges between folded resources. */
import type { Edge, LooseEdge, Reason, Resource, Tree } from '../model/index.js';
import type { Folded } from './fold.js';
import { ImageIndex, imageProperties } from './images.js';
import { ResourceIndex } from './index-resources.js';
import { links } from './links.js';

interface Linked extends Resource {
  readonly edges: Edge[];
  readonly loose: LooseEdge[];
}

export function link({ resources, aliases }: Folded): readonly Resource[] {
  const linked: Linked[] = resources.map((one) => ({ ...one, edges: [], loose: [] }));
  const index = new ResourceIndex<Linked>(linked);
  const byId = new Map(linked.map((one) => [one.id, one]));
  for (const [key, id] of aliases) {
    const target = byId.get(id);
    const split = key.indexOf('#');
    if (target !== undefined) index.alias(key.slice(0, split), key.slice(split + 1), target);
  }
  linkImages(linked, index);
  for (const one of linked) {
    for (const row of links.get(one.type) ?? []) {
      for (const [path, value] of walk(one.properties, row.path.split('.'), '')) {
        const open = value.kind === 'list' ? value.open : undefined;
        const values = value.kind === 'list' ? value.items.map((item, i) => [`${path}[${i}]`, item] as const) : [[path, value] as const];
        for (const [where, named] of values) {
          const found = index.resolve(named, one.root, row.to);
          if (found.kind === 'found') one.edges.push({ path: where, to: found.resource, at: named.at });
          else if (found.kind === 'unresolved') {
            one.loose.push({ path: where, types: row.to, reason: found.reason, mayBe: found.bounded ? found.candidates : undefined, at: named.at });
          }
        }
        if (open !== undefined) one.loose.push({ path, types: row.to, reason: open, at: value.at });
      }
    }
  }
  return linked;
}

/** Images are named across roots: the code that runs one and the archive that holds it need not lie together. */
function linkImages(linked: readonly Linked[], index: ResourceIndex<Linked>): void {
  const images = new ImageIndex(linked);
  if (images.empty) return;
  for (const one of linked) {
    for (const [type, path] of imageProperties) {
      if (type !== one.type) continue;
      for (const [where, value] of walk(one.properties, path.split('.'), '')) {
        const to = images.find(value, (reference) => repositoryName(index.resolve({ kind: 'unknown', reason: UNSET, at: value.at, parts: [reference] }, one.root, ['AWS::ECR::Repository'])));
        if (to !== undefined) one.edges.push({ path: where, to, at: value.at });
      }
    }
  }
}

const UNSET: Reason = { kind: 'unresolved', detail: 'it names a repository' };

function repositoryName(found: ReturnType<ResourceIndex<Linked>['resolve']>): string | undefined {
  const name = found.kind === 'found' ? found.resource.properties.entries.get('RepositoryName') : undefined;
  return name?.kind === 'scalar' ? String(name.value) : undefined;
}

/** The values at a path; `[]` at the end of a key walks the members. An unknown on the way is itself the value. */
function* walk(tree: Tree, keys: readonly string[], path: string): Generator<readonly [string, Tree]> {
  const [key, ...rest] = keys;
  if (key === undefined) {
    if (!(tree.kind === 'scalar' && tree.value === null)) yield [path, tree];
    return;
  }
  if (tree.kind === 'unknown') return yield [path, tree];
  if (tree.kind === 'list') {
    for (const [i, item] of tree.items.entries()) yield* walk(item, keys, `${path}[${i}]`);
    return;
  }
  if (tree.kind !== 'map') return;
  const name = key.replace(/\[\]$/, '');
  const value = tree.entries.get(name);
  const below = path === '' ? name : `${path}.${name}`;
  if (value === undefined) {
    if (tree.open !== undefined) yield [below, { kind: 'unknown', reason: tree.open, at: tree.at }];
    return;
  }
  yield* walk(value, rest, below);
}
