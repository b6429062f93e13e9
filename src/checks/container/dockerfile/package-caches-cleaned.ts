import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noCommand, ships } from '../judge.js';
import { installs, packageCommand, type PackageCommand, related, updates, upgrades } from '../packages.js';
import type { Command, Step } from '../steps.js';

interface Rule {
  /** Folders in which the manager keeps what it fetches, one of them in a release. */
  readonly places: readonly string[];
  readonly cleans: (asked: PackageCommand | undefined, command: Command) => boolean;
  /** An option that keeps nothing. */
  readonly flag?: (asked: PackageCommand) => boolean;
}

const cleanAll = (managers: RegExp) => (asked: PackageCommand | undefined): boolean => asked !== undefined && managers.test(asked.manager) && asked.verb === 'clean' && asked.operands.some(({ text }) => text === 'all');
const never = (): boolean => false;
const apt: Rule = { places: ['/var/lib/apt/lists'], cleans: (_, { name, args }) => name === 'apt-get' && args[0] === 'dist-clean' };
const RULES: Readonly<Record<string, Rule>> = {
  'apt-get': apt,
  apt,
  aptitude: apt,
  yum: { places: ['/var/cache/yum', '/var/cache/dnf'], cleans: cleanAll(/^(yum|dnf)$/) },
  dnf: { places: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'], cleans: cleanAll(/^(yum|dnf)$/) },
  microdnf: { places: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5'], cleans: cleanAll(/^(microdnf|dnf|yum)$/) },
  tdnf: { places: ['/var/cache/tdnf'], cleans: cleanAll(/^tdnf$/) },
  zypper: { places: ['/var/cache/zypp'], cleans: (asked) => asked?.manager === 'zypper' && /^(clean|cc)$/.test(asked.verb) },
  apk: { places: ['/var/cache/apk', '/etc/apk/cache'], cleans: never, flag: (asked) => asked.flags.includes('--no-cache') },
};

/** Whether a path of a command holds all of a folder: itself, one above it, or all that is in it (`/*`). */
const holdsAll = (path: string, folder: string): boolean => braces(path).some((one) => `${folder}/`.startsWith(`${one.replace(/\/[^/]*\*[^/]*$/, '').replace(/\/+$/, '')}/`));

/** `/var/{lib,log}/a` is two paths, for a shell that knows braces and for whoever wrote them. */
function braces(path: string): readonly string[] {
  const match = /^([^{]*)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(path);
  return match === null ? [path] : match[2]!.split(',').slice(0, 50).map((one) => `${match[1]!}${one}${match[3]!.replace(/[{}]/g, '')}`);
}

/** Deletes one of the folders, with what is in it; a `cd` before it made the path a relative one. */
function removes({ name, args }: Command, places: readonly string[], folder: string): boolean {
  const whole = (arg: string): string => (arg.startsWith('/') || folder === '' ? arg : `${folder}/${arg}`);
  if (name === 'find') return args.includes('-delete') && places.some((place) => holdsAll(whole(args[0] ?? ''), place));
  return name === 'rm' && args.some((arg) => whole(arg).startsWith('/') && whole(arg) !== '/' && places.some((place) => holdsAll(whole(arg), place)));
}

/** The folder that the last `cd` before a command entered. */
const folderOf = (all: readonly Command[], end: number): string => (all.slice(0, end).findLast(({ name }) => name === 'cd')?.args[0] ?? '').replace(/\/+$/, '');

/** Where a cache mount stands in for a folder, nothing of it comes into the layer. */
const mounted = ({ flags }: Step, { places }: Rule): boolean =>
  flags.some(({ name, value }) => {
    const target = /(?:^|,)(?:target|dst|destination)=([^,]+)/.exec(value?.text ?? '')?.[1];
    return name === 'mount' && target !== undefined && /(^|,)type=(cache|tmpfs)\b/.test(value?.text ?? '') && places.some((place) => holdsAll(target, place));
  });

/** A later command of the same manager that leaves something behind as well. */
const fetchesToo = ({ manager }: PackageCommand, later: PackageCommand | undefined, rule: Rule): boolean =>
  later !== undefined && related(manager, later.manager) && rule.flag?.(later) !== true && (installs(later) || upgrades(later) || updates(later));

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
      if (rule === undefined || !(installs(asked) || upgrades(asked) || updates(asked))) return undefined;
      if (rule.flag?.(asked) === true || mounted(step, rule)) return undefined;
      const from = all.indexOf(command) + 1;
      const after = all.slice(from);
      // What cleans up behind a later one cleans up behind this one, too: the last one is asked.
      if (after.some((later) => fetchesToo(asked, packageCommand(later), rule))) return undefined;
      if (after.some((later, i) => rule.cleans(packageCommand(later), later) || removes(later, rule.places, folderOf(all, from + i)))) return undefined;
      return at(command, `what \`${asked.manager} ${asked.verb}\` fetched stays in the layer`);
    }),
  fix: { dockerfile: 'RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*' },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  equivalents: { trivy: broader('AVD-DS-0015', 'AVD-DS-0019', 'AVD-DS-0020', 'AVD-DS-0027') },
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
