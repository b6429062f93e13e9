import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noStep } from '../judge.js';

/** Folders that the Filesystem Hierarchy Standard gives to the system: https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html. */
const SYSTEM = /^\/(bin|boot|dev|etc|lib(32|64|x32)?|proc|run|sbin|sys)\/|^\/(usr|var)\/$|^\/usr\/(bin|sbin|lib(32|64|x32)?)\/$|^\/usr\/local\/$|^\/var\/(lib|log|run|cache)\/$/;

export default defineCheck({
  id: 'container-dockerfile-workdir-not-system',
  title: 'WORKDIR is no folder of the system',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'A program that works in `/etc` or `/usr/bin` writes among the files that the system runs: what it creates, or is made to create, is executed or believed.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy: the path',
    effort: 'minutes: a folder of its own',
    reach: 'every container of the image',
    trap: 'the container is taken to hold nothing but the program',
  },
  evaluate: (file) => noStep(file, 'WORKDIR', ({ args: [path] }) => (path?.text !== undefined && SYSTEM.test(`${path.text.replace(/\/+$/, '')}/`) ? at(path, `\`${path.text}\` belongs to the system`) : undefined)),
  fix: { dockerfile: 'WORKDIR /app' },
  references: ['https://docs.docker.com/reference/dockerfile/#workdir'],
  equivalents: { trivy: equal('AVD-DS-0030') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        WORKDIR /usr/src/app
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        WORKDIR /usr/bin
      `,
    ],
    unknown: [],
  },
});
