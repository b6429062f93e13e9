/** Variables in files of Compose (https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md): values come from `.env` beside the file. */
import { list, mapping, type SourceOrigin, type Tree } from '../../model/index.js';
import { textTree } from '../dockerfile/plant.js';
import { keyOrigin, rememberKeys } from '../keys.js';
import { marks } from './merge.js';
import { parameter, type LookUp, type Piece } from '../shell/parameter.js';

export interface SetLine {
  readonly name: string;
  readonly value: string;
  /** In single quotes, where no variable is resolved. */
  readonly literal: boolean;
  /** Where the name begins in the text. */
  readonly offset: number;
}

/** The lines of a `.env` file that set a variable. */
export function environmentLines(text: string): readonly SetLine[] {
  return [...text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\r\n]*))/gm)].map((match) => {
    const [whole, name = '', double, single, plain = ''] = match;
    return { name, value: double?.replace(/\\(.)/g, '$1') ?? single ?? plain.replace(/(?:^|\s)#.*$/, '').trim(), literal: single !== undefined, offset: match.index + whole.indexOf(name) };
  });
}

/** The variables of a `.env` file; later lines win. */
export const parseEnvironment = (text: string): ReadonlyMap<string, string> => new Map(environmentLines(text).map(({ name, value }) => [name, value]));

/** Whoever runs Compose may set a variable, or not; as the files stand it has no value, so that `${x:-y}` is `y`. */
export const lookUpIn =
  (environment: ReadonlyMap<string, string>): LookUp =>
  (name) => {
    const value = environment.get(name);
    if (value !== undefined) return { pieces: [value] };
    return { pieces: [{ reason: { kind: 'unresolved', detail: `\`$${name}\` is not set in \`.env\`; it is set where Compose runs` }, variable: name }], unset: true };
  };

export function expand(text: string, lookUp: LookUp): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = 0;
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at)) {
    if (text[at + 1] === '$') {
      pieces.push(text.slice(plain, at + 1));
      plain = at += 2;
      continue;
    }
    const found = /[A-Za-z_{]/.test(text[at + 1] ?? '') ? parameter(text, at, lookUp, (word) => expand(word, lookUp)) : undefined;
    if (found === undefined) {
      at++;
      continue;
    }
    if (at > plain) pieces.push(text.slice(plain, at));
    pieces.push(...found.pieces);
    plain = at += found.length;
  }
  if (plain < text.length || pieces.length === 0) pieces.push(text.slice(plain));
  return pieces;
}

/** The tree with its texts expanded. Shared nodes (anchors) are expanded once. */
export function interpolate(tree: Tree, lookUp: LookUp, done = new Map<Tree, Tree>()): Tree {
  const there = done.get(tree);
  if (there !== undefined) return there;
  let made = tree;
  if (tree.kind === 'scalar') {
    if (typeof tree.value === 'string' && tree.value.includes('$')) made = textTree(expand(tree.value, lookUp), tree.at as SourceOrigin);
  } else if (tree.kind === 'list') made = list(tree.items.map((item) => interpolate(item, lookUp, done)), tree.at, tree.open);
  else if (tree.kind === 'map') {
    const entries = new Map([...tree.entries].map(([key, value]) => [key, interpolate(value, lookUp, done)] as const));
    const keys = new Map([...tree.entries.keys()].flatMap((key) => {
      const at = keyOrigin(tree, key);
      return at === undefined ? [] : [[key, at] as const];
    }));
    rememberKeys(entries, keys);
    made = mapping(entries, tree.at, tree.open);
  }
  const mark = marks.get(tree);
  if (mark !== undefined) marks.set(made, mark);
  done.set(tree, made);
  return made;
}
