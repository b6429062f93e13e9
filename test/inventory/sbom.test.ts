import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { afterAll, describe, expect, test } from 'vitest';
import { sbom } from '../../src/app/sbom.js';
import { scanResources } from '../../src/app/scan.js';
import { assemble } from '../../src/inventory/assemble.js';
import type { Component, Inventory } from '../../src/inventory/component.js';
import { parsePurl, purlOf } from '../../src/inventory/purl.js';
import { toCycloneDx } from '../../src/inventory/sbom/cyclonedx.js';
import { readSbom } from '../../src/inventory/sbom/read.js';
import { toSpdx } from '../../src/inventory/sbom/spdx.js';

const stamp = { version: '0.1.0' };

const inventory: Inventory = assemble({
  subject: 'registry.example/app:1.0',
  kind: 'image',
  digest: `sha256:${'ab'.repeat(32)}`,
  locate: (path) => ({ file: path }),
  layerDigest: (layer) => `sha256:${String(layer).repeat(64)}`,
  coverage: [],
  errors: [],
  readings: [
    { path: 'etc/os-release', layer: 0, reading: { components: [], os: { id: 'rocky', version: '9.3', name: 'Rocky Linux 9.3 (Blue Onyx)' } } },
    {
      path: 'var/lib/rpm/rpmdb.sqlite',
      layer: 1,
      reading: {
        components: [
          { type: 'rpm', name: 'openssl-libs', version: '1:3.0.7-24.el9', architecture: 'x86_64', source: { name: 'openssl', version: '1:3.0.7-24.el9' }, licenses: ['Apache-2.0'] },
          { type: 'rpm', name: 'glibc', version: '2.34-83.el9', architecture: 'x86_64', source: { name: 'glibc', version: '2.34-83.el9' }, licenses: ['LGPLv2+ and GPLv2+'] },
        ],
      },
    },
    {
      path: 'app/x',
      layer: 1,
      reading: {
        components: [
          { type: 'npm', name: '@babel/core', version: '7.0.0', development: true, licenses: ['MIT'] },
          { type: 'maven', name: 'org.apache.logging.log4j:log4j-core', version: '2.14.1', inside: 'BOOT-INF/lib/log4j.jar' },
          { type: 'golang', name: 'github.com/Azure/go-autorest', version: 'v1.0.0+incompatible' },
          { type: 'golang', name: 'stdlib', version: '1.21.3', runtime: true },
          { type: 'pypi', name: 'Foo_Bar', version: '1!2.0', line: 3 },
          { type: 'composer', name: 'Vendor/Pkg', version: 'v1.0' },
          { type: 'gem', name: 'rack', version: '3.0.0' },
          { type: 'nuget', name: 'A.B', version: '1.0.0' },
          { type: 'cargo', name: 'serde', version: '1.0.0' },
        ],
      },
    },
  ],
});

test('package URLs are written as their specification says', () => {
  expect(inventory.components.map(({ purl }) => purl)).toEqual([
    'pkg:cargo/serde@1.0.0',
    'pkg:composer/vendor/pkg@v1.0',
    'pkg:gem/rack@3.0.0',
    'pkg:golang/github.com/azure/go-autorest@v1.0.0%2Bincompatible',
    'pkg:golang/stdlib@1.21.3',
    'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
    'pkg:npm/%40babel/core@7.0.0',
    'pkg:nuget/A.B@1.0.0',
    'pkg:pypi/foo-bar@1%212.0',
    'pkg:rpm/rocky/glibc@2.34-83.el9?arch=x86_64&distro=rocky-9.3',
    'pkg:rpm/rocky/openssl-libs@3.0.7-24.el9?arch=x86_64&distro=rocky-9.3&epoch=1',
  ]);
  expect(purlOf({ type: 'apk', vendor: 'Alpine', name: 'Curl', version: '8.0-r0', qualifiers: { arch: 'x86' } })).toBe('pkg:apk/alpine/curl@8.0-r0?arch=x86');
  expect(parsePurl('pkg:npm/%40babel/core@7.0.0?a=b%20c#sub')).toEqual({ type: 'npm', namespace: '@babel', name: 'core', version: '7.0.0', qualifiers: { a: 'b c' } });
  for (const wrong of ['', 'pkg:', 'pkg:npm', 'pkg:npm/', 'http://x', 'pkg:npm/%zz@1']) expect(parsePurl(wrong), wrong).toBeUndefined();
});

