/** The instructions and commands of a Dockerfile, read once for all checks, with the evidence that each of their texts gives. */
import { cursor, textOf, toJson, type Evidence, type Reason, type TextPart, type Tree } from '../../model/index.js';
import type { PropertiesOf } from '../define.js';

export type BuildFileView = PropertiesOf<'Demarc::Container::BuildFile'>;

/** A text that is known, or of which some pieces are. */
export interface Text {
  /** Undefined when not wholly known. */
  readonly text: string | undefined;
  readonly parts: readonly TextPart[];
  /** Why it is not known. */
  readonly reason: Reason | undefined;
  readonly evidence: Evidence;
}

export interface Assigned {
  readonly name: string;
  readonly value: Text | undefined;
  readonly evidence: Evidence;
}

export interface Command {
  /** The base name of what runs: `apt-get` of `/usr/bin/apt-get`, `pip` of `$VENV/bin/pip`; undefined where nothing of it is known. */
  readonly name: string | undefined;
  readonly words: readonly Text[];
  /** Known words after the name; one that is not known is its known pieces with `${…}` between. */
  readonly args: readonly string[];
  readonly assignments: readonly Assigned[];
  readonly redirects: readonly { readonly operator: string; readonly target: Text }[];
  readonly joined: string;
  readonly conditional: boolean;
  readonly via: string | undefined;
  readonly evidence: Evidence;
}

export interface Step {
  readonly index: number;
  readonly keyword: string;
  readonly stage: number;
  readonly onBuild: boolean;
  readonly exec: boolean;
  readonly flags: readonly Assigned[];
  readonly args: readonly Text[];
  readonly variables: readonly Assigned[];
  readonly commands: readonly Command[];
  /** Why there may be more commands than these. */
  readonly open: Reason | undefined;
  readonly fromStage: number | undefined;
  /** Its here-documents. */
  readonly documents: readonly { readonly name: string; readonly body: Text }[];
  readonly evidence: Evidence;
}

export interface StageFacts {
  readonly index: number;
  readonly name: Text | undefined;
  readonly image: Text | undefined;
  readonly registry: Text | undefined;
  readonly repository: Text | undefined;
  readonly tag: Text | undefined;
  readonly digest: Text | undefined;
  readonly base: number | undefined;
  readonly final: boolean;
  readonly ships: boolean;
  readonly evidence: Evidence;
}

export interface Build {
  /** Why there may be more instructions than these. */
  readonly open: Reason | undefined;
  readonly stages: readonly StageFacts[];
  readonly steps: readonly Step[];
}

const read = new WeakMap<Tree, Build>();

export function buildOf(view: BuildFileView): Build {
  const { tree } = cursor(view.Instructions);
  const known = tree === undefined ? undefined : read.get(tree);
  if (known !== undefined) return known;
  const build = { open: tree?.kind === 'list' ? tree.open : undefined, stages: listOf(cursor(view.Stages).tree).map((one, i) => stageFacts(one, `Stages[${i}]`)), steps: listOf(tree).map((one, i) => stepOf(one, i)) };
  if (tree !== undefined) read.set(tree, build);
  return build;
}

const listOf = (tree: Tree | undefined): readonly Tree[] => (tree?.kind === 'list' ? tree.items : []);
const member = (tree: Tree | undefined, key: string): Tree | undefined => (tree?.kind === 'map' ? tree.entries.get(key) : undefined);
const plain = (tree: Tree | undefined): string | undefined => (tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : undefined);
const numeric = (tree: Tree | undefined): number | undefined => (tree?.kind === 'scalar' && typeof tree.value === 'number' ? tree.value : undefined);

function evidence(tree: Tree, path: string, value: () => string | undefined = () => undefined): Evidence {
  const { at } = tree;
  return { path, state: tree.kind === 'unknown' ? 'unknown' : 'set', value: value() ?? toJson(tree), at, ...(at.kind === 'default' || at.address === undefined ? {} : { address: at.address }) };
}

