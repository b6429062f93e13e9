import { defineCheck, dockerfile, equal } from '../../define.js';
import { noVariable } from '../variables.js';

export default defineCheck({
  id: 'container-dockerfile-node-tls',
  title: 'Node.js verifies certificates',
  row: 'encryption',
  severity: 'high',
  on: 'Demarc::Container::BuildFile',
  why: 'Without the verification anybody on the way can answer in the place of the server: what they send is built into the image, with the credentials that were sent to them.',
  cwe: ['CWE-295'],
  judgement: {
    detection: 'easy: an option or a variable',
    effort: 'minutes: install the certificate of the authority',
    reach: 'every image built from the file',
    trap: 'it was a way around an error, and stayed',
  },
  evaluate: (file) => noVariable(file, /^NODE_TLS_REJECT_UNAUTHORIZED$/, (value) => /^0$/.test(value), (name) => `\`${name}\` turns the verification of certificates off`),
  fix: { dockerfile: 'ENV NODE_TLS_REJECT_UNAUTHORIZED=1' },
  references: ['https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue'],
  equivalents: { checkov: equal('CKV2_DOCKER_6') },
  examples: {
    good: [
      dockerfile`
        FROM node:24-slim
        ENV NODE_TLS_REJECT_UNAUTHORIZED=1
      `,
    ],
    bad: [
      dockerfile`
        FROM node:24-slim
        ENV NODE_TLS_REJECT_UNAUTHORIZED=0
      `,
      dockerfile`
        FROM node:24-slim
        RUN NODE_TLS_REJECT_UNAUTHORIZED=0 ./fetch
      `,
    ],
    unknown: [
      dockerfile`
        FROM node:24-slim
        ARG NODE_TLS_REJECT_UNAUTHORIZED
        RUN ./fetch
      `,
    ],
  },
});
