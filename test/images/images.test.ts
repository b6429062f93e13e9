import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sbom } from '../../src/app/sbom.js';
import { scanResources } from '../../src/app/scan.js';
import { openImages } from '../../src/sources/image/open.js';
import { tar, zstd } from '../archive/make.js';
import { dockerPieces, dockerTar, dpkgStatus, layout, ociFiles, ociTar, osRelease, removeFolders, sha256, written, type ImageSpec } from './make-image.js';

removeFolders();

const names = async (path: string, options = {}): Promise<readonly string[]> => (await sbom(path, options)).inventories.flatMap(({ components }) => components.map(({ purl }) => purl));
const errorsOf = async (path: string): Promise<readonly string[]> => {
  const { errors, inventories } = await sbom(path);
  return [...errors, ...inventories.flatMap((one) => one.errors)].map(({ message }) => message);
};

const debian: ImageSpec = {
  name: 'app:1.0',
  layers: [
    { pieces: [osRelease('debian', '12', 'Debian GNU/Linux 12 (bookworm)'), dpkgStatus(['libc6', '2.36-9+deb12u4', 'glibc'])] },
    { pieces: [dpkgStatus(['libc6', '2.36-9+deb12u4', 'glibc'], ['curl', '7.88.1-10+deb12u5'])], packing: 'gzip' },
  ],
  config: { config: { User: 'app', Env: ['PATH=/usr/bin', 'DB_PASSWORD=planted-value'], ExposedPorts: { '8080/tcp': {} } }, history: [{ created_by: 'ADD rootfs' }, { created_by: 'ENV x', empty_layer: true }, { created_by: 'RUN apt-get install curl' }] },
};
const PURLS = ['pkg:deb/debian/curl@7.88.1-10%2Bdeb12u5?arch=amd64&distro=debian-12', 'pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12'];

test('docker archives, OCI layouts as folder, tar and packed tar hold the same', async () => {
  const pieces = dockerPieces([debian]);
  const files = ociFiles([debian]);
  for (const path of [dockerTar(debian), written('image.tar.gz', gzipSync(tar(...pieces))), written('reversed.tar', tar(...pieces.toReversed())), layout(files), written('oci.tar', ociTar(files)), written('oci.tgz', gzipSync(ociTar(files))), written('image.tar.zst', zstd(tar(...pieces)))]) {
    expect(await names(path), path).toEqual(PURLS);
    expect(await errorsOf(path), path).toEqual([]);
  }
});

test('a component has its ecosystem, its source, and the layer that brought it in', async () => {
  const files = ociFiles([debian]);
  const { inventories } = await sbom(layout(files));
  const [curl, libc] = inventories[0]!.components;
  const manifest = JSON.parse(files.get(`blobs/${inventories[0]!.digest!.replace(':', '/')}`)!.toString()) as { layers: { digest: string }[] };
  expect(curl).toMatchObject({ name: 'curl', ecosystem: 'Debian:12', kind: 'os', source: { name: 'curl', version: '7.88.1-10+deb12u5' }, places: [{ file: 'var/lib/dpkg/status', line: 9, layer: manifest.layers[1]!.digest }] });
  expect(libc).toMatchObject({ source: { name: 'glibc', version: '2.36-9+deb12u4' }, places: [{ layer: manifest.layers[0]!.digest }] });
  expect(inventories[0]!.os).toEqual({ id: 'debian', version: '12', name: 'Debian GNU/Linux 12 (bookworm)' });
});

test('an image is a resource of a scan, with its rows, and without the values of its variables', async () => {
  const path = dockerTar(debian);
  const { resources, ledger } = await scanResources({ targets: [path], checks: [] });
  expect(resources).toMatchObject([{ type: 'Demarc::Container::Image', provider: 'container', address: 'app:1.0', root: 'image.tar' }]);
  expect(ledger.rows.map(({ layer, owner, state }) => `${layer} ${owner} ${state}`).sort()).toEqual(['application customer unverified', 'identity customer unverified', 'os customer unverified', 'runtime customer unverified', 'secrets customer unverified']);
  expect(JSON.stringify({ resources: resources.map(({ properties, facts }) => [[...properties.entries], [...facts.entries]]), ledger })).not.toContain('planted-value');
  expect(ledger.errors).toEqual([]);
});

