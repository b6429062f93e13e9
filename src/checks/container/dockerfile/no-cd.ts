import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';

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
      const own = all.filter(({ via, name }) => via === undefined && name !== 'set');
      const edge = command === own[0] || command === own.at(-1);
      // In the middle of a line it enters what the line itself has made.
      return command.name === 'cd' && edge && command.via === undefined ? at(command, `\`cd ${command.args.join(' ')}\` lasts for this line only; \`WORKDIR\` lasts`) : undefined;
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
