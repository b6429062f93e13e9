/** Conditions, three-valued: a reason stands for "not known". */
import type { Reason, Tree } from '../../model/index.js';
import { resolve } from './resolve.js';
import { NO_VALUE, type TemplateScope } from './scope.js';
import { textOf } from './text.js';

const MAX_DEPTH = 100;

export function truth(tree: Tree, scope: TemplateScope, depth = 0): boolean | Reason {
  if (depth > MAX_DEPTH) return { kind: 'budget', detail: `conditions nested deeper than ${MAX_DEPTH} levels` };
  if (tree.kind === 'scalar') {
    if (typeof tree.value === 'boolean') return tree.value;
    return tree.value === 'true' ? true : tree.value === 'false' ? false : malformed(tree);
  }
  if (tree.kind !== 'map' || tree.entries.size !== 1) return malformed(tree);
  const [[name, argument]] = tree.entries as unknown as [[string, Tree]];
  const members = (): readonly (boolean | Reason)[] => (argument.kind === 'list' ? argument.items : [argument]).map((item) => truth(item, scope, depth + 1));
  switch (name) {
    case 'Condition':
      return scope.condition(textOf(argument) ?? '');
    case 'Fn::Not': {
      const [inner] = members();
      return typeof inner === 'boolean' ? !inner : (inner ?? malformed(tree));
    }
    case 'Fn::And':
      return decide(members(), false);
    case 'Fn::Or':
      return decide(members(), true);
    case 'Fn::Equals': {
      const [left, right] = argument.kind === 'list' ? argument.items.map((item) => resolve(item, scope, depth + 1)) : [];
      if (left === undefined || right === undefined) return malformed(tree);
      return same(left === NO_VALUE ? undefined : left, right === NO_VALUE ? undefined : right);
    }
    default: {
      const value = resolve(tree, scope, depth + 1);
      if (value === NO_VALUE) return malformed(tree);
      return value.kind === 'unknown' ? value.reason : value.kind === 'scalar' ? truth(value, scope, depth + 1) : malformed(tree);
    }
  }
}

function decide(members: readonly (boolean | Reason)[], deciding: boolean): boolean | Reason {
  if (members.includes(deciding)) return deciding;
  return members.find((member): member is Reason => typeof member !== 'boolean') ?? !deciding;
}

function same(left: Tree | undefined, right: Tree | undefined): boolean | Reason {
  for (const one of [left, right]) {
    if (one?.kind === 'unknown') {
      const other = textOf(one === left ? right : left);
      const first = one.parts?.[0];
      if (other !== undefined && typeof first === 'string' && !other.startsWith(first)) return false;
      return one.reason;
    }
  }
  // CloudFormation compares texts: 1 and "1" are the same, case counts.
  return textOf(left) !== undefined && textOf(left) === textOf(right);
}

const malformed = (tree: Tree): Reason => ({
  kind: 'malformed',
  detail: 'this is not a condition',
  at: tree.at.kind === 'source' ? tree.at : undefined,
});
