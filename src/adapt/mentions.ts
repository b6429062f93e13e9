/** Which raw resources speak of which others, whether or not their own type is supported. */
import type { RawResource, Tree } from '../model/index.js';

/** Groups and their rules speak of groups without wearing them. */
const NOT_USES = /security_group|::SecurityGroup/;

/** By `root#address` of the one spoken of: the address of the first that does. */
export function mentionsOf(raws: readonly RawResource[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const raw of raws) if (!NOT_USES.test(raw.type)) visit(raw.arguments, raw);
  return found;

  function visit(tree: Tree, { root, address }: RawResource): void {
    const pending: Tree[] = [tree];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next.kind === 'list') pending.push(...next.items);
      else if (next.kind === 'map') pending.push(...next.entries.values());
      else if (next.kind === 'unknown') {
        for (const part of [...(next.parts ?? []), ...(next.mayBe ?? [])]) {
          if (part === null || typeof part === 'string') continue;
          const key = `${root}#${part.address}`;
          if (!found.has(key)) found.set(key, address);
        }
      }
    }
  }
}
