import { equals, not } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-no-host-network',
  title: 'Service has a network of its own',
  row: 'network',
  severity: 'medium',
  on: 'Demarc::Container::ComposeService',
  why: 'In the network of its host a container reaches what listens on localhost only, and opens its own ports to wherever the host is open.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a word',
    effort: 'minutes: publish the ports that are needed',
    reach: 'what listens on the host',
    trap: 'it is taken for a matter of speed',
  },
  evaluate: ({ NetworkMode: mode }) => not(equals(mode, 'host')),
  fix: { compose: 'services:\n  web:\n    ports:\n      - "127.0.0.1:8080:80"' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            network_mode: bridge
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
            network_mode: host
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            network_mode: \${MODE}
      `,
    ],
  },
});
