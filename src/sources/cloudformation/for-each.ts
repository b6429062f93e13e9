/** `Fn::ForEach`: copies of a fragment, with names put into keys and values. */
import type { Tree } from '../../model/index.js';
import { resolve, substituted } from './resolve.js';
import { NO_VALUE, type TemplateScope } from './scope.js';
import { textOf } from './text.js';

const MOST_COPIES = 5000;

/** The keys and values that a loop makes, each with the scope that knows the loop's name. */
export function* expandForEach(tree: Tree, scope: TemplateScope, depth: number): Generator<readonly [string, Tree, TemplateScope]> {
  if (tree.kind !== 'list' || tree.items.length !== 3) return complain('`Fn::ForEach` takes a name, a list and a fragment');
  const [identifier, collection, fragment] = tree.items as [Tree, Tree, Tree];
  const name = textOf(identifier);
  const values = resolve(collection, scope, depth + 1);
  if (name === undefined || fragment.kind !== 'map' || values === NO_VALUE || values.kind !== 'list' || values.open !== undefined) {
    return complain('the list of `Fn::ForEach` is not known; what it makes was not read');
  }
  if (values.items.length > MOST_COPIES) return complain(`\`Fn::ForEach\` makes more than ${MOST_COPIES} copies`);
  for (const item of values.items) {
    const text = textOf(item);
    if (text === undefined) {
      complain('a member of the list of `Fn::ForEach` is not known; what it makes was not read');
      continue;
    }
    const inner: TemplateScope = { ...scope, loop: new Map([...(scope.loop ?? []), [name, text]]) };
    for (const [key, value] of fragment.entries) {
      if (key.startsWith('Fn::ForEach::')) yield* expandForEach(value, inner, depth + 1);
      else yield [substituted(key, inner), value, inner];
    }
  }

  function complain(message: string): void {
    const { at } = tree;
    if (at.kind === 'source') scope.report({ file: at.file, line: at.line, column: at.column, message });
  }
}
