/** Every blob of a repository once, each under a path that it had. */
import { git, pieces, reason } from './git.js';
import type { Repository } from './repository.js';

export interface Blob {
  /** Object id, 40 or 64 hexadecimal digits. */
  readonly object: string;
  readonly size: number;
}

export interface Blobs {
  /** Blobs by a path that they had, newest version first. The empty path: what no tree names. */
  readonly byPath: ReadonlyMap<string, readonly Blob[]>;
  readonly count: number;
  readonly bytes: number;
  /** Objects that are referred to and are not here or damaged, with a path where one is known. */
  readonly missing: ReadonlyMap<string, string>;
  /** Why the list may not be whole, one clause each. */
  readonly problems: readonly string[];
}

export interface ListOptions {
  /** Also what no branch or tag leads to: the reflog, dropped stashes, dangling commits. */
  readonly unreachable?: boolean;
}

/** Lists blobs over all refs, other worktrees' HEADs included; where a commit or tree is damaged, all objects that are there. */
export async function listBlobs({ at, stashes }: Repository, { unreachable = false }: ListOptions = {}): Promise<Blobs> {
  const paths = new Map<string, string>();
  const absent = new Map<string, string>();
  const problems: string[] = [];
  const listed = git(['rev-list', '--objects', '--all', ...stashes, ...(unreachable ? ['--reflog', '--indexed-objects'] : []), '--missing=print', '--filter=object:type=blob', '--filter-provided-objects'], at);
  for await (const lines of pieces(listed.output, '\n')) {
    for (const line of lines) {
      if (line.startsWith('?')) absent.set(line.slice(1), '');
      else {
        const space = line.indexOf(' ');
        paths.set(space < 0 ? line : line.slice(0, space), space < 0 ? '' : line.slice(space + 1));
      }
    }
  }
  const { code, complaint } = await listed.ended;
  if (code !== 0) problems.push(`its history is damaged: ${reason(complaint)}; all objects that are there were read instead`);
  const byPath = new Map<string, Blob[]>();
  let count = 0;
  let bytes = 0;
  const add = (object: string, size: number): void => {
    const path = paths.get(object) ?? '';
    const there = byPath.get(path);
    if (there === undefined) byPath.set(path, [{ object, size }]);
    else there.push({ object, size });
    count++;
    bytes += size;
  };
  for await (const [object, type, size] of sizes(at, [...paths.keys()])) {
    if (type === 'blob') add(object, size);
    else if (type === 'missing') absent.set(object, paths.get(object) ?? '');
  }
  if (unreachable || code !== 0) {
    for await (const [object, type, size] of sizes(at, undefined)) {
      if (type === 'blob' && !paths.has(object)) add(object, size);
      else if (type === 'missing') absent.set(object, paths.get(object) ?? '');
    }
  }
  return { byPath, count, bytes, missing: absent, problems };
}

/** Id, type and size of objects; without a list, of all that the repository and its alternates hold. */
async function* sizes(at: Repository['at'], objects: readonly string[] | undefined): AsyncIterable<readonly [string, string, number]> {
  const run = git(['cat-file', '--batch-check', '--buffer', ...(objects === undefined ? ['--batch-all-objects', '--unordered'] : [])], { ...at, input: objects === undefined ? [] : batches(objects) });
  for await (const lines of pieces(run.output, '\n')) {
    for (const line of lines) {
      const [object = '', type = '', size] = line.split(' ');
      yield [object, type, Number(size ?? 0)];
    }
  }
  await run.ended;
}

/** Lines of many ids at once, as each write to a pipe costs. */
export function* batches(objects: readonly string[]): Iterable<string> {
  const size = 1000;
  for (let from = 0; from < objects.length; from += size) yield `${objects.slice(from, from + size).join('\n')}\n`;
}
