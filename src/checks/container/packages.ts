/** Package managers: what a command asks of one. */
import type { Command, Text } from './steps.js';

export interface PackageCommand {
  readonly manager: string;
  readonly verb: string;
  readonly flags: readonly string[];
  /** What stands after the verb: packages, files. */
  readonly operands: readonly Text[];
}

interface Manager {
  /** Options that take the next word as their value. */
  readonly values?: RegExp;
}

const rpm: Manager = { values: /^(-c|--config|-x|--exclude|--enablerepo|--disablerepo|--installroot|--releasever|--repo|--repofrompath|--setopt|-R|-d|-e|--forcearch)$/ };
const managers: Readonly<Record<string, Manager>> = {
  'apt-get': { values: /^(-o|-t|-c|-a|--option|--target-release|--default-release|--config-file|--host-architecture)$/ },
  apt: { values: /^(-o|-t|-c|--option|--target-release)$/ },
  aptitude: { values: /^(-o|-t|-q|--target-release)$/ },
  yum: rpm,
  dnf: rpm,
  microdnf: rpm,
  tdnf: rpm,
  zypper: { values: /^(-R|--root|-c|--config|-C|--cache-dir|-D|--reposd-dir|-r|--repo|--from|-t|--type|-p|--plus-repo)$/ },
  apk: { values: /^(-X|--repository|-p|--root|-t|--virtual|--arch|--keys-dir|--repositories-file|--wait|--cache-dir)$/ },
  pip: { values: /^(-r|--requirement|-c|--constraint|-i|--index-url|--extra-index-url|-f|--find-links|-t|--target|--prefix|--root|--trusted-host|--proxy|--cert|--timeout|--retries|--cache-dir|--platform|--python-version|--implementation|--abi|-e|--editable|--global-option|--no-binary|--only-binary)$/ },
  npm: { values: /^(--prefix|--registry|--cache|-C|--userconfig|--loglevel|-w|--workspace|--omit|--include)$/ },
  yarn: { values: /^(--cwd|--registry|--cache-folder|--modules-folder|--network-timeout)$/ },
  pnpm: { values: /^(-C|--dir|--registry|--filter|--store-dir)$/ },
  gem: { values: /^(-v|--version|-i|--install-dir|-n|--bindir|-s|--source|-P|--trust-policy)$/ },
};

/** What a command asks of a package manager; undefined where it asks none. `python -m pip` counts as pip. */
export function packageCommand(command: Command): PackageCommand | undefined {
  let words = command.words;
  let manager = command.name ?? '';
  if (/^python[\d.]*$/.test(manager) && words[1]?.text === '-m' && words[2]?.text === 'pip') {
    words = words.slice(2);
    manager = 'pip';
  }
  manager = /^pip[\d.]+$/.test(manager) ? 'pip' : manager;
  if (!Object.hasOwn(managers, manager)) return undefined;
  const { values } = managers[manager]!;
  const flags: string[] = [];
  const rest: Text[] = [];
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    const start = typeof word.parts[0] === 'string' ? word.parts[0] : '';
    if (start.startsWith('-') && start !== '-') {
      flags.push(word.text ?? start);
      if (word.text !== undefined && values?.test(word.text) === true) flags.push(words[++i]?.text ?? '');
    } else rest.push(word);
  }
  return { manager, verb: rest[0]?.text ?? '', flags, operands: rest.slice(1) };
}

const INSTALLS: Readonly<Record<string, RegExp>> = {
  'apt-get': /^(install|reinstall|build-dep|satisfy)$/,
  apt: /^(install|reinstall|build-dep|satisfy)$/,
  aptitude: /^(install|reinstall)$/,
  yum: /^(install|reinstall|localinstall|groupinstall|group|in)$/,
  dnf: /^(install|reinstall|localinstall|groupinstall|group|builddep|in)$/,
  microdnf: /^(install|reinstall)$/,
  tdnf: /^(install|reinstall)$/,
  zypper: /^(install|in|source-install|si)$/,
  apk: /^add$/,
  pip: /^install$/,
  npm: /^(install|i|add|isntall)$/,
  yarn: /^(add|global)$/,
  pnpm: /^(add|install|i)$/,
  gem: /^(install|i)$/,
};
const UPGRADES: Readonly<Record<string, RegExp>> = {
  'apt-get': /^(upgrade|dist-upgrade|full-upgrade)$/,
  apt: /^(upgrade|full-upgrade)$/,
  aptitude: /^(upgrade|safe-upgrade|full-upgrade|dist-upgrade)$/,
  yum: /^(update|upgrade|update-minimal|upgrade-minimal|distro-sync)$/,
  dnf: /^(update|upgrade|update-minimal|upgrade-minimal|distro-sync)$/,
  microdnf: /^(update|upgrade)$/,
  tdnf: /^(update|upgrade|distro-sync)$/,
  zypper: /^(update|up|patch|dist-upgrade|dup)$/,
  apk: /^(upgrade|fix)$/,
};

export const installs = ({ manager, verb }: PackageCommand): boolean => INSTALLS[manager]?.test(verb) === true;
export const upgrades = ({ manager, verb }: PackageCommand): boolean => UPGRADES[manager]?.test(verb) === true;

/** One of the flags, as itself, with a value, or among short ones (`-qy` holds `y`). */
export const flagged = ({ flags }: PackageCommand, short: string, ...long: readonly string[]): boolean =>
  flags.some((flag) => long.some((one) => flag === one || flag.startsWith(`${one}=`)) || (short !== '' && /^-[A-Za-z]+$/.test(flag) && !flag.startsWith('--') && flag.includes(short)));
