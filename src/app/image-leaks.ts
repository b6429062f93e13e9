/** Leaks in container images: in the files of every layer, also of those that a later layer hides, and in what the configuration keeps. */
import type { CoverageLine, SourceError } from '../model/index.js';
import { openImages } from '../sources/image/open.js';
import type { Image } from '../sources/image/image.js';
import { hiddenBy, LayerTrace } from '../sources/image/view.js';
import { ArchiveError } from '../sources/archive/limits.js';
import { packingOf } from '../sources/archive/packing.js';
import { memberBytes, type TarMember } from '../sources/archive/tar.js';
import { asUtf8, encodingOf } from '../sources/text/decode.js';
import { HOLDS_NO_TEXT, NESTED_MOST, textsOf } from '../sources/text/nested.js';
import { peeked } from '../sources/text/peek.js';
import { scanWindows, type FoundLeak, type ScanText } from './texts.js';

/** Where in an image a leak stands. */
export interface ImageLeak {
  readonly leak: FoundLeak;
  readonly image: Image;
  /** Path in the image; of the configuration `config/env`, `config/history`. */
  readonly path: string;
  /** Digest of the layer; none for the configuration. */
  readonly layer?: string;
  /** The command that made the layer, or that the configuration keeps. */
  readonly createdBy?: string;
  /** Digest of the later layer that removed or replaced the file; the file is in the image still. */
  readonly removedBy?: string;
}

export interface ImageLeaks {
  readonly leaks: readonly ImageLeak[];
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
}

export interface ImageLeakOptions {
  readonly scan: ScanText;
  readonly label: string;
  readonly platform?: string;
}

/** Larger ones are read in windows. */
const WHOLE = 8 * 1024 * 1024;

/** Throws an ArchiveError when the path holds no image. */
export async function leaksInImage(path: string, { scan, label, platform }: ImageLeakOptions): Promise<ImageLeaks> {
  const opened = await openImages(path, { label, ...(platform === undefined ? {} : { platform }) });
  const leaks: ImageLeak[] = [];
  const errors: SourceError[] = [];
  const coverage: CoverageLine[] = [...opened.coverage];
  for (const image of opened.images) {
    leaks.push(...inConfiguration(image, scan));
    const traces = new Map<number, LayerTrace>();
    const found: { readonly leak: FoundLeak; readonly place: string; readonly file: string; readonly layer: number }[] = [];
    for await (const { layer, members } of opened.layers(image)) {
      const trace = new LayerTrace();
      traces.set(layer.index, trace);
      for await (const member of members) {
        if (!trace.add(member.name, member.type === 'directory') || member.type !== 'file' || member.size === 0 || HOLDS_NO_TEXT.test(member.name)) continue;
        const tell = (place: string, message: string): void => void errors.push({ file: `${label}!/${place}`, message });
        for await (const { leak, place } of inMember(member, scan, tell)) found.push({ leak, place, file: member.name, layer: layer.index });
      }
    }
    for (const { leak, place, file, layer: index } of found) {
      const layer = image.layers.find((one) => one.index === index);
      const above = hiddenBy(file, index, traces);
      const removedBy = image.layers.find((one) => one.index === above)?.digest;
      leaks.push({ leak, image, path: place, ...(layer === undefined ? {} : { layer: layer.digest, ...(layer.createdBy === undefined ? {} : { createdBy: layer.createdBy }) }), ...(removedBy === undefined ? {} : { removedBy }) });
    }
    coverage.push({ source: label, subject: image.name, asked: 'secrets', answered: traces.size === image.layers.length, reason: `${traces.size} of ${image.layers.length} layers were read, and the configuration` });
  }
  return { leaks, coverage, errors: [...opened.errors, ...errors] };
}

async function* inMember(member: TarMember, scan: ScanText, tell: (place: string, message: string) => void): AsyncIterable<{ readonly leak: FoundLeak; readonly place: string }> {
  const { name, size } = member;
  try {
    if (size <= WHOLE) {
      const bytes = await memberBytes(member, WHOLE);
      if (bytes !== undefined) for await (const { path, text } of textsOf(name, bytes, tell)) for (const leak of scan(text, path)) yield { leak, place: path };
      return;
    }
    const [head, stream] = await peeked(member.content());
    if (packingOf(head) !== undefined) {
      if (size > NESTED_MOST) {
        tell(name, `is an archive of ${Math.round(size / 1024 / 1024)} MB, over the limit of ${NESTED_MOST / 1024 / 1024} MB, and was not read`);
        return;
      }
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part);
      for await (const { path, text } of textsOf(name, Buffer.concat(parts), tell)) for (const leak of scan(text, path)) yield { leak, place: path };
      return;
    }
    const encoding = encodingOf(head);
    if (encoding !== undefined) for await (const leak of scanWindows(asUtf8(stream, encoding), name, scan)) yield { leak, place: name };
  } catch (error) {
    // A layer that ends too soon is told of by the layer.
    if (!(error instanceof ArchiveError)) throw error;
  }
}

/** Variables, the commands of the history with their build arguments, labels, and what it runs. */
function inConfiguration(image: Image, scan: ScanText): readonly ImageLeak[] {
  const { env, history, labels, entrypoint, command } = image.config;
  const texts: readonly (readonly [string, string])[] = [
    ['config/env', env.map(({ name, value }) => `${name}=${quoted(oneLine(value))}`).join('\n')],
    ['config/history', history.map(({ createdBy }) => oneLine(createdBy)).join('\n')],
    ['config/labels', labels.map(([key, value]) => `${key}=${oneLine(value)}`).join('\n')],
    ['config/command', [...entrypoint, ...command].map(oneLine).join('\n')],
  ];
  return texts.flatMap(([path, text]) => (text === '' ? [] : scan(text, path).map((leak) => ({ leak, image, path }))));
}

/** Nothing ends a value here but its end. */
const quoted = (value: string): string => (value.includes('"') ? value : `"${value}"`);

/** Each variable, step and label is a line of its own. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

