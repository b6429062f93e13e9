import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dockerPieces, dpkgStatus, layout, ociFiles, osRelease, removeFolders } from '../images/make-image.js';
import { tar } from '../archive/make.js';
import { command } from './demarc.js';

const demarc = command();
removeFolders();

const image = { name: 'app:1.0', layers: [{ pieces: [osRelease('debian', '12'), dpkgStatus(['curl', '7.88.1-10', 'curl'])] }], config: { config: { Env: ['TOKEN=planted-value'] } } };
const lock = '{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0"}}}';

describe('demarc sbom', () => {
  test('lists the packages of an image, a project and a root file system', () => {
    const folder = demarc.folder({ 'web/package-lock.json': lock, 'go.mod': 'module m\ngo 1.21\nrequire golang.org/x/net v0.17.0\n', 'etc/os-release': 'ID=alpine\nVERSION_ID=3.19.1\n', 'lib/apk/db/installed': 'P:musl\nV:1.2.4-r2\nA:x86_64\n\n' });
    writeFileSync(join(folder, 'app.tar'), tar(...dockerPieces([image])));
    const archive = demarc(['sbom', 'app.tar'], { cwd: folder });
    expect(archive).toMatchObject({ code: 0, err: '' });
    expect(archive.out).toBe('app:1.0: 1 component on debian 12\n  curl  7.88.1-10  Debian:12  var/lib/dpkg/status\n');
    expect(demarc(['sbom', '.'], { cwd: folder }).out).toBe('.: 2 components\n  golang.org/x/net  v0.17.0  Go   go.mod\n  a                 1.0.0    npm  web/package-lock.json\n');
    expect(demarc(['sbom', '.', '--rootfs'], { cwd: folder }).out).toBe('.: 1 component on alpine\n  musl  1.2.4-r2  Alpine:v3.19  lib/apk/db/installed\n');
  });

  test('writes CycloneDX and SPDX, the same bytes each time, and reads them again', () => {
    const path = layout(ociFiles([image]));
    for (const format of ['cyclonedx', 'spdx']) {
      const first = demarc(['sbom', path, '--format', format]);
      expect(first.code).toBe(0);
      expect(demarc(['sbom', path, '--format', format]).out).toBe(first.out);
      const folder = demarc.folder({ 'sbom.json': first.out });
      expect(demarc(['sbom', 'sbom.json'], { cwd: folder }).out).toContain('curl  7.88.1-10  Debian:12');
    }
    expect(demarc(['sbom', path, '--format', 'spdx', '--as-of', '2026-01-31']).out).toContain('"created": "2026-01-31T00:00:00Z"');
  });

  test('what cannot be read is a line on standard error, and a target that is nothing a usage error', () => {
    const folder = demarc.folder({ 'package-lock.json': '{', 'notes.txt': 'x' });
    expect(demarc(['sbom', '.'], { cwd: folder })).toMatchObject({ code: 0, err: 'demarc: package-lock.json: is no valid JSON\n' });
    expect(demarc(['sbom', '.', '--complete'], { cwd: folder }).code).toBe(3);
    expect(demarc(['sbom', 'notes.txt'], { cwd: folder })).toMatchObject({ code: 2, out: '', err: 'demarc: `notes.txt` is no image and no file that lists dependencies\n' });
    expect(demarc(['sbom', 'gone'], { cwd: folder })).toMatchObject({ code: 2, err: 'demarc: `gone` does not exist\n' });
    writeFileSync(join(folder, 'two.tar'), tar(...dockerPieces([image, { ...image, name: 'b:2' }])));
    expect(demarc(['sbom', 'two.tar', '--format', 'spdx'], { cwd: folder })).toMatchObject({ code: 2, err: 'demarc: `two.tar` holds 2 images (app:1.0, b:2); a bill of materials is of one: save it alone\n' });
  });

  test('hostile names are shown, not obeyed', () => {
    const folder = demarc.folder({ 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/\u001b[31mred': { version: '1.0.0' }, 'node_modules/ok\u202e': { version: '1.0.0' }, 'node_modules/__proto__': { version: '1.0.0' } } }) });
    const { out } = demarc(['sbom', '.'], { cwd: folder });
    expect(out).not.toContain('\u001b');
    expect(out).toContain('ok\\u202e');
    expect(out).toContain('__proto__');
  });

  test('a scan of an image has its rows and none of its secrets, in every format', () => {
    const folder = demarc.folder({});
    writeFileSync(join(folder, 'app.tar'), tar(...dockerPieces([image])));
    const { out, code } = demarc(['scan', 'app.tar', '--format', 'json', '--soft-fail'], { cwd: folder });
    expect(code).toBe(0);
    const { rows } = JSON.parse(out) as { readonly rows: readonly { readonly resource: string; readonly layer: string }[] };
    expect(rows.filter(({ resource }) => resource === 'app.tar#app:1.0').map(({ layer }) => layer)).toEqual(expect.arrayContaining(['os', 'runtime', 'application', 'secrets']));
    for (const format of ['terminal', 'sarif', 'markdown', 'junit']) expect(demarc(['scan', 'app.tar', '--format', format, '--soft-fail'], { cwd: folder }).out).not.toContain('planted-value');
    expect(out).not.toContain('planted-value');
  });
});
