/** Which commit brought a blob in. Asked only for blobs that hold something, as it reads the whole log. */
import { git, pieces, reason } from './git.js';
import type { Repository } from './repository.js';

export interface Introduction {
  readonly commit: string;
  /** ISO 8601, as the author's clock said. */
  readonly date: string;
  readonly author: string;
  readonly path: string;
  /** How many commits of the log come after it: of two, the one with more was made before. */
  readonly age: number;
}

export interface Introductions {
  /** By object id; the earliest first. A blob that no commit names (a tag may) has none. */
  readonly byObject: ReadonlyMap<string, readonly Introduction[]>;
  /** Why earlier commits may be missing, one clause. */
  readonly problem?: string;
}

/** One blob may have been copied about without end. */
const MOST = 100;

/**
 * Reads the log over all refs once. A merge counts only with what none of its parents has: everything else came in before it.
 * https://git-scm.com/docs/git-log#_diff_formatting (combined format)
 */
export async function introductionsOf(repository: Repository, objects: ReadonlySet<string>, { unreachable = false }: { readonly unreachable?: boolean } = {}): Promise<Introductions> {
  const ordered = await readLog(repository, objects, ['--topo-order', ...(unreachable ? ['--reflog'] : [])]);
  if (ordered.problem === undefined) return ordered;
  // In the order of topology nothing is printed before all commits were read; in that of dates, all up to the damage.
  return readLog(repository, objects, []);
}

async function readLog({ at, stashes }: Repository, objects: ReadonlySet<string>, order: readonly string[]): Promise<Introductions> {
  const run = git(['log', '--all', ...stashes, ...order, '--raw', '-c', '--root', '--no-renames', '--no-abbrev', '--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-color', '-z', '--format=%x01%H%x02%aI%x02%an'], at);
  const found = new Map<string, Introduction[]>();
  let current: Omit<Introduction, 'path'> | undefined;
  let age = 0;
  /** Ids of the entry whose path comes next. */
  let entry: string | undefined;
  for await (const words of pieces(run.output, '\0')) {
    for (const word of words) {
      if (entry !== undefined) {
        const there = found.get(entry) ?? [];
        if (current !== undefined) there.push({ ...current, path: word });
        if (there.length > 2 * MOST) there.splice(0, there.length - MOST);
        found.set(entry, there);
        entry = undefined;
        continue;
      }
      const text = word.startsWith('\n') ? word.slice(1) : word;
      if (text.startsWith('\u0001')) {
        const [commit = '', date = '', author = ''] = text.slice(1).split('\u0002');
        current = { commit, date, author: author.trim(), age: age++ };
      } else if (text.startsWith(':')) {
        // `:100644 100644 <old> <new> M`, with a colon, a mode and an id more for each further parent.
        const fields = text.split(' ');
        const object = fields.at(-2) ?? '';
        entry = objects.has(object) ? object : '';
      }
    }
  }
  found.delete('');
  const { code, complaint } = await run.ended;
  for (const list of found.values()) list.reverse();
  return { byObject: found, ...(code === 0 ? {} : { problem: `its log is damaged: ${reason(complaint)}; earlier commits may have brought it in` }) };
}
