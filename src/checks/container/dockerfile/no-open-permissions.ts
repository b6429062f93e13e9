import { all } from '../../../model/index.js';
import { defineCheck, dockerfile } from '../../define.js';
import { at, noCommand, noStep, ships } from '../judge.js';
import type { Command, Text } from '../steps.js';

/** What a mode opens: to everybody's writing, or to everybody with the owner's rights. */
function open(mode: string): string | undefined {
  const octal = /^0*([0-7])?[0-7]{2}([0-7])$/.exec(mode);
  // With the sticky bit nobody replaces another's files.
  if (octal !== null) {
    const [special, others] = [Number(octal[1] ?? 0), Number(octal[2])];
    return (others & 2) !== 0 && (special & 1) === 0 ? WRITE : (special & 6) !== 0 ? OWNER : undefined;
  }
  const clauses = mode.split(',').flatMap((clause) => {
    const match = /^([ugoa]*)[+=]([rwxXst]*)$/.exec(clause);
    return match === null ? [] : [{ who: match[1] ?? '', rights: match[2] ?? '' }];
  });
  if (clauses.some(({ rights }) => rights.includes('s'))) return OWNER;
  return clauses.some(({ who, rights }) => /[oa]/.test(who) && rights.includes('w')) && !clauses.some(({ rights }) => rights.includes('t')) ? WRITE : undefined;
}
const WRITE = 'lets everybody write';
const OWNER = 'runs with the rights of its owner, whoever starts it';

/** The word that says the mode: of `chmod` the first that is no option, of `install` and `mkdir` what comes with `-m`. */
function modeOf({ name, words }: Command): Text | undefined {
  if (name === 'chmod') return words.slice(1).some(({ text }) => text?.startsWith('--reference') === true) ? undefined : words.slice(1).find(({ text }) => text === undefined || !/^-[A-Za-z]*[^rwxXstugo,]|^--|^-[Rvfch]+$/.test(text));
  if (name !== 'install' && name !== 'mkdir') return undefined;
  const at = words.findIndex(({ text }) => /^(-m|--mode)$/.test(text ?? ''));
  return at > 0 ? words[at + 1] : words.find(({ text }) => /^(-m|--mode=)./.test(text ?? ''));
}

export default defineCheck({
  id: 'container-dockerfile-no-open-permissions',
  title: 'Nothing is made writable for everybody or run with its owner\'s rights',
  row: 'identity',
  severity: 'medium',
  on: 'Demarc::Container::BuildFile',
  why: 'What everybody may write, an intruder replaces; what runs with the rights of root whoever starts it is the way from the program\'s user to root.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy: `chmod 777`, `chmod u+s`',
    effort: 'minutes: name the owner with `--chown`',
    reach: 'every container of the image',
    trap: 'nobody else is taken to be in the container',
  },
  evaluate: (file) =>
    all(
      noCommand(file, (command, step, _, build) => {
        const word = ships(build, step) ? modeOf(command) : undefined;
        if (word === undefined) return undefined;
        if (word.reason !== undefined) return { ...at(word, 'the mode is not known'), reason: word.reason };
        const mode = (word.text ?? '').replace(/^(-m|--mode=)/, '');
        return open(mode) === undefined ? undefined : at(command, `\`${command.name ?? ''} ${mode}\` ${open(mode) ?? ''}`);
      }),
      noStep(file, ['COPY', 'ADD'], (step, build) => {
        const mode = step.flags.find(({ name }) => name === 'chmod');
        const text = mode?.value?.text ?? '';
        if (mode?.value?.reason !== undefined && ships(build, step)) return { ...at(mode, 'the mode is not known'), reason: mode.value.reason };
        return mode === undefined || !ships(build, step) || open(text) === undefined ? undefined : at(mode, `\`--chmod=${text}\` ${open(text) ?? ''}`);
      }),
    ),
  fix: { dockerfile: 'COPY --chown=app:app --chmod=0755 app /app' },
  references: ['https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN chmod -R 0755 /app && chmod 1777 /tmp
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN chmod -R 777 /app
      `,
      dockerfile`
        FROM debian:13
        RUN chmod u+s /usr/bin/tool
      `,
      dockerfile`
        FROM debian:13
        COPY --chmod=4755 tool /usr/bin/
      `,
    ],
    unknown: [],
  },
});
