/** Functions that read files, through the access that the caller gives, and functions on paths. */
import { posix } from 'node:path';
import { parseTemplateText } from '../../syntax/parse.js';
import { evaluateTemplate } from '../evaluate.js';
import { asSetItems } from '../equal.js';
import type { FileAccess, FileAnswer, Scope } from '../scope.js';
import { boolValue, errorValue, stringValue, unknownValue, type TfValue } from '../value.js';
import { any, string, textOf, type Family, type FunctionContext, type FunctionRule } from './rule.js';
import { unknownFrom } from '../known.js';

/** What the project's files answer, or a value that says why not. */
function ask<T>(path: string, { frame, at }: FunctionContext, question: (files: FileAccess) => FileAnswer<T>): { readonly value: T } | { readonly problem: TfValue } {
  const { files } = frame.scope;
  if (files === undefined) return { problem: unknownValue({ kind: 'not-supported', detail: `file \`${path}\` cannot be read here`, at }, { at }) };
  const answer = question(files);
  if ('value' in answer) return answer;
  return { problem: answer.missing === true ? errorValue(`file \`${path}\` does not exist`, at) : unknownValue(answer.reason, { at }) };
}

export function readBytes(path: string, context: FunctionContext): Uint8Array | TfValue {
  const answer = ask(path, context, (files) => files.readBytes(path));
  return 'value' in answer ? answer.value : answer.problem;
}

/** Go's `path/filepath`, with the slashes of Terraform. */
const clean = (path: string): string => (path === '' ? '.' : posix.normalize(path).replace(/(.)\/$/, '$1'));

/** A pattern with `*`, `**`, `?`, `[…]` and `{a,b}` as an expression over whole paths. */
function glob(pattern: string): RegExp | undefined {
  let source = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i += 1) {
    const char = pattern[i]!;
    if (char === '*' && pattern[i + 1] === '*') {
      const slash = pattern[i + 2] === '/';
      source += slash ? '(?:[^/]+/)*' : '.*';
      i += slash ? 2 : 1;
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const end = pattern.indexOf(']', i + 2);
      if (end < 0) return undefined;
      source += `[${pattern.slice(i + 1, end).replace(/^!/, '^').replace(/\\/g, '\\\\')}]`;
      i = end;
    } else if (char === '{') {
      source += '(?:';
      depth += 1;
    } else if (char === '}' && depth > 0) {
      source += ')';
      depth -= 1;
    } else if (char === ',' && depth > 0) source += '|';
    else source += char.replace(/[\\^$.+()|[\]{}/]/, '\\$&');
  }
  if (depth > 0 || pattern.length > 500 || pattern.split('*').length > 12) return undefined;
  return new RegExp(`^${source}$`, 's');
}

function fileset(folder: string, pattern: string, context: FunctionContext): TfValue {
  const answer = ask(folder, context, (files) => files.list(folder));
  if ('problem' in answer) return answer.problem;
  const expression = glob(posix.normalize(pattern));
  if (expression === undefined) return errorValue(`\`${pattern}\` is no pattern for files`, context.at);
  const found = answer.value.filter((path) => expression.test(path));
  return { kind: 'set', items: asSetItems(found.map((path) => stringValue(path))) };
}

function render(source: string, file: string, variables: TfValue, { frame, at }: FunctionContext): TfValue {
  if (frame.templates >= 10) return errorValue('templates render one another without end', at);
  if (variables.kind === 'unknown') return unknownFrom([variables], at);
  if (!('entries' in variables)) return errorValue('the second argument of a template is an object of its variables', at);
  const template = parseTemplateText(source, file);
  if (template.kind === 'broken') return errorValue(`template \`${file}\`: ${template.reason.detail}`, template.reason.at ?? at);
  if (template.kind === 'literal') return stringValue(String(template.value), at);
  const lookup: Scope['lookup'] = (name) => {
    const value = variables.entries.get(name) ?? (variables.open === undefined ? undefined : unknownValue(variables.open));
    return value === undefined ? undefined : { value, used: 0 };
  };
  return evaluateTemplate(template.parts, { ...frame, scope: { ...frame.scope, lookup, files: frame.scope.files, cwd: frame.scope.cwd }, locals: undefined, templates: frame.templates + 1 }, template.range);
}

const path = (change: (path: string, context: FunctionContext) => TfValue): FunctionRule => ({ parameters: [string], run: ([value], context) => change(textOf(value), context) });

export const files: Family = {
  file: path((name, context) => {
    const answer = ask(name, context, (access) => access.readText(name));
    return 'value' in answer ? { ...stringValue(answer.value), at: { file: name, line: 1, column: 1 } } : answer.problem;
  }),
  filebase64: path((name, context) => {
    const bytes = readBytes(name, context);
    return bytes instanceof Uint8Array ? stringValue(Buffer.from(bytes).toString('base64')) : bytes;
  }),
  fileexists: path((name, context) => {
    const answer = ask(name, context, (access) => access.exists(name));
    return 'value' in answer ? boolValue(answer.value) : answer.problem;
  }),
  fileset: { parameters: [string, string], run: ([folder, pattern], context) => fileset(textOf(folder), textOf(pattern), context) },
  templatefile: {
    parameters: [string, any],
    partial: true,
    deepMarks: true,
    run: ([name, variables], context) => {
      if (name!.kind !== 'string') return unknownFrom([name!], context.at);
      const file = name!.value;
      const answer = ask(file, context, (access) => access.readText(file));
      return 'value' in answer ? render(answer.value, file, variables!, context) : answer.problem;
    },
  },
  templatestring: {
    parameters: [string, any],
    partial: true,
    deepMarks: true,
    run: ([source, variables], context) => (source!.kind === 'string' ? render(source!.value, context.at.file, variables!, context) : unknownFrom([source!], context.at)),
  },
  abspath: path((name, { frame, at }) => {
    if (posix.isAbsolute(name)) return stringValue(clean(name));
    const { cwd } = frame.scope;
    return cwd === undefined ? unknownValue({ kind: 'unresolved', detail: 'the current folder is not known', at }) : stringValue(clean(posix.join(cwd, name)));
  }),
  basename: path((name) => stringValue(name === '' ? '.' : /^\/+$/.test(name) ? '/' : posix.basename(name))),
  dirname: path((name) => stringValue(name.endsWith('/') ? clean(name) : clean(posix.dirname(name)))),
  pathexpand: path((name, { at }) => (/^~(?:\/|$)/.test(name) ? unknownValue({ kind: 'unresolved', detail: 'the home folder is not known', at }, { at }) : stringValue(name))),
};
