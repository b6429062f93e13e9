import { describe, expect, it } from 'vitest';
import { match } from '../../src/vulnerabilities/match.js';
import type { Component } from '../../src/inventory/component.js';
import { component, inventory, recordsOf } from './inventory.js';
import { osv, wellKnown } from './records.js';

const all = recordsOf(wellKnown);
const found = (components: readonly Component[], records = all, os?: { id: string; version: string; name: string }): readonly string[] =>
  match(inventory(components, { os }), records).findings.map(({ id, name, installed }) => `${id} ${name} ${installed.map(({ version, fixed }) => `${version} → ${fixed ?? 'none'}`).join(', ')}`);

describe('well-known vulnerabilities', () => {
  it.each<readonly [string, Component, readonly string[]]>([
    ['Maven', component('Maven', 'org.apache.logging.log4j:log4j-core', '2.14.1'), ['CVE-2021-44228 org.apache.logging.log4j:log4j-core 2.14.1 → 2.15.0']],
    ['Maven, an older line with its own fix', component('Maven', 'org.apache.logging.log4j:log4j-core', '2.3'), ['CVE-2021-44228 org.apache.logging.log4j:log4j-core 2.3 → 2.3.1']],
    ['Maven, fixed', component('Maven', 'org.apache.logging.log4j:log4j-core', '2.12.2'), []],
    ['Maven, before it came in', component('Maven', 'org.apache.logging.log4j:log4j-core', '2.0-beta8'), []],
    ['npm', component('npm', 'lodash', '4.17.20'), ['CVE-2021-23337 lodash 4.17.20 → 4.17.21']],
    ['npm, fixed', component('npm', 'lodash', '4.17.21'), []],
    ['npm, another case is another package', component('npm', 'Lodash', '4.17.20'), []],
    ['PyPI, two records of one', component('PyPI', 'Requests', '2.30.0'), ['CVE-2023-32681 requests 2.30.0 → 2.31.0']],
    ['PyPI, a pre-release of the fix', component('PyPI', 'requests', '2.31.0rc1'), ['CVE-2023-32681 requests 2.31.0rc1 → 2.31.0']],
    ['Go', component('Go', 'golang.org/x/net', 'v0.7.0'), ['CVE-2023-39325 golang.org/x/net v0.7.0 → 0.17.0']],
    ['Go, a pseudo-version', component('Go', 'golang.org/x/net', 'v0.0.0-20220314234659-1baeb1ce4c0b'), ['CVE-2023-39325 golang.org/x/net v0.0.0-20220314234659-1baeb1ce4c0b → 0.17.0']],
    ['Go itself', component('Go', 'stdlib', 'go1.21.1', { kind: 'runtime' }), ['CVE-2023-39325 stdlib go1.21.1 → 1.21.3']],
    ['Go itself, a candidate', component('Go', 'stdlib', '1.21rc2', { kind: 'runtime' }), ['CVE-2023-39325 stdlib 1.21rc2 → 1.21.3']],
    ['Go itself, fixed', component('Go', 'stdlib', '1.20.10', { kind: 'runtime' }), []],
    ['crates.io', component('crates.io', 'smallvec', '1.6.0'), ['CVE-2021-25900 smallvec 1.6.0 → 1.6.1']],
    ['crates.io, between the ranges', component('crates.io', 'smallvec', '0.6.14'), []],
    ['RubyGems', component('RubyGems', 'rack', '2.1.4'), ['CVE-2022-30123 rack 2.1.4 → 2.1.4.1']],
    ['NuGet, in any case', component('NuGet', 'newtonsoft.json', '12.0.3'), ['CVE-2024-21907 newtonsoft.json 12.0.3 → 13.0.1']],
    ['Packagist', component('Packagist', 'GuzzleHttp/psr7', '2.1.0'), ['CVE-2022-24775 guzzlehttp/psr7 2.1.0 → 2.1.1']],
    ['Alpine', component('Alpine:v3.17', 'libssl3', '3.0.7-r2', { source: { name: 'openssl', version: '3.0.7-r2' } }), ['CVE-2023-0286 openssl 3.0.7-r2 → 3.0.8-r0']],
    ['Ubuntu', component('Ubuntu:22.04:LTS', 'libssl3', '3.0.2-0ubuntu1.7', { source: { name: 'openssl', version: '3.0.2-0ubuntu1.7' } }), ['CVE-2023-0286 openssl 3.0.2-0ubuntu1.7 → 3.0.2-0ubuntu1.8']],
    ['Ubuntu, fixed', component('Ubuntu:22.04:LTS', 'libssl3', '3.0.2-0ubuntu1.10', { source: { name: 'openssl', version: '3.0.2-0ubuntu1.10' } }), []],
  ])('%s', (_, one, wanted) => {
    expect(found([one])).toEqual(wanted);
  });
});

