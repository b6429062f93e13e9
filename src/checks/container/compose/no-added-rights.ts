import { because, every, matches, not } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

/** https://man7.org/linux/man-pages/man7/capabilities.7.html */
const LEADING = /^(CAP_)?(ALL|SYS_ADMIN|SYS_MODULE|SYS_PTRACE|SYS_RAWIO|SYS_BOOT|SYS_TIME|DAC_READ_SEARCH|MAC_ADMIN|MAC_OVERRIDE|BPF|PERFMON|NET_ADMIN)$/i;

export default defineCheck({
  id: 'container-compose-no-added-rights',
  title: 'Service gets no capability that leads to its host',
  row: 'identity',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'Each of these capabilities is a known way out of a container: loading kernel modules, mounting disks, reading any memory, or all of it.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: `cap_add`',
    effort: 'minutes to hours: find the one that is needed',
    reach: 'the host and all that runs on it',
    trap: 'the list is copied from a guide and stays',
  },
  evaluate: ({ AddedCapabilities: added }) => every(added, (one) => because(not(matches(one, LEADING)), (truth) => (truth === false ? 'a capability that leads to the host is added' : undefined))),
  fix: { compose: 'services:\n  web:\n    cap_drop: [ALL]\n    cap_add: [NET_BIND_SERVICE]' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            cap_drop: [ALL]
            cap_add: [NET_BIND_SERVICE]
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            init: true
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            cap_add: [ALL]
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            cap_add:
              - SYS_ADMIN
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            cap_add:
              - \${CAPABILITY}
      `,
    ],
  },
});
