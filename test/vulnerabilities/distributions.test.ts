/** Each distribution as its images name it and as its records are written: from `os-release` through the database to a hit, and to none. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Component } from '../../src/inventory/component.js';
import { systemEcosystem } from '../../src/inventory/ecosystem.js';
import { readOsRelease } from '../../src/inventory/os-release.js';
import { importRecords } from '../../src/store/import.js';
import { Store } from '../../src/store/index.js';
import { askedEcosystem } from '../../src/vulnerabilities/names.js';
import { match } from '../../src/vulnerabilities/match.js';
import { component, inventory } from './inventory.js';
import { osv } from './records.js';

const top = mkdtempSync(join(tmpdir(), 'demarc-distributions-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** What is found in an installation by records that were imported. */
function found(osRelease: string, components: readonly (readonly [name: string, version: string, source?: string, sourceVersion?: string])[], records: readonly object[]): readonly string[] {
  const folder = mkdtempSync(join(top, 'db-'));
  writeFileSync(join(folder, 'records.json'), JSON.stringify(records));
  importRecords(folder, [join(folder, 'records.json')]);
  const store = Store.open(folder, (problem) => {
    throw new Error(problem);
  });
  if (store === undefined) throw new Error('no database');
  const { os } = readOsRelease(Buffer.from(osRelease));
  const installed = components.map(([name, version, source = name, sourceVersion = version]): Component => component(systemEcosystem(os), name, version, { kind: 'os', source: { name: source, version: sourceVersion } }));
  const { findings, unmatched } = match(inventory(installed, { os }), store);
  store.close();
  return [...findings.map(({ id, name, installed: there }) => `${id} ${name} ${there.map(({ fixed, components: of }) => `${of.map((one) => one.name).join('+')} → ${fixed ?? 'none'}`).join(', ')}`), ...unmatched.map(({ reason }) => reason)].sort();
}

const rocky = 'ID="rocky"\nVERSION_ID="9.4"\nPRETTY_NAME="Rocky Linux 9.4 (Blue Onyx)"\n';
const sles = 'NAME="SLES"\nVERSION="15-SP6"\nVERSION_ID="15.6"\nPRETTY_NAME="SUSE Linux Enterprise Server 15 SP6"\nID="sles"\n';

describe('records name source packages', () => {
  const record = osv('RLSA-2024:1', [{ ecosystem: 'Rocky Linux:9', name: 'openssl', ranges: [['0', '1:3.0.7-27.el9']] }], { upstream: ['CVE-2024-1'] });
  it('Rocky: what was built from it is found, once, and not what was mended', () => {
    expect(found(rocky, [['openssl-libs', '1:3.0.7-25.el9_3', 'openssl'], ['openssl', '1:3.0.7-25.el9_3']], [record])).toEqual(['CVE-2024-1 openssl openssl-libs+openssl → 1:3.0.7-27.el9']);
    expect(found(rocky, [['openssl-libs', '1:3.0.7-27.el9', 'openssl']], [record])).toEqual([]);
  });

  it('Alma: the same vulnerability of the packages of an update is one finding, by the ids that its advisory calls related', () => {
    const advisory = osv('ALSA-2024:2', ['openssl', 'openssl-libs', 'openssl-devel'].map((name) => ({ ecosystem: 'AlmaLinux:9', name, ranges: [['0', '1:3.0.7-27.el9']] })), { summary: 'Important: openssl security update', more: { related: ['CVE-2024-2', 'CVE-2024-3'] } });
    expect(found('ID="almalinux"\nVERSION_ID="9.4"\n', [['openssl-libs', '1:3.0.7-25.el9_3', 'openssl'], ['openssl', '1:3.0.7-25.el9_3']], [advisory])).toEqual(['CVE-2024-2', 'CVE-2024-3'].map((id) => `${id} openssl openssl-libs+openssl → 1:3.0.7-27.el9`));
  });

  it('SUSE: under the module or the support phase of the release, and not under another service pack', () => {
    const suse = (id: string, ecosystem: string, fixed: string): object => osv(id, [{ ecosystem, name: 'openssl-3', ranges: [['0', fixed]] }], { upstream: [id.replace('SUSE-SU', 'CVE').replace(/:\d+-\d+$/, '')] });
    const records = [
      suse('SUSE-SU-2024-1001:1-1', 'SUSE:Linux Enterprise Module for Basesystem 15 SP6', '3.1.4-150600.5.7.1'),
      suse('SUSE-SU-2024-1002:1-1', 'SUSE:Linux Enterprise Server 15 SP6-LTSS', '3.1.4-150600.5.9.1'),
      suse('SUSE-SU-2024-1003:1-1', 'SUSE:Linux Enterprise Module for Python 3 15 SP6', '3.1.4-150600.5.9.1'),
      suse('SUSE-SU-2024-1004:1-1', 'SUSE:Linux Enterprise Module for Basesystem 15 SP5', '3.1.4-150600.5.9.1'),
      suse('SUSE-SU-2024-1005:1-1', 'SUSE:Linux Enterprise Micro 5.5', '3.1.4-150600.5.9.1'),
    ];
    expect(found(sles, [['libopenssl3', '3.1.4-150600.5.5.1', 'openssl-3']], records).map((line) => line.split(' ')[0])).toEqual(['CVE-2024-1001', 'CVE-2024-1002', 'CVE-2024-1003']);
    expect(found(sles, [['libopenssl3', '3.1.4-150600.5.9.1', 'openssl-3']], records)).toEqual([]);
    expect(found('ID="sle-micro"\nVERSION_ID="5.5"\nPRETTY_NAME="SUSE Linux Enterprise Micro 5.5"\n', [['libopenssl3', '3.1.4-150600.5.5.1', 'openssl-3']], records).map((line) => line.split(' ')[0])).toEqual(['CVE-2024-1005']);
  });
});

