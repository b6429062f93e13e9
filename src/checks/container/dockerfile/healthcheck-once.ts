import { defineCheck, dockerfile, equal } from '../../define.js';
import { nowhere } from '../judge.js';
import { repeated } from '../repeated.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-healthcheck-once',
  title: 'Stage has one HEALTHCHECK at most',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'Only the last one counts, without a word: what the first one started, hardened or watched is gone.',
  cwe: ['CWE-670'],
  judgement: {
    detection: 'hard: nothing warns',
    effort: 'seconds: delete what is overruled',
    reach: 'every container of the image',
    trap: 'both are taken to run',
  },
  evaluate: (file) => nowhere(file, repeated(buildOf(file), 'HEALTHCHECK')),
  fix: { dockerfile: 'HEALTHCHECK CMD ["/app", "check"]' },
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  equivalents: { trivy: equal('AVD-DS-0023') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13 AS one
        HEALTHCHECK CMD ["/app", "check"]
        FROM debian:13
        HEALTHCHECK CMD ["/app", "check"]
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        HEALTHCHECK CMD ["/app", "check"]
        HEALTHCHECK CMD ["/app", "check"]
      `,
    ],
    unknown: [],
  },
});
