/** Package managers: what a command asks of one. */
import type { Build, Command, Text } from './steps.js';

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

const asked = new WeakMap<Command, PackageCommand | 'none'>();

/** What a command asks of a package manager; undefined where it asks none. `python -m pip` counts as pip. Dozens of checks ask. */
export function packageCommand(command: Command): PackageCommand | undefined {
  const known = asked.get(command) ?? readPackageCommand(command) ?? 'none';
  asked.set(command, known);
  return known === 'none' ? undefined : known;
}

function readPackageCommand(command: Command): PackageCommand | undefined {
  let words = command.words;
  let manager = command.name ?? '';
  if (/^python[\d.]*$/.test(manager)) {
    const module = words.findIndex(({ text }) => text === '-m');
    if (module > 0 && words[module + 1]?.text === 'pip' && words.slice(1, module).every(({ text }) => text?.startsWith('-') === true)) {
      words = words.slice(module + 1);
      manager = 'pip';
    }
  }
  if (manager === 'uv' && words[1]?.text === 'pip') {
    words = words.slice(1);
    manager = 'pip';
  }
  manager = /^pip[\d.]+$/.test(manager) ? 'pip' : manager === 'dnf5' ? 'dnf' : manager;
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

/** Fetches the lists of what there is, and nothing else (or, of those that upgrade by the same word, too). */
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
export const updates = ({ manager, verb }: PackageCommand): boolean => UPDATES[manager]?.test(verb) === true;

/** Package managers that share lists and caches. */
const FAMILIES: Readonly<Record<string, string>> = { apt: 'apt', 'apt-get': 'apt', aptitude: 'apt', yum: 'yum', dnf: 'yum' };
const familyOf = (manager: string): string => FAMILIES[manager] ?? manager;
export const related = (one: string, other: string): boolean => familyOf(one) === familyOf(other);

interface LastUses {
  readonly installed: ReadonlyMap<string, number>;
  readonly upgraded: ReadonlyMap<string, number>;
}
const uses = new WeakMap<readonly Command[], LastUses>();

/** Where in a script the lists of a manager are last used to install or to upgrade; -1: nowhere. */
export function lastUse(script: readonly Command[], manager: string, of: keyof LastUses): number {
  let known = uses.get(script);
  if (known === undefined) {
    const [installed, upgraded] = [new Map<string, number>(), new Map<string, number>()];
    script.forEach((command, i) => {
      const one = packageCommand(command);
      if (one === undefined) return;
      if (installs(one)) installed.set(familyOf(one.manager), i);
      if (upgrades(one)) upgraded.set(familyOf(one.manager), i);
    });
    known = { installed, upgraded };
    uses.set(script, known);
  }
  return known[of].get(familyOf(manager)) ?? -1;
}

/** Whether a command of the build is given a text: a setting of a package manager that it writes to a file. */
export const mentioned = ({ steps }: Build, text: RegExp): boolean => steps.some(({ keyword, commands }) => keyword === 'RUN' && commands.some(({ args }) => args.some((arg) => text.test(arg))));

/** One of the flags, as itself, with a value, or among short ones (`-qy` holds `y`). */
export const flagged = ({ flags }: PackageCommand, short: string, ...long: readonly string[]): boolean =>
  flags.some((flag) => long.some((one) => flag === one || flag.startsWith(`${one}=`)) || (short !== '' && /^-[A-Za-z]+$/.test(flag) && !flag.startsWith('--') && flag.includes(short)));
