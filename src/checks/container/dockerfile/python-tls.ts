import { defineCheck, dockerfile, equal } from '../../define.js';
import { noVariable } from '../variables.js';

export default defineCheck({
  id: 'container-dockerfile-python-tls',
  title: 'Python verifies certificates',
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
  evaluate: (file) => noVariable(file, /^PYTHONHTTPSVERIFY$/, (value) => /^0$/.test(value), (name) => `\`${name}\` turns the verification of certificates off`),
  fix: { dockerfile: 'ENV PYTHONHTTPSVERIFY=1' },
  references: ['https://peps.python.org/pep-0493/'],
  equivalents: { checkov: equal('CKV2_DOCKER_5') },
  examples: {
    good: [
      dockerfile`
        FROM python:3.14-slim
        ENV PYTHONHTTPSVERIFY=1
      `,
    ],
    bad: [
      dockerfile`
        FROM python:3.14-slim
        ENV PYTHONHTTPSVERIFY=0
      `,
      dockerfile`
        FROM python:3.14-slim
        RUN PYTHONHTTPSVERIFY=0 ./fetch
      `,
    ],
    unknown: [
      dockerfile`
        FROM python:3.14-slim
        ARG PYTHONHTTPSVERIFY
        RUN ./fetch
      `,
    ],
  },
});
