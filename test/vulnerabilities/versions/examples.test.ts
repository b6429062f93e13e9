/** The published examples of the specifications that have no comparator to ask here. Each line goes from old to new; `=` joins equals. */
import { describe, expect, it } from 'vitest';
import { schemeOf } from '../../../src/vulnerabilities/versions/index.js';

const ladders: readonly (readonly [ecosystem: string, what: string, ladder: string])[] = [
  // https://git.alpinelinux.org/apk-tools/tree/doc/apk-package.5.scd: the order of suffixes; https://projects.gentoo.org/pms/8/pms.html#version-comparison
  ['Alpine:v3.19', 'suffixes, none in the middle', '1.0_alpha < 1.0_alpha1 < 1.0_alpha2 < 1.0_beta < 1.0_pre < 1.0_rc < 1.0_rc1 < 1.0 < 1.0_cvs < 1.0_svn < 1.0_git < 1.0_hg < 1.0_p < 1.0_p1 < 1.0_p2 < 1.0a < 1.0b < 1.0.1'],
  ['Alpine:v3.19', 'builds', '3.1.4-r1 < 3.1.4-r2 < 3.1.4-r10 < 3.1.5-r0 < 3.1.10-r0 < 3.2'],
  ['Alpine:v3.19', 'a build is more than none, a suffix of a pre-release less', '1.2_rc1-r5 < 1.2 < 1.2-r0 < 1.2_p1-r0'],
  ['Alpine:v3.19', 'hashes', '1.0 < 1.0-r0 < 1.0~1a2b-r0 < 1.0~1a2c-r0'],
  ['Alpine:v3.19', 'numbers with leading zeros are fractions', '1.0 < 1.00 < 1.01 < 1.02 < 1.1 < 1.2'],
  ['Wolfi', 'as Alpine', '9.6_p1-r0 < 9.6_p1-r1 < 9.7_p1-r0'],
  // https://learn.microsoft.com/nuget/concepts/package-versioning#pre-release-versions and #normalized-version-numbers
  ['NuGet', 'pre-releases', '1.0.1-aaa.1 < 1.0.1-alpha < 1.0.1-alpha10 < 1.0.1-alpha2 < 1.0.1-beta < 1.0.1-open < 1.0.1-rc.2 < 1.0.1-rc.10 < 1.0.1-zzz < 1.0.1'],
  ['NuGet', 'normalized numbers, metadata and case', '1.00 = 1.0 = 1 = 1.0.0.0 = 1.0.0+meta < 1.0.0.1 < 1.0.01 = 1.0.1 < 2.0.0-RC = 2.0.0-rc'],
  // https://pub.dev/documentation/pub_semver/latest/pub_semver/Version/operator_less.html
  ['Pub', 'metadata counts', '1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-beta.2 < 1.0.0-beta.11 < 1.0.0-rc.1 < 1.0.0-rc.1+build.1 < 1.0.0 < 1.0.0+0.3.7 < 1.3.7+build < 1.3.7+build.2.b8f12d7 < 1.3.7+build.11.e0f985a'],
  // https://semver.org/#spec-item-11; https://hexdocs.pm/elixir/Version.html
  ['Hex', 'semver', '1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-alpha.beta < 1.0.0-beta < 1.0.0-beta.2 < 1.0.0-beta.11 < 1.0.0-rc.1 < 1.0.0 = 1.0.0+build < 2.0.0 < 2.1.0 < 2.1.1'],
  ['crates.io', 'semver', '0.1.0 < 0.1.1 < 0.2.0-0 < 0.2.0 < 1.0.0-rc.1 < 1.0.0'],
  // https://go.dev/doc/toolchain#version
  ['Go', 'releases of Go itself', '1.20.14 < go1.21rc2 < go1.21rc3 < go1.21.0 < go1.21.1 < 1.22rc1 < 1.22.0'],
  // https://pvp.haskell.org/#version-numbers
  ['Hackage', 'the longer is newer', '1.2 < 1.2.0 < 1.2.0.1 < 1.10'],
];

describe.each(ladders)('%s: %s', (ecosystem, _, ladder) => {
  const order = (a: string, b: string): number => Math.sign(schemeOf(ecosystem)?.compare(a, b) ?? NaN);
  const steps = ladder.split(' < ').map((step) => step.split(' = '));
  it('goes up', () => {
    const wrong: string[] = [];
    steps.forEach((lower, i) => {
      for (const a of lower) for (const b of lower) if (order(a, b) !== 0) wrong.push(`${a} is not ${b}`);
      for (const upper of steps.slice(i + 1)) for (const a of lower) for (const b of upper) if (order(a, b) !== -1 || order(b, a) !== 1) wrong.push(`${a} is not below ${b}`);
    });
    expect(wrong).toEqual([]);
  });
});
