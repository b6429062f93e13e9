/** Values of a root module's variables, from all the places that Terraform takes them, in its order of precedence. */
import { join } from 'node:path';
import type { Position, SourceError } from '../../../model/index.js';
import type { Files } from '../../files.js';
import { convert, parseType } from '../language/convert.js';
import { evaluate } from '../language/evaluate.js';
import type { Scope } from '../language/scope.js';
import { anyType } from '../language/types.js';
import { errorValue, markSensitive, stringValue, unknownValue, type TfValue } from '../language/value.js';
import type { Expression } from '../syntax/ast.js';
import { parseHclJson } from '../syntax/json.js';
import { parseExpressionText, parseHcl } from '../syntax/parse.js';
import type { Declaration } from './module-source.js';

export interface VariableInputs {
  /** Paths of `--var-file`, absolute. */
  readonly varFiles?: readonly string[];
  /** `--var name=value`. */
  readonly vars?: Readonly<Record<string, string>>;
  /** The environment; `TF_VAR_name` counts. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** A value that was given: an expression of a tfvars file, or the text of an argument or environment variable. */
export type Given = { readonly expression: Expression } | { readonly text: string; readonly from: string };

const NO_NAMES: Scope = { lookup: () => undefined };

/** What was given for each variable; the last place that names it wins. */
export function givenVariables(files: Files, folder: string, { varFiles = [], vars = {}, environment = {} }: VariableInputs, errors: SourceError[]): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  for (const [name, text] of Object.entries(environment)) {
    if (name.startsWith('TF_VAR_') && text !== undefined) given.set(name.slice('TF_VAR_'.length), { text, from: name });
  }
  const names = files.list(folder);
  const automatic = [
    ...names.filter((name) => name === 'terraform.tfvars'),
    ...names.filter((name) => name === 'terraform.tfvars.json'),
    ...names.filter((name) => /\.auto\.tfvars(\.json)?$/.test(name)),
  ].map((name) => join(folder, name));
  for (const path of varFiles) files.allow(path);
  for (const path of [...automatic, ...varFiles]) {
    const label = files.label(path);
    const read = files.text(path);
    if ('problem' in read) {
      errors.push({ file: label, message: read.problem });
      continue;
    }
    const { body, errors: found } = path.endsWith('.json') ? parseHclJson(read.text, label) : parseHcl(read.text, label);
    errors.push(...found);
    for (const [name, { expression }] of body.attributes) given.set(name, { expression });
  }
  for (const [name, text] of Object.entries(vars)) given.set(name, { text, from: `--var ${name}` });
  return given;
}

/** The value of one variable. `given` is a value for it, already evaluated, from a caller or a tfvars file. */
export function variableValue(name: string, { block, body }: Declaration, given: TfValue | undefined): TfValue {
  const at: Position = block.range;
  const typeExpression = body.attributes.get('type')?.expression;
  const type = typeExpression === undefined ? anyType : parseType(typeExpression).type;
  const flag = (attribute: string): boolean | undefined => {
    const expression = body.attributes.get(attribute)?.expression;
    const value = expression === undefined ? undefined : evaluate(expression, NO_NAMES);
    return value?.kind === 'bool' ? value.value : undefined;
  };
  const fallback = body.attributes.get('default');
  const usesDefault = given === undefined || (given.kind === 'null' && flag('nullable') === false);
  const raw = usesDefault
    ? fallback === undefined
      ? unknownValue({ kind: 'unresolved', detail: `\`var.${name}\` has no value`, at }, { type, at })
      : evaluate(fallback.expression, NO_NAMES)
    : given;
  const value = raw.kind === 'unknown' ? raw : convert(raw, type);
  return flag('sensitive') === true ? markSensitive(value) : value;
}

/** The value that was given, read by the variable's type: a text for a string, else an expression, as Terraform reads `-var`. */
export function givenValue(given: Given, { body }: Declaration): TfValue {
  if ('expression' in given) return evaluate(given.expression, NO_NAMES);
  const typeExpression = body.attributes.get('type')?.expression;
  const kind = typeExpression === undefined ? 'any' : parseType(typeExpression).type.kind;
  if (kind === 'string' || kind === 'number' || kind === 'bool' || (kind === 'any' && !/^\s*[[{"]/.test(given.text))) return stringValue(given.text);
  const expression = parseExpressionText(given.text, given.from);
  return expression.kind === 'broken' ? errorValue(`the value of ${given.from} is not an expression`) : evaluate(expression, NO_NAMES);
}
