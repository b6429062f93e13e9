/** Parameters of a template, and the files that give them values. */
import { list, scalar, unknown, type SourceError, type Tree } from '../../model/index.js';
import { parseJson } from '../json.js';
import { parseYaml } from '../yaml.js';
import { textOf } from './text.js';

/**
 * A parameter file in either of AWS's shapes: a list of `{ ParameterKey, ParameterValue }`, or a map, alone or under
 * `Parameters`.
 */
export function readParameterFile(text: string, file: string): { readonly values: ReadonlyMap<string, Tree>; readonly errors: readonly SourceError[] } {
  const values = new Map<string, Tree>();
  const isJson = /^\s*[[{]/.test(text);
  const parsed = isJson ? parseJson(text, file) : parseYaml(text, file);
  const tree = 'documents' in parsed ? parsed.documents[0] : parsed.tree;
  if (tree?.kind === 'list') {
    for (const item of tree.items) {
      const key = item.kind === 'map' ? textOf(item.entries.get('ParameterKey')) : undefined;
      const value = item.kind === 'map' ? item.entries.get('ParameterValue') : undefined;
      if (key !== undefined && value !== undefined) values.set(key, value);
      else if (item.kind === 'scalar' && /^[A-Za-z0-9]+=/.test(String(item.value))) {
        const [name = '', ...rest] = String(item.value).split('=');
        values.set(name, { ...item, value: rest.join('=') });
      }
    }
  } else if (tree?.kind === 'map') {
    const inner = tree.entries.get('Parameters');
    for (const [key, value] of inner?.kind === 'map' ? inner.entries : tree.entries) values.set(key, value);
  } else if (parsed.errors.length === 0) {
    return { values, errors: [{ file, line: 1, column: 1, message: 'is no parameter file: expected a list of `ParameterKey` and `ParameterValue`, or a map' }] };
  }
  return { values, errors: parsed.errors };
}

/** The value of a declared parameter: given, default, or unknown with the reason. */
export function parameterValue(name: string, declaration: Tree, given: Tree | undefined): Tree {
  const entries = declaration.kind === 'map' ? declaration.entries : new Map<string, Tree>();
  const type = textOf(entries.get('Type')) ?? 'String';
  const value = given ?? entries.get('Default');
  const secret = textOf(entries.get('NoEcho')) === 'true';
  const mark = (tree: Tree): Tree => (secret && (tree.kind === 'scalar' || tree.kind === 'unknown') ? { ...tree, sensitive: true } : tree);
  if (type.startsWith('AWS::SSM::Parameter::Value')) {
    const key = textOf(value);
    return mark(unknown({ kind: 'unresolved', detail: `Systems Manager parameter ${key === undefined ? '' : `\`${key}\` `}is read when the stack is made` }, declaration.at, key === undefined ? {} : { parts: [`{{resolve:ssm:${key}}}`] }));
  }
  if (value === undefined) {
    const allowed = entries.get('AllowedValues');
    const [only] = allowed?.kind === 'list' && allowed.items.length === 1 ? allowed.items : [];
    const at = declaration.at.kind === 'source' ? declaration.at : undefined;
    return only !== undefined ? mark(only) : mark(unknown({ kind: 'unresolved', detail: `parameter \`${name}\` has no value`, at }, declaration.at));
  }
  if ((type === 'CommaDelimitedList' || type.startsWith('List<')) && value.kind === 'scalar') {
    const text = textOf(value) ?? '';
    return list(text === '' ? [] : text.split(',').map((piece) => ({ ...scalar(piece.trim(), value.at), ...(secret ? { sensitive: true } : {}) })), value.at);
  }
  return mark(value);
}

/** Values of pseudo parameters that the template alone cannot tell are references of their own: `${AWS::Region}` stays what it is. */
export function pseudoParameter(name: string, at: Tree['at'], region: string | undefined): Tree | undefined {
  if (!name.startsWith('AWS::') || name === 'AWS::NoValue') return undefined;
  if (name === 'AWS::Region' && region !== undefined) return scalar(region, at);
  return unknown({ kind: 'unresolved', detail: `\`${name}\` is known when the stack is made` }, at, { parts: [{ address: name, attribute: '' }], mayBe: [] });
}