const file = (name: string, version: string): { readonly name: string; readonly content: string } => ({ name: `app/node_modules/${name}/package.json`, content: JSON.stringify({ name, version }) });
const shownAfter = (...layers: readonly ImageSpec['layers'][number]['pieces'][]): Promise<readonly string[]> => names(dockerTar({ layers: layers.map((pieces) => ({ pieces })) }));

test('whiteouts, opaque directories, replaced files and directories hide what lies below', async () => {
  const below = [file('a', '1.0.0'), file('b', '1.0.0')];
  expect(await shownAfter(below, [{ name: 'app/node_modules/a/.wh.package.json' }])).toEqual(['pkg:npm/b@1.0.0']);
  expect(await shownAfter(below, [{ name: 'app/node_modules/.wh.a' }])).toEqual(['pkg:npm/b@1.0.0']);
  expect(await shownAfter(below, [{ name: 'app/.wh..wh..opq' }, file('c', '3.0.0')])).toEqual(['pkg:npm/c@3.0.0']);
  expect(await shownAfter(below, [{ name: '.wh..wh..opq' }])).toEqual([]);
  expect(await shownAfter(below, [{ name: 'app/node_modules', flag: '2', link: '/elsewhere' }])).toEqual([]);
  expect(await shownAfter(below, [{ name: 'app/node_modules/a', content: 'a file now' }])).toEqual(['pkg:npm/b@1.0.0']);
  expect(await shownAfter(below, [file('a', '2.0.0')])).toEqual(['pkg:npm/a@2.0.0', 'pkg:npm/b@1.0.0']);
  expect(await shownAfter(below, [{ name: 'app/.wh.node_modules' }], [file('a', '1.0.0')])).toEqual(['pkg:npm/a@1.0.0']);
  expect(await shownAfter([{ name: '.wh.app' }], below)).toEqual(['pkg:npm/a@1.0.0', 'pkg:npm/b@1.0.0']);
});

const arm: ImageSpec = { layers: [{ pieces: [file('arm', '1.0.0')] }], platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } };
const amd: ImageSpec = { layers: [{ pieces: [file('amd', '1.0.0')] }], platform: { os: 'linux', architecture: 'amd64' } };

test('of several platforms one is read, and the others are named', async () => {
  for (const nested of [false, true]) {
    const path = layout(ociFiles([arm, amd], { nested }));
    const { inventories, coverage } = await sbom(path);
    expect(inventories.map(({ components }) => components[0]!.name)).toEqual(['amd']);
    expect(coverage).toMatchObject([{ subject: 'image for linux/arm64/v8', answered: false, reason: 'linux/amd64 was read; choose another with --platform' }]);
    expect(await names(path, { platform: 'linux/arm64' })).toEqual(['pkg:npm/arm@1.0.0']);
    expect((await sbom(path, { platform: 'linux/s390x' })).errors.map(({ message }) => message)).toEqual(['holds no image for linux/s390x, but for linux/arm64/v8, linux/amd64; choose one with --platform']);
  }
  expect(await names(layout(ociFiles([arm])))).toEqual(['pkg:npm/arm@1.0.0']);
});

test('several images in one archive are each read', async () => {
  const two = [{ ...debian, name: 'one:1' }, { layers: [{ pieces: [file('x', '1.0.0')] }], name: 'two:2' }];
  for (const path of [dockerTar(...two), layout(ociFiles(two))]) expect((await sbom(path)).inventories.map(({ subject, components }) => `${subject} ${components.length}`)).toEqual(['one:1 2', 'two:2 1']);
});

