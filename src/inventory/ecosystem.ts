/** What vulnerability records call the home of a package. https://ossf.github.io/osv-schema/#defined-ecosystems */
import type { OperatingSystem } from './component.js';
import type { PackageType } from './found.js';

const LANGUAGES: Readonly<Partial<Record<PackageType, string>>> = {
  npm: 'npm',
  pypi: 'PyPI',
  golang: 'Go',
  maven: 'Maven',
  cargo: 'crates.io',
  composer: 'Packagist',
  nuget: 'NuGet',
  gem: 'RubyGems',
};

const major = ({ version }: OperatingSystem): string | undefined => version?.split('.')[0];
const minor = ({ version }: OperatingSystem): string | undefined => (version === undefined ? undefined : /^\d+\.\d+/.exec(version)?.[0]);
const scoped = (name: string, release: string | undefined): string | undefined => (release === undefined || release === '' ? undefined : `${name}:${release}`);
/** SUSE counts service packs up to release 15: `VERSION_ID` 15.6 is `15 SP6`, and 16.0 is `16.0`. */
function enterprise(product: string, { version }: OperatingSystem): string | undefined {
  const [, release = '', pack] = /^(\d+)(?:\.(\d+))?$/.exec(version ?? '') ?? [];
  const named = Number(release) > 15 ? version : `${release}${pack === undefined || pack === '0' ? '' : ` SP${pack}`}`;
  return release === '' ? undefined : `SUSE:Linux Enterprise ${product} ${named}`;
}

/** By `ID` of os-release. Distributions that publish no records there (Amazon Linux, Fedora, Oracle Linux, CentOS, Arch) are not in it. */
const DISTRIBUTIONS: Readonly<Record<string, (os: OperatingSystem) => string | undefined>> = {
  debian: (os) => scoped('Debian', major(os)),
  // Long-term releases are those of April of even years.
  ubuntu: (os) => scoped('Ubuntu', minor(os) === undefined ? undefined : `${minor(os)}${/^\d*[02468]\.04$/.test(minor(os)!) ? ':LTS' : ''}`),
  // What is still to be a release (`3.23_alpha20250612`) is the branch that everything goes into.
  alpine: (os) => scoped('Alpine', os.version?.includes('_alpha') === true ? 'edge' : minor(os) === undefined ? undefined : `v${minor(os)}`),
  // Red Hat's are kept apart by CPE, repository and all (`Red Hat:enterprise_linux:9::baseos`); an image knows its release only.
  rhel: (os) => scoped('Red Hat:enterprise_linux', major(os)),
  rocky: (os) => scoped('Rocky Linux', major(os)),
  almalinux: (os) => scoped('AlmaLinux', major(os)),
  'opensuse-leap': (os) => scoped('openSUSE', minor(os) === undefined ? undefined : `Leap ${minor(os)}`),
  'opensuse-leap-micro': (os) => scoped('openSUSE', minor(os) === undefined ? undefined : `Leap Micro ${minor(os)}`),
  'opensuse-tumbleweed': () => 'openSUSE:Tumbleweed',
  sles: (os) => enterprise('Server', os),
  sles_sap: (os) => enterprise('Server for SAP Applications', os),
  sled: (os) => enterprise('Desktop', os),
  sle_hpc: (os) => enterprise('High Performance Computing', os),
  'sle-micro': (os) => scoped('SUSE', minor(os) === undefined ? undefined : `Linux Enterprise Micro ${minor(os)}`),
  'suse-microos': (os) => scoped('SUSE', minor(os) === undefined ? undefined : `Linux Enterprise Micro ${minor(os)}`),
  'sl-micro': (os) => scoped('SUSE', minor(os) === undefined ? undefined : `Linux Micro ${minor(os)}`),
  wolfi: () => 'Wolfi',
  chainguard: () => 'Chainguard',
  minimos: () => 'MinimOS',
  photon: (os) => scoped('Photon OS', minor(os)),
  mageia: (os) => scoped('Mageia', major(os)),
  azurelinux: (os) => scoped('Azure Linux', major(os)),
  mariner: (os) => scoped('Azure Linux', major(os)),
  openeuler: (os) => scoped('openEuler', /^openEuler (.+?)\s*\(?(LTS[^)]*)?\)?$/i.exec(os.name)?.slice(1).filter((part) => part !== undefined).join('-')),
  alpaquita: (os) => scoped('Alpaquita', os.version),
};

export const languageEcosystem = (type: PackageType): string | undefined => LANGUAGES[type];

/** Undefined when no records are published for it, or its release is not known. */
export const systemEcosystem = (os: OperatingSystem | undefined): string | undefined => (os === undefined ? undefined : DISTRIBUTIONS[os.id]?.(os));
