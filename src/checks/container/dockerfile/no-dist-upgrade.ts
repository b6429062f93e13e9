import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noCommand } from '../judge.js';
import { packageCommand } from '../packages.js';

export default defineCheck({
  id: 'container-dockerfile-no-dist-upgrade',
  title: 'Base image is not upgraded to another release',
  row: 'os',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'An upgrade of the whole distribution makes the base image a fiction: what is installed is decided on the day of the build, and packages may be removed to get there.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: a word',
    effort: 'minutes: name a newer base image',
    reach: 'every image built from the file',
    trap: 'it is taken for the way to be patched',
  },
  evaluate: (file) =>
    noCommand(file, (command) => {
      const asked = packageCommand(command);
      if (asked === undefined) return undefined;
      return (/^apt/.test(asked.manager) && /^(dist-upgrade|full-upgrade)$/.test(asked.verb)) || (asked.manager === 'zypper' && /^(dist-upgrade|dup)$/.test(asked.verb)) ? at(command, `\`${asked.manager} ${asked.verb}\` replaces the release that the base image names`) : undefined;
    }),
  fix: { dockerfile: 'FROM debian:13' },
  references: ['https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often'],
  equivalents: { trivy: broader('AVD-DS-0024') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get upgrade -y
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get dist-upgrade -y
      `,
    ],
    unknown: [],
  },
});
