/**
 * The intrinsic functions.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
import { list, mapping, scalar, toJson, unknown, whollyKnown, type Origin, type Reason, type Reference, type Tree } from '../../model/index.js';
import { cidrs } from './cidr.js';
import { truth } from './conditions.js';
import { MAYBE_NOTHING, resolve, resolved, substituted } from './resolve.js';
import { NO_VALUE, type Resolved, type TemplateScope } from './scope.js';
import { TextBuilder, textOf } from './text.js';

export type FunctionRule = (argument: Tree, scope: TemplateScope, depth: number, at: Origin) => Resolved;

const malformed = (detail: string): Reason => ({ kind: 'malformed', detail });
const bad = (detail: string, at: Origin): Tree => unknown(malformed(detail), at);

export const functions: Readonly<Record<string, FunctionRule | undefined>> = {
  Ref: (argument, scope, _depth, at) => {
    const name = textOf(argument);
    if (name === undefined) return bad('`Ref` takes a name', at);
    return refer(scope.loop?.has(name) === true ? (scope.loop.get(name) ?? name) : substituted(name, scope), scope, at, scope.loop?.has(name) === true);
  },
  'Fn::GetAtt': (argument, scope, depth, at) => {
    const [resource, ...path] = argument.kind === 'list' ? argument.items.map((item) => textOf(resolved(item, scope, depth, malformed('')))) : (textOf(argument) ?? '').split('.');
    const attribute = path.join('.');
    if (resource === undefined || path.some((part) => part === undefined) || attribute === '') return bad('`Fn::GetAtt` takes a resource and an attribute', at);
    return attributeOf(substituted(resource, scope), substituted(attribute, scope), scope, at);
  },
  'Fn::Sub': (argument, scope, depth, at) => {
    const [template, values] = argument.kind === 'list' ? argument.items : [argument];
    const text = textOf(template);
    if (text === undefined) return bad('`Fn::Sub` takes a text', at);
    const own = values?.kind === 'map' ? values.entries : undefined;
    const builder = new TextBuilder();
    let from = 0;
    for (const match of text.matchAll(/\$\{([^}]*)\}/g)) {
      builder.add(text.slice(from, match.index));
      from = match.index + match[0].length;
      const name = (match[1] ?? '').trim();
      if (name.startsWith('!')) builder.add(`\${${name.slice(1)}}`);
      else {
        const given = own?.get(name);
        if (given !== undefined) builder.tree(resolved(given, scope, depth, malformed(`\`${name}\` of \`Fn::Sub\` has no value`)));
        else if (scope.loop?.has(name) === true) builder.add(scope.loop.get(name) ?? '');
        else {
          const [resource, ...path] = name.split('.');
          const value = path.length === 0 ? refer(name, scope, at, false) : attributeOf(resource ?? '', path.join('.'), scope, at);
          builder.tree(value === NO_VALUE ? scalar('', at) : value);
        }
      }
    }
    const made = builder.add(text.slice(from)).build(at);
    return made.kind === 'scalar' && String(made.value).includes('{{resolve:') ? resolve({ ...made }, { ...scope, loop: undefined }, depth) : made;
  },
  'Fn::Join': (argument, scope, depth, at) => {
    const [separator, values] = argument.kind === 'list' ? argument.items : [];
    const between = textOf(separator);
    const joined = values === undefined ? undefined : resolve(values, scope, depth);
    if (between === undefined || joined === undefined || joined === NO_VALUE) return bad('`Fn::Join` takes a separator and a list', at);
    if (joined.kind !== 'list') return unknown(joined.kind === 'unknown' ? joined.reason : malformed('`Fn::Join` takes a list'), at, joined.kind === 'unknown' ? { parts: [null] } : {});
    const builder = new TextBuilder();
    for (const [i, item] of joined.items.entries()) {
      if (i > 0) builder.add(between);
      builder.tree(item);
    }
    if (joined.open !== undefined) builder.tree(unknown(joined.open, at));
    const made = builder.build(at);
    return made.kind === 'scalar' && String(made.value).includes('{{resolve:') ? resolve(made, { ...scope, loop: undefined }, depth) : made;
  },
  'Fn::Select': (argument, scope, depth, at) => {
    const [index, values] = argument.kind === 'list' ? argument.items : [];
    const at0 = index === undefined ? undefined : Number(textOf(resolved(index, scope, depth, malformed(''))));
    const from = values === undefined ? undefined : resolve(values, scope, depth);
    if (from === undefined || from === NO_VALUE || at0 === undefined) return bad('`Fn::Select` takes an index and a list', at);
    if (from.kind === 'unknown') return unknown(from.reason, at);
    if (from.kind !== 'list' || Number.isNaN(at0)) return unknown({ kind: 'unresolved', detail: 'the index of `Fn::Select` is not known' }, at);
    return from.items[at0] ?? (from.open === undefined ? bad(`\`Fn::Select\` takes item ${at0} of ${from.items.length}`, at) : unknown(from.open, at));
  },
  'Fn::Split': (argument, scope, depth, at) => {
    const [separator, source] = argument.kind === 'list' ? argument.items : [];
    const between = textOf(separator);
    const value = source === undefined ? undefined : resolve(source, scope, depth);
    if (between === undefined || between === '' || value === undefined || value === NO_VALUE) return bad('`Fn::Split` takes a separator and a text', at);
    if (value.kind === 'unknown') return unknown(value.reason, at);
    const text = textOf(value);
    return text === undefined ? bad('`Fn::Split` takes a text', at) : list(text.split(between).map((piece) => scalar(piece, value.at)), at);
  },
  'Fn::FindInMap': (argument, scope, depth, at) => {
    const [name, first, second, options] = argument.kind === 'list' ? argument.items : [];
    const keys = [name, first, second].map((item) => (item === undefined ? undefined : resolved(item, scope, depth, malformed('a key of `Fn::FindInMap` is missing'))));
    const fallback = options?.kind === 'map' ? options.entries.get('DefaultValue') : undefined;
    const unread = keys.find((key) => key?.kind === 'unknown');
    if (unread?.kind === 'unknown') return unknown(unread.reason, at);
    let found = scope.mappings;
    for (const key of keys) found = found?.kind === 'map' ? found.entries.get(textOf(key) ?? '') : undefined;
    if (found !== undefined) return resolve(found, scope, depth);
    return fallback !== undefined ? resolve(fallback, scope, depth) : bad(`\`Fn::FindInMap\` finds nothing under ${keys.map((key) => `\`${textOf(key) ?? ''}\``).join(', ')}`, at);
  },
  'Fn::If': (argument, scope, depth, at) => {
    const [name, then, otherwise] = argument.kind === 'list' ? argument.items : [];
    const condition = textOf(name);
    if (condition === undefined || then === undefined || otherwise === undefined) return bad('`Fn::If` takes a condition and two values', at);
    const held = scope.condition(condition);
    if (typeof held === 'boolean') return resolve(held ? then : otherwise, scope, depth);
    return either(resolve(then, scope, depth), resolve(otherwise, scope, depth), held, at);
  },
  // What is encoded is what matters to a reader: the text is kept as it is written.
  'Fn::Base64': (argument, scope, depth) => resolve(argument, scope, depth),
  'Fn::Cidr': (argument, scope, depth, at) => {
    const [block, count, bits] = (argument.kind === 'list' ? argument.items : []).map((item) => textOf(resolved(item, scope, depth, malformed(''))));
    if (block === undefined) return unknown({ kind: 'unresolved', detail: 'the block of `Fn::Cidr` is not known' }, at);
    const made = cidrs(block, Number(count), Number(bits ?? 5));
    return made === undefined ? bad('`Fn::Cidr` cannot divide this block so', at) : list(made.map((cidr) => scalar(cidr, at)), at);
  },
  'Fn::GetAZs': (argument, scope, depth, at) => {
    const region = textOf(resolved(argument, scope, depth, malformed('')));
    return unknown({ kind: 'known-after-apply', detail: `the availability zones of ${region === undefined || region === '' ? 'the region' : `\`${region}\``} are known when the stack is made` }, at);
  },
  'Fn::ImportValue': (argument, scope, depth, at) => {
    const name = textOf(resolved(argument, scope, depth, malformed('')));
    return unknown({ kind: 'unresolved', detail: `export ${name === undefined ? '' : `\`${name}\` `}of another stack is not known` }, at, { mayBe: [] });
  },
  'Fn::Transform': (_argument, _scope, _depth, at) => unknown({ kind: 'not-supported', detail: 'macro of `Fn::Transform` is not run' }, at),
  'Fn::Length': (argument, scope, depth, at) => {
    const value = resolve(argument, scope, depth);
    if (value === NO_VALUE || value.kind === 'scalar' || value.kind === 'map') return bad('`Fn::Length` takes a list', at);
    return value.kind === 'unknown' || value.open !== undefined ? unknown(value.kind === 'unknown' ? value.reason : (value.open ?? malformed('')), at) : scalar(value.items.length, at);
  },
  'Fn::ToJsonString': (argument, scope, depth, at) => {
    const value = resolved(argument, scope, depth, malformed('`Fn::ToJsonString` has no value'));
    return whollyKnown(value) ? { ...scalar(JSON.stringify(toJson(value)), at), json: value } : unknown({ kind: 'unresolved', detail: 'a part of the value is not known' }, at, { json: value });
  },
  ...Object.fromEntries(
    ['Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not', 'Condition'].map((name) => [
      name,
      (argument: Tree, scope: TemplateScope, depth: number, at: Origin): Resolved => {
        // `Condition` is a function only inside conditions; elsewhere (a policy statement) it is a plain key.
        if (name === 'Condition' && (argument.kind !== 'scalar' || typeof argument.value !== 'string')) {
          const inner = resolve(argument, scope, depth);
          return inner === NO_VALUE ? mapping([], at) : mapping([['Condition', inner]], at);
        }
        const held = truth(mapping([[name, argument]], at), scope, depth);
        return typeof held === 'boolean' ? scalar(held, at) : unknown(held, at);
      },
    ]),
  ),
};

/** One of two values, and not known which. */
function either(then: Resolved, otherwise: Resolved, reason: Reason, at: Origin): Resolved {
  if (then === NO_VALUE && otherwise === NO_VALUE) return NO_VALUE;
  if (then !== NO_VALUE && otherwise !== NO_VALUE) {
    if (whollyKnown(then) && whollyKnown(otherwise) && JSON.stringify(toJson(then)) === JSON.stringify(toJson(otherwise))) return then;
    // Structures that agree in part keep what they agree on.
    if (then.kind === 'map' && otherwise.kind === 'map') {
      const keys = new Set([...then.entries.keys(), ...otherwise.entries.keys()]);
      const entries = [...keys].map((key) => [key, either(then.entries.get(key) ?? NO_VALUE, otherwise.entries.get(key) ?? NO_VALUE, reason, at)] as const);
      return mapping(entries.filter((entry): entry is readonly [string, Tree] => entry[1] !== NO_VALUE), at, then.open ?? otherwise.open);
    }
  }
  const values = [then, otherwise].filter((value): value is Tree => value !== NO_VALUE);
  const references = values.map(referencesIn);
  const made = unknown(reason, at, references.every((one) => one !== undefined) ? { mayBe: references.flat() } : {});
  if (values.length === 1) MAYBE_NOTHING.add(made);
  return made;
}

