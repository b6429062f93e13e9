import { isTrue } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-read-only-root',
  title: 'Service cannot change its own programs',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::ComposeService',
  why: 'In a root file system that can be written, an intruder replaces programs and leaves tools that outlive a restart of the process.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy: a flag that is missing',
    effort: 'minutes to hours: folders that must be written become `tmpfs`',
    reach: 'the container',
    trap: 'the container is taken to be thrown away soon',
  },
  evaluate: ({ ReadOnlyRoot: on }) => isTrue(on),
  fix: { compose: 'services:\n  web:\n    read_only: true\n    tmpfs: [/tmp]' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
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
            init: true
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            read_only: \${READ_ONLY}
      `,
    ],
  },
});