test('ecosystems are those of OSV, with the release', () => {
  const of = (id: string, version: string | undefined, name = id): string | undefined =>
    assemble({ subject: 's', kind: 'filesystem', locate: (path) => ({ file: path }), coverage: [], errors: [], readings: [{ path: 'etc/os-release', reading: { components: [], os: { id, version, name } } }, { path: 'db', reading: { components: [{ type: 'deb', name: 'a', version: '1' }] } }] }).components[0]!.ecosystem;
  expect([
    of('debian', '12'), of('ubuntu', '22.04'), of('ubuntu', '23.10'), of('alpine', '3.19.1'), of('rocky', '9.3'), of('almalinux', '8.9'), of('rhel', '9.2'), of('opensuse-leap', '15.5', 'openSUSE Leap 15.5'), of('opensuse-tumbleweed', '20240101'),
    of('sles', '15.5', 'SUSE Linux Enterprise Server 15 SP5'), of('wolfi', '20230201'), of('chainguard', '20230214'), of('photon', '4.0'), of('azurelinux', '3.0'), of('mageia', '9'), of('amzn', '2023'), of('fedora', '39'), of('debian', undefined),
  ]).toEqual([
    'Debian:12', 'Ubuntu:22.04:LTS', 'Ubuntu:23.10', 'Alpine:v3.19', 'Rocky Linux:9', 'AlmaLinux:8', 'Red Hat:enterprise_linux:9', 'openSUSE:Leap 15.5', 'openSUSE:Tumbleweed',
    'SUSE:Linux Enterprise Server 15 SP5', 'Wolfi', 'Chainguard', 'Photon OS:4.0', 'Azure Linux:3', 'Mageia:9', undefined, undefined, undefined,
  ]);
});

test('CycloneDX 1.6 fits its published schema, and the same content gives the same bytes', async () => {
  const text = toCycloneDx(inventory, stamp);
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
  expect(toCycloneDx(inventory, stamp)).toBe(text);
  expect(JSON.parse(text)).toMatchObject({ serialNumber: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) });
  expect(text).not.toContain('timestamp');
  const dated = toCycloneDx(inventory, { ...stamp, created: '2026-01-31T00:00:00.000Z' });
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(dated)).toBeNull();
  expect(dated).toContain('2026-01-31T00:00:00.000Z');
});

test('SPDX 2.3 has what its specification demands of every document and package', () => {
  const text = toSpdx(inventory, stamp);
  const document = JSON.parse(text) as { readonly packages: readonly Readonly<Record<string, unknown>>[]; readonly relationships: readonly Readonly<Record<string, string>>[] } & Readonly<Record<string, unknown>>;
  expect(document).toMatchObject({ spdxVersion: 'SPDX-2.3', dataLicense: 'CC0-1.0', SPDXID: 'SPDXRef-DOCUMENT', creationInfo: { created: '1970-01-01T00:00:00Z', creators: ['Tool: demarc-0.1.0'] } });
  const ids = document.packages.map(({ SPDXID }) => SPDXID);
  expect(new Set(ids).size).toBe(ids.length);
  for (const one of document.packages) {
    expect(one['SPDXID']).toMatch(/^SPDXRef-[a-zA-Z0-9.-]+$/);
    expect(one).toMatchObject({ downloadLocation: 'NOASSERTION', filesAnalyzed: false, copyrightText: 'NOASSERTION', licenseConcluded: 'NOASSERTION' });
    expect(one['licenseDeclared']).toMatch(/^(NOASSERTION|MIT|Apache-2\.0)$/);
  }
  for (const { spdxElementId, relatedSpdxElement } of document.relationships) for (const id of [spdxElementId, relatedSpdxElement]) expect([...ids, 'SPDXRef-DOCUMENT']).toContain(id);
  expect(toSpdx(inventory, stamp)).toBe(text);
});

