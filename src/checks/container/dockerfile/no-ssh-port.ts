import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, type Found, noStep } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-no-ssh-port',
  title: 'Image does not expose port 22',
  row: 'network',
  severity: 'medium',
  on: 'Demarc::Container::BuildFile',
  why: 'A shell server in a container is one more door with keys of its own, which nobody rotates and no log of the platform sees.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: `EXPOSE 22`',
    effort: 'minutes: the platform has its own way in',
    reach: 'every container of the image',
    trap: 'it is kept for the day on which something must be looked at',
  },
  evaluate: (file) =>
    noStep(file, 'EXPOSE', ({ args }) =>
      args.flatMap((one): readonly Found[] => {
        if (one.text === undefined) return one.reason === undefined || /^\d+$/.test(textOf(one.parts)) ? [] : [{ ...at(one, 'which port is exposed is not known'), reason: one.reason }];
        const [range = '', protocol = 'tcp'] = one.text.toLowerCase().split('/');
        const [from = NaN, to = from] = range.split('-').map(Number);
        return protocol === 'tcp' && from <= 22 && 22 <= to ? [at(one, 'port 22 is exposed')] : [];
      }),
    ),
  fix: { dockerfile: 'EXPOSE 8080' },
  references: ['https://docs.docker.com/reference/dockerfile/#expose', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: { checkov: equal('CKV_DOCKER_1'), trivy: equal('AVD-DS-0004') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        EXPOSE 8080 2222/tcp
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        EXPOSE 80 22/tcp
      `,
    ],
    unknown: [
      dockerfile`
        FROM debian:13
        ARG PORT
        EXPOSE \${PORT}
      `,
    ],
  },
});
