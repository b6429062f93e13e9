import { all } from '../../../model/index.js';
import { defineCheck, dockerfile } from '../../define.js';
import { at, type Found, noCommand, noStep, ships } from '../judge.js';
import { installs, packageCommand } from '../packages.js';
import type { Command } from '../steps.js';

const SERVERS = /^(openssh-server|openssh-sftp-server|dropbear|dropbear-bin|tinysshd)([=<>~].*)?$|^openssh$/;

const SERVES = /^(sshd|dropbear)$/;
const OF_SYSTEM = /^(apt|apt-get|aptitude|yum|dnf|microdnf|tdnf|zypper|apk)$/;

/** Starts a server, has it started, or makes its keys. */
const starts = ({ name, args }: Command): boolean =>
  (name === 'service' && /^(sshd?|dropbear)$/.test(args[0] ?? '') && /^(re)?start$/.test(args[1] ?? '')) ||
  (/^(systemctl|rc-update|update-rc\.d)$/.test(name ?? '') && args.some((arg) => /^(sshd?|dropbear)(\.service)?$/.test(arg)) && args.some((arg) => /^(enable|start|add|defaults)$/.test(arg))) ||
  (name === 'ssh-keygen' && args.includes('-A'));

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
    all(
      noStep(file, ['CMD', 'ENTRYPOINT'], (step, build) => (ships(build, step) ? step.commands.filter(({ name }) => SERVES.test(name ?? '')).map((one) => at(one, `the container runs \`${one.name ?? ''}\``)) : undefined)),
      noCommand(file, (command, step, _, build) => {
        if (!ships(build, step)) return undefined;
        if (SERVES.test(command.name ?? '') || starts(command)) return at(command, 'a server of SSH is set up');
        const asked = packageCommand(command);
        if (asked === undefined || !OF_SYSTEM.test(asked.manager) || !installs(asked)) return undefined;
        return asked.operands.flatMap((one): readonly Found[] => {
          if (one.text !== undefined) return SERVERS.test(one.text) ? [at(one, `\`${one.text}\` is installed`)] : [];
          return one.reason !== undefined && typeof one.parts[0] !== 'string' ? [{ ...at(one, 'which packages are installed is not known'), reason: one.reason }] : [];
        });
      }),
    ),
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
