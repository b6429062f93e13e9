/** OCI layouts: an index that leads to manifests, and those to layers. https://github.com/opencontainers/image-spec/blob/main/image-layout.md */
import { createHash } from 'node:crypto';
import type { CoverageLine } from '../../model/index.js';
import type { TellProblem } from '../archive/limits.js';
import type { Blobs } from './blobs.js';
import { array, plainObject, readConfig, text } from './config.js';
import type { Image, ImageLayer } from './image.js';
import { createdBy } from './history.js';

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly platform: string | undefined;
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** Indexes may hold indexes; two levels are usual. */
const DEEPEST = 4;
const MOST_MANIFESTS = 1000;
const DEFAULT_PLATFORM = 'linux/amd64';

export interface OciContext {
  readonly blobs: Blobs;
  readonly label: string;
  /** What the user asked for. */
  readonly platform: string | undefined;
  readonly tell: TellProblem;
  readonly coverage: CoverageLine[];
}

/** The images of a layout: one for each name, and of one name the platform that is asked for. */
export function ociImages(context: OciContext): readonly Image[] {
  const index = parsed(context, 'index.json');
  if (index === undefined) return [];
  const groups = new Map<string, Descriptor[]>();
  let count = 0;
  const visit = (json: unknown, name: string | undefined, depth: number): void => {
    for (const one of array(plainObject(json)['manifests'])) {
      const descriptor = descriptorOf(one);
      if (descriptor === undefined) {
        context.tell('holds an index with an entry that has no digest');
        continue;
      }
      if (++count > MOST_MANIFESTS) {
        context.tell(`holds more than ${MOST_MANIFESTS} manifests; the rest was not read`);
        return;
      }
      // Signatures and provenance lie beside the images, as manifests without a platform.
      if (text(descriptor.annotations['vnd.docker.reference.type']) !== undefined || descriptor.platform === 'unknown/unknown') continue;
      const called = text(descriptor.annotations['io.containerd.image.name']) ?? text(descriptor.annotations['org.opencontainers.image.ref.name']) ?? name;
      if (/image\.index|manifest\.list/.test(descriptor.mediaType)) {
        // One that is kept for other platforms only may be missing; its images are then not there to be read.
        if (depth < DEEPEST) visit(blob(context, descriptor.digest), called ?? descriptor.digest, depth + 1);
        else context.tell(`holds indexes nested deeper than ${DEEPEST} levels`);
        continue;
      }
      const key = called ?? (descriptor.platform === undefined ? descriptor.digest : '');
      groups.set(key, [...(groups.get(key) ?? []), descriptor]);
    }
  };
  visit(index, undefined, 0);
  return [...groups].flatMap(([name, descriptors]) => {
    const chosen = choose(context, name, descriptors);
    const image = chosen === undefined ? undefined : imageOf(context, chosen, name.startsWith('sha256:') ? '' : name);
    return image ?? [];
  });
}

/** Of several platforms the one that is asked for; what is left out is said. */
function choose(context: OciContext, name: string, descriptors: readonly Descriptor[]): Descriptor | undefined {
  const there = descriptors.filter(({ digest }) => context.blobs.has(blobPath(digest)));
  const wanted = context.platform ?? DEFAULT_PLATFORM;
  const fits = ({ platform }: Descriptor): boolean => platform === undefined || platform === wanted || platform.startsWith(`${wanted}/`);
  const chosen = there.find(fits) ?? (context.platform === undefined ? there[0] : undefined);
  const platforms = descriptors.map(({ platform }) => platform ?? 'no platform').join(', ');
  if (chosen === undefined) {
    if (there.length === 0) context.tell(`names manifests (${platforms}) that it does not hold`);
    else context.tell(`holds no image for ${wanted}, but for ${platforms}; choose one with --platform`);
    return undefined;
  }
  for (const other of there) {
    if (other === chosen) continue;
    context.coverage.push({ source: context.label, subject: `${name === '' || name.startsWith('sha256:') ? 'image' : name} for ${other.platform ?? other.digest}`, asked: 'components', answered: false, reason: `${chosen.platform ?? chosen.digest} was read; choose another with --platform` });
  }
  return chosen;
}

function imageOf(context: OciContext, { digest }: Descriptor, name: string): Image | undefined {
  const manifest = plainObject(blob(context, digest));
  const configDigest = text(plainObject(manifest['config'])['digest']);
  if (configDigest === undefined) {
    // Said already when the manifest itself is missing.
    if (Object.keys(manifest).length > 0) context.tell(`holds a manifest without a configuration: \`${digest}\``);
    return undefined;
  }
  const config = readConfig(blob(context, configDigest));
  const layers = array(manifest['layers']).flatMap((one, index): ImageLayer | readonly never[] => {
    const layer = text(plainObject(one)['digest']);
    return layer === undefined ? [] : { index, digest: layer, diffId: config.diffIds[index], path: blobPath(layer), createdBy: createdBy(config.history, index) };
  });
  return { name: name === '' ? context.label : name, tags: name === '' ? [] : [name], digest, config, layers };
}

function descriptorOf(json: unknown): Descriptor | undefined {
  const plain = plainObject(json);
  const digest = text(plain['digest']);
  if (digest === undefined || !/^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(digest)) return undefined;
  const { os, architecture, variant } = plainObject(plain['platform']);
  const platform = text(os) === undefined ? undefined : [os, architecture, variant].flatMap((part) => text(part) ?? []).join('/');
  return { mediaType: text(plain['mediaType']) ?? '', digest, platform, annotations: plainObject(plain['annotations']) };
}

export const blobPath = (digest: string): string => `blobs/${digest.replace(':', '/')}`;

/** A document by its digest, which must fit. */
function blob(context: OciContext, digest: string): unknown {
  const bytes = context.blobs.document(blobPath(digest));
  if (bytes === undefined) {
    context.tell(`does not hold \`${digest}\`, which it names`);
    return undefined;
  }
  if (!digestFits(bytes, digest)) context.tell(`holds \`${digest}\`, whose content has another digest: it is damaged or was changed`);
  return json(context, bytes, digest);
}

const parsed = (context: OciContext, path: string): unknown => {
  const bytes = context.blobs.document(path);
  return bytes === undefined ? undefined : json(context, bytes, path);
};

function json(context: OciContext, bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    context.tell(`holds \`${name}\`, which is no valid JSON: ${error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : String(error)}`);
    return undefined;
  }
}

export const digestFits = (bytes: Buffer, digest: string): boolean => {
  const [algorithm = '', hex] = digest.split(':');
  return createHash(algorithm).update(bytes).digest('hex') === hex;
};
