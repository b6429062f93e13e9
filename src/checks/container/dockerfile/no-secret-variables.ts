import { defineCheck, dockerfile, narrower } from '../../define.js';
import { credential, tellingName } from '../credentials.js';
import { type Found, nowhere } from '../judge.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-no-secret-variables',
  title: 'No credential is an argument or a variable of the build',
  row: 'secrets',
  severity: 'critical',
  on: 'Demarc::Container::BuildFile',
  why: 'Arguments stand in the history of the image and variables in its configuration: whoever can pull it reads them, whatever later lines delete.',
  cwe: ['CWE-798', 'CWE-538'],
  judgement: {
    detection: 'easy: `docker history`',
    effort: 'minutes: `RUN --mount=type=secret`',
    reach: 'whatever the credential opens, for whoever gets the image',
    trap: 'an argument is taken to be gone after the build',
  },
  evaluate: (file) =>
    nowhere(
      file,
      buildOf(file).steps.flatMap((step): readonly Found[] => {
        if (step.keyword !== 'ENV' && step.keyword !== 'ARG') return [];
        return step.variables.flatMap(({ name, value, evidence }): readonly Found[] => {
          if (value === undefined) return step.keyword === 'ARG' && tellingName(name) ? [{ evidence, message: `\`ARG ${name}\` takes a credential, which stays in the history of the image` }] : [];
          if (value.text !== undefined) return credential(value.text, name) ? [{ evidence, message: `\`${step.keyword} ${name}\` holds a credential` }] : [];
          if (value.parts.some((part) => typeof part === 'string' && credential(part, ''))) return [{ evidence, message: `\`${step.keyword} ${name}\` holds a credential` }];
          return tellingName(name) ? [{ evidence, message: `\`${step.keyword} ${name}\` takes a credential from the build and keeps it` }] : [];
        });
      }),
    ),
  fix: { dockerfile: 'RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci' },
  references: ['https://docs.docker.com/build/building/secrets/', 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/'],
  equivalents: { trivy: narrower('AVD-DS-0031') },
  examples: {
    good: [
      dockerfile`
        FROM node:24-slim
        ENV NODE_ENV=production TOKEN_FILE=/run/secrets/token
        RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci
      `,
    ],
    bad: [
      dockerfile`
        FROM node:24-slim
        ARG NPM_TOKEN
        RUN npm ci
      `,
      dockerfile`
        FROM debian:13
        ENV DB_PASSWORD=correct-horse
      `,
    ],
    unknown: [],
  },
});
