import { because, every, matches, not } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

const OFF = /^(seccomp|apparmor|systempaths)[:=]unconfined$|^label[:=]disable$|^no-new-privileges[:=]false$/i;

export default defineCheck({
  id: 'container-compose-security-profiles-kept',
  title: 'Service keeps the profiles that confine it',
  row: 'os',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'Without seccomp, AppArmor or SELinux the whole kernel is open to the container: what keeps most flaws of the kernel out of reach is gone.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: `unconfined`',
    effort: 'hours: a profile that lets the missing call through',
    reach: 'the host and all that runs on it',
    trap: 'it was a way around one error, and stayed',
  },
  evaluate: ({ SecurityOptions: options }) => every(options, (one) => because(not(matches(one, OFF)), (truth) => (truth === false ? 'a profile that confines the container is turned off' : undefined))),
  fix: { compose: 'services:\n  web:\n    security_opt:\n      - no-new-privileges:true' },
  references: ['https://docs.docker.com/engine/security/seccomp/', 'https://github.com/compose-spec/compose-spec/blob/main/05-services.md'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            security_opt:
              - no-new-privileges:true
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
            security_opt:
              - seccomp:unconfined
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            security_opt:
              - label=disable
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            security_opt:
              - \${PROFILE}
      `,
    ],
  },
});
