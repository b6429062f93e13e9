import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';
import { installs, packageCommand, upgrades } from '../packages.js';
import type { Command } from '../steps.js';

const UPDATES: Readonly<Record<string, RegExp>> = {
  'apt-get': /^update$/,
  apt: /^update$/,
  aptitude: /^update$/,
  apk: /^update$/,
  yum: /^(update|makecache|check-update)$/,
  dnf: /^(update|makecache|check-update)$/,
  microdnf: /^(update|makecache)$/,
  tdnf: /^(update|makecache)$/,
  zypper: /^(refresh|ref|update|up)$/,
};
const APT = /^(apt|apt-get|aptitude)$/;
const related = (one: string, other: string): boolean => one === other || (APT.test(one) && APT.test(other)) || (/^(yum|dnf)$/.test(one) && /^(yum|dnf)$/.test(other));
const installing = (command: Command, manager: string): boolean => {
  const asked = packageCommand(command);
  return asked !== undefined && related(manager, asked.manager) && installs(asked);
};

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
      if (asked === undefined || UPDATES[asked.manager]?.test(asked.verb) !== true) return undefined;
      const used = all.slice(all.indexOf(command) + 1).some((later) => {
        const then = packageCommand(later);
        return then !== undefined && related(asked.manager, then.manager) && (installs(then) || upgrades(then));
      });
      // An update that installs newer versions itself is cached just so.
      return used || (upgrades(asked) && all.some((other) => other !== command && installing(other, asked.manager))) ? undefined : at(command, `\`${asked.manager} ${asked.verb}\` stands alone: its result is cached and used for ever`);
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
