import { defineCheck, dockerfile, equal } from '../../define.js';
import { nowhere } from '../judge.js';
import { repeated } from '../repeated.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-cmd-once',
  title: 'Stage has one CMD at most',
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
  evaluate: (file) => nowhere(file, repeated(buildOf(file), 'CMD')),
  fix: { dockerfile: 'CMD ["serve"]' },
  references: ['https://docs.docker.com/reference/dockerfile/#cmd'],
  equivalents: { trivy: equal('AVD-DS-0016') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13 AS one
        CMD ["serve"]
        FROM debian:13
        CMD ["serve"]
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        CMD ["serve"]
        CMD ["serve"]
      `,
    ],
    unknown: [],
  },
});
