/** The contents of blobs, in the order that they are asked for, by one `git cat-file`. */
import { ByteReader } from '../archive/byte-reader.js';
import { git, reason } from './git.js';
import { batches } from './objects.js';
import type { Repository } from './repository.js';

export interface Content {
  readonly object: string;
  readonly size: number;
  /** The whole content, when it is not large. */
  readonly bytes?: Buffer;
  /** A large one in parts, once, before the next is asked for; what is not read is passed over. */
  readonly parts?: () => AsyncIterable<Buffer>;
}

/** Larger ones come in parts. */
const LARGE = 8 * 1024 * 1024;
/** Git ends at each damaged object and is started anew behind it; a repository that is nothing but damage is given up. */
const MOST_DAMAGED = 500;

/** `damaged` is told of each object that cannot be read, once, with a clause that says why. */
export async function* readContents({ at }: Repository, objects: readonly string[], damaged: (object: string, message: string) => void): AsyncIterable<Content> {
  let from = 0;
  for (let broken = 0; from < objects.length; broken++) {
    if (broken > MOST_DAMAGED) {
      damaged(objects[from] ?? '', `could not be read, as were ${MOST_DAMAGED} before it; the other ${objects.length - from - 1} were not tried`);
      return;
    }
    const run = git(['cat-file', '--batch', '--buffer'], { ...at, input: batches(from === 0 ? objects : objects.slice(from)) });
    const reader = new ByteReader(run.output as AsyncIterable<Buffer>);
    let done = false;
    try {
      for (; from < objects.length; from++) {
        // `<id> <type> <size>` or `<id> missing`.
        const header = await reader.line(256);
        if (header === undefined) break;
        const [object = '', type = '', length = ''] = header.toString('latin1').split(' ');
        if (type === 'missing') {
          damaged(object, 'is not here, or is damaged');
          continue;
        }
        const size = Number(length);
        let whole = true;
        if (size <= LARGE) {
          const bytes = await reader.read(size);
          whole = bytes.length === size;
          if (whole) yield { object, size, bytes };
        } else {
          const end = reader.passed + size;
          yield { object, size, parts: () => partsUntil(reader, end) };
          const left = end - reader.passed;
          whole = (await reader.skip(left)) === left;
        }
        if (!whole || (await reader.read(1)).length === 0) break;
      }
      done = from >= objects.length;
    } finally {
      if (!done) run.stop();
      await reader.close();
    }
    if (done) return;
    const { complaint } = await run.ended;
    damaged(objects[from++] ?? '', `could not be read: ${reason(complaint)}`);
  }
}

async function* partsUntil(reader: ByteReader, end: number): AsyncIterable<Buffer> {
  while (reader.passed < end) {
    const part = await reader.some(end - reader.passed);
    if (part === undefined) return;
    yield part;
  }
}
