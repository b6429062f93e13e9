import { holds } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';
import { flagged, mentioned, packageCommand, upgrades } from '../packages.js';
import { buildOf, type Command } from '../steps.js';

/** `yes | apt-get install …` is told, too. */
const answered = (command: Command, all: readonly Command[]): boolean => command.joined === '|' && /^(yes|echo|printf)$/.test(all[all.indexOf(command) - 1]?.name ?? '');

/** A file of apt may say it for all. */
const CONFIGURED = /APT::Get::Assume-Yes["'\s]+(true|1|yes)/i;

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
    mentioned(buildOf(file), CONFIGURED)
      ? holds()
      : noCommand(file, (command, _, all) => {
          const asked = packageCommand(command);
          if (asked?.manager !== 'apt-get' || !(asked.verb === 'install' || upgrades(asked))) return undefined;
          // -qq implies -y: https://manpages.debian.org/apt-get.8
          const yes = flagged(asked, 'y', '--yes', '--assume-yes', '--force-yes') || asked.flags.some((flag) => /^-\w*qq|^-q=2$|^--quiet=2$/.test(flag) || /APT::Get::Assume-Yes=?["']?(true|1|yes)/i.test(flag)) || asked.flags.filter((flag) => flag === '-q').length > 1;
          if (yes || answered(command, all)) return undefined;
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
