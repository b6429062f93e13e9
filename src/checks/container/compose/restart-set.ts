import { all, isPresent, not, test } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-restart-set',
  title: 'Service is started again when it fails',
  row: 'resilience',
  severity: 'info',
  on: 'Demarc::Container::ComposeService',
  why: 'The engine leaves a container that has ended where it is: what crashes, or is made to, stays away until somebody looks.',
  cwe: ['CWE-703'],
  judgement: {
    detection: 'easy: no `restart`',
    effort: 'seconds',
    reach: 'the service',
    trap: 'containers are taken to start again by themselves',
  },
  evaluate: ({ Restart: restart }) => all(isPresent(restart), not(test(restart, (when) => /^(no|none|false|)$/.test(String(when))))),
  fix: { compose: 'services:\n  web:\n    restart: unless-stopped' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            restart: unless-stopped
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            restart: on-failure:5
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            deploy:
              restart_policy:
                max_attempts: 3
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
            restart: "no"
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            restart: \${RESTART}
      `,
    ],
  },
});
