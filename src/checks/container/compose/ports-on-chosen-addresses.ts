import { all, any, because, every, isPresent, matches, not, test } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

/** What is there for everybody: the ports of the web. */
const WEB = new Set(['80', '443']);

export default defineCheck({
  id: 'container-compose-ports-on-chosen-addresses',
  title: 'Ports are published on addresses that are named',
  row: 'network',
  severity: 'low',
  on: 'Demarc::Container::ComposeService',
  why: 'A port without an address is published on all of them, and the engine opens the firewall of the host for it: what was meant for the machine itself is on the network.',
  cwe: ['CWE-1327'],
  judgement: {
    detection: 'easy: a port without an address before it',
    effort: 'seconds: `127.0.0.1:` before the port',
    reach: 'every service that publishes',
    trap: 'the firewall of the host is taken to hold',
  },
  evaluate: ({ Ports: ports }) =>
    every(ports, ({ HostAddress: address, Published: published }) => {
      const chosen = all(isPresent(address), not(matches(address, /^(0\.0\.0\.0|::|\*|)$/)));
      const web = test(published, (port) => WEB.has(String(port)));
      return because(any(chosen, web), (truth) => (truth === false ? 'a port is published on all addresses' : undefined));
    }),
  fix: { compose: 'services:\n  web:\n    ports:\n      - "127.0.0.1:8080:8080"' },
  references: ['https://docs.docker.com/engine/network/packet-filtering-firewalls/', 'https://github.com/compose-spec/compose-spec/blob/main/05-services.md'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            ports: ["127.0.0.1:8080:8080"]
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            ports: ["443:8443"]
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            expose: ["8080"]
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            ports: ["8080:8080"]
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            ports: [{ target: 8080, published: 9090 }]
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            ports: ["\${ADDRESS}:8080:8080"]
      `,
    ],
  },
});
