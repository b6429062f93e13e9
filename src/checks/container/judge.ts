/** From what is found in a Dockerfile to a condition: what is found fails, what could not be read is unknown, else it holds. */
import { fails, holds, undecided, type Condition, type Evidence, type Reason } from '../../model/index.js';
import { buildOf, type BuildFileView, type Build, type Command, type Step, type Text } from './steps.js';

/** What is wrong at a place; with a reason, what may be. */
export interface Found {
  readonly evidence: Evidence | readonly Evidence[];
  readonly message: string;
  readonly reason?: Reason;
}

/** Nothing found holds; evidence of what was looked at keeps the reader from thinking that nothing was. */
export function none(found: readonly Found[], open: readonly Reason[] = []): Condition {
  const wrong = found.filter(({ reason }) => reason === undefined);
  const evidence = (of: readonly Found[]): readonly Evidence[] => of.flatMap((one) => one.evidence);
  if (wrong.length > 0) return fails(evidence(wrong), sentence(wrong));
  if (found.length > 0) return undecided(found.flatMap(({ reason }) => reason ?? []), evidence(found), sentence(found));
  return open.length > 0 ? undecided(open) : holds();
}

/** The same of what was looked for in a whole file: what was cut off it may hold more. */
export function nowhere(view: BuildFileView, found: readonly Found[], open: readonly Reason[] = []): Condition {
  const { open: more } = buildOf(view);
  return none(found, more === undefined ? open : [...open, more]);
}

const sentence = (found: readonly Found[]): string => {
  const messages = [...new Set(found.map(({ message }) => message))];
  return messages.length <= 3 ? messages.join('; ') : `${messages.slice(0, 3).join('; ')}; and ${messages.length - 3} more`;
};

/** Asks of each command that a RUN (or ONBUILD RUN) runs. */
export const noCommand = (view: BuildFileView, question: (command: Command, step: Step, all: readonly Command[], build: Build) => Found | readonly Found[] | undefined): Condition => {
  const build = buildOf(view);
  const found: Found[] = [];
  const open: Reason[] = build.open === undefined ? [] : [build.open];
  for (const step of build.steps) {
    if (step.keyword !== 'RUN') continue;
    if (step.open !== undefined) open.push(step.open);
    for (const command of step.commands) {
      // What runs under a name that is not known may be what is asked for.
      const reason = command.name === undefined ? command.words[0]?.reason : undefined;
      if (reason !== undefined) open.push(reason);
      found.push(...[question(command, step, step.commands, build) ?? []].flat());
    }
  }
  return none(found, open);
};

/** A variable by itself whose name says that it stands for options. */
const OPTIONS = /(opt|option|arg|argument|flag|param|parameter|extra)s?\d*$/i;

/** Asks of the commands of some programs for an option that they must not have: one that stands in a variable without a value is not known. */
export const noOption = (view: BuildFileView, programs: RegExp, question: (command: Command) => Found | undefined): Condition =>
  noCommand(view, (command) => {
    if (!programs.test(command.name ?? '')) return undefined;
    const found = question(command);
    if (found !== undefined) return found;
    for (const word of command.words) {
      const [only, ...more] = word.parts;
      if (word.reason !== undefined && more.length === 0 && typeof only === 'object' && only !== null && OPTIONS.test(only.address)) return { ...at(word, `\`$${only.address}\` may hold options`), reason: word.reason };
    }
    return undefined;
  });

/** Asks of each instruction of the kinds. */
export const noStep = (view: BuildFileView, keywords: string | readonly string[], question: (step: Step, build: Build) => Found | readonly Found[] | undefined): Condition => {
  const build = buildOf(view);
  const wanted = [keywords].flat();
  return none(build.steps.filter(({ keyword }) => wanted.includes(keyword)).flatMap((step) => question(step, build) ?? []), build.open === undefined ? [] : [build.open]);
};

/** Whether there is an instruction of the kinds, or a RUN that the question takes. */
export const has = (view: BuildFileView, keywords: string | readonly string[], question: (step: Step) => boolean = () => true): Condition => {
  const wanted = [keywords].flat();
  const { steps, open } = buildOf(view);
  const found = steps.find((step) => wanted.includes(step.keyword) && question(step));
  if (found !== undefined) return holds([found.evidence]);
  return open === undefined ? fails() : undecided([open]);
};

export const at = (text: Text | { readonly evidence: Evidence }, message: string): Found => ({ evidence: text.evidence, message });

/** Whether the stage of a step is part of an image that ships. */
export const ships = ({ stages }: Build, { stage }: Step): boolean => stages.length === 0 || (stages[stage]?.ships ?? true);
