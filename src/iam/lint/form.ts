/** Whether a document has the form of a policy at all: what AWS's grammar knows, by the tree, before anything is read into it. */
import type { Json, Mapping, Origin, Tree } from '../../model/index.js';
import { notJson } from '../faults.js';
import type { LintRule } from './rules.js';

/** What IAM's API takes at most for any document. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const LARGEST = 131_072;

type Report = (rule: LintRule, path: string, at: Origin, message: string, value?: Json) => void;
type Shape = 'text' | 'texts' | 'principals' | 'conditions';

const documentElements = new Map(['Version', 'Id', 'Statement'].map((name) => [name.toLowerCase(), name]));
const statementElements = new Map<string, readonly [name: string, shape: Shape]>(
  ([['Sid', 'text'], ['Effect', 'text'], ['Principal', 'principals'], ['NotPrincipal', 'principals'], ['Action', 'texts'], ['NotAction', 'texts'], ['Resource', 'texts'], ['NotResource', 'texts'], ['Condition', 'conditions']] as const).map(
    ([name, shape]) => [name.toLowerCase(), [name, shape]],
  ),
);
const principalKinds = new Set(['aws', 'service', 'federated', 'canonicaluser']);
/** Of two that cannot both be. */
const pairs = ['Action', 'Resource', 'Principal'] as const;

/** A text that should be a document and is none. `tree` is the value that holds it. */
export function lintText(tree: Tree, report: Report): void {
  if (tree.kind === 'scalar') {
    if (typeof tree.value !== 'string') return report('wrong-type', '', tree.at, `the policy is ${tree.value === null ? 'null' : `a ${typeof tree.value}`}, not a document`);
    if (tree.value.length > LARGEST) return report('too-large', '', tree.at, `the policy has ${tree.value.length} characters; no policy may have more than ${LARGEST}`);
    report('not-json', '', tree.at, notJson(tree.value));
  } else if (tree.kind === 'list') report('wrong-type', '', tree.at, 'the policy is a list, not a document');
}

/** Whether a text is so large that it is not even read. */
export const isTooLarge = (tree: Tree): boolean => tree.kind === 'scalar' && typeof tree.value === 'string' && tree.value.length > LARGEST;

/** A document that is a map. */
export function lintForm(document: Mapping, report: Report): void {
  let statements: Tree | undefined;
  let version: Tree | undefined;
  for (const [key, value] of document.entries) {
    const name = documentElements.get(key.toLowerCase());
    if (name === undefined) report('unknown-element', key, value.at, `\`${key}\` is no element of a policy`, key);
    else if (name === 'Statement') statements = value;
    else if (name === 'Version') version = value;
    else if (name === 'Id') needs(value, 'text', 'Id', report);
  }
  if (version?.kind === 'scalar' && version.value !== null && version.value !== '2012-10-17' && version.value !== '2008-10-17')
    report('unknown-version', 'Version', version.at, `\`${String(version.value).slice(0, 40)}\` is no version of the policy language; it is \`2012-10-17\``, version.value);
  else if (version !== undefined) needs(version, 'text', 'Version', report);
  if (statements === undefined) {
    if (document.open === undefined) report('missing-element', '', document.at, 'the policy has no `Statement`');
    return;
  }
  if (statements.kind === 'unknown' && statements.json === undefined) return;
  if (statements.kind === 'scalar') return report('wrong-type', 'Statement', statements.at, '`Statement` must be a list of statements');
  if (statements.kind === 'list' && statements.items.length === 0 && statements.open === undefined) report('missing-element', 'Statement', statements.at, '`Statement` is empty');
  const items = statements.kind === 'list' ? statements.items : [statements];
  items.forEach((item, i) => {
    if (item.kind === 'map') lintStatement(item, `Statement[${i}]`, report);
    else if (item.kind === 'list' || (item.kind === 'scalar' && item.json === undefined)) report('wrong-type', `Statement[${i}]`, item.at, 'a statement must be a map');
  });
}