describe('Ubuntu', () => {
  const jammy = 'ID=ubuntu\nVERSION_ID="22.04"\nPRETTY_NAME="Ubuntu 22.04.4 LTS"\n';
  it('what is mended for subscribers alone is a vulnerability of the others as well', () => {
    const record = osv('UBUNTU-CVE-2024-4', [{ ecosystem: 'Ubuntu:Pro:22.04:LTS', name: 'ffmpeg', ranges: [['0', '7:4.4.2-0ubuntu0.22.04.1+esm5']] }], { upstream: ['CVE-2024-4'] });
    expect(found(jammy, [['libavcodec58', '7:4.4.2-0ubuntu0.22.04.1', 'ffmpeg']], [record])).toEqual(['CVE-2024-4 ffmpeg libavcodec58 → 7:4.4.2-0ubuntu0.22.04.1+esm5']);
    expect(found(jammy, [['libavcodec58', '7:4.4.2-0ubuntu0.22.04.1+esm5', 'ffmpeg']], [record])).toEqual([]);
  });
  it('builds of their own (FIPS) are not those of the release', () => {
    const record = osv('UBUNTU-CVE-2024-5', [{ ecosystem: 'Ubuntu:Pro:FIPS-updates:22.04:LTS', name: 'openssl', ranges: [['0', '3.0.2-0ubuntu1.15+Fips1']] }, { ecosystem: 'Ubuntu:22.04:LTS', name: 'openssl', ranges: [['0', '3.0.2-0ubuntu1.10']] }], { upstream: ['CVE-2024-5'] });
    expect(found(jammy, [['libssl3', '3.0.2-0ubuntu1.12', 'openssl']], [record])).toEqual([]);
  });
});

describe('one record, several repositories of a release', () => {
  it.each([['appstream', 'baseos'], ['baseos', 'appstream']])('counts for each of them: %s, then %s', (first, second) => {
    const fixed: Readonly<Record<string, string>> = { baseos: '2.0-1.el9', appstream: '1.0-1.el9' };
    const record = osv('RHSA-2024:6', [first, second].map((one) => ({ ecosystem: `Red Hat:enterprise_linux:9::${one}`, name: 'x', ranges: [['0', fixed[one]]] as const })), { upstream: ['CVE-2024-6'] });
    expect(found('ID="rhel"\nVERSION_ID="9.4"\n', [['x', '1.5-1.el9']], [record])).toEqual(['CVE-2024-6 x x → 2.0-1.el9']);
  });
});

