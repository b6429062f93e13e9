import { defineCheck, dockerfile, equal } from '../../define.js';
import { noStep } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-no-maintainer',
  title: 'MAINTAINER is not used',
  row: 'runtime',
  severity: 'info',
  on: 'Demarc::Container::BuildFile',
  why: 'The instruction is deprecated: tools that look for the owner of an image read its labels, and find nobody.',
  cwe: ['CWE-477'],
  judgement: {
    detection: 'easy: a word',
    effort: 'seconds',
    reach: 'who looks for the owner',
    trap: 'it still builds',
  },
  evaluate: (file) => noStep(file, 'MAINTAINER', ({ evidence }) => ({ evidence, message: '`MAINTAINER` is deprecated; a label says it' })),
  fix: { dockerfile: 'LABEL org.opencontainers.image.authors="team@example.com"' },
  references: ['https://docs.docker.com/reference/dockerfile/#maintainer-deprecated'],
  equivalents: { checkov: equal('CKV_DOCKER_6'), trivy: equal('AVD-DS-0022') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        LABEL org.opencontainers.image.authors="team@example.com"
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        MAINTAINER team@example.com
      `,
    ],
    unknown: [],
  },
});
