import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile, narrower } from '../../define.js';
import { credentialFile } from '../credentials.js';
import { at, noStep, ships } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-no-secret-files',
  title: 'No file of credentials is copied into the image',
  row: 'secrets',
  severity: 'critical',
  on: 'Demarc::Container::BuildFile',
  why: 'A file that is copied is in its layer for good: deleting it later hides it from nobody who has the image.',
  cwe: ['CWE-538', 'CWE-522'],
  judgement: {
    detection: 'easy: the names of the files',
    effort: 'minutes: `RUN --mount=type=secret`',
    reach: 'whatever the credential opens, for whoever gets the image',
    trap: 'a file that a later line removes is taken to be gone',
  },
  evaluate: (file) =>
    noStep(file, ['COPY', 'ADD'], (step, build) => {
      // What a stage that does not ship was given stays behind with it.
      if (!ships(build, step)) return undefined;
      return step.args.slice(0, -1).flatMap((one) => (credentialFile(one.text ?? textOf(one.parts)) ? [at(one, `\`${textOf(one.parts)}\` holds credentials`)] : []));
    }),
  fix: { dockerfile: 'RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci' },
  references: ['https://docs.docker.com/build/building/secrets/'],
  equivalents: { trivy: narrower('AVD-DS-0031') },
  examples: {
    good: [
      dockerfile`
        FROM node:24-slim
        COPY package.json .env.example ./
      `,
    ],
    bad: [
      dockerfile`
        FROM node:24-slim
        COPY package.json .npmrc ./
      `,
      dockerfile`
        FROM debian:13
        COPY .ssh/id_rsa /root/.ssh/id_rsa
      `,
    ],
    unknown: [],
  },
});
