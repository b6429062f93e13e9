/** Many checks ask of one document: it is read once. */
import type { Tree } from '../model/index.js';
import { parsePolicy } from './parse.js';
import type { Policy } from './policy.js';

const parsed = new WeakMap<Tree, Policy>();

/** The normal form of a document, as `parsePolicy` gives it; the same for the same tree. */
export function policyOf(tree: Tree): Policy {
  let policy = parsed.get(tree);
  if (policy === undefined) parsed.set(tree, (policy = parsePolicy(tree)));
  return policy;
}
