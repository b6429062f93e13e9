/**
 * src/checks/needs.ts and tools/gen/data/asked.ts: which types and properties each check asks for, found out by watching it judge its own examples. A question that
 * no example leads to is missing; the reader then tells that it was not read, so that the verdict is unknown.
 */
import { tryExamples } from '../../src/app/examples.js';
import type { Check } from '../../src/checks/define.js';
import { runChecks, type Watch } from '../../src/engine/run.js';
import { mapping, type Mapping, type Origin, type Resource, type Tree } from '../../src/model/index.js';
import { loadSchemas, propertyAt, type Definition } from '../../src/schema/aws/index.js';
import type { Generated } from './run.js';

type Tell = (path: string) => void;

/** A map that tells which of its members are asked for; `*` where all are. */
class Watched extends Map<string, Tree> {
  told: Tell | undefined;

  override get(key: string): Tree | undefined {
    this.told?.(key);
    return super.get(key);
  }

  override entries(): MapIterator<[string, Tree]> {
    this.told?.('*');
    return super.entries();
  }

  override values(): MapIterator<Tree> {
    this.told?.('*');
    return super.values();
  }

  override [Symbol.iterator](): MapIterator<[string, Tree]> {
    return this.entries();
  }
}

/** A tree that tells what is asked of it, by path; the indexes of lists are left out. */
function watched(tree: Tree, tell: Tell): Tree {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => watched(item, tell)) };
  if (tree.kind !== 'map') return tree;
  const entries = new Watched([...tree.entries].map(([name, value]) => [name, watched(value, (path) => tell(`${name}.${path}`))]));
  entries.told = tell;
  return { ...tree, entries };
}

/** A map that has whatever is asked of it: another such map. */
class Bottomless extends Map<string, Tree> {
  tell: Tell | undefined;

  override get(key: string): Tree {
    this.tell?.(key);
    return bottomless((path) => this.tell?.(`${key}.${path}`));
  }
}

const HERE: Origin = { kind: 'default', reference: 'https://example.com' };

function bottomless(tell: Tell): Mapping {
  const entries = new Bottomless();
  entries.tell = tell;
  return mapping(entries, HERE);
}

/** Shows a check a resource of a type that has nothing, and one that has everything: examples show few of a check's many types. */
function probe(check: Check, type: string, tell: Tell): void {
  for (const dialect of ['api', 'cloudformation'] as const) {
    for (const empty of [true, false]) {
      const tree = (_: string, own: Tree, which: 'properties' | 'facts'): Tree => {
        const told: Tell = (path) => tell(which === 'facts' ? `#${path}` : path);
        return empty ? watched(own, told) : bottomless(told);
      };
      const nothing = mapping([], HERE);
      const resource: Resource = { id: 'a', type, provider: 'aws', root: 'aws:111122223333', address: 'a', basis: dialect === 'api' ? 'observed' : 'declared', dialect, sourceType: type, properties: nothing, facts: nothing, at: HERE, edges: [], loose: [] };
      runChecks([resource], [check], { now: '2026-11-01T00:00:00Z', defaults: () => undefined, watch: { asks: () => undefined, tree } }, () => undefined);
    }
  }
}

/** Says which other resources speak of one: all that there are. */
const OF_ALL = 'MentionedBy';

export async function needs(): Promise<Generated> {
  // Loaded when its turn comes: the registry may just have been written.
  const { registry } = await import('../../src/checks/registry.js');
  const lines: string[] = [];
  const paths = new Map<string, Set<string>>();
  for (const check of [...registry].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!check.on.every((type) => /^(?:AWS|Demarc)::/.test(type))) continue;
    const asked = new Map<string, Set<string>>(check.on.map((type) => [type, new Set()]));
    const into = (map: Map<string, Set<string>>, type: string): Set<string> => {
      const there = map.get(type) ?? new Set();
      map.set(type, there);
      return there;
    };
    const of = (type: string): Set<string> => into(asked, type);
    const linked = new Set<string>();
    const here = new Map<string, Set<string>>();
    const watch: Watch = {
      asks: (type) => {
        of(type);
        linked.add(type);
      },
      tree: (type, tree, which) =>
        watched(tree, (path) => {
          if (path === OF_ALL) return void of('*');
          of(type).add(path.split('.')[0] ?? path);
          into(here, type).add(which === 'facts' ? `#${path}` : path);
        }),
    };
    await tryExamples(check, '2026-11-01T00:00:00Z', { watch });
    for (const type of check.on) probe(check, type, (path) => into(here, type).add(path));
    for (const [type, some] of here) for (const path of some) into(paths, type).add(path);
    const said = asked.has('*') ? '*' : [...asked].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, names]) => `${type}${linked.has(type) ? '>' : ''}${names.size === 0 ? '' : `#${names.has('*') ? '*' : [...names].sort().join()}`}`).join(' ');
    lines.push(`  '${check.id}': '${said}',`);
  }
  const text = `/** What each check asks for: types (with \`>\` where it comes to them from another resource) and their properties; \`*\` for anything. Generated by \`npm run gen\`; do not edit. */
export const needs: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
  return { files: new Map([['src/checks/needs.ts', text], ['tools/gen/data/asked.ts', await nested(paths)]]), folders: [] };
}

/** The paths by type. What stands in a document (a policy) is its author's, and no schema names it. */
async function nested(asked: ReadonlyMap<string, ReadonlySet<string>>): Promise<string> {
  const schemas = await loadSchemas(asked.keys());
  const lines = [...asked].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([type, paths]) => {
    const schema = schemas.get(type);
    // Of a fact its name; of a property all that the schema knows below it.
    const named = (path: string): boolean => !path.endsWith('*') && (path.startsWith('#') ? !path.includes('.') : schema === undefined || !path.includes('.') || propertyAt(schema, path) !== undefined);
    const names = [...new Set([...paths].filter(named).map((path) => (schema === undefined || path.startsWith('#') ? path : withoutKeys(schema, path))))].sort();
    return names.length === 0 ? [] : [`  '${type}': '${names.join(' ')}',`];
  });
  return `/** The properties, and facts after a #, that checks ask for, by type, down to what is inside of objects and lists. Generated by \`npm run gen\`; do not edit. */
export const asked: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
}

/** A path with `*` in place of the key of a map. */
function withoutKeys(schema: Definition, path: string): string {
  const steps = path.split('.');
  return steps.map((step, i) => (i > 0 && propertyAt(schema, steps.slice(0, i).join('.'))?.kind.kind === 'map' ? '*' : step)).join('.');
}
