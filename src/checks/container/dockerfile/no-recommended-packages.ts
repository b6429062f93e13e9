import { holds } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';
import { mentioned, packageCommand } from '../packages.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-no-recommended-packages',
  title: 'apt-get installs no recommended packages',
  row: 'os',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'What is only recommended comes unasked: packages that the program does not need, each with holes of its own to come.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: no `--no-install-recommends`',
    effort: 'minutes: name what is missed',
    reach: 'every container of the image',
    trap: 'only what is named is taken to be installed',
  },
  evaluate: (file) =>
    // The setting may have been written to a file of apt.
    mentioned(buildOf(file), /APT::Install-Recommends["'\s]+(false|0|no)/i)
      ? holds()
      : noCommand(file, (command) => {
          const asked = packageCommand(command);
          if (asked?.manager !== 'apt-get' || asked.verb !== 'install') return undefined;
          if (asked.flags.some((flag) => flag === '--no-install-recommends' || /APT::Install-Recommends=?["']?(false|0|no)/i.test(flag))) return undefined;
          const reason = command.words.find(({ text, parts }) => text === undefined && typeof parts[0] !== 'string')?.reason;
          return reason === undefined ? at(command, '`apt-get install` without `--no-install-recommends`') : { ...at(command, 'not all options are known'), reason };
        }),
  fix: { dockerfile: 'RUN apt-get install -y --no-install-recommends curl' },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get', 'https://manpages.debian.org/trixie/apt/apt-get.8.en.html'],
  equivalents: { trivy: equal('AVD-DS-0029') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y curl --no-install-recommends
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y curl
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