test('content that has not the digest that names it is told, and read all the same', async () => {
  const wrong = sha256('something else');
  expect(await errorsOf(layout(ociFiles([{ layers: [{ pieces: [file('a', '1.0.0')], digest: wrong }] }])))).toEqual([`layer \`${wrong}\`: its content has another digest: it is damaged or was changed`]);
  const swapped = dockerPieces([debian]).map((piece) => (piece.name.endsWith('-0/layer.tar') ? { ...piece, content: tar(file('evil', '6.6.6')) } : piece));
  const path = written('swapped.tar', tar(...swapped));
  expect((await errorsOf(path)).length).toBe(1);
  expect((await names(path)).some((purl) => purl.includes('evil'))).toBe(true);
});

test('a layer that is cut off, missing or a bomb costs itself', async () => {
  const whole = tar(file('a', '1.0.0'));
  const cut: ImageSpec = { layers: [{ pieces: [file('ok', '1.0.0')] }, { pieces: [], bytes: whole.subarray(0, 530) }] };
  expect(await names(dockerTar(cut))).toEqual(['pkg:npm/ok@1.0.0']);
  expect((await errorsOf(dockerTar(cut)))[0]).toMatch(/^layer `sha256:[0-9a-f]+`: ends in the middle of `app\/node_modules\/a\/package.json`$/);
  const files = ociFiles([{ layers: [{ pieces: [file('ok', '1.0.0')] }, { pieces: [file('gone', '1.0.0')] }] }]);
  const gone = `blobs/${sha256(tar(file('gone', '1.0.0'))).replace(':', '/')}`;
  expect(files.has(gone)).toBe(true);
  expect(await errorsOf(layout(new Map([...files].filter(([path]) => path !== gone))))).toEqual([`does not hold the layer \`${gone}\`, which it names; its files are not known`]);
});

test('archives that are no image say so; hostile manifests cost no more', async () => {
  await expect(sbom(written('x.tar', tar({ name: 'a' })))).rejects.toThrow('holds no image');
  for (const manifest of ['{', '[]', '[1]', '[{"Config":"../../etc/passwd","Layers":["/etc/shadow"]}]', '{"manifests":[{"digest":"sha256:../../x"}]}']) {
    const path = written('m.tar', tar({ name: 'manifest.json', content: manifest }));
    const { inventories } = await sbom(path);
    expect(inventories).toEqual([]);
  }
  const circle = tar({ name: 'manifest.json', content: '[{"Config":"a","Layers":[]}]' }, { name: 'a', flag: '2', link: 'b' }, { name: 'b', flag: '2', link: 'a' });
  expect((await sbom(written('c.tar', circle))).errors.map(({ message }) => message)).toEqual(['does not hold `a`, which it names']);
});

test('a database that is broken, linked or too odd is said, and the rest is read', async () => {
  const { inventories } = await sbom(
    dockerTar({
      layers: [
        {
          pieces: [
            osRelease('rocky', '9.3'),
            { name: 'var/lib/rpm/rpmdb.sqlite', content: Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(200)]) },
            { name: 'usr/lib/sysimage/rpm/Packages.db', content: 'RpmP' },
            { name: 'var/lib/dpkg/status', flag: '1', link: 'elsewhere/status' },
            { name: 'app/node_modules/evil/package.json', content: '{"name":"evil\\u001b[31m","version":"1.0.0"}' },
            file('good', '1.0.0'),
          ],
        },
      ],
    }),
  );
  expect(inventories[0]!.components.map(({ purl }) => purl)).toEqual(['pkg:npm/good@1.0.0']);
  expect(inventories[0]!.errors.map(({ message }) => message)).toEqual([
    '`var/lib/rpm/rpmdb.sqlite`: is no valid SQLite database; 0 packages were read before that',
    '`usr/lib/sysimage/rpm/Packages.db`: is cut off; 0 packages were read before that',
  ]);
  expect(inventories[0]!.coverage.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual(['var/lib/dpkg/status: it is a hard link to a file that its layer does not hold']);
});