const essence = ({ name, version, ecosystem, purl, source, kind, development }: Component): object => ({ name: /^pkg:(pypi|composer|golang)/.test(purl) ? name.toLowerCase().replace('_', '-') : name, version, ecosystem, purl, source, kind, development });

test.each([
  ['CycloneDX', toCycloneDx],
  ['SPDX', toSpdx],
])('what is written as %s is read again as it was', (_, write) => {
  const again = readSbom(Buffer.from(write(inventory, stamp)), 'sbom.json');
  expect(again).toMatchObject({ subject: inventory.subject, digest: inventory.digest, os: inventory.os, coverage: [], errors: [], kind: 'sbom' });
  expect(again.components.map(essence)).toEqual(inventory.components.map(essence));
});

test('bills of other programs are read by their package URLs', () => {
  const trivy = { bomFormat: 'CycloneDX', specVersion: '1.5', metadata: { component: { type: 'container', name: 'nginx' } }, components: [{ type: 'operating-system', name: 'debian', version: '12.4' }, { type: 'library', name: 'libssl3', purl: 'pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64&distro=debian-12.4', properties: [{ name: 'aquasecurity:trivy:SrcName', value: 'openssl' }, { name: 'aquasecurity:trivy:SrcVersion', value: '3.0.11' }, { name: 'aquasecurity:trivy:SrcRelease', value: '1~deb12u2' }] }, { type: 'library', name: 'mystery' }, { type: 'library', name: 's', purl: 'pkg:swift/github.com/a/s@1.0' }, { type: 'library', name: 'x', purl: 'not a purl' }] };
  const { components, coverage, errors, os } = readSbom(Buffer.from(JSON.stringify(trivy)), 'sbom.json');
  expect(os).toMatchObject({ id: 'debian', version: '12.4' });
  expect(components).toMatchObject([{ name: 'libssl3', version: '3.0.11-1~deb12u2', ecosystem: 'Debian:12', source: { name: 'openssl', version: '3.0.11-1~deb12u2' }, kind: 'os' }]);
  expect(coverage.map(({ reason }) => reason)).toEqual(['no package URL says what they are: mystery', 'packages of type `swift` are not known']);
  expect(errors).toEqual([{ file: 'sbom.json', message: 'names a package by `not a purl`, which is no package URL' }]);
  const syft = { spdxVersion: 'SPDX-2.3', name: 'alpine', packages: [{ SPDXID: 'SPDXRef-1', name: 'libcrypto3', versionInfo: '3.1.4-r1', externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:apk/alpine/libcrypto3@3.1.4-r1?arch=x86_64&upstream=openssl&distro=alpine-3.19.0' }] }] };
  expect(readSbom(Buffer.from(JSON.stringify(syft)), 'sbom.json').components).toMatchObject([{ name: 'libcrypto3', ecosystem: 'Alpine:v3.19', source: { name: 'openssl', version: '3.1.4-r1' } }]);
});

describe('bills as other programs write them', () => {
  const cyclone = (components: readonly object[], more: object = {}): Buffer => Buffer.from(JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', components, ...more }));
  const spdx = (packages: readonly object[], described: readonly string[]): Buffer => Buffer.from(JSON.stringify({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', packages, relationships: described.map((one) => ({ spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: one })) }));
  const ref = (purl: string): readonly object[] => [{ referenceCategory: 'SECURITY', referenceType: 'cpe23Type', referenceLocator: 'cpe:2.3:a:x' }, { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }];
  const listed = (bytes: Buffer): readonly string[] => {
    const { components, coverage } = readSbom(bytes, 'bom.json');
    return [...components.map(({ name, version, ecosystem, source }) => [name, version, ecosystem ?? '-', ...(source === undefined ? [] : [`from ${source.name} ${source.version}`])].join(' ')), ...coverage.map(({ subject, reason }) => `${subject}: ${reason ?? ''}`)];
  };

  test.each<readonly [what: string, bytes: Buffer, found: readonly string[]]>([
    ['components within components, and those of the subject', cyclone([{ type: 'library', name: 'a', purl: 'pkg:npm/a@1.0.0', components: [{ type: 'library', name: 'b', purl: 'pkg:npm/b@1.0.0' }] }], { metadata: { component: { type: 'application', name: 'app', purl: 'pkg:npm/app@1.0.0', components: [{ type: 'library', name: 'c', purl: 'pkg:npm/c@1.0.0' }] } } }), ['a 1.0.0 npm', 'b 1.0.0 npm', 'c 1.0.0 npm']],
    ['a version beside the package URL, two of one package', cyclone(['1.0.0', '2.0.0'].map((version) => ({ type: 'library', name: 'a', version, purl: 'pkg:npm/a' }))), ['a 1.0.0 npm', 'a 2.0.0 npm']],
    ['no version anywhere', cyclone([{ type: 'library', name: 'a', purl: 'pkg:npm/a' }]), ['1 components: packages of type `npm` say no version']],
    ['the standard library of Go by either name', cyclone([{ type: 'library', name: 'std', purl: 'pkg:golang/std@go1.21.1' }]), ['stdlib 1.21.1 Go']],
    ['an rpm whose source is its file', cyclone([{ type: 'library', name: 'openssl-libs', purl: 'pkg:rpm/redhat/openssl-libs@3.0.7-24.el9?arch=x86_64&epoch=1&upstream=openssl-3.0.7-24.el9.src.rpm&distro=rhel-9.4' }]), ['openssl-libs 1:3.0.7-24.el9 Red Hat:enterprise_linux:9 from openssl 1:3.0.7-24.el9']],
    ['systems by the names of their scanner', cyclone([{ type: 'library', name: 'x', purl: 'pkg:rpm/alma/x@1-1?distro=alma-9.3' }, { type: 'library', name: 'y', purl: 'pkg:rpm/suse/y@1-1?distro=suse%20linux%20enterprise%20server-15.5' }, { type: 'library', name: 'z', purl: 'pkg:rpm/opensuse/z@1-1?distro=opensuse-leap-15.6' }]), ['x 1-1 AlmaLinux:9', 'z 1-1 openSUSE:Leap 15.6', 'y 1-1 SUSE:Linux Enterprise Server 15 SP5']],
    ['the image that an SPDX document is about, and a source in words', spdx([{ SPDXID: 'SPDXRef-i', name: 'img', primaryPackagePurpose: 'CONTAINER', externalRefs: ref('pkg:oci/img@sha256%3Aabc') }, { SPDXID: 'SPDXRef-l', name: 'libssl3', versionInfo: '3.0.11-1', sourceInfo: 'built package from: openssl 3.0.11-1', externalRefs: ref('pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12') }], ['SPDXRef-i']), ['libssl3 3.0.11-1 Debian:12 from openssl 3.0.11-1']],
    ['an SPDX document that describes each package', spdx([{ SPDXID: 'SPDXRef-a', name: 'a', versionInfo: '1.0.0', externalRefs: ref('pkg:npm/a') }, { SPDXID: 'SPDXRef-b', name: 'b', externalRefs: ref('pkg:npm/b@1.0.0') }], ['SPDXRef-a', 'SPDXRef-b']), ['a 1.0.0 npm', 'b 1.0.0 npm']],
  ])('%s', (_, bytes, found) => expect(listed(bytes)).toEqual(found));
});

test('what is no bill of materials, or a broken one, is one line', () => {
  for (const content of ['{', '[]', '{"bomFormat":"CycloneDX","components":5}', '{"bomFormat":"CycloneDX","components":[null,{"components":[1]}]}', `{"bomFormat":"CycloneDX","components":${'[{"components":'.repeat(3000)}[]${'}]'.repeat(3000)}}`]) {
    expect(readSbom(Buffer.from(content), 'x').errors.length, content.slice(0, 50)).toBeLessThanOrEqual(1);
  }
});

const folder = mkdtempSync(join(tmpdir(), 'demarc-sbom-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a bill of materials is a target of a scan, too', async () => {
  const path = join(folder, 'sbom.json');
  writeFileSync(path, toCycloneDx(inventory, stamp));
  expect((await sbom(path)).inventories[0]!.components).toHaveLength(inventory.components.length);
  const { resources } = await scanResources({ targets: [path], checks: [] });
  expect(resources).toMatchObject([{ type: 'Demarc::Software::BillOfMaterials', address: 'sbom.json' }]);
});