function textAt(tree: Tree, path: string): Text {
  const text = plain(tree);
  return {
    text,
    parts: text !== undefined ? [text] : tree.kind === 'unknown' ? (tree.parts ?? [null]) : [],
    reason: tree.kind === 'unknown' ? tree.reason : undefined,
    // Of thousands of texts few are evidence of anything.
    get evidence() {
      return evidence(tree, path);
    },
  };
}

const texts = (tree: Tree | undefined, path: string): readonly Text[] => listOf(tree).map((one, i) => textAt(one, `${path}[${i}]`));
const maybe = (tree: Tree | undefined, path: string): Text | undefined => (tree === undefined ? undefined : textAt(tree, path));

const assigned = (tree: Tree | undefined, path: string): readonly Assigned[] =>
  listOf(tree).map((one, i) => {
    const value = maybe(member(one, 'Value'), `${path}[${i}].Value`);
    return {
      name: plain(member(one, 'Name')) ?? '',
      value,
      get evidence() {
        return value?.evidence ?? evidence(one, `${path}[${i}]`);
      },
    };
  });

function stepOf(tree: Tree, index: number): Step {
  const path = `Instructions[${index}]`;
  const commands = member(tree, 'Commands');
  const at = (key: string): Tree | undefined => member(tree, key);
  const keyword = plain(at('Keyword')) ?? '';
  return {
    index,
    keyword,
    stage: numeric(at('Stage')) ?? -1,
    onBuild: plain(at('OnBuild')) === 'true',
    exec: plain(at('Form')) === 'exec',
    flags: assigned(at('Flags'), `${path}.Flags`),
    args: texts(at('Arguments'), `${path}.Arguments`),
    variables: assigned(at('Variables'), `${path}.Variables`),
    commands: listOf(commands).map((one, i) => commandOf(one, `${path}.Commands[${i}]`)),
    open: commands?.kind === 'list' ? commands.open : undefined,
    fromStage: numeric(at('FromStage')),
    documents: listOf(at('Heredocs')).flatMap((one, i) => {
      const body = maybe(member(one, 'Body'), `${path}.Heredocs[${i}].Body`);
      return body === undefined ? [] : [{ name: plain(member(one, 'Name')) ?? '', body }];
    }),
    // The whole instruction would be a page of JSON: its keyword says which it is, its place the rest.
    get evidence() {
      return evidence(tree, path, () => keyword);
    },
  };
}

function commandOf(tree: Tree, path: string): Command {
  const words = texts(member(tree, 'Words'), `${path}.Words`);
  return {
    name: nameOf(words[0]),
    words,
    args: words.slice(1).map(({ text, parts }) => text ?? textOf(parts)),
    assignments: assigned(member(tree, 'Assignments'), `${path}.Assignments`),
    redirects: listOf(member(tree, 'Redirects')).flatMap((one, i) => {
      const target = maybe(member(one, 'Target'), `${path}.Redirects[${i}].Target`);
      return target === undefined ? [] : [{ operator: plain(member(one, 'Operator')) ?? '', target }];
    }),
    joined: plain(member(tree, 'Joined')) ?? ';',
    conditional: plain(member(tree, 'Conditional')) === 'true',
    via: plain(member(tree, 'Via')),
    get evidence() {
      return evidence(tree, path, () => words.map(({ text, parts }) => text ?? textOf(parts)).join(' '));
    },
  };
}

function nameOf(word: Text | undefined): string | undefined {
  const known = word?.text ?? word?.parts.filter((part) => typeof part === 'string').join('');
  const name = known?.slice(known.lastIndexOf('/') + 1);
  return name === '' && word?.text === undefined ? undefined : name;
}

function stageFacts(tree: Tree, path: string): StageFacts {
  const text = (key: string): Text | undefined => maybe(member(tree, key), `${path}.${key}`);
  return {
    index: numeric(member(tree, 'Index')) ?? 0,
    name: text('Name'),
    image: text('Image'),
    registry: text('Registry'),
    repository: text('Repository'),
    tag: text('Tag'),
    digest: text('Digest'),
    base: numeric(member(tree, 'Base')),
    final: plain(member(tree, 'Final')) === 'true',
    ships: plain(member(tree, 'Ships')) === 'true',
    get evidence() {
      return evidence(tree, path, () => plain(member(tree, 'Image')) ?? 'FROM');
    },
  };
}