function lintStatement(statement: Mapping, path: string, report: Report): void {
  const present = new Map<string, Tree>();
  for (const [key, value] of statement.entries) {
    const known = statementElements.get(key.toLowerCase());
    if (known === undefined) {
      report('unknown-element', `${path}.${key}`, value.at, `\`${key}\` is no element of a statement`, key);
      continue;
    }
    // A null is what an argument that was left out becomes.
    if (value.kind === 'scalar' && value.value === null) continue;
    present.set(known[0], value);
    needs(value, known[1], `${path}.${known[0]}`, report);
  }
  for (const name of pairs) if (present.has(name) && present.has(`Not${name}`)) report('conflicting-elements', path, statement.at, `a statement cannot have both \`${name}\` and \`Not${name}\``);
  const effect = present.get('Effect');
  if (effect?.kind === 'scalar' && typeof effect.value === 'string' && !/^(allow|deny)$/i.test(effect.value)) report('unknown-effect', `${path}.Effect`, effect.at, `\`${effect.value.slice(0, 40)}\` is no effect; it is \`Allow\` or \`Deny\``, effect.value);
  if (statement.open !== undefined) return;
  if (effect === undefined) report('missing-element', path, statement.at, 'the statement has no `Effect`');
  if (!present.has('Action') && !present.has('NotAction')) report('missing-element', path, statement.at, 'the statement has neither `Action` nor `NotAction`');
}

/** Reports what cannot be of a shape; what is not known can. */
function needs(value: Tree, shape: Shape, path: string, report: Report): void {
  if (value.kind === 'unknown') return;
  if (shape === 'text') {
    if (value.kind !== 'scalar' || typeof value.value !== 'string') report('wrong-type', path, value.at, `\`${lastOf(path)}\` must be a text`);
  } else if (shape === 'texts') textsIn(value, path, (one) => typeof one === 'string', 'texts', report);
  else if (shape === 'principals') principalsIn(value, path, report);
  else conditionsIn(value, path, report);
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function textsIn(value: Tree, path: string, good: (one: unknown) => boolean, what: string, report: Report): void {
  const items = value.kind === 'list' ? value.items : [value];
  items.forEach((item, i) => {
    if (item.kind === 'unknown' || (item.kind === 'scalar' && good(item.value))) return;
    // Lists of lists are flattened by the languages that policies are written in.
    if (item.kind === 'list') return textsIn(item, `${path}[${i}]`, good, what, report);
    report('wrong-type', value.kind === 'list' ? `${path}[${i}]` : path, item.at, `\`${lastOf(path)}\` must hold ${what}`);
  });
}

function principalsIn(value: Tree, path: string, report: Report): void {
  if (value.kind === 'scalar') {
    if (value.value !== '*') report('wrong-type', path, value.at, `\`${lastOf(path)}\` must be \`*\` or a map of kinds of principals`);
  } else if (value.kind === 'list') {
    if (!value.items.every((item) => item.kind === 'unknown' || (item.kind === 'scalar' && item.value === '*'))) report('wrong-type', path, value.at, `\`${lastOf(path)}\` must be \`*\` or a map of kinds of principals`);
  } else if (value.kind === 'map') {
    for (const [kind, names] of value.entries) {
      if (!principalKinds.has(kind.toLowerCase()) && kind !== '*') report('unknown-element', `${path}.${kind}`, names.at, `\`${kind}\` is no kind of principal`, kind);
      else if (names.kind !== 'unknown') textsIn(names, `${path}.${kind}`, (one) => typeof one === 'string' || typeof one === 'number', 'texts', report);
    }
  }
}

function conditionsIn(value: Tree, path: string, report: Report): void {
  if (value.kind !== 'map') return report('wrong-type', path, value.at, '`Condition` must be a map of operators');
  for (const [operator, keys] of value.entries) {
    if (keys.kind === 'unknown') continue;
    if (keys.kind !== 'map') report('wrong-type', `${path}.${operator}`, keys.at, `\`${operator}\` must be a map of condition keys`);
    else for (const [key, values] of keys.entries) if (values.kind !== 'unknown') textsIn(values, `${path}.${operator}.${key}`, (one) => one !== null, 'texts, numbers or booleans', report);
  }
}
