// Writes a container image of a given size: an OCI layout of gzip layers as registries keep them, or the tar of plain layers that `docker save` writes.
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Repeatable numbers, so that each run measures the same image. */
function random(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function header(name, size, mode = '0000644', flag = '0') {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write(`${mode}\0`, 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write(flag, 156);
  block.write('ustar\x0000', 257);
  block.fill(32, 148, 156);
  block.write(`${block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

const member = (name, content, mode) => [header(name, content.length, mode), content, Buffer.alloc((512 - (content.length % 512)) % 512)];

/** Content that packs about as well as programs do: two to one or so. */
function filler(size, next) {
  const bytes = Buffer.alloc(size);
  for (let i = 0; i < size; i++) bytes[i] = next() < 0.5 ? 0x20 : Math.floor(next() * 256);
  return bytes;
}

const sha256 = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

function layers(megabytes) {
  const next = random(42);
  const block = filler(1024 * 1024, next);
  const piece = (size) => {
    const from = Math.floor(next() * (block.length - 1));
    return Buffer.concat([block.subarray(from), ...Array.from({ length: Math.ceil(size / block.length) }, () => block)]).subarray(0, size);
  };
  const status = Array.from({ length: 400 }, (_, i) => `Package: lib${i}\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.${i}-2+deb12u1\nDescription: a library\n ${'text '.repeat(100)}\n`).join('\n');
  const made = [];
  const count = 10;
  for (let layer = 0; layer < count; layer++) {
    const parts = [];
    const add = (name, content, mode) => {
      parts.push(...member(name, content, mode));
      return content.length;
    };
    if (layer === 0) {
      add('etc/os-release', Buffer.from('ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n'));
      add('var/lib/dpkg/status', Buffer.from(status));
      for (let i = 0; i < 400; i++) add(`var/lib/dpkg/info/lib${i}.list`, Buffer.from(Array.from({ length: 40 }, (_, j) => `/usr/share/doc/lib${i}/file${j}`).join('\n')));
    }
    for (let i = 0; i < 100; i++) add(`app/node_modules/p${layer}-${i}/package.json`, Buffer.from(JSON.stringify({ name: `p${layer}-${i}`, version: `1.${i}.0`, license: 'MIT' })));
    const goal = (megabytes / count) * 1024 * 1024;
    // Programs are some large files, the rest many small ones.
    let size = 0;
    for (let i = 0; size < goal * 0.4; i++) size += add(`usr/bin/program${layer}-${i}`, Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), piece(4 * 1024 * 1024)]), '0000755');
    for (let i = 0; size < goal; i++) size += add(`usr/share/data${layer}/${i % 97}/file${i}.txt`, piece(Math.floor(next() * 24_000) + 500));
    made.push(Buffer.concat([...parts, Buffer.alloc(1024)]));
  }
  return made;
}

/** An OCI layout in a folder. Says how many components it holds. */
function writeLayout(folder, megabytes) {
  mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
  const put = (bytes) => {
    const digest = sha256(bytes);
    writeFileSync(join(folder, 'blobs', digest.replace(':', '/')), bytes);
    return digest;
  };
  const plain = layers(megabytes);
  const config = put(Buffer.from(JSON.stringify({ os: 'linux', architecture: 'amd64', config: {}, rootfs: { type: 'layers', diff_ids: plain.map(sha256) } })));
  const manifest = put(Buffer.from(JSON.stringify({ schemaVersion: 2, config: { digest: config }, layers: plain.map((bytes) => ({ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: put(gzipSync(bytes, { level: 3 })) })) })));
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: manifest, annotations: { 'org.opencontainers.image.ref.name': 'bench:1' } }] }));
  return 1400;
}

/** What `docker save` writes: plain layers in a tar. */
function writeArchive(path, megabytes) {
  const plain = layers(megabytes);
  const config = Buffer.from(JSON.stringify({ os: 'linux', architecture: 'amd64', config: {}, rootfs: { type: 'layers', diff_ids: plain.map(sha256) } }));
  const handle = openSync(path, 'w');
  const names = plain.map((bytes, index) => {
    const name = `${index}/layer.tar`;
    for (const part of member(name, bytes)) writeSync(handle, part);
    return name;
  });
  for (const part of member('config.json', config)) writeSync(handle, part);
  for (const part of member('manifest.json', Buffer.from(JSON.stringify([{ Config: 'config.json', RepoTags: ['bench:1'], Layers: names }])))) writeSync(handle, part);
  writeSync(handle, Buffer.alloc(1024));
  closeSync(handle);
  return 1400;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [form, path, megabytes] = process.argv.slice(2);
  console.log((form === 'layout' ? writeLayout : writeArchive)(path, Number(megabytes)));
}