function referencesIn(tree: Tree): readonly Reference[] | undefined {
  if (tree.kind === 'unknown') return tree.parts?.length === 1 && typeof tree.parts[0] === 'object' && tree.parts[0] !== null ? [tree.parts[0]] : tree.mayBe;
  return tree.kind === 'scalar' && (tree.value === null || tree.value === '') ? [] : undefined;
}

/** `Ref` and `${Name}`: a parameter, a pseudo parameter or a resource. */
function refer(name: string, scope: TemplateScope, at: Origin, isLoopValue: boolean): Resolved {
  if (name === 'AWS::NoValue') return NO_VALUE;
  const given = scope.parameter(name);
  if (given !== undefined) return at.kind === 'source' && given.at.kind === 'source' ? placed(given, at) : given;
  if (scope.hasResource(name)) return attributeOf(name, 'Ref', scope, at);
  if (isLoopValue) return scalar(name, at);
  return bad(`there is no parameter or resource \`${name}\``, at);
}

/** The value where it is used, by way of where it was written. */
function placed(value: Tree, at: Origin & { readonly kind: 'source' }): Tree {
  if (value.at.kind !== 'source') return value;
  const { file, line, column, via } = value.at;
  return { ...value, at: { ...at, via: [{ file, line, column }, ...(via ?? [])] } };
}

function attributeOf(resource: string, attribute: string, scope: TemplateScope, at: Origin): Tree {
  if (attribute.startsWith('Outputs.')) {
    const output = scope.output(resource, attribute.slice('Outputs.'.length));
    if (output !== undefined) return output;
  }
  if (!scope.hasResource(resource)) return bad(`there is no resource \`${resource}\``, at);
  const address = `${scope.prefix}${resource}`;
  return unknown({ kind: 'known-after-apply', detail: `\`${address}${attribute === 'Ref' ? '' : `.${attribute}`}\` is known when the stack is made` }, at, { parts: [{ address, attribute }] });
}
