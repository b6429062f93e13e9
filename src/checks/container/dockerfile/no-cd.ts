import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';
import type { Command } from '../steps.js';

/** Commands before a `cd` that are looked at. */
const NEAR = 200;
const owns = new WeakMap<readonly Command[], readonly Command[]>();

/** What a line runs itself, by no wrapper; `set` says only how. */
function ownOf(all: readonly Command[]): readonly Command[] {
  const own = owns.get(all) ?? all.filter(({ via, name }) => via === undefined && name !== 'set');
  owns.set(all, own);
  return own;
}

/** In the middle of a line it enters what the line itself has brought: a relative folder, or one that a command before it speaks of. An empty one WORKDIR makes, too. */
function entersItsOwn(command: Command, own: readonly Command[]): boolean {
  const folder = command.args.find((arg) => !/^-[LPe]+$/.test(arg)) ?? '';
  if (!/^[/~]/.test(folder)) return true;
  const here = own.indexOf(command);
  const before = own.slice(Math.max(0, here - NEAR), here);
  return before.some(({ name, args }) => name !== 'mkdir' && name !== 'cd' && args.some((arg) => arg.length > 1 && (`${folder}/`.startsWith(`${arg.replace(/\/+$/, '')}/`) || arg.includes(folder))));
}

export default defineCheck({
  id: 'container-dockerfile-no-cd',
  title: 'Folders are changed by WORKDIR, not by `RUN cd`',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'A `cd` ends with its line: what follows runs in another folder than the reader believes, and what is created there has other owners.',
  cwe: ['CWE-426'],
  judgement: {
    detection: 'easy: `RUN cd`',
    effort: 'seconds',
    reach: 'the build',
    trap: 'it is taken to last, as in a terminal',
  },
  evaluate: (file) =>
    noCommand(file, (command, _, all) => {
      if (command.name !== 'cd' || command.via !== undefined) return undefined;
      const own = ownOf(all);
      const edge = command === own[0] || command === own.at(-1);
      return edge || !entersItsOwn(command, own) ? at(command, `\`cd ${command.args.join(' ')}\` lasts for this line only; \`WORKDIR\` lasts`) : undefined;
    }),
  fix: { dockerfile: 'WORKDIR /usr/share/nginx/html\nRUN sed -i s/a/b/ index.html' },
  references: ['https://docs.docker.com/build/building/best-practices/#workdir'],
  equivalents: { trivy: equal('AVD-DS-0013') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        WORKDIR /srv
        RUN curl -fsS https://example.com/a.tgz | tar xz && cd a && make install
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN cd /srv && make
      `,
    ],
    unknown: [],
  },
});
