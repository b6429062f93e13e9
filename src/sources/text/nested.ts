/** The texts of a file: itself, or those of the archive that it is, two levels deep. */
import { ARCHIVE_LIMITS, Budget, clause, type ArchiveLimits, type TellProblem } from '../archive/limits.js';
import { unpacked } from '../archive/compression.js';
import { packingOf } from '../archive/packing.js';
import { memberBytes, tarMembers } from '../archive/tar.js';
import { zipMembers } from '../archive/zip.js';
import { shown } from '../archive/member-name.js';
import { textOf } from './decode.js';

export interface Text {
  /** Path of the file; for a member of an archive `archive!/member`. */
  readonly path: string;
  readonly text: string;
}

/** Archives beside the code are small; one that is not is data. */
export const NESTED_LIMITS: ArchiveLimits = { ...ARCHIVE_LIMITS, entries: 200_000, expanded: 1024 ** 3, ratio: 200, depth: 2 };
/** Members that are texts are small, too; larger ones are told. */
const MOST = 32 * 1024 * 1024;
/** An archive larger than this is not held in memory. */
export const NESTED_MOST = 64 * 1024 * 1024;
/** Files whose content is never text, so that it need not be unpacked to see so. */
export const HOLDS_NO_TEXT = /\.(?:class|png|jpe?g|gif|ico|webp|woff2?|ttf|otf|eot|mp[34]|so(?:\.[\d.]+)?|dll|exe|dylib|pyc|pyo|mo|rlib)$/i;

const isArchive = (bytes: Buffer): boolean => packingOf(bytes.subarray(0, 262)) !== undefined;

/** The texts in a file. `tell` hears of what could not be read: the message follows the path. What is neither text nor archive gives none. */
export async function* textsOf(path: string, bytes: Buffer, tell: (path: string, message: string) => void, limits = NESTED_LIMITS): AsyncIterable<Text> {
  if (!isArchive(bytes)) {
    const text = textOf(bytes);
    if (text !== undefined) yield { path, text };
    return;
  }
  yield* inArchive(path, bytes, { tell, limits, level: 1 });
}

interface Opening {
  readonly tell: (path: string, message: string) => void;
  readonly limits: ArchiveLimits;
  /** 1 for an archive that is a file itself. */
  readonly level: number;
}

async function* inArchive(path: string, bytes: Buffer, opening: Opening): AsyncIterable<Text> {
  const { limits, level } = opening;
  const tell: TellProblem = (message, member) => opening.tell(path, member === undefined ? message : `holds ${member}: ${message}`);
  if (level > limits.depth) {
    tell(`lies more than ${limits.depth} archives deep and was not read`);
    return;
  }
  const packing = packingOf(bytes.subarray(0, 262));
  if (packing === 'zip') {
    for (const member of zipMembers(bytes, limits, tell)) {
      if (member.type !== 'file' || HOLDS_NO_TEXT.test(member.name)) continue;
      const content = member.content(MOST);
      if (content !== undefined) yield* inside(`${path}!/${member.name}`, content, opening);
    }
    return;
  }
  if (packing === 'tar') {
    yield* inTar(path, once(bytes), opening, tell);
    return;
  }
  // A packed stream holds one file: most often a tar, which is no level of its own.
  const stream = unpacked(once(bytes), packing, new Budget(limits));
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of stream) {
      length += part.length;
      parts.push(part);
      if (length >= 262 && packingOf(Buffer.concat(parts).subarray(0, 262)) === 'tar') {
        yield* inTar(path, joined(parts, stream), opening, tell);
        return;
      }
      if (length > MOST) {
        tell(`unpacks to more than ${MOST / 1024 / 1024} MB and was not read`);
        return;
      }
    }
  } catch (error) {
    tell(clause(error));
    return;
  }
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:gz|gzip|zst|zstd|z)$/i, '');
  yield* inside(`${path}!/${name}`, Buffer.concat(parts), opening);
}

async function* inTar(path: string, stream: AsyncIterable<Buffer>, opening: Opening, tell: TellProblem): AsyncIterable<Text> {
  for await (const member of tarMembers(stream, opening.limits, tell)) {
    if (member.type !== 'file' || member.size === 0 || HOLDS_NO_TEXT.test(member.name)) continue;
    const content = await memberBytes(member, MOST);
    if (content === undefined) {
      if (member.size > MOST) tell(`is over the limit of ${MOST / 1024 / 1024} MB and was not read`, shown(member.name));
    } else yield* inside(`${path}!/${member.name}`, content, opening);
  }
}

async function* inside(path: string, bytes: Buffer, opening: Opening): AsyncIterable<Text> {
  if (isArchive(bytes)) {
    yield* inArchive(path, bytes, { ...opening, level: opening.level + 1 });
    return;
  }
  const text = textOf(bytes);
  if (text !== undefined) yield { path, text };
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* once(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

/** What was read of a stream already, and then the rest of it. */
async function* joined(parts: readonly Buffer[], rest: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  yield* parts;
  yield* rest;
}
