/** Archives of `docker save` and `podman save`: a list of images with their configuration and layers. https://github.com/moby/docker-image-spec */
import { createHash } from 'node:crypto';
import type { TellProblem } from '../archive/limits.js';
import type { Blobs } from './blobs.js';
import { array, plainObject, readConfig, text } from './config.js';
import { createdBy } from './history.js';
import type { Image } from './image.js';

export function dockerImages(blobs: Blobs, label: string, tell: TellProblem): readonly Image[] {
  const manifest = document(blobs, 'manifest.json', tell);
  return array(manifest?.json).flatMap((one): Image | readonly never[] => {
    const { Config: path, RepoTags: names, Layers: layers } = plainObject(one);
    const configPath = text(path);
    if (configPath === undefined) {
      tell('holds a manifest.json without the name of a configuration');
      return [];
    }
    const found = document(blobs, configPath, tell);
    if (found === undefined) return [];
    const config = readConfig(found.json);
    const tags = array(names).flatMap((name) => text(name) ?? []);
    const paths = array(layers).flatMap((layer) => text(layer) ?? []);
    if (config.diffIds.length !== paths.length) tell(`holds an image of ${paths.length} layers whose configuration names ${config.diffIds.length}`);
    return {
      name: tags[0] ?? label,
      tags,
      digest: `sha256:${createHash('sha256').update(found.bytes).digest('hex')}`,
      config,
      layers: paths.map((layer, index) => ({ index, digest: config.diffIds[index] ?? layer, diffId: config.diffIds[index], path: layer, createdBy: createdBy(config.history, index) })),
    };
  });
}

function document(blobs: Blobs, path: string, tell: TellProblem): { readonly json: unknown; readonly bytes: Buffer } | undefined {
  const bytes = blobs.document(path);
  if (bytes === undefined) {
    tell(`does not hold \`${path}\`, which it names`);
    return undefined;
  }
  try {
    return { json: JSON.parse(bytes.toString('utf8')), bytes };
  } catch {
    tell(`holds \`${path}\`, which is no valid JSON`);
    return undefined;
  }
}
