import { because, every, matches, not } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

const SOCKET = /(^|\/)(docker|podman|containerd|crio|dockershim|buildkitd|cri-dockerd)\.sock$/;

export default defineCheck({
  id: 'container-compose-no-docker-socket',
  title: 'Service does not get the socket of the container engine',
  row: 'os',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'Who can talk to the engine can start a container with the whole disk of the host in it: the socket is root on the host, read-only or not.',
  cwe: ['CWE-250', 'CWE-668'],
  judgement: {
    detection: 'easy: a path among the volumes',
    effort: 'hours: a proxy that lets few requests through',
    reach: 'the host and all that runs on it',
    trap: '`:ro` is taken to make it harmless',
  },
  evaluate: ({ Volumes: volumes }) => every(volumes, ({ Source: source }) => because(not(matches(source, SOCKET)), (truth) => (truth === false ? 'the socket of the container engine is mounted' : undefined))),
  fix: { compose: 'services:\n  web:\n    volumes:\n      - data:/data' },
  references: ['https://docs.docker.com/engine/security/protect-access/', 'https://github.com/compose-spec/compose-spec/blob/main/05-services.md'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            volumes:
              - data:/data
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            volumes:
              - /var/run/docker.sock:/var/run/docker.sock:ro
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            volumes:
              - type: bind
                source: /run/podman/podman.sock
                target: /run/engine.sock
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            volumes:
              - \${SOCKET}:/engine
      `,
    ],
  },
});
