import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noStep } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-copy-into-folder',
  title: 'COPY of several files names a folder',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'Several sources need a folder to go to, and only a slash at the end says that it is one: without it the build fails, or a file is written where a folder was meant.',
  cwe: ['CWE-670'],
  judgement: {
    detection: 'easy: no slash at the end',
    effort: 'seconds',
    reach: 'the build',
    trap: 'a folder of that name is taken to be there',
  },
  evaluate: (file) =>
    noStep(file, 'COPY', ({ args, documents }) => {
      const last = args.at(-1);
      // A here-document is a source as a file is.
      if (args.length + documents.length <= 2 || last === undefined) return undefined;
      const end = last.parts.at(-1);
      if (typeof end !== 'string') return { ...at(last, 'where the files go is not known'), reason: last.reason ?? { kind: 'unresolved', detail: 'the folder is not known' } };
      return /[/\\]$|(^|[/\\])\.\.?$/.test(end) ? undefined : at(last, `\`${textOf(last.parts)}\` does not end with a slash`);
    }),
  fix: { dockerfile: 'COPY package.json package-lock.json /app/' },
  references: ['https://docs.docker.com/reference/dockerfile/#copy'],
  equivalents: { trivy: equal('AVD-DS-0011') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        COPY package.json package-lock.json /app/
        COPY one two ./
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        COPY package.json package-lock.json /app
      `,
    ],
    unknown: [
      dockerfile`
        FROM debian:13
        COPY one two \${APP_HOME}
      `,
    ],
  },
});
