import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noStep } from '../judge.js';

const ABSOLUTE = /^["']?(\/|[A-Za-z]:|\\)/;

export default defineCheck({
  id: 'container-dockerfile-workdir-absolute',
  title: 'WORKDIR is an absolute path',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'A relative folder hangs on every one before it and on the base image: a change there moves files, and permissions with them, without a word here.',
  cwe: ['CWE-426'],
  judgement: {
    detection: 'easy: no slash at the start',
    effort: 'seconds',
    reach: 'every image built from the file',
    trap: 'the folder before it is taken for fixed',
  },
  evaluate: (file) =>
    noStep(file, 'WORKDIR', ({ args, evidence }) => {
      const [path] = args;
      if (path === undefined) return { evidence, message: '`WORKDIR` names no folder' };
      const [first] = path.parts;
      if (typeof first === 'string' && first !== '') return ABSOLUTE.test(first) ? undefined : at(path, `\`${textOf(path.parts)}\` is relative`);
      return path.text === undefined ? { ...at(path, 'the folder is not known'), reason: path.reason ?? { kind: 'unresolved', detail: 'the folder is not known' } } : at(path, '`WORKDIR` names no folder');
    }),
  fix: { dockerfile: 'WORKDIR /app' },
  references: ['https://docs.docker.com/reference/dockerfile/#workdir', 'https://docs.docker.com/build/building/best-practices/#workdir'],
  equivalents: { checkov: equal('CKV_DOCKER_10'), trivy: equal('AVD-DS-0009') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        ENV BASE=/srv
        WORKDIR \${BASE}/app
        WORKDIR "C:\\app"
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        WORKDIR app
      `,
    ],
    unknown: [
      dockerfile`
        FROM debian:13
        WORKDIR \${APP_HOME}/bin
      `,
    ],
  },
});
