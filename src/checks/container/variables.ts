/** Where a build sets variables: ENV, ARG, `A=b command`, `export A=b`, `env A=b`. */
import { textOf, type Evidence } from '../../model/index.js';
import { none, type Found } from './judge.js';
import { buildOf, type BuildFileView, type Command, type Text } from './steps.js';
import { writtenTo } from './written.js';
import type { Condition } from '../../model/index.js';

export interface SetVariable {
  readonly name: string;
  readonly value: Text | undefined;
  readonly evidence: Evidence;
  readonly by: 'ENV' | 'ARG' | 'RUN';
}

/** Variables that a command sets for itself or for what follows it. */
export function setBy(command: Command): readonly Omit<SetVariable, 'by'>[] {
  const name = command.name ?? '';
  const inWords = /^(export|declare|typeset|readonly|local)$/.test(name) ? command.words.slice(1) : /^(env|sudo|cross-env)$/.test(name) ? beforeCommand(command.words.slice(1)) : [];
  return [
    ...command.assignments,
    ...inWords.flatMap((word) => {
      const [first] = word.parts;
      const match = typeof first === 'string' ? /^([A-Za-z_]\w*)=(.*)$/s.exec(first) : null;
      if (match === null) return [];
      const text = word.text === undefined ? undefined : match[2];
      return [{ name: match[1]!, value: { ...word, text, parts: [match[2]!, ...word.parts.slice(1)] }, evidence: word.evidence }];
    }),
  ];
}

/** Words of `env` and the like that stand before what they run. */
function beforeCommand(words: readonly Text[]): readonly Text[] {
  const end = words.findIndex(({ parts: [first] }, i) => typeof first !== 'string' || !(/^[A-Za-z_]\w*=|^-/.test(first) || words[i - 1]?.text?.startsWith('-') === true));
  return end < 0 ? words : words.slice(0, end);
}

export function variablesOf(view: BuildFileView): readonly SetVariable[] {
  return buildOf(view).steps.flatMap(({ keyword, variables, commands }): readonly SetVariable[] => {
    if (keyword === 'ENV' || keyword === 'ARG') return variables.map((one) => ({ ...one, by: keyword }));
    return keyword === 'RUN' ? commands.flatMap(setBy).map((one) => ({ ...one, by: 'RUN' as const })) : [];
  });
}

/** Files that shells read their environment from. */
const PROFILE = /(^|\/)(\.?(bash|zsh|k?sh)?(rc|_?profile|env)|profile\.d\/[^/]+|bash\.bashrc|environment)$/;

/** No variable of a name is set so that `bad` takes its value; a declared argument without a default is not known. */
export const noVariable = (view: BuildFileView, name: RegExp, bad: (value: string) => boolean, message: (name: string) => string): Condition => {
  const build = buildOf(view);
  const open = [...(build.open === undefined ? [] : [build.open]), ...build.steps.flatMap(({ keyword, open: reason }) => (keyword === 'RUN' && reason !== undefined ? [reason] : []))];
  const written = writtenTo(view, PROFILE).flatMap(({ text, evidence }): readonly Found[] =>
    [...text.matchAll(/(?:^|\s)(?:export\s+)?([A-Za-z_]\w*)=["']?([^\s"';]*)/g)].flatMap(([, set = '', value = '']) => (name.test(set) && bad(value) ? [{ evidence, message: message(set) }] : [])),
  );
  return none([
    ...written,
    ...variablesOf(view).flatMap((one): readonly Found[] => {
      if (!name.test(one.name)) return [];
      const { value, evidence } = one;
      if (value === undefined) return [{ evidence, message: `what \`${one.name}\` is, is said when the image is built`, reason: { kind: 'unresolved', detail: `\`ARG ${one.name}\` has no default` } }];
      if (value.text === undefined) return bad(textOf(value.parts)) && value.parts.some((part) => typeof part === 'string' && part !== '') ? [{ evidence, message: message(one.name) }] : [{ evidence, message: `\`${one.name}\` is not known`, ...(value.reason === undefined ? {} : { reason: value.reason }) }];
      return bad(value.text) ? [{ evidence, message: message(one.name) }] : [];
    }),
  ], open);
};
