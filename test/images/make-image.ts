/** Images as archives, made without a container engine. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { tar, zstd, type Piece } from '../archive/make.js';

const folders: string[] = [];

/** A folder that is removed after the tests of the file. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'demarc-image-'));
  folders.push(made);
  return made;
}

export function removeFolders(): void {
  afterAll(() => folders.splice(0).forEach((one) => rmSync(one, { recursive: true, force: true })));
}

export const sha256 = (bytes: Buffer | string): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export interface LayerSpec {
  readonly pieces: readonly Piece[];
  readonly packing?: 'gzip' | 'zstd' | 'plain';
  /** In place of the true bytes of the packed layer. */
  readonly bytes?: Buffer;
  /** A digest that is not that of its content. */
  readonly digest?: string;
}

export interface ImageSpec {
  readonly name?: string;
  readonly layers: readonly LayerSpec[];
  readonly config?: Readonly<Record<string, unknown>>;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
}

const layerBytes = ({ pieces, packing = 'plain', bytes }: LayerSpec): { readonly plain: Buffer; readonly packed: Buffer } => {
  const plain = tar(...pieces);
  return { plain, packed: bytes ?? (packing === 'gzip' ? gzipSync(plain, { level: 1 }) : packing === 'zstd' ? zstd(plain) : plain) };
};

const configOf = ({ layers, config, platform }: ImageSpec): string => {
  const { os, architecture, variant } = platform ?? { os: 'linux', architecture: 'amd64' };
  return JSON.stringify({ os, architecture, ...(variant === undefined ? {} : { variant }), rootfs: { type: 'layers', diff_ids: layers.map((layer) => sha256(layerBytes(layer).plain)) }, ...config });
};

/** The pieces of an archive of `docker save`. */
export function dockerPieces(images: readonly ImageSpec[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const manifest = images.map((image) => {
    const config = configOf(image);
    const configPath = `${sha256(config).slice(7)}.json`;
    pieces.push({ name: configPath, content: config });
    const layers = image.layers.map((layer, index) => {
      const path = `${sha256(config).slice(7, 19)}-${index}/layer.tar`;
      pieces.push({ name: path, content: layerBytes(layer).packed });
      return path;
    });
    return { Config: configPath, RepoTags: image.name === undefined ? null : [image.name], Layers: layers };
  });
  return [...pieces, { name: 'manifest.json', content: JSON.stringify(manifest) }];
}

/** The parts of an OCI layout by path. `nested`: each image's manifests go into an index of their own, as multi-platform images have. */
export function ociFiles(images: readonly ImageSpec[], { nested = false, missing = [] }: { readonly nested?: boolean; readonly missing?: readonly string[] } = {}): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>([['oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}')]]);
  const put = (bytes: Buffer, digest = sha256(bytes)): string => {
    files.set(`blobs/${digest.replace(':', '/')}`, bytes);
    return digest;
  };
  const manifests = images.map((image) => {
    const config = put(Buffer.from(configOf(image)));
    const layers = image.layers.map((layer) => ({ mediaType: `application/vnd.oci.image.layer.v1.tar${layer.packing === undefined || layer.packing === 'plain' ? '' : `+${layer.packing}`}`, digest: put(layerBytes(layer).packed, layer.digest) }));
    const digest = put(Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', config: { digest: config }, layers })));
    return { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, ...(image.platform === undefined ? {} : { platform: image.platform }), ...(image.name === undefined ? {} : { annotations: { 'org.opencontainers.image.ref.name': image.name } }) };
  });
  const inner = nested ? [{ mediaType: 'application/vnd.oci.image.index.v1+json', digest: put(Buffer.from(JSON.stringify({ schemaVersion: 2, manifests }))) }] : manifests;
  files.set('index.json', Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: inner })));
  for (const path of missing) files.delete(path);
  return files;
}

/** Writes a file into a new folder and says where. */
export function written(name: string, bytes: Buffer): string {
  const path = join(folder(), name);
  writeFileSync(path, bytes);
  return path;
}

export function layout(files: ReadonlyMap<string, Buffer>): string {
  const top = folder();
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), bytes);
  }
  return top;
}

export const dockerTar = (...images: readonly ImageSpec[]): string => written('image.tar', tar(...dockerPieces(images)));
export const ociTar = (files: ReadonlyMap<string, Buffer>): Buffer => tar(...[...files].map(([name, content]) => ({ name, content })));

export const osRelease = (id: string, version: string, name = `${id} ${version}`): Piece => ({ name: 'etc/os-release', content: `ID=${id}\nVERSION_ID="${version}"\nPRETTY_NAME="${name}"\n` });
/** A status file of dpkg with these packages: name and version, and a source where it differs. */
export const dpkgStatus = (...packages: readonly (readonly [string, string, string?])[]): Piece => ({
  name: 'var/lib/dpkg/status',
  content: packages.map(([name, version, source]) => `Package: ${name}\nStatus: install ok installed\nArchitecture: amd64\n${source === undefined ? '' : `Source: ${source}\n`}Version: ${version}\nDescription: text\n more: text\n`).join('\n'),
});
