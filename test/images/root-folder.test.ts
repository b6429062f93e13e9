import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sbom } from '../../src/app/sbom.js';
import { memberBytes } from '../../src/sources/archive/tar.js';
import { rootMembers } from '../../src/sources/image/root-folder.js';
import { folder, removeFolders } from './make-image.js';

removeFolders();

const write = (top: string, path: string, content: string): void => {
  mkdirSync(join(top, path, '..'), { recursive: true });
  writeFileSync(join(top, path), content);
};

test('files are read, links are told and not followed, what the kernel makes is left out', async () => {
  const top = folder();
  write(top, 'etc/os-release', 'ID=debian\n');
  write(top, 'proc/1/status', 'x');
  mkdirSync(join(top, 'a/b'), { recursive: true });
  symlinkSync('..', join(top, 'a/b/up'));
  symlinkSync('/', join(top, 'a/out'));
  symlinkSync('round', join(top, 'a/round'));
  execFileSync('mkfifo', [join(top, 'a/pipe')]);
  const problems: string[] = [];
  const found: string[] = [];
  for await (const member of rootMembers(top, (message, path) => problems.push(`${path}: ${message}`))) found.push(`${member.type} ${member.name} ${member.link ?? (await memberBytes(member, 100))?.toString() ?? ''}`);
  expect(found.sort()).toEqual(['file etc/os-release ID=debian\n', 'symlink a/b/up ..', 'symlink a/out /', 'symlink a/round round']);
  expect(problems).toEqual([]);
});

test('packages of a root file system; files that a package of the distributor brought are judged with it', async () => {
  const top = folder();
  write(top, 'etc/os-release', 'ID=debian\nVERSION_ID=12\nPRETTY_NAME="Debian 12"\n');
  write(top, 'var/lib/dpkg/status', 'Package: python3-yaml\nStatus: install ok installed\nMaintainer: Debian Python Team <team+python@tracker.debian.org>\nVersion: 6.0-3\nArchitecture: amd64\n\nPackage: vendor-tool\nStatus: install ok installed\nMaintainer: Vendor Support <support@vendor.example>\nVersion: 1-1\nArchitecture: amd64\n');
  write(top, 'var/lib/dpkg/info/vendor-tool:amd64.list', '/opt/vendor/lib/requests-2.0.dist-info/METADATA\n');
  write(top, 'opt/vendor/lib/requests-2.0.dist-info/METADATA', 'Name: requests\nVersion: 2.0\n');
  write(top, 'var/lib/dpkg/info/python3-yaml.list', '/.\n/usr/lib/python3/dist-packages/PyYAML-6.0.dist-info/METADATA\n');
  write(top, 'usr/lib/python3/dist-packages/PyYAML-6.0.dist-info/METADATA', 'Name: PyYAML\nVersion: 6.0\n');
  write(top, 'usr/local/lib/python3.11/site-packages/flask-2.0.dist-info/METADATA', 'Name: flask\nVersion: 2.0\n');
  const { inventories } = await sbom(top, { rootfs: true });
  expect(inventories[0]!.components.map(({ purl }) => purl)).toEqual(['pkg:deb/debian/python3-yaml@6.0-3?arch=amd64&distro=debian-12', 'pkg:deb/debian/vendor-tool@1-1?arch=amd64&distro=debian-12', 'pkg:pypi/flask@2.0', 'pkg:pypi/requests@2.0']);
  expect(inventories[0]).toMatchObject({ coverage: [], errors: [] });
});

test('an operating system without records, and packages without one, are said', async () => {
  const amazon = folder();
  write(amazon, 'etc/os-release', 'ID="amzn"\nVERSION_ID="2023"\nPRETTY_NAME="Amazon Linux 2023"\n');
  write(amazon, 'lib/apk/db/installed', 'P:a\nV:1\n\n');
  expect((await sbom(amazon, { rootfs: true })).inventories[0]!.coverage).toMatchObject([{ subject: 'Amazon Linux 2023', asked: 'vulnerability records', answered: false, reason: 'no records are published for `amzn` 2023' }]);
  const nameless = folder();
  write(nameless, 'lib/apk/db/installed', 'P:a\nV:1\n\n');
  expect((await sbom(nameless, { rootfs: true })).inventories[0]!.coverage).toMatchObject([{ reason: 'nothing names the operating system that its packages belong to' }]);
});
