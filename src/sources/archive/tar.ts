/** Tars, member by member, in one pass and without holding any of it: old, ustar, pax and GNU forms, sparse members too. */
import { ByteReader } from './byte-reader.js';
import { ArchiveError, Budget, clause, type ArchiveLimits, type TellProblem } from './limits.js';
import { memberName, shown } from './member-name.js';
import { sparseMap, type Sparse } from './tar-sparse.js';
import { BLOCK, decode, isZero, padded, readPax, tarHeader, type Extended, type TarHeader } from './tar-header.js';

export type MemberType = 'file' | 'directory' | 'symlink' | 'hardlink' | 'other';

export interface TarMember {
  /** Path inside the archive, without `./` before it; empty for the top. */
  readonly name: string;
  readonly type: MemberType;
  /** Bytes of its content, holes of a sparse file included. */
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
  /** What a link says, as it stands there: it may lead anywhere. Nothing here follows it. */
  readonly link?: string;
  /** Its bytes, once, before the next member is asked for; what is not read is passed over. Throws an ArchiveError where they end too soon. */
  readonly content: () => AsyncIterable<Buffer>;
}

const TYPES: Readonly<Record<string, MemberType>> = { '0': 'file', '\0': 'file', '7': 'file', S: 'file', '1': 'hardlink', '2': 'symlink', '5': 'directory', D: 'directory' };
/** Extended headers carry names and small attributes. */
const LARGEST_EXTENDED = 1024 * 1024;
const ZEROS = Buffer.alloc(64 * 1024);

/**
 * The members of a tar. What is broken is told through `tell` and costs the member; what makes the rest unreadable is told and ends
 * it. The stream is read to its end, so that a digest of it is whole.
 */
export async function* tarMembers(input: AsyncIterable<Buffer>, limits: ArchiveLimits, tell: TellProblem): AsyncIterable<TarMember> {
  const reader = new ByteReader(input);
  const budget = new Budget(limits);
  try {
    yield* members(reader, budget, limits, tell);
    await reader.drain();
  } catch (error) {
    tell(clause(error));
  } finally {
    await reader.close();
  }
}

