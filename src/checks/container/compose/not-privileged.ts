import { isTrue, not } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-not-privileged',
  title: 'Service does not run privileged',
  row: 'os',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'A privileged container has all devices and capabilities of its host: who gets into it has the host, and all other containers with it.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'minutes, or one capability that is named',
    reach: 'the host and all that runs on it',
    trap: 'the flag is copied from a guide and stays',
  },
  evaluate: ({ Privileged: on }) => not(isTrue(on)),
  fix: { compose: 'services:\n  web:\n    privileged: false' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            privileged: false
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            read_only: true
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            privileged: true
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            privileged: \${PRIVILEGED}
      `,
    ],
  },
});