describe('distributions', () => {
  const debian = (name: string): Component => component('Debian:11', name, '1.1.1n-0+deb11u3', { source: { name: 'openssl', version: '1.1.1n-0+deb11u3' } });

  it('names the CVEs of an advisory and finds each once, with the packages of the source that are there', () => {
    const { findings } = match(inventory([debian('openssl'), debian('libssl1.1')]), all);
    expect(findings.map(({ id }) => id).sort()).toEqual(['CVE-2022-2097', 'CVE-2022-4304', 'CVE-2022-4450', 'CVE-2023-0215', 'CVE-2023-0286']);
    const both = findings.find(({ id }) => id === 'CVE-2023-0286');
    expect(both?.records).toEqual(['DEBIAN-CVE-2023-0286', 'DSA-5343-1']);
    expect(both?.installed.map(({ components }) => components.map(({ name }) => name))).toEqual([['openssl', 'libssl1.1']]);
    expect(both?.severity).toMatchObject({ rating: 'high', score: 7.4 });
    expect(both?.layer).toBe('os');
  });

  it('keeps releases apart', () => {
    expect(found([component('Debian:12', 'openssl', '1.1.1n-0+deb11u3')])).toEqual(['CVE-2023-0286 openssl 1.1.1n-0+deb11u3 → 3.0.8-1']);
    const { unmatched } = match(inventory([component('Debian:13', 'openssl', '1.1.1n-0+deb11u3')]), all);
    expect(unmatched).toEqual([{ layer: 'os', ecosystem: 'Debian:13', count: 1, reason: 'the database holds no records of `Debian:13`', example: 'openssl' }]);
  });

  it.each([['Red Hat:enterprise_linux:9', undefined], ['Red Hat', { id: 'rhel', version: '9.3', name: 'RHEL' }], ['Rocky Linux:9', undefined]] as const)('finds records of binary packages: %s', (ecosystem, os) => {
    expect(found([component(ecosystem, 'openssl-libs', '1:3.0.1-43.el9_0')], all, os)).toEqual(['CVE-2022-4203', 'CVE-2022-4304', 'CVE-2023-0286'].map((id) => `${id} openssl-libs 1:3.0.1-43.el9_0 → 1:3.0.1-47.el9_1`));
    expect(found([component(ecosystem, 'openssl-libs', '1:3.0.7-16.el9_2')], all, os)).toEqual([]);
  });

  it('does not take a release that is not known for one that has no records', () => {
    const { unmatched, findings } = match(inventory([component('Debian', 'openssl', '1.0')]), all);
    expect(findings).toEqual([]);
    expect(unmatched[0]?.reason).toContain('the release of `Debian` is not known');
  });
});

