/** What a build writes into files: `echo … > f`, `… | tee f`, `sed -i … f`, here-documents of `cat` and of COPY. */
import { textOf, type Condition } from '../../model/index.js';
import { at, none, type Found } from './judge.js';
import { buildOf, type BuildFileView, type Command, type Step, type Text } from './steps.js';

export interface Written {
  /** Known pieces of it; what is not known is `${…}`. */
  readonly text: string;
  readonly evidence: Text['evidence'];
}

/** Texts that a build writes into files whose path matches. */
export function writtenTo(view: BuildFileView, path: RegExp): readonly Written[] {
  return buildOf(view).steps.flatMap((step) => {
    if (step.keyword === 'COPY' || step.keyword === 'ADD') return path.test(textOf(step.args.at(-1)?.parts ?? [])) ? step.documents.map(({ body }) => written(body)) : [];
    return step.keyword === 'RUN' ? step.commands.flatMap((command, i) => byCommand(command, step.commands[i - 1], step, path)) : [];
  });
}

function byCommand(command: Command, before: Command | undefined, step: Step, path: RegExp): readonly Written[] {
  const into = command.redirects.some(({ operator, target }) => operator.startsWith('>') && path.test(textOf(target.parts)));
  const named = command.args.some((arg) => path.test(arg));
  if (command.name === 'sed' && named) return command.words.slice(1).map((word) => written(word));
  if (!into && !(command.name === 'tee' && named)) return [];
  const documents = command.redirects.flatMap(({ operator, target }) => {
    if (operator === '<<<') return [written(target)];
    return operator.startsWith('<<') ? step.documents.filter(({ name }) => name === target.text).map(({ body }) => written(body)) : [];
  });
  const source = command.name === 'tee' ? (command.joined === '|' ? before : undefined) : command;
  return [...documents, ...(source === undefined ? [] : [{ text: source.args.join(' ').replace(/\\n/g, '\n'), evidence: source.evidence }])];
}

const written = (text: Text): Written => ({ text: text.text ?? textOf(text.parts), evidence: text.evidence });

/** Nothing that matches is written into files whose path matches. */
export const notWritten = (view: BuildFileView, path: RegExp, bad: RegExp, message: string): Condition => none(writtenTo(view, path).flatMap((one): readonly Found[] => (bad.test(one.text) ? [at(one, message)] : [])));
