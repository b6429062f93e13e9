/** A container image as a file or folder holds it. */
import type { CoverageLine, SourceError } from '../../model/index.js';
import type { TarMember } from '../archive/tar.js';
import type { ImageConfig } from './config.js';

export interface ImageLayer {
  /** Place from the bottom, from 0. */
  readonly index: number;
  /** Digest that names it in the manifest, where one does; else that of its content before packing. */
  readonly digest: string;
  /** Digest of its content before packing. */
  readonly diffId: string | undefined;
  /** Where it lies in the archive. */
  readonly path: string;
  /** The command that made it. */
  readonly createdBy: string | undefined;
}

export interface Image {
  /** `repository:tag` where it has one, else the digest or the file's name. */
  readonly name: string;
  readonly tags: readonly string[];
  /** Digest of the manifest; an archive of `docker save` without one has that of its configuration. */
  readonly digest: string;
  readonly config: ImageConfig;
  /** Bottom first. */
  readonly layers: readonly ImageLayer[];
}

/** One layer while it is read. Its members must be read, or passed over, before the next layer is asked for. */
export interface OpenLayer {
  readonly layer: ImageLayer;
  /** Whiteouts are members like others: see `view.ts`. */
  readonly members: AsyncIterable<TarMember>;
}

export interface OpenImages {
  /** What messages call the archive. */
  readonly label: string;
  readonly images: readonly Image[];
  readonly coverage: readonly CoverageLine[];
  /** What could not be read; grows while layers are read. */
  readonly errors: readonly SourceError[];
  /** Every layer of an image (or those of these numbers) once, in the order in which the archive allows to read them: see `ImageLayer.index`. */
  readonly layers: (image: Image, only?: ReadonlySet<number>) => AsyncIterable<OpenLayer>;
}

export interface ImageOptions {
  /** `linux/arm64`: which of several to read. Default: `linux/amd64`, else the first. */
  readonly platform?: string;
  /** What messages call it. */
  readonly label: string;
}