describe('what a record says', () => {
  const npm = (events: readonly object[], versions?: readonly string[]): ReturnType<typeof recordsOf> => recordsOf([osv('GHSA-x', [{ ecosystem: 'npm', name: 'x', type: 'SEMVER', events: events as never, versions }])]);
  const hits = (records: ReturnType<typeof recordsOf>, version: string): boolean => found([component('npm', 'x', version)], records).length > 0;

  it('last_affected is affected, what comes after is not', () => {
    const records = npm([{ introduced: '1.0.0' }, { last_affected: '1.2.0' }]);
    expect(['0.9.0', '1.0.0', '1.2.0', '1.2.1'].map((version) => hits(records, version))).toEqual([false, true, true, false]);
  });
  it('events count in their order, however they are written', () => {
    const records = npm([{ fixed: '3.0.1' }, { introduced: '3.0.0' }, { fixed: '1.5.0' }, { introduced: '1.0.0' }]);
    expect(['1.4.9', '1.5.0', '2.0.0', '3.0.0', '3.0.1'].map((version) => hits(records, version))).toEqual([true, false, false, true, false]);
  });
  it('a limit ends it', () => {
    const records = npm([{ introduced: '0' }, { limit: '2.0.0' }]);
    expect(['1.0.0', '2.0.0'].map((version) => hits(records, version))).toEqual([true, false]);
  });
  it('a listed version is affected whatever the ranges say', () => {
    const records = npm([{ introduced: '2.0.0' }, { fixed: '2.1.0' }], ['1.0.0-odd']);
    expect(['1.0.0-odd', '1.0.0', '2.0.5'].map((version) => hits(records, version))).toEqual([true, false, true]);
  });
  it('a range of commits says nothing of a version, which is then not known; beside other ranges it is passed over', () => {
    const commits = osv('GHSA-x', [{ ecosystem: 'npm', name: 'x', type: 'GIT', events: [{ introduced: '0' }] }]);
    const { findings } = match(inventory([component('npm', 'x', '1.0.0')], {}), recordsOf([commits]));
    expect(findings.map(({ id, unknown }) => [id, unknown])).toEqual([['GHSA-x', '`1.0.0` cannot be compared with the versions of npm']]);
    const listed = osv('GHSA-x', [{ ecosystem: 'npm', name: 'x', type: 'GIT', events: [{ introduced: '0' }], versions: ['2.0.0'] }]);
    expect(found([component('npm', 'x', '1.0.0')], recordsOf([listed]))).toEqual([]);
  });
  it('a withdrawn record is none', () => {
    expect(found([component('npm', 'x', '1.0.0')], recordsOf([osv('GHSA-y', [{ ecosystem: 'npm', name: 'y', ranges: [['0']] }]), osv('GHSA-x', [{ ecosystem: 'npm', name: 'x', ranges: [['0']] }], { withdrawn: '2026-01-01T00:00:00Z' })]))).toEqual([]);
  });
  it('the fixed version is one at which no record of the vulnerability speaks of it any more', () => {
    const records = recordsOf([
      osv('GHSA-x', [{ ecosystem: 'npm', name: 'x', type: 'SEMVER', ranges: [['0', '1.2.0']] }], { aliases: ['CVE-2026-1000'] }),
      osv('CVE-2026-1000', [{ ecosystem: 'npm', name: 'x', type: 'SEMVER', ranges: [['0', '1.2.1']] }]),
    ]);
    expect(found([component('npm', 'x', '1.0.0')], records)).toEqual(['CVE-2026-1000 x 1.0.0 → 1.2.1']);
  });
  it('what cannot be compared is not known, and said so', () => {
    const { findings } = match(inventory([component('npm', 'x', 'git+https://example.com/x.git')]), npm([{ introduced: '1.0.0' }, { fixed: '2.0.0' }]));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.unknown).toContain('cannot be compared with the versions of npm');
  });
  it('all versions are affected, also those that cannot be compared', () => {
    const { findings } = match(inventory([component('npm', 'x', 'file:../x')]), recordsOf([osv('MAL-2026-1', [{ ecosystem: 'npm', name: 'x', type: 'SEMVER', ranges: [['0']] }])]));
    expect(findings[0]?.unknown).toBeUndefined();
    expect(findings[0]?.severity?.rating).toBe('critical');
  });
  it('two installed versions are one finding, each with its fix', () => {
    expect(found([component('Maven', 'org.apache.logging.log4j:log4j-core', '2.14.1'), component('Maven', 'org.apache.logging.log4j:log4j-core', '2.3')])).toEqual(['CVE-2021-44228 org.apache.logging.log4j:log4j-core 2.14.1 → 2.15.0, 2.3 → 2.3.1']);
  });
});

describe('what was not compared', () => {
  it('is counted by reason', () => {
    const { unmatched, compared } = match(inventory([component('npm', 'a', '1.0.0'), component('Hex', 'b', '1.0.0'), component('Hex', 'c', '1.0.0'), component(undefined, 'd', '1', { kind: 'os' }), component(undefined, 'node', '20.1.0', { kind: 'runtime' })]), all);
    expect(compared).toEqual([{ layer: 'application', ecosystem: 'npm', count: 1, date: '2026-11-20T08:00:00Z', records: 1 }]);
    expect(unmatched).toEqual([
      { layer: 'application', ecosystem: 'Hex', count: 2, reason: 'the database holds no records of `Hex`', example: 'b' },
      { layer: 'os', ecosystem: undefined, count: 1, reason: 'no records are published of it', example: 'd' },
    ]);
  });
});
