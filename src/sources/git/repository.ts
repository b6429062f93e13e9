/** What kind of repository stands at a path, and the repositories inside it. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { git, gitText, GitError, pieces, type GitOptions } from './git.js';

export interface Repository {
  /** How git is called for it. */
  readonly at: GitOptions;
  /** Absolute path of its working tree; of a bare one, of itself. */
  readonly top: string;
  readonly bare: boolean;
  /** Its history was cut off when it was cloned. */
  readonly shallow: boolean;
  /** It was cloned without some objects, which git would fetch when they are asked for; here it does not. */
  readonly partial: boolean;
}

export interface OpenOptions {
  /** The repository must be at the path itself, not above it. */
  readonly exact?: boolean;
  readonly hook?: boolean;
}

/** The repository at or around a path. Throws a GitError when there is none, or git does not read it. */
export async function openRepository(path: string, { exact = false, hook = false }: OpenOptions = {}): Promise<Repository> {
  const cwd = statSync(path).isDirectory() ? path : dirname(path);
  const at: GitOptions = { cwd, ...(exact ? { ceiling: dirname(realpathSync(cwd)) } : {}), ...(hook ? { hook } : {}) };
  const [folder = '', bare, shallow] = (await gitText(['rev-parse', '--absolute-git-dir', '--is-bare-repository', '--is-shallow-repository'], at)).split('\n');
  const partial = await gitText(['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$'], at).then((text) => text !== '', () => false);
  const same = { at, shallow: shallow === 'true', partial };
  if (bare === 'true') return { ...same, top: folder, bare: true };
  // Inside `.git` itself there is no working tree.
  const top = await gitText(['rev-parse', '--show-toplevel'], at).then((text) => text.trimEnd(), () => folder);
  if (exact && realpathSync(top) !== realpathSync(cwd)) throw new GitError('is no Git repository');
  return { ...same, top, bare: false };
}

export interface TreeEntry {
  readonly object: string;
  readonly path: string;
}

export interface Head {
  /** The files of HEAD's tree; several may share a content. */
  readonly blobs: readonly TreeEntry[];
  /** Where other repositories are mounted. */
  readonly submodules: readonly TreeEntry[];
  /** Why the tree could not be read wholly. */
  readonly problem?: string;
}

/** What stands in the tree of HEAD; nothing before the first commit. */
export async function readHead({ at }: Repository): Promise<Head> {
  const blobs: TreeEntry[] = [];
  const submodules: TreeEntry[] = [];
  if (!(await gitText(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], at).then(() => true, () => false))) return { blobs, submodules };
  const run = git(['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], at);
  for await (const entries of pieces(run.output, '\0')) {
    for (const entry of entries) {
      const [, type, object, path] = /^\d+ (\w+) ([0-9a-f]+)\t([^]*)$/.exec(entry) ?? [];
      if (object === undefined || path === undefined) continue;
      (type === 'commit' ? submodules : blobs).push({ object, path });
    }
  }
  const { code, complaint } = await run.ended;
  return code === 0 ? { blobs, submodules } : { blobs, submodules, problem: complaint.split('\n')[0] ?? '' };
}

/** Where a submodule's own repository can be read; undefined when it is not checked out, or its path leads out of the working tree. */
export function submoduleFolder({ top, bare }: Repository, path: string): string | undefined {
  const folder = join(top, path);
  if (bare || !existsSync(join(folder, '.git'))) return undefined;
  const inside = relative(realpathSync(top), realpathSync(folder));
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? undefined : folder;
}
