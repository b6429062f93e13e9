import { all, equals, not } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-no-host-namespaces',
  title: 'Service has processes, memory and users of its own',
  row: 'os',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'Among the processes of its host a container sees their arguments and environments, and with a little right more can stop or enter them.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a word',
    effort: 'minutes: leave it out',
    reach: 'the processes of the host',
    trap: 'only monitoring is taken to need it, and to be harmless',
  },
  evaluate: ({ ProcessNamespace: pid, IpcNamespace: ipc, UserNamespace: users, UtsNamespace: names, ControlGroup: groups }) => all([pid, ipc, users, names, groups].map((one) => not(equals(one, 'host')))),
  fix: { compose: 'services:\n  web:\n    init: true' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
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
            pid: service:app
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            pid: host
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            ipc: host
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            pid: \${PID_MODE}
      `,
    ],
  },
});
