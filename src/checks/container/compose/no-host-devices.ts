import { because, every, matches, not } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

const RULING = /^\/dev(\/?$|\/(mem|kmem|port|kmsg|core|sd[a-z]|nvme|vd[a-z]|xvd|hd[a-z]|dm-|mapper|disk|md\d|loop|block|sg\d))/;

export default defineCheck({
  id: 'container-compose-no-host-devices',
  title: 'Service gets no disk or memory of the host',
  row: 'identity',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'Whoever has the disk of the host reads and changes any file of it, and whoever has its memory all that runs: no namespace stands between.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: a path under `devices`',
    effort: 'minutes to hours: another way to the same end',
    reach: 'the host and all that runs on it',
    trap: 'a device is taken for less than a folder',
  },
  evaluate: ({ Devices: devices }) => every(devices, (one) => because(not(matches(one, RULING)), (truth) => (truth === false ? 'a device that rules the host is given' : undefined))),
  fix: { compose: 'services:\n  web:\n    devices: []' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            devices: ["/dev/dri:/dev/dri"]
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
            devices: ["/dev/sda:/dev/sda:r"]
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            devices: ["/dev/mem:/dev/mem"]
      `,
    ],
    unknown: [],
  },
});
