/** Values as the trees that resources hold. */
import { list, mapping, unknown, type Position, type Reason, type Scalar, type SourceOrigin, type Tree } from '../../../model/index.js';
import type { Range } from '../syntax/ast.js';
import type { TfMapping, TfValue } from './value.js';

/** Values share their parts; a tree of more nodes than this is cut off, with the reason. */
const MOST_NODES = 300_000;
const TOO_LARGE: Reason = { kind: 'budget', detail: 'the value is larger than demarc computes' };

/**
 * The value as the tree that a resource holds. `at` is where the expression stands; literals written inside it keep their
 * own places, and what was written elsewhere (a local, a variable's default) says so in `via`.
 */
export function toTree(value: TfValue, at: SourceOrigin | Range): Tree {
  const base: SourceOrigin = 'kind' in at ? at : { kind: 'source', ...at };
  return new Planter(base).node(value, base, value.sensitive === true);
}

class Planter {
  readonly #base: SourceOrigin;
  #left = MOST_NODES;

  constructor(base: SourceOrigin) {
    this.#base = base;
  }

  node(value: TfValue, around: SourceOrigin, secret: boolean): Tree {
    const at = this.#origin(value.at, around);
    if ((this.#left -= 1) < 0) return unknown(TOO_LARGE, at);
    const sensitive = secret || value.sensitive === true;
    const mark = sensitive ? { sensitive: true } : {};
    switch (value.kind) {
      case 'null':
        return { kind: 'scalar', value: null, at, ...mark };
      case 'string':
      case 'number':
      case 'bool': {
        const plain: Scalar = { kind: 'scalar', value: value.value, at, ...mark };
        return value.kind === 'string' && value.json !== undefined ? { ...plain, json: this.node(value.json, at, sensitive) } : plain;
      }
      case 'list':
      case 'set':
      case 'tuple':
        return list(value.items.map((item) => this.node(item, at, sensitive)), at, value.open);
      case 'map':
      case 'object':
        return value.reference === undefined ? this.#mapping(value, at, sensitive) : wholeResource(value, at);
      case 'unknown':
        return unknown(value.reason, at, {
          ...(value.parts === undefined ? {} : { parts: value.parts }),
          ...(value.mayBe === undefined ? {} : { mayBe: value.mayBe }),
          ...(value.json === undefined ? {} : { json: this.node(value.json, at, sensitive) }),
          ...mark,
        });
    }
  }

  #mapping(value: TfMapping, at: SourceOrigin, sensitive: boolean): Tree {
    const entries = new Map<string, Tree>();
    for (const [key, item] of value.entries) {
      entries.set(key, this.node(item, at, sensitive));
      if (this.#left < 0) return mapping(entries, at, TOO_LARGE);
    }
    return mapping(entries, at, value.open);
  }

  /** The value's own place when it was written inside the expression, else the place around it by way of its own. */
  #origin(own: Position | undefined, around: SourceOrigin): SourceOrigin {
    if (own === undefined) return around;
    if (inside(own, this.#base)) return { ...own, kind: 'source', address: this.#base.address, via: this.#base.via };
    const last = around.via?.at(-1);
    if (last !== undefined && last.file === own.file && last.line === own.line && last.column === own.column) return around;
    return { ...around, via: [...(this.#base.via ?? []), own] };
  }
}

/** A whole resource as a value: its attributes may be without number, its address says all. */
function wholeResource(value: TfMapping, at: SourceOrigin): Tree {
  const reference = value.reference!;
  return unknown({ kind: 'known-after-apply', detail: `\`${reference.address}\` is known after apply` }, at, { parts: [reference] });
}

function inside(inner: Position, outer: Position): boolean {
  if (inner.file !== outer.file || inner.line < outer.line || (inner.line === outer.line && inner.column < outer.column)) return false;
  const endLine = outer.endLine ?? outer.line;
  const endColumn = outer.endColumn ?? Infinity;
  return inner.line < endLine || (inner.line === endLine && inner.column < endColumn);
}
