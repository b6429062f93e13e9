import { all, isPresent, not, test } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-processes-limited',
  title: 'Service may start some processes only',
  row: 'resilience',
  severity: 'low',
  on: 'Demarc::Container::ComposeService',
  why: 'Without a limit one service that starts itself again and again takes the process table of the host, and nothing else on it can start, a shell for the rescue included.',
  cwe: ['CWE-770'],
  judgement: {
    detection: 'easy: a value that is missing',
    effort: 'minutes: measure, and double it',
    reach: 'all that runs on the host',
    trap: 'a limit of memory is taken for one of processes',
  },
  evaluate: ({ ProcessLimit: limit }) => all(isPresent(limit), not(test(limit, (most) => Number(most) <= 0))),
  fix: { compose: 'services:\n  web:\n    pids_limit: 200' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            pids_limit: 200
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            deploy:
              resources:
                limits:
                  pids: 200
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            init: true
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            pids_limit: -1
      `,
    ],
    unknown: [],
  },
});
