import { defineCheck, dockerfile } from '../../define.js';
import { at, noCommand, ships } from '../judge.js';
import { installs, packageCommand } from '../packages.js';

const SERVERS = /^(openssh-server|openssh-sftp-server|dropbear|dropbear-bin|tinysshd)([=<>~].*)?$|^openssh$/;

export default defineCheck({
  id: 'container-dockerfile-no-ssh-server',
  title: 'Image holds no SSH server',
  row: 'network',
  severity: 'medium',
  on: 'Demarc::Container::BuildFile',
  why: 'A shell server in a container is one more door with keys of its own, which nobody rotates and no log of the platform sees.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: a package',
    effort: 'minutes: the platform has its own way in',
    reach: 'every container of the image',
    trap: 'it is kept for the day on which something must be looked at',
  },
  evaluate: (file) =>
    noCommand(file, (command, step, _, build) => {
      if (!ships(build, step)) return undefined;
      const asked = packageCommand(command);
      if (asked === undefined || !installs(asked)) return undefined;
      return asked.operands.filter(({ text }) => SERVERS.test(text ?? '')).map((one) => at(one, `\`${one.text ?? ''}\` is installed`));
    }),
  fix: { dockerfile: 'RUN apt-get install -y --no-install-recommends openssh-client' },
  references: ['https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get install -y openssh-client
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y openssh-server
      `,
    ],
    unknown: [],
  },
});
