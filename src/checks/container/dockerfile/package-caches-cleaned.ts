import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noCommand, ships } from '../judge.js';
import { installs, packageCommand, type PackageCommand, upgrades } from '../packages.js';
import type { Command } from '../steps.js';

interface Rule {
  /** Where the manager keeps what it fetches. */
  readonly place: RegExp;
  readonly cleans: (asked: PackageCommand | undefined, command: Command) => boolean;
  /** An option that keeps nothing. */
  readonly flag?: (asked: PackageCommand) => boolean;
}

const cleanAll = (managers: RegExp) => (asked: PackageCommand | undefined): boolean => asked !== undefined && managers.test(asked.manager) && asked.verb === 'clean' && asked.operands.some(({ text }) => text === 'all');
const never = (): boolean => false;
const apt: Rule = { place: /\/var\/lib\/apt(\/lists)?(\/|,|$)|\/var\/lib$/, cleans: (_, { name, args }) => name === 'apt-get' && args[0] === 'dist-clean' };
const RULES: Readonly<Record<string, Rule>> = {
  'apt-get': apt,
  apt,
  aptitude: apt,
  yum: { place: /\/var\/cache\/(yum|dnf)/, cleans: cleanAll(/^(yum|dnf)$/) },
  dnf: { place: /\/var\/cache\/(lib)?dnf/, cleans: cleanAll(/^(yum|dnf)$/) },
  microdnf: { place: /\/var\/cache\/(yum|dnf|libdnf)/, cleans: cleanAll(/^(microdnf|dnf|yum)$/) },
  tdnf: { place: /\/var\/cache\/tdnf/, cleans: cleanAll(/^tdnf$/) },
  zypper: { place: /\/var\/cache\/zypp/, cleans: (asked) => asked?.manager === 'zypper' && /^(clean|cc)$/.test(asked.verb) },
  apk: { place: /\/var\/cache\/apk|\/etc\/apk\/cache/, cleans: never, flag: (asked) => asked.flags.includes('--no-cache') },
};

/** Deletes a folder, with what is in it; `cd` before may have made the path a relative one. */
const removes = ({ name, args }: Command, place: RegExp): boolean => name === 'rm' && args.some((arg) => place.test(arg) || (!arg.startsWith('/') && place.test(`/var/lib/${arg}/`)));

export default defineCheck({
  id: 'container-dockerfile-package-caches-cleaned',
  title: 'Caches of package managers do not stay in the image',
  row: 'os',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'Lists and archives of packages make the image larger and every scan and pull slower, and old lists make a later install fetch old versions.',
  cwe: ['CWE-459'],
  judgement: {
    detection: 'easy: no `clean` on the line of the `install`',
    effort: 'seconds: one more command, or a cache mount',
    reach: 'every image built from the file',
    trap: 'a later line is taken to make the layer smaller',
  },
  evaluate: (file) =>
    noCommand(file, (command, step, all, build) => {
      const asked = packageCommand(command);
      if (asked === undefined || !ships(build, step)) return undefined;
      const rule = RULES[asked.manager];
      if (rule === undefined || !(installs(asked) || upgrades(asked))) return undefined;
      if (rule.flag?.(asked) === true) return undefined;
      if (step.flags.some(({ name, value }) => name === 'mount' && value?.text !== undefined && /(^|,)type=cache/.test(value.text) && rule.place.test(value.text))) return undefined;
      const after = all.slice(all.indexOf(command) + 1);
      if (after.some((later) => rule.cleans(packageCommand(later), later) || removes(later, rule.place))) return undefined;
      return at(command, `what \`${asked.manager} ${asked.verb}\` fetched stays in the layer`);
    }),
  fix: { dockerfile: 'RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*' },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  equivalents: { trivy: broader('AVD-DS-0015', 'AVD-DS-0019', 'AVD-DS-0020', 'AVD-DS-0025', 'AVD-DS-0027') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
      `,
      dockerfile`
        FROM fedora:44
        RUN dnf -y install git && dnf clean all
      `,
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache curl
      `,
      dockerfile`
        FROM debian:13 AS build
        RUN apt-get update && apt-get install -y gcc
        FROM scratch
        COPY --from=build /app /app
      `,
    ],
    bad: [
      dockerfile`
        FROM fedora:44
        RUN dnf clean all && dnf -y install git
      `,
      dockerfile`
        FROM alpine:3.22
        RUN apk add curl
      `,
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y curl
        RUN rm -rf /var/lib/apt/lists/*
      `,
    ],
    unknown: [],
  },
});
