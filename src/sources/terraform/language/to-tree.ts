import { unknown, type SourceOrigin, type Tree } from '../../../model/index.js';
import type { Range } from '../syntax/ast.js';
import type { TfValue } from './value.js';

/**
 * The value as the tree that a resource holds. `at` is where the expression stands; literals written inside it keep their
 * own places, and what was written elsewhere (a local, a variable's default) says so in `via`.
 */
export function toTree(value: TfValue, at: SourceOrigin | Range): Tree {
  const origin: SourceOrigin = { ...at, kind: 'source' };
  return unknown({ kind: 'not-supported', detail: value.kind }, origin);
}
