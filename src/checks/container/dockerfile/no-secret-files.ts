import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile, narrower } from '../../define.js';
import { credentialFile, pointsToCredentials } from '../credentials.js';
import { at, type Found, noStep, ships } from '../judge.js';
import { buildOf, type Build } from '../steps.js';

const EXAMPLE = /[.-](example|sample|template|dist|defaults?)\b|\b(example|sample|template)\b/i;

/** Where a source ends up. */
const destination = (from: string, to: string): string => (to.endsWith('/') ? `${to}${from.replace(/\/+$/, '').slice(from.replace(/\/+$/, '').lastIndexOf('/') + 1)}` : to);

/** Paths that a variable of the image calls a file of credentials. */
const pathsOfCredentials = ({ steps }: Build): ReadonlySet<string> => new Set(steps.flatMap(({ keyword, variables }) => (keyword === 'ENV' ? variables.flatMap(({ name, value }) => (value?.text !== undefined && pointsToCredentials(name) ? [value.text] : [])) : [])));

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
  evaluate: (file) => {
    const pointed = pathsOfCredentials(buildOf(file));
    return noStep(file, ['COPY', 'ADD'], (step, build) => {
      // What a stage that does not ship was given stays behind with it.
      if (!ships(build, step)) return undefined;
      const to = step.args.at(-1);
      return step.args.slice(0, -1).flatMap((one): readonly Found[] => {
        const from = one.text ?? textOf(one.parts);
        if (credentialFile(from)) return [at(one, `\`${from}\` holds credentials`)];
        const target = destination(from, textOf(to?.parts ?? []));
        if (pointed.has(target)) return [at(one, `\`${from}\` becomes \`${target}\`, where credentials are read from`)];
        if (!EXAMPLE.test(from) && credentialFile(target)) return [at(one, `\`${from}\` becomes \`${target}\`, which holds credentials`)];
        // Of `$FOLDER/app.jar` the name is known.
        const last = one.parts.at(-1);
        return one.reason !== undefined && !(typeof last === 'string' && /\/[^/]+$|\w\.\w+$/.test(last)) ? [{ ...at(one, 'what is copied is not known'), reason: one.reason }] : [];
      });
    });
  },
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