it('a record of a module says nothing of a package that is of none', () => {
  const record = osv('RLSA-2024:7', [{ ecosystem: 'Rocky Linux:8', name: 'babel', ranges: [['0', '0:2.7.0-10.module+el8.4.0+570+c2eaf144']] }], { upstream: ['CVE-2024-7'] });
  const eight = 'ID="rocky"\nVERSION_ID="8.10"\n';
  expect(found(eight, [['python3-babel', '2.5.1-7.el8', 'babel']], [record])).toEqual([]);
  expect(found(eight, [['python38-babel', '2.7.0-9.module+el8.3.0+1+abc', 'babel']], [record])).toEqual(['CVE-2024-7 babel python38-babel → 0:2.7.0-10.module+el8.4.0+570+c2eaf144']);
});

it('a repository beside the central one is part of its ecosystem', () => {
  const records = [osv('GHSA-1', [{ ecosystem: 'Maven:https://maven.google.com', name: 'com.google:x', ranges: [['0', '2.0']] }]), osv('DRUPAL-1', [{ ecosystem: 'Packagist:https://packages.drupal.org/8', name: 'drupal/token', ranges: [['0', '2.0.0']] }])];
  const folder = mkdtempSync(join(top, 'db-'));
  writeFileSync(join(folder, 'records.json'), JSON.stringify(records));
  importRecords(folder, [join(folder, 'records.json')]);
  const store = Store.open(folder, () => undefined)!;
  expect(match(inventory([component('Maven', 'com.google:x', '1.0'), component('Packagist', 'drupal/token', '1.5.0')]), store).findings.map(({ id }) => id)).toEqual(['GHSA-1', 'DRUPAL-1']);
  store.close();
});

it('a crate that nobody keeps any more is no vulnerability of medium weight', () => {
  const record = { ...osv('RUSTSEC-2024-1', [], { summary: 'x is unmaintained' }), affected: [{ package: { ecosystem: 'crates.io', name: 'x' }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0.0.0-0' }] }], database_specific: { informational: 'unmaintained' } }] };
  const folder = mkdtempSync(join(top, 'db-'));
  writeFileSync(join(folder, 'records.json'), JSON.stringify([record]));
  importRecords(folder, [join(folder, 'records.json')]);
  const store = Store.open(folder, () => undefined)!;
  expect(match(inventory([component('crates.io', 'x', '1.0.0')]), store).findings.map(({ id, severity }) => [id, severity?.rating])).toEqual([['RUSTSEC-2024-1', 'low']]);
  store.close();
});

describe('what an installation calls itself', () => {
  it.each([
    ['debian', '12', 'Debian:12', 'Debian:12'],
    ['ubuntu', '24.04', 'Ubuntu:24.04:LTS', 'Ubuntu:24.04'],
    ['ubuntu', '25.10', 'Ubuntu:25.10', 'Ubuntu:25.10'],
    ['alpine', '3.21.3', 'Alpine:v3.21', 'Alpine:v3.21'],
    ['alpine', '3.23_alpha20250612', 'Alpine:edge', 'Alpine:edge'],
    ['rhel', '9.4', 'Red Hat:enterprise_linux:9', 'Red Hat'],
    ['rocky', '8.10', 'Rocky Linux:8', 'Rocky Linux:8'],
    ['almalinux', '10.0', 'AlmaLinux:10', 'AlmaLinux:10'],
    ['sles', '15', 'SUSE:Linux Enterprise Server 15', 'SUSE'],
    ['sles', '12.5', 'SUSE:Linux Enterprise Server 12 SP5', 'SUSE'],
    ['sles', '16.0', 'SUSE:Linux Enterprise Server 16.0', 'SUSE'],
    ['sl-micro', '6.0', 'SUSE:Linux Micro 6.0', 'SUSE'],
    ['opensuse-leap', '15.6', 'openSUSE:Leap 15.6', 'openSUSE:Leap 15.6'],
    ['wolfi', '20230201', 'Wolfi', 'Wolfi'],
    ['chainguard', '20230214', 'Chainguard', 'Chainguard'],
    ['amzn', '2023', undefined, ''],
  ])('%s %s is %s, and the service is asked for %s', (id, version, ecosystem, asked) => {
    expect(systemEcosystem({ id, version, name: '' })).toBe(ecosystem);
    expect(askedEcosystem(ecosystem ?? '')).toBe(asked);
  });
});
