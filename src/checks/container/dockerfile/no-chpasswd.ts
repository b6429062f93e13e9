import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noCommand } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-no-chpasswd',
  title: 'No password is set while building',
  row: 'secrets',
  severity: 'high',
  on: 'Demarc::Container::BuildFile',
  why: 'A password in a layer is the same in every container, can be read by whoever pulls the image, and cannot be changed without a new one.',
  cwe: ['CWE-798', 'CWE-259'],
  judgement: {
    detection: 'easy: a word',
    effort: 'minutes: users of containers need no password',
    reach: 'every container of the image',
    trap: 'the image is taken to be private',
  },
  evaluate: (file) =>
    noCommand(file, (command) => {
      if (command.name === 'chpasswd') return at(command, '`chpasswd` sets passwords in a layer');
      return (/^(useradd|usermod)$/.test(command.name ?? '') && command.args.some((arg) => /^(-p|--password)(=|$)/.test(arg))) || (command.name === 'passwd' && command.args.some((arg) => /^(--stdin|-d|--delete)$/.test(arg))) ? at(command, `\`${command.name ?? ''}\` sets a password in a layer`) : undefined;
    }),
  fix: { dockerfile: 'RUN useradd --system --no-create-home app' },
  references: ['https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: { checkov: broader('CKV2_DOCKER_17') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN useradd --system app
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN echo "app:x" | chpasswd
      `,
    ],
    unknown: [],
  },
});
