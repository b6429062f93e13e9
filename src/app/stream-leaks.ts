/** Leaks in standard input and in logs of any length. */
import { ArchiveError, Budget, type ArchiveLimits, ARCHIVE_LIMITS } from '../sources/archive/limits.js';
import { unpacked } from '../sources/archive/compression.js';
import { packingOf } from '../sources/archive/packing.js';
import { asUtf8, encodingOf } from '../sources/text/decode.js';
import { peeked } from '../sources/text/peek.js';
import { scanWindows, type FoundLeak, type ScanText } from './texts.js';

export interface StreamLeaks {
  readonly leaks: readonly FoundLeak[];
  /** Why the rest could not be read, one clause. */
  readonly problem?: string;
}

/** Logs repeat themselves: gzip packs some a thousand times smaller. What is not held need not be bounded so tightly. */
const LIMITS: ArchiveLimits = { ...ARCHIVE_LIMITS, expanded: 1024 ** 4, ratio: 1100 };

/** Reads a stream to its end, gzip and zstd unpacked. Zero bytes, which rotated logs have, do not end it. */
export async function leaksInStream(input: AsyncIterable<Buffer>, path: string, scan: ScanText): Promise<StreamLeaks> {
  const leaks: FoundLeak[] = [];
  const read = async (text: AsyncIterable<Buffer>, head: Buffer): Promise<void> => {
    for await (const leak of scanWindows(asUtf8(text, encodingOf(head) ?? 'utf-8'), path, scan)) leaks.push(leak);
  };
  try {
    const [head, stream] = await peeked(input);
    const packing = packingOf(head);
    if (packing === 'zip' || packing === 'tar') return { leaks, problem: `is a ${packing}; give it as a file` };
    if (packing === undefined) await read(stream, head);
    else {
      const [inner, text] = await peeked(unpacked(stream, packing, new Budget(LIMITS)));
      await read(text, inner);
    }
    return { leaks };
  } catch (error) {
    if (error instanceof ArchiveError) return { leaks, problem: error.message };
    if (error instanceof Error && 'code' in error) return { leaks, problem: `could not be read: ${String(error.code)}` };
    throw error;
  }
}
