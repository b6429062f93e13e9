/** Which ecosystem orders its versions how. Names by https://ossf.github.io/osv-schema/#defined-ecosystems. */
import { apk } from './apk.js';
import { composer } from './composer.js';
import { dotted } from './dotted.js';
import { dpkg } from './dpkg.js';
import { go } from './go.js';
import { maven } from './maven.js';
import { nuget } from './nuget.js';
import { pep440 } from './pep440.js';
import { pub } from './pub.js';
import { rpm } from './rpm.js';
import { rubygems } from './rubygems.js';
import type { VersionScheme } from './scheme.js';
import { semver } from './semver.js';

export { semver };
export type { VersionScheme };

const schemes: Readonly<Record<string, VersionScheme>> = {
  Debian: dpkg,
  Ubuntu: dpkg,
  Echo: dpkg,
  AlmaLinux: rpm,
  'Azure Linux': rpm,
  Mageia: rpm,
  'Photon OS': rpm,
  'Red Hat': rpm,
  'Rocky Linux': rpm,
  SUSE: rpm,
  openSUSE: rpm,
  openEuler: rpm,
  Alpaquita: apk,
  Alpine: apk,
  'BellSoft Hardened Containers': apk,
  Chainguard: apk,
  MinimOS: apk,
  Wolfi: apk,
  Bitnami: semver,
  'GitHub Actions': semver,
  Hex: semver,
  Julia: semver,
  SwiftURL: semver,
  VSCode: semver,
  'crates.io': semver,
  npm: semver,
  CRAN: dotted,
  Hackage: dotted,
  Go: go,
  Maven: maven,
  NuGet: nuget,
  Packagist: composer,
  Pub: pub,
  PyPI: pep440,
  RubyGems: rubygems,
};

/** `Debian:12` is `Debian` to the order of versions. */
export const baseEcosystem = (ecosystem: string): string => {
  const colon = ecosystem.indexOf(':');
  return colon < 0 ? ecosystem : ecosystem.slice(0, colon);
};

/** Undefined: how the ecosystem orders its versions is not known here. */
export function schemeOf(ecosystem: string): VersionScheme | undefined {
  const base = baseEcosystem(ecosystem);
  return Object.hasOwn(schemes, base) ? schemes[base] : undefined;
}
