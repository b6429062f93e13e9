/** How one service is laid over another: by `extends`, and by an override file (https://github.com/compose-spec/compose-spec/blob/main/13-merge.md). */
import { list, mapping, type Mapping, type Tree } from '../../model/index.js';
import { keyOrigin, rememberKeys } from '../keys.js';

/** Lists that the later file replaces. */
const REPLACED = new Set(['command', 'entrypoint', 'test']);
/** Lists of `NAME=value` that are maps in another spelling. */
const NAMED = new Set(['environment', 'labels', 'args', 'extra_hosts', 'sysctls', 'annotations']);

/** Values of an upper file that are marked `!reset` (the value goes) or `!override` (it replaces what is below). */
export const marks = new WeakMap<Tree, 'reset' | 'override'>();

/** Notes the marks of the merge; other tags say nothing here. */
export function marked(tag: string, value: Tree): Tree {
  if (tag === 'reset') marks.set(value, 'reset');
  if (tag === 'override') marks.set(value, 'override');
  return value;
}

export function merge(base: Mapping, over: Mapping): Mapping {
  const entries = new Map(base.entries);
  for (const [key, value] of over.entries) {
    const before = entries.get(key);
    const mark = marks.get(value);
    if (mark === 'reset') entries.delete(key);
    else entries.set(key, before === undefined || mark === 'override' || REPLACED.has(key) ? value : mergeValues(key, before, value));
  }
  const keys = new Map([...entries.keys()].flatMap((key) => {
    const at = keyOrigin(over, key) ?? keyOrigin(base, key);
    return at === undefined ? [] : [[key, at] as const];
  }));
  rememberKeys(entries, keys);
  return mapping(entries, over.at, over.open ?? base.open);
}

function mergeValues(key: string, before: Tree, value: Tree): Tree {
  const [a, b] = NAMED.has(key) ? [named(before), named(value)] : [before, value];
  if (a.kind === 'map' && b.kind === 'map') return merge(a, b);
  if (a.kind === 'list' && b.kind === 'list') return list([...a.items, ...b.items], b.at, a.open ?? b.open);
  return value;
}

/** `[A=b]` as `{ A: b }`. */
export function named(tree: Tree): Tree {
  if (tree.kind !== 'list') return tree;
  return mapping(
    tree.items.flatMap((item): readonly (readonly [string, Tree])[] => {
      if (item.kind === 'scalar') {
        const text = String(item.value ?? '');
        const equals = text.indexOf('=');
        return [[equals < 0 ? text : text.slice(0, equals), { ...item, value: equals < 0 ? null : text.slice(equals + 1) }]];
      }
      const [first, ...rest] = item.kind === 'unknown' ? (item.parts ?? []) : [];
      if (item.kind !== 'unknown' || typeof first !== 'string' || !first.includes('=')) return [];
      const equals = first.indexOf('=');
      return [[first.slice(0, equals), { ...item, parts: [first.slice(equals + 1), ...rest].filter((part) => part !== '') }]];
    }),
    tree.at,
    tree.open ?? (tree.items.some((item) => item.kind === 'unknown' && !(typeof item.parts?.[0] === 'string' && item.parts[0].includes('='))) ? { kind: 'unresolved', detail: 'a name among them is not known' } : undefined),
  );
}
