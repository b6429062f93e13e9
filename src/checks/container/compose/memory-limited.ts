import { isPresent } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-memory-limited',
  title: 'Service may use a part of the memory only',
  row: 'resilience',
  severity: 'low',
  on: 'Demarc::Container::ComposeService',
  why: 'Without a limit one service that leaks, or is made to, takes the memory of all others on the host with it.',
  cwe: ['CWE-770'],
  judgement: {
    detection: 'easy: a value that is missing',
    effort: 'minutes: measure, and add a half',
    reach: 'all that runs on the host',
    trap: 'the host is taken to be large enough',
  },
  evaluate: ({ MemoryLimit: limit }) => isPresent(limit),
  fix: { compose: 'services:\n  web:\n    deploy:\n      resources:\n        limits:\n          memory: 512M' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            mem_limit: 512m
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            deploy:
              resources:
                limits:
                  memory: 512M
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            init: true
      `,
    ],
    unknown: [],
  },
});