test('a layer that unpacks without end is cut off, and what came before is read', async () => {
  const zeros = Buffer.alloc(120 * 1024 * 1024);
  const bomb = gzipSync(tar(file('before', '1.0.0'), { name: 'zeros', content: zeros }, file('after', '1.0.0')));
  const path = dockerTar({ layers: [{ pieces: [], bytes: bomb }] });
  expect(await names(path)).toEqual(['pkg:npm/before@1.0.0']);
  expect((await errorsOf(path))[0]).toMatch(/expands to more than 400 times its size; it was read no further$/);
});

test('a sparse layer file expands to zeros, not to memory', async () => {
  const sparse = { name: 'hole', flag: 'S', content: 'abc', patch: (header: Buffer) => { header.write('00000000000\0', 386); header.write('00000000003\0', 398); header.write('01000000000\0', 483); } };
  const path = dockerTar({ layers: [{ pieces: [sparse, file('after', '1.0.0')] }] });
  expect(await names(path)).toEqual(['pkg:npm/after@1.0.0']);
  expect(await errorsOf(path)).toEqual([]);
});

test('a file that stands as a hard link to another of its layer is read', async () => {
  const store = { name: 'root/.store/ab12', content: '{"name":"linked","version":"1.0.0"}' };
  const pieces = [{ name: 'app/node_modules/early/package.json', flag: '1', link: './root/.store/cd34' }, store, { name: 'app/node_modules/linked/package.json', flag: '1', link: 'root/.store/ab12' }, { name: 'web/node_modules/linked/package.json', flag: '1', link: 'root/.store/ab12' }, { name: 'root/.store/cd34', content: '{"name":"early","version":"2.0.0"}' }];
  for (const path of [dockerTar({ layers: [{ pieces }] }), written('image.tgz', gzipSync(tar(...dockerPieces([{ layers: [{ pieces, packing: 'gzip' as const }] }]))))]) {
    const { inventories } = await sbom(path);
    expect(inventories[0]!.components.map(({ purl, places }) => `${purl} ${places.map((place) => place.file).join(' ')}`)).toEqual(['pkg:npm/early@2.0.0 app/node_modules/early/package.json', 'pkg:npm/linked@1.0.0 app/node_modules/linked/package.json web/node_modules/linked/package.json']);
    expect(inventories[0]).toMatchObject({ coverage: [], errors: [] });
  }
});

test('layers packed with zstd are read, and their digests held against their content', async () => {
  const path = layout(ociFiles([{ layers: [{ pieces: [file('a', '1.0.0')], packing: 'zstd' }, { pieces: [file('b', '1.0.0')], packing: 'gzip' }] }]));
  expect(await names(path)).toEqual(['pkg:npm/a@1.0.0', 'pkg:npm/b@1.0.0']);
  expect(await errorsOf(path)).toEqual([]);
  expect(await errorsOf(written('image.tar.xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0]))).catch((error: Error) => [error.message])).toEqual([expect.stringMatching(/is packed with xz, which is not read; pack it with gzip or zstd$/)]);
});

test('a reader may leave a layer before its end, and is told nothing wrong of it', async () => {
  const path = layout(ociFiles([{ layers: [{ pieces: [file('a', '1.0.0'), file('b', '1.0.0')], packing: 'gzip' }, { pieces: [file('c', '1.0.0')] }] }]));
  const opened = await openImages(path, { label: 'x' });
  const found: string[] = [];
  for await (const { layer, members } of opened.layers(opened.images[0]!)) {
    if (layer.index === 1) continue;
    for await (const member of members) {
      found.push(member.name);
      break;
    }
  }
  expect(found).toEqual(['app/node_modules/a/package.json']);
  expect(opened.errors).toEqual([]);
});
