/** Reads the scalar values of an attribute out of a resource's properties, through lists. */
import type { Tree } from '../model/tree.js';

export interface Attribute {
  readonly values: readonly string[];
  /** Something is written there, be it known or not. */
  readonly present: boolean;
  /** More values may exist than are listed. */
  readonly open: boolean;
}

/** The values at a path of names with dots; `unknown` where not even its presence is known. */
export function readAttribute(properties: Tree, path: string): Attribute | 'unknown' {
  let nodes: readonly Tree[] = [properties];
  let open = false;
  for (const step of path.split('.')) {
    const next: Tree[] = [];
    for (const node of nodes.flatMap(members)) {
      if (node.kind === 'unknown') return 'unknown';
      if (node.kind !== 'map') continue;
      const value = node.entries.get(step);
      if (value !== undefined) next.push(value);
      else if (node.open !== undefined) return 'unknown';
    }
    nodes = next;
  }
  for (const node of nodes) if (node.kind === 'list' && node.open !== undefined) open = true;
  const flat = nodes.flatMap(members).filter((node) => !(node.kind === 'scalar' && node.value === null));
  const values = flat.flatMap((node) => (node.kind === 'scalar' ? [String(node.value)] : []));
  const hidden = flat.some((node) => node.kind === 'unknown');
  // A single unknown value is written, but says nothing; among known ones it leaves the list open.
  if (hidden && values.length === 0) return nodes.some((node) => node.kind === 'unknown' && node.parts === undefined) ? 'unknown' : { values, present: true, open: true };
  return { values, present: flat.length > 0, open: open || hidden };
}

const members = (node: Tree): readonly Tree[] => (node.kind === 'list' ? node.items : [node]);