/** The whole content of a member; undefined when it is larger than `most`, or cut off (which `tarMembers` tells when it goes on). */
export async function memberBytes(member: TarMember, most: number): Promise<Buffer | undefined> {
  if (member.size > most) return undefined;
  let whole: Buffer | undefined;
  let length = 0;
  try {
    for await (const part of member.content()) {
      if (part.length === member.size) return part;
      whole ??= Buffer.allocUnsafe(member.size);
      part.copy(whole, length);
      length += part.length;
    }
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
  return whole ?? Buffer.alloc(0);
}

async function* members(reader: ByteReader, budget: Budget, limits: ArchiveLimits, tell: TellProblem): AsyncIterable<TarMember> {
  let extended: Extended = { sparse: [] };
  let zeros = 0;
  let lost = false;
  for (;;) {
    const block = reader.take(BLOCK) ?? (await reader.read(BLOCK));
    if (block.length === 0) {
      if (zeros === 0) tell('has no end mark: it may be cut off');
      return;
    }
    if (block.length < BLOCK) throw new ArchiveError('ends in the middle of a header');
    if (block[0] === 0 && isZero(block)) {
      if (++zeros === 2) return;
      continue;
    }
    zeros = 0;
    const header = tarHeader(block);
    if (header === undefined || !Number.isSafeInteger(header.size)) {
      // As tar itself does: on to the next block that is a header.
      if (!lost) tell(`holds a broken header at byte ${reader.passed - BLOCK}; what follows was read from the next good one`);
      lost = true;
      extended = { sparse: [] };
      continue;
    }
    lost = false;
    if ('LKxg'.includes(header.flag)) {
      await extend(header, reader, extended);
      continue;
    }
    budget.entry();
    const stored = extended.size ?? header.size;
    const own: Extended = extended;
    extended = { sparse: [] };
    yield* one(header, own, stored, reader, { budget, limits, tell });
  }
}

/** A header that only says more about the next member. */
async function extend({ flag, size }: TarHeader, reader: ByteReader, into: Extended): Promise<void> {
  if (size > LARGEST_EXTENDED) throw new ArchiveError(`holds an extended header of ${size} bytes; the rest was not read`);
  const bytes = (await reader.read(padded(size))).subarray(0, size);
  if (bytes.length < size) throw new ArchiveError('ends in the middle of an extended header');
  if (flag === 'x') readPax(bytes, into);
  else if (flag !== 'g') {
    const end = bytes.indexOf(0);
    const text = decode(end < 0 ? bytes : bytes.subarray(0, end));
    if (flag === 'L') into.name ??= text;
    else into.link ??= text;
  }
}

async function* one(
  header: TarHeader,
  extended: Extended,
  stored: number,
  reader: ByteReader,
  { budget, limits, tell }: { readonly budget: Budget; readonly limits: ArchiveLimits; readonly tell: TellProblem },
): AsyncIterable<TarMember> {
  const raw = new Map(extended.sparse).get('name') ?? extended.name ?? header.name;
  const kind = TYPES[header.flag] ?? 'other';
  const type = kind === 'file' && raw.endsWith('/') ? 'directory' : kind;
  const start = reader.passed;
  let name: string | undefined;
  let sparse: Sparse | undefined;
  try {
    name = memberName(raw, limits.name);
    // A link has no content, whatever size its header repeats.
    if (type === 'file') sparse = await sparseMap(header, extended, stored, reader);
    budget.gave(sparse === undefined ? 0 : sparse.size - sparse.stored);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    tell(error.message, shown(raw));
    name = undefined;
  }
  // Blocks of an old sparse map stand before the content and are not counted in its size.
  const length = type === 'hardlink' || type === 'symlink' ? 0 : stored;
  const first = header.flag === 'S' ? reader.passed : start;
  const body = new Body(reader, first + length, sparse, raw);
  if (name !== undefined) {
    const link = extended.link ?? header.link;
    yield {
      name,
      type,
      size: type === 'file' ? (sparse?.size ?? length) : 0,
      mode: header.mode & 0o7777,
      ...(type === 'symlink' || type === 'hardlink' ? { link } : {}),
      content: () => (type === 'file' ? body.read() : NOTHING),
    };
  }
  await body.skip(first + padded(length));
}

const NOTHING: AsyncIterable<Buffer> = {
  // eslint-disable-next-line require-yield
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true as const, value: undefined }) }),
};

class Body {
  private started = false;

  constructor(
    private readonly reader: ByteReader,
    private readonly end: number,
    private readonly sparse: Sparse | undefined,
    private readonly name: string,
  ) {}

  async *read(): AsyncIterable<Buffer> {
    if (this.started) throw new Error('the content of a member can be read once');
    this.started = true;
    if (this.sparse === undefined) {
      yield* this.some(this.end - this.reader.passed);
      return;
    }
    let at = 0;
    for (const { offset, length } of this.sparse.pieces) {
      yield* holes(offset - at);
      yield* this.some(length);
      at = offset + length;
    }
    yield* holes(this.sparse.size - at);
  }

  /** Goes to where the next header starts. */
  async skip(to: number): Promise<void> {
    this.started = true;
    const missing = to - this.reader.passed;
    if (missing > 0 && (await this.reader.skip(missing)) < missing && this.reader.passed < this.end) throw this.cutOff();
  }

  private async *some(count: number): AsyncIterable<Buffer> {
    for (let left = count; left > 0; ) {
      const part = await this.reader.some(left);
      if (part === undefined) throw this.cutOff();
      left -= part.length;
      yield part;
    }
  }

  private readonly cutOff = (): ArchiveError => new ArchiveError(`ends in the middle of ${shown(this.name)}`);
}

function* holes(count: number): Iterable<Buffer> {
  for (let left = count; left > 0; left -= ZEROS.length) yield left >= ZEROS.length ? ZEROS : ZEROS.subarray(0, left);
}
