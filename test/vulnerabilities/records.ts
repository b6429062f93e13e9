/** Records written by hand in OSV's format: the published facts of well-known vulnerabilities, in few lines. */

type Event = Readonly<Record<string, string>>;
interface Affected {
  readonly ecosystem: string;
  readonly name: string;
  readonly type?: 'SEMVER' | 'ECOSYSTEM' | 'GIT';
  /** Each from where to where: `['2.13.0', '2.15.0']`; an end that is left out: not fixed. */
  readonly ranges?: readonly (readonly [string, string?])[];
  readonly events?: readonly Event[];
  readonly versions?: readonly string[];
}

export interface Given {
  readonly aliases?: readonly string[];
  readonly upstream?: readonly string[];
  readonly summary?: string;
  readonly vector?: string;
  readonly word?: string;
  readonly withdrawn?: string;
  readonly modified?: string;
  readonly more?: object;
}

export const osv = (id: string, affected: readonly Affected[], { aliases, upstream, summary = '', vector, word, withdrawn, modified = '2026-11-20T08:00:00Z', more }: Given = {}): object => ({
  schema_version: '1.7.0',
  id,
  modified,
  ...(aliases === undefined ? {} : { aliases }),
  ...(upstream === undefined ? {} : { upstream }),
  summary,
  ...(withdrawn === undefined ? {} : { withdrawn }),
  ...(vector === undefined ? {} : { severity: [{ type: vector.startsWith('CVSS:4') ? 'CVSS_V4' : vector.startsWith('CVSS:3') ? 'CVSS_V3' : 'CVSS_V2', score: vector }] }),
  ...(word === undefined ? {} : { database_specific: { severity: word } }),
  affected: affected.map(({ ecosystem, name, type = 'ECOSYSTEM', ranges = [], events, versions }) => ({
    package: { ecosystem, name },
    ranges: [...ranges.map(([introduced, fixed]) => ({ type, events: [{ introduced }, ...(fixed === undefined ? [] : [{ fixed }])] })), ...(events === undefined ? [] : [{ type, events }])],
    ...(versions === undefined ? {} : { versions }),
  })),
  ...more,
});

export const log4shell = osv('GHSA-jfh8-c2jp-5v3q', [{ ecosystem: 'Maven', name: 'org.apache.logging.log4j:log4j-core', ranges: [['2.13.0', '2.15.0'], ['2.4', '2.12.2'], ['2.0-beta9', '2.3.1']] }], {
  aliases: ['CVE-2021-44228'],
  summary: 'Remote code injection in Log4j',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
  word: 'CRITICAL',
});

const opensslVector = 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:H';

export const wellKnown: readonly object[] = [
  log4shell,
  osv('DEBIAN-CVE-2023-0286', [{ ecosystem: 'Debian:11', name: 'openssl', ranges: [['0', '1.1.1n-0+deb11u4']], versions: ['1.1.1k-1', '1.1.1k-1+deb11u1', '1.1.1n-0+deb11u3'] }, { ecosystem: 'Debian:12', name: 'openssl', ranges: [['0', '3.0.8-1']] }], { upstream: ['CVE-2023-0286'], vector: opensslVector }),
  osv('DSA-5343-1', [{ ecosystem: 'Debian:11', name: 'openssl', ranges: [['0', '1.1.1n-0+deb11u4']] }], { upstream: ['CVE-2022-2097', 'CVE-2022-4304', 'CVE-2022-4450', 'CVE-2023-0215', 'CVE-2023-0286'], summary: 'openssl - security update' }),
  osv('ALPINE-CVE-2023-0286', [{ ecosystem: 'Alpine:v3.17', name: 'openssl', ranges: [['0', '3.0.8-r0']] }], { upstream: ['CVE-2023-0286'], vector: opensslVector }),
  osv('UBUNTU-CVE-2023-0286', [{ ecosystem: 'Ubuntu:22.04:LTS', name: 'openssl', ranges: [['0', '3.0.2-0ubuntu1.8']] }], { upstream: ['CVE-2023-0286'], more: { severity: [{ type: 'Ubuntu', score: 'high' }] } }),
  osv('RHSA-2023:0946', [{ ecosystem: 'Red Hat:enterprise_linux:9::baseos', name: 'openssl-libs', ranges: [['0', '1:3.0.1-47.el9_1']] }], { upstream: ['CVE-2022-4203', 'CVE-2022-4304', 'CVE-2023-0286'], vector: opensslVector }),
  osv('RLSA-2023:0946', [{ ecosystem: 'Rocky Linux:9', name: 'openssl-libs', ranges: [['0', '1:3.0.1-47.el9_1']] }], { upstream: ['CVE-2022-4203', 'CVE-2022-4304', 'CVE-2023-0286'], vector: opensslVector }),
  osv('GHSA-35jh-r3h4-6jhm', [{ ecosystem: 'npm', name: 'lodash', type: 'SEMVER', ranges: [['0', '4.17.21']] }], { aliases: ['CVE-2021-23337'], summary: 'Command injection in lodash', vector: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H', word: 'HIGH' }),
  osv('GHSA-j8r2-6x86-q33q', [{ ecosystem: 'PyPI', name: 'requests', ranges: [['2.3.0', '2.31.0']] }], { aliases: ['CVE-2023-32681', 'PYSEC-2023-74'], summary: 'Unintended leak of Proxy-Authorization header in requests', vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:C/C:H/I:N/A:N', word: 'MODERATE' }),
  osv('PYSEC-2023-74', [{ ecosystem: 'PyPI', name: 'requests', ranges: [['2.3.0', '2.31.0']], versions: ['2.30.0', '2.29.0'] }], { aliases: ['CVE-2023-32681', 'GHSA-j8r2-6x86-q33q'] }),
  osv('GO-2023-2102', [{ ecosystem: 'Go', name: 'golang.org/x/net', type: 'SEMVER', ranges: [['0', '0.17.0']] }, { ecosystem: 'Go', name: 'stdlib', type: 'SEMVER', ranges: [['0', '1.20.10'], ['1.21.0-0', '1.21.3']] }], { aliases: ['CVE-2023-39325'], summary: 'HTTP/2 rapid reset can cause excessive work in net/http' }),
  osv('RUSTSEC-2021-0003', [{ ecosystem: 'crates.io', name: 'smallvec', type: 'SEMVER', events: [{ introduced: '0.6.3' }, { fixed: '0.6.14' }, { introduced: '1.0.0' }, { fixed: '1.6.1' }] }], { aliases: ['CVE-2021-25900'], vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }),
  osv('GHSA-wq4h-7r42-5hrr', [{ ecosystem: 'RubyGems', name: 'rack', ranges: [['0', '2.0.9.1'], ['2.1.0', '2.1.4.1'], ['2.2.0', '2.2.3.1']] }], { aliases: ['CVE-2022-30123'], vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H' }),
  osv('GHSA-5crp-9r3c-p9vr', [{ ecosystem: 'NuGet', name: 'Newtonsoft.Json', ranges: [['0', '13.0.1']] }], { aliases: ['CVE-2024-21907'], vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' }),
  osv('GHSA-q7rv-6hp3-vh96', [{ ecosystem: 'Packagist', name: 'guzzlehttp/psr7', ranges: [['0', '1.8.4'], ['2.0.0', '2.1.1']] }], { aliases: ['CVE-2022-24775'], vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N' }),
];
