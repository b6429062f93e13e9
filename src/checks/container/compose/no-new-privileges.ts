import { matches, some } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-no-new-privileges',
  title: 'Service cannot gain rights by the programs that it starts',
  row: 'identity',
  severity: 'low',
  on: 'Demarc::Container::ComposeService',
  why: 'A program with the set-user-id bit makes root of the user that starts it: without this option the image\'s own tools are a way back to root.',
  cwe: ['CWE-269'],
  judgement: {
    detection: 'easy: an option that is missing',
    effort: 'seconds',
    reach: 'the container',
    trap: 'a `USER` is taken to be final',
  },
  evaluate: ({ SecurityOptions: options }) => some(options, (one) => matches(one, /^no-new-privileges([:=]true)?$/i)),
  fix: { compose: 'services:\n  web:\n    security_opt:\n      - no-new-privileges:true' },
  references: ['https://docs.docker.com/reference/cli/docker/container/run/#security-opt', 'https://github.com/compose-spec/compose-spec/blob/main/05-services.md'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            security_opt:
              - no-new-privileges:true
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
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            security_opt:
              - \${OPTION}
      `,
    ],
  },
});
