/** Resolving a template's values: every intrinsic function, in both spellings, with unknowns kept where they are. */
import { list, mapping, unknown, type Mapping, type Reason, type Tree } from '../../model/index.js';
import { functions } from './functions.js';
import { expandForEach } from './for-each.js';
import { NO_VALUE, type Resolved, type TemplateScope } from './scope.js';

const MAX_DEPTH = 150;

/** The value with its functions applied; NO_VALUE when it removes what it stands in. */
export function resolve(tree: Tree, scope: TemplateScope, depth = 0): Resolved {
  if (depth > MAX_DEPTH) return unknown({ kind: 'budget', detail: `nested deeper than ${MAX_DEPTH} levels` }, tree.at);
  switch (tree.kind) {
    case 'scalar':
      return typeof tree.value === 'string' ? dynamicReference(tree.value, bound(tree, scope)) : tree;
    case 'unknown':
      return tree;
    case 'list': {
      const items: Tree[] = [];
      let open = tree.open;
      for (const item of tree.items) {
        const value = resolve(item, scope, depth + 1);
        if (value === NO_VALUE) continue;
        // An unknown choice between an item and nothing: the list may hold it.
        if (value.kind === 'unknown' && MAYBE_NOTHING.has(value)) open ??= value.reason;
        else items.push(value);
      }
      return list(items, tree.at, open);
    }
    case 'map':
      return resolveMapping(tree, scope, depth);
  }
}

/** Unknowns that may also be no value at all. */
export const MAYBE_NOTHING = new WeakSet<Tree>();

function resolveMapping(tree: Mapping, scope: TemplateScope, depth: number): Resolved {
  if (tree.entries.size === 1) {
    const [[name, argument]] = tree.entries as unknown as [[string, Tree]];
    const rule = functions[name];
    if (rule !== undefined) return rule(argument, scope, depth + 1, tree.at);
  }
  const entries = new Map<string, Tree>();
  for (const [key, value] of tree.entries) {
    if (key.startsWith('Fn::ForEach::')) {
      for (const [name, made, inner] of expandForEach(value, scope, depth)) {
        const resolved = resolve(made, inner, depth + 1);
        if (resolved !== NO_VALUE) entries.set(name, resolved);
      }
      continue;
    }
    if (key === 'Fn::Transform') {
      // A macro may add anything beside what stands here.
      return mapping(entries, tree.at, { kind: 'not-supported', detail: 'macro of `Fn::Transform` is not run' });
    }
    const resolved = resolve(value, scope, depth + 1);
    if (resolved !== NO_VALUE) entries.set(substituted(key, scope), resolved);
  }
  return mapping(entries, tree.at, tree.open);
}

/** A resolved value, with an unknown standing for no value where one is required. */
export function resolved(tree: Tree | undefined, scope: TemplateScope, depth: number, orElse: Reason): Tree {
  if (tree === undefined) return unknown(orElse, { kind: 'source', file: '', line: 1, column: 1 });
  const value = resolve(tree, scope, depth);
  return value === NO_VALUE ? unknown(orElse, tree.at) : value;
}

/** `{{resolve:secretsmanager:…}}`: the value is fetched when the stack is made. The text is kept: it says where from. */
function dynamicReference(text: string, tree: Tree): Tree {
  if (tree.kind !== 'scalar' || !text.includes('{{resolve:')) return tree;
  const service = /\{\{resolve:([a-z-]+):/.exec(text)?.[1] ?? '';
  const where = { secretsmanager: 'Secrets Manager', ssm: 'a Systems Manager parameter', 'ssm-secure': 'a secure Systems Manager parameter' }[service] ?? service;
  return unknown({ kind: 'unresolved', detail: `\`${text}\` is read from ${where} when the stack is made` }, tree.at, { parts: [text] });
}

/** A text with the names of the loop put in. */
function bound(tree: Tree & { readonly kind: 'scalar' }, scope: TemplateScope): Tree {
  if (scope.loop === undefined || typeof tree.value !== 'string') return tree;
  return { ...tree, value: substituted(tree.value, scope) };
}

/** `${Name}` and `&{Name}` of the loops around. */
export function substituted(text: string, { loop }: TemplateScope): string {
  if (loop === undefined || !/[$&]\{/.test(text)) return text;
  return text.replace(/([$&])\{([A-Za-z0-9]+)\}/g, (all, mark: string, name: string) => {
    const value = loop.get(name);
    return value === undefined ? all : mark === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
}

