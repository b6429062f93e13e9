import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';
import { flagged, packageCommand, upgrades } from '../packages.js';

export default defineCheck({
  id: 'container-dockerfile-apt-get-answers',
  title: 'apt-get is told to answer yes',
  row: 'runtime',
  severity: 'info',
  on: 'Demarc::Container::BuildFile',
  why: 'A build has nobody to ask: the line fails, or somebody makes it pass by means that answer more than was asked.',
  cwe: ['CWE-670'],
  judgement: {
    detection: 'easy: no `-y`',
    effort: 'seconds',
    reach: 'the build',
    trap: 'it worked at the terminal',
  },
  evaluate: (file) =>
    noCommand(file, (command) => {
      const asked = packageCommand(command);
      if (asked?.manager !== 'apt-get' || !(asked.verb === 'install' || upgrades(asked))) return undefined;
      // -qq implies -y: https://manpages.debian.org/apt-get.8
      const yes = flagged(asked, 'y', '--yes', '--assume-yes') || asked.flags.some((flag) => /^-\w*qq|^-q=2$|^--quiet=2$/.test(flag) || /APT::Get::Assume-Yes=?["']?(true|1|yes)/i.test(flag)) || asked.flags.filter((flag) => flag === '-q').length > 1;
      if (yes) return undefined;
      const reason = command.words.find(({ text, parts }) => text === undefined && typeof parts[0] !== 'string')?.reason;
      return reason === undefined ? at(command, `\`apt-get ${asked.verb}\` without \`-y\``) : { ...at(command, 'not all options are known'), reason };
    }),
  fix: { dockerfile: 'RUN apt-get install -y --no-install-recommends curl' },
  references: ['https://manpages.debian.org/trixie/apt/apt-get.8.en.html'],
  equivalents: { trivy: equal('AVD-DS-0021') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install curl -qy
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install curl
      `,
    ],
    unknown: [
      dockerfile`
        FROM debian:13
        ARG OPTIONS
        RUN apt-get install $OPTIONS curl
      `,
    ],
  },
});
