/** A positioned tree → the normal form. */
import { parseJsonInside } from '../sources/json.js';
import { parseJsonWithHoles } from '../sources/json-holes.js';
import type { Mapping, Reason, Tree } from '../model/index.js';
import { faultIn, malformed, notJson } from './faults.js';
import type { Policy, PolicyCondition, PolicyText, PolicyTexts, Principal, PrincipalKind, Principals, Statement } from './policy.js';

/**
 * Reads a document that is a structure, a text that holds JSON, or unknown with or without a known structure. Never throws: what is
 * no policy leaves the policy open with a reason of kind `malformed`.
 */
export function parsePolicy(tree: Tree): Policy {
  const { at } = tree;
  const document = structure(tree);
  if (document === undefined) return { version: undefined, statements: [], open: tree.kind === 'unknown' ? tree.reason : malformed(tree.kind === 'scalar' && typeof tree.value === 'string' ? notJson(tree.value) : 'the policy is not JSON', at), at };
  if (document.kind === 'list') return { version: undefined, statements: [], open: malformed('the policy is a list, not a document', at), at };
  if (document.kind !== 'map') return { version: undefined, statements: [], open: document.kind === 'unknown' ? document.reason : malformed('the policy is no document', at), at };
  const version = textAt(document, 'Version');
  const written = field(document, 'Statement');
  if (written === undefined) return { version: asVersion(version), statements: [], open: document.open ?? (document.entries.size === 0 ? undefined : malformed('the policy has no `Statement`', at)), at };
  if (written.kind === 'unknown') return { version: asVersion(version), statements: [], open: written.reason, at };
  const items = written.kind === 'list' ? written.items : [written];
  const statements: Statement[] = [];
  let open = written.kind === 'list' ? written.open : undefined;
  let refused: Reason | undefined;
  if (version !== undefined && asVersion(version) === undefined) refused ??= malformed(`\`${version}\` is no version of the policy language`, field(document, 'Version')?.at ?? at);
  for (const item of items) {
    const inner = structure(item);
    if (inner?.kind === 'map') {
      const read = statement(inner);
      statements.push(read);
      refused ??= faultIn(read, field(inner, 'Effect'));
    } else open ??= item.kind === 'unknown' ? item.reason : malformed('a statement is no map', item.at);
  }
  return { version: asVersion(version), statements, open, refused, at };
}

/** The structure behind a value: itself, what was encoded, or the JSON in its text. */
function structure(tree: Tree): Tree | undefined {
  if (tree.kind === 'map' || tree.kind === 'list') return tree;
  if (tree.json !== undefined) return tree.json;
  if (tree.kind === 'unknown') return parseJsonWithHoles(tree);
  return typeof tree.value === 'string' ? parseJsonInside(tree.value, tree.at) : undefined;
}

const asVersion = (text: string | undefined): Policy['version'] => (text === '2012-10-17' || text === '2008-10-17' ? text : undefined);

/** An element by name. AWS takes element names in their own case only, but templates in the wild write others. */
function field(document: Mapping, name: string): Tree | undefined {
  const exact = document.entries.get(name);
  if (exact !== undefined) return exact.kind === 'scalar' && exact.value === null ? undefined : exact;
  const lower = name.toLowerCase();
  for (const [key, value] of document.entries) if (key.toLowerCase() === lower) return value;
  return undefined;
}

function textAt(document: Mapping, name: string): string | undefined {
  const value = field(document, name);
  return value?.kind === 'scalar' ? String(value.value) : undefined;
}

function statement(document: Mapping): Statement {
  const effect = textAt(document, 'Effect')?.toLowerCase();
  const texts = (name: string): PolicyTexts | undefined => {
    const value = field(document, name);
    return value === undefined ? undefined : textsOf(value);
  };
  const { conditions, open } = conditionsOf(field(document, 'Condition'));
  return {
    sid: textAt(document, 'Sid'),
    effect: effect === 'allow' ? 'Allow' : effect === 'deny' ? 'Deny' : undefined,
    principals: principalsOf(field(document, 'Principal')),
    notPrincipals: principalsOf(field(document, 'NotPrincipal')),
    actions: texts('Action'),
    notActions: texts('NotAction'),
    resources: texts('Resource'),
    notResources: texts('NotResource'),
    conditions,
    conditionsOpen: open ?? document.open,
    at: document.at,
  };
}

export function textsOf(tree: Tree): PolicyTexts {
  const { at } = tree;
  if (tree.kind !== 'list') return tree.kind === 'unknown' && tree.parts === undefined ? { values: [], open: tree.reason, at } : { values: [textOf(tree)], at };
  const values: PolicyText[] = [];
  let open = tree.open;
  for (const item of tree.items) {
    if (item.kind === 'unknown' && item.parts === undefined) open ??= item.reason;
    else if (item.kind === 'list') {
      const inner = textsOf(item);
      values.push(...inner.values);
      open ??= inner.open;
    } else values.push(textOf(item));
  }
  return { values, open, at };
}

function textOf(tree: Tree): PolicyText {
  const { at } = tree;
  if (tree.kind === 'scalar') return { parts: [tree.value === null ? '' : String(tree.value)], at };
  if (tree.kind === 'unknown') return { parts: tree.parts ?? [null], at, reason: tree.reason };
  return { parts: [null], at, reason: malformed('a list or map stands where a text must', at) };
}

const KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function principalsOf(tree: Tree | undefined): Principals | undefined {
  if (tree === undefined) return undefined;
  const { at } = tree;
  if (tree.kind === 'scalar') return { values: [{ kind: tree.value === '*' ? '*' : 'AWS', text: textOf(tree) }], at };
  if (tree.kind === 'unknown') return { values: [], open: tree.reason, at };
  if (tree.kind === 'list') {
    const { values, open } = textsOf(tree);
    return { values: values.map((text) => ({ kind: text.parts[0] === '*' && text.parts.length === 1 ? '*' : 'AWS', text })), open, at };
  }
  const values: Principal[] = [];
  let open = tree.open;
  for (const [name, value] of tree.entries) {
    const kind = KINDS.find((one) => one.toLowerCase() === name.toLowerCase()) ?? (name === '*' ? '*' : undefined);
    if (kind === undefined) {
      open ??= malformed(`\`${name}\` is no kind of principal`, value.at);
      continue;
    }
    const texts = textsOf(value);
    values.push(...texts.values.map((text) => ({ kind, text })));
    open ??= texts.open;
  }
  return { values, open, at };
}

function conditionsOf(tree: Tree | undefined): { readonly conditions: readonly PolicyCondition[]; readonly open?: Reason } {
  if (tree === undefined) return { conditions: [] };
  if (tree.kind !== 'map') return { conditions: [], open: tree.kind === 'unknown' ? tree.reason : malformed('`Condition` must be a map', tree.at) };
  const conditions: PolicyCondition[] = [];
  let { open } = tree;
  for (const [name, keys] of tree.entries) {
    const match = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/i.exec(name);
    if (keys.kind !== 'map' || match === null) {
      open ??= keys.kind === 'unknown' ? keys.reason : malformed(`condition \`${name}\` cannot be read`, keys.at);
      continue;
    }
    open ??= keys.open;
    const [, quantifier, operator = '', ifExists] = match;
    for (const [key, value] of keys.entries) {
      conditions.push({
        operator,
        quantifier: quantifier === undefined ? undefined : /any/i.test(quantifier) ? 'ForAnyValue' : 'ForAllValues',
        ifExists: ifExists !== undefined,
        key: key.toLowerCase(),
        values: textsOf(value),
        at: value.at,
      });
    }
  }
  return { conditions, open };
}
