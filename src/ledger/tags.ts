/** Tags, however a type writes them. */
import { at, type Resource, type Tree } from '../model/index.js';

export type Tags = Readonly<Record<string, string>>;

/** Tags of a resource, however its type writes them; undefined where they are not known, or where the type has none. */
export function tagsOf({ properties }: Resource): Tags | undefined {
  const tree = ['Tags', 'TagList', 'HostedZoneTags', 'FileSystemTags'].map((name) => at(properties, name)).find((one) => one !== undefined);
  if (tree === undefined) return undefined;
  if (tree.kind === 'map') return pairs([...tree.entries].map(([key, value]) => [key, textOf(value)]));
  return tree.kind === 'list' ? pairs(tree.items.map((item) => [textOf(at(item, 'Key')) ?? '', textOf(at(item, 'Value'))])) : undefined;
}

const textOf = (tree: Tree | undefined): string | undefined => (tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : undefined);
const pairs = (entries: readonly (readonly [string, string | undefined])[]): Tags => Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined || key === '' ? [] : [[key, value]])));
