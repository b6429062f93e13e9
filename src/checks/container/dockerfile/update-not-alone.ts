import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';
import { lastUse, packageCommand, updates, upgrades } from '../packages.js';
import type { Command } from '../steps.js';

/** `pacman -Sy` without a package and without `u`. */
const listsOnly = ({ args }: Command): boolean => args.some((arg) => /^-S[^-u]*y[^-u]*$/.test(arg)) && !args.some((arg) => !arg.startsWith('-') || /^-[^-]*u|^--sysupgrade$/.test(arg));

export default defineCheck({
  id: 'container-dockerfile-update-not-alone',
  title: 'Lists of packages are updated where packages are installed',
  row: 'os',
  severity: 'medium',
  on: 'Demarc::Container::BuildFile',
  why: 'A line of its own is cached: later builds install from the old lists, with versions that have known holes, and the update never runs again.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: `update` without `install` after it',
    effort: 'seconds: join the lines',
    reach: 'every image built from the file',
    trap: 'the line is taken to run in each build',
  },
  evaluate: (file) =>
    noCommand(file, (command, _, all) => {
      const asked = packageCommand(command);
      if (command.name === 'pacman') return listsOnly(command) && !all.slice(all.indexOf(command) + 1).some(({ name, args }) => name === 'pacman' && args.some((arg) => arg.startsWith('-S'))) ? at(command, '`pacman -Sy` stands alone: its result is cached and used for ever') : undefined;
      if (asked === undefined || !updates(asked)) return undefined;
      const here = all.indexOf(command);
      const used = lastUse(all, asked.manager, 'installed') > here || lastUse(all, asked.manager, 'upgraded') > here;
      // An update that installs newer versions itself is cached just so.
      return used || (upgrades(asked) && lastUse(all, asked.manager, 'installed') >= 0) ? undefined : at(command, `\`${asked.manager} ${asked.verb}\` stands alone: its result is cached and used for ever`);
    }),
  fix: { dockerfile: 'RUN apt-get update && apt-get install -y --no-install-recommends curl' },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  equivalents: { checkov: equal('CKV_DOCKER_5'), trivy: equal('AVD-DS-0017') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y curl
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN apt-get update
        RUN apt-get install -y curl
      `,
    ],
    unknown: [],
  },
});
