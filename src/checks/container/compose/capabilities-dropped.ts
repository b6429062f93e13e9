import { matches, some } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-capabilities-dropped',
  title: 'Service gives up the capabilities of the engine',
  row: 'identity',
  severity: 'low',
  on: 'Demarc::Container::ComposeService',
  why: 'The engine hands fourteen rights of root to every container: opening raw sockets, changing owners. A program that is taken over has them, too, and few need any.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: no `cap_drop: [ALL]`',
    effort: 'minutes: drop all, add what is missed',
    reach: 'the service and what it can reach',
    trap: 'a container is taken to have no rights of root',
  },
  evaluate: ({ DroppedCapabilities: dropped }) => some(dropped, (one) => matches(one, /^(CAP_)?ALL$/i)),
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
            cap_drop: [NET_RAW]
      `,
    ],
    unknown: [],
  },
});
