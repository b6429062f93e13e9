/** Building a property tree path by path, in the provider's shape. */
import { mapping, type List, type Mapping, type Origin, type Tree } from '../model/index.js';

/** A tree under construction: maps are mutable until `finish`. */
interface Branch {
  readonly entries: Map<string, Branch | Tree>;
  at: Origin;
}

export class Builder {
  private readonly top: Branch;

  constructor(at: Origin, start?: Mapping) {
    this.top = start === undefined ? { entries: new Map(), at } : { entries: new Map(start.entries), at: start.at };
  }

  /** Sets the value at a dotted path of keys; an undefined value is ignored, so that absent stays absent. */
  set(path: string, value: Tree | undefined): this {
    if (value === undefined) return this;
    const [branch, last] = this.descend(path, value.at);
    if (branch !== undefined) branch.entries.set(last, value);
    return this;
  }

  /** Appends to the list at a path; a list value adds its members and its openness. */
  append(path: string, value: Tree | undefined): this {
    if (value === undefined) return this;
    const [branch, last] = this.descend(path, value.at);
    if (branch === undefined) return this;
    const there = branch.entries.get(last);
    if (there !== undefined && 'kind' in there && there.kind === 'unknown') return this;
    const before: List =
      there !== undefined && 'kind' in there && there.kind === 'list' ? there : { kind: 'list', items: there !== undefined && 'kind' in there && ((there.kind === 'scalar' && there.value !== null) || there.kind === 'map') ? [there] : [], at: value.at };
    const added: List =
      value.kind === 'list' ? value : value.kind === 'unknown' && value.parts === undefined ? { kind: 'list', items: [], at: value.at, open: value.reason } : { kind: 'list', items: [value], at: value.at };
    branch.entries.set(last, { ...before, items: [...before.items, ...added.items], open: before.open ?? added.open });
    return this;
  }

  /** What stands at the path now, if it is a finished value. */
  get(path: string): Tree | undefined {
    let node: Branch | Tree | undefined = this.top;
    for (const key of path.split('.')) {
      if (node === undefined) return undefined;
      if ('kind' in node) {
        if (node.kind === 'unknown') return node;
        node = node.kind === 'map' ? node.entries.get(key) : undefined;
      } else node = node.entries.get(key);
    }
    return node === undefined ? undefined : 'kind' in node ? node : finish(node);
  }

  finish(): Mapping {
    return finish(this.top);
  }

  private descend(path: string, at: Origin): [Branch | undefined, string] {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let branch = this.top;
    for (const key of keys) {
      const next = branch.entries.get(key);
      if (next === undefined) {
        const made: Branch = { entries: new Map(), at };
        branch.entries.set(key, made);
        branch = made;
      } else if (!('kind' in next)) branch = next;
      else if (next.kind === 'map') {
        const made: Branch = { entries: new Map(next.entries), at: next.at };
        branch.entries.set(key, made);
        branch = made;
      } else if (next.kind === 'unknown') return [undefined, last]; // what is below an unknown stays unknown
      else {
        const made: Branch = { entries: new Map(), at };
        branch.entries.set(key, made);
        branch = made;
      }
    }
    return [branch, last];
  }
}

function finish(branch: Branch): Mapping {
  return mapping(
    [...branch.entries].map(([key, value]) => [key, 'kind' in value ? value : finish(value)] as const),
    branch.at,
  );
}
