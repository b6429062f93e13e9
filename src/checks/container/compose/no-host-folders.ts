import { because, every, not, test } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

const RULING = /^\/$|^\/(bin|boot|dev|etc|lib|lib64|proc|root|sbin|sys|usr|var|run|var\/run|var\/lib|var\/log|home)\/$|^\/(boot|proc|sys|root|dev)\/|^\/etc\/(kubernetes|ssh|ssl\/private|sudoers\.d|systemd|cron\.d)\/|^\/var\/lib\/(docker|containerd|kubelet)\//;

export default defineCheck({
  id: 'container-compose-no-host-folders',
  title: 'Service gets no folder of the host that rules it',
  row: 'os',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'Who can write `/etc`, a folder of the engine or the whole disk changes what the host runs next; who can read them has its keys.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a path among the volumes',
    effort: 'minutes to hours: a volume, or the one file that is needed',
    reach: 'the host and all that runs on it',
    trap: 'only the program in the container is taken to use it',
  },
  evaluate: ({ Volumes: volumes }) =>
    every(volumes, ({ Source: source }) => because(not(test(source, (path) => RULING.test(`${String(path).replace(/\/+$/, '')}/`))), (truth) => (truth === false ? 'a folder that rules the host is mounted' : undefined))),
  fix: { compose: 'services:\n  web:\n    volumes:\n      - ./conf:/etc/app:ro' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            volumes:
              - ./conf:/etc/app:ro
              - /etc/localtime:/etc/localtime:ro
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            volumes:
              - /:/host
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            volumes:
              - /etc:/host/etc:ro
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            volumes:
              - \${FOLDER}:/data
      `,
    ],
  },
});
