/** Opens what holds images: an archive of `docker save`, an OCI layout as tar or folder. */
import { createHash, type Hash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { CoverageLine, SourceError } from '../../model/index.js';
import { unpacked } from '../archive/compression.js';
import { packingOf } from '../archive/packing.js';
import { ARCHIVE_LIMITS, ArchiveError, Budget } from '../archive/limits.js';
import { tarMembers, type TarMember } from '../archive/tar.js';
import { folderBlobs, packedBlobs, tarBlobs, type Blobs, type BlobStream } from './blobs.js';
import { dockerImages } from './docker.js';
import type { ImageLayer, ImageOptions, OpenImages, OpenLayer } from './image.js';
import { headOf } from './looks.js';
import { ociImages } from './oci.js';

/** Throws an ArchiveError when it holds no image at all. */
export async function openImages(path: string, { platform, label }: ImageOptions): Promise<OpenImages> {
  const errors: SourceError[] = [];
  const coverage: CoverageLine[] = [];
  const tell = (message: string, member?: string): void => void errors.push({ file: label, message: member === undefined ? message : `${member}: ${message}` });
  const blobs = await blobsOf(path, tell);
  // Newer archives of `docker save` are both; the layout names digests, which can be held against the content.
  const images = blobs.has('index.json') && blobs.has('oci-layout') ? ociImages({ blobs, label, platform, tell, coverage }) : blobs.has('manifest.json') ? dockerImages(blobs, label, tell) : undefined;
  if (images === undefined) throw new ArchiveError(errors[0]?.message ?? 'holds no image: neither an OCI layout nor the manifest.json of `docker save`');
  return { label, images, coverage, errors, layers: (image, only) => openLayers(blobs, image.layers.filter(({ index }) => only?.has(index) !== false), tell) };
}

async function blobsOf(path: string, tell: (message: string, member?: string) => void): Promise<Blobs> {
  if (statSync(path).isDirectory()) return folderBlobs(path);
  const packing = packingOf(headOf(path, 512));
  if (packing === 'zip') throw new ArchiveError('is a zip; images are read from tars');
  return packing === undefined || packing === 'tar' ? tarBlobs(path, tell) : packedBlobs(path, packing, tell);
}

async function* openLayers(blobs: Blobs, layers: readonly ImageLayer[], tell: (message: string, member?: string) => void): AsyncIterable<OpenLayer> {
  const byPath = new Map<string, ImageLayer[]>();
  for (const layer of layers) byPath.set(layer.path, [...(byPath.get(layer.path) ?? []), layer]);
  const missing = new Set(byPath.keys());
  for await (const blob of blobs.stream(new Set(byPath.keys()))) {
    missing.delete(blob.path);
    // A layer may stand twice in an image (empty ones do): it is read once, for its upper place.
    const layer = byPath.get(blob.path)!.at(-1)!;
    yield* openLayer(blob, layer, (message, member) => tell(member === undefined ? message : `${member} ${message}`, `layer \`${layer.digest}\``));
  }
  for (const path of missing) tell(`does not hold the layer \`${path}\`, which it names; its files are not known`);
}

async function* openLayer({ chunks }: BlobStream, layer: ImageLayer, tell: (message: string, member?: string) => void): AsyncIterable<OpenLayer> {
  let broken = false;
  const report = (message: string, member?: string): void => {
    broken = true;
    tell(message, member);
  };
  const named = hashOf(layer.path.startsWith('blobs/') ? layer.digest : undefined);
  const plain = named === undefined ? hashOf(layer.diffId) : undefined;
  const { head, all, close } = await peek(digested(chunks, named));
  const budget = new Budget(ARCHIVE_LIMITS);
  let ended = false;
  async function* members(): AsyncIterable<TarMember> {
    yield* tarMembers(digested(unpacked(all, packingOf(head), budget), plain), ARCHIVE_LIMITS, report);
    ended = true;
  }
  try {
    yield { layer, members: members() };
  } finally {
    await close();
  }
  // A layer that nobody read to its end has no digest to compare.
  if (!ended) return;
  const said = (named === undefined ? layer.diffId : layer.digest)?.split(':')[1];
  const found = (named ?? plain)?.digest('hex');
  if (found !== undefined && found !== said && !broken) tell('its content has another digest: it is damaged or was changed');
}

const hashOf = (digest: string | undefined): Hash | undefined => {
  const algorithm = digest === undefined ? undefined : /^(sha256|sha512):[0-9a-f]+$/.exec(digest)?.[1];
  return algorithm === undefined ? undefined : createHash(algorithm);
};

async function* digested(chunks: AsyncIterable<Buffer>, hash: Hash | undefined): AsyncIterable<Buffer> {
  for await (const chunk of chunks) {
    hash?.update(chunk);
    yield chunk;
  }
}

/** The first bytes of a stream, and the stream with them. */
async function peek(chunks: AsyncIterable<Buffer>): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Buffer>; readonly close: () => Promise<void> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  let failure: { readonly error: unknown } | undefined;
  while (length < 512 && failure === undefined) {
    try {
      const { done, value } = await iterator.next();
      if (done === true) break;
      first.push(value);
      length += value.length;
    } catch (error) {
      failure = { error };
    }
  }
  async function* all(): AsyncIterable<Buffer> {
    yield* first;
    // Told where all else of the layer is told.
    if (failure !== undefined) throw failure.error;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(first).subarray(0, 512), all: all(), close: async () => void (await iterator.return?.()) };
}
