/** What kind of repository stands at a path, and the repositories inside it. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { git, gitText, GitError, pieces, type GitOptions } from './git.js';

export interface Repository {
  /** How git is called for it. */
  readonly at: GitOptions;
  /** Absolute path of the repository itself, most often `.git`. */
  readonly folder: string;
  /** Absolute path of its working tree; of a bare one, of itself. */
  readonly top: string;
  readonly bare: boolean;
  /** Its history was cut off when it was cloned. */
  readonly shallow: boolean;
  /** It was cloned without some objects, which git would fetch when they are asked for; here it does not. */
  readonly partial: boolean;
  /** Stashes below the topmost, which only its reflog leads to. */
  readonly stashes: readonly string[];
}

const MOST_STASHES = 500;

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
  const partial = await isPartial(at);
  // Without a stash git fails, which says just that.
  const stashes = hook ? [] : await gitText(['log', '--walk-reflogs', '--no-show-signature', '--format=%H', `--max-count=${MOST_STASHES}`, 'refs/stash', '--'], at).then((text) => text.split('\n').filter((line) => line !== ''), () => []);
  const same = { at, folder: realpathSync(folder), shallow: shallow === 'true', partial, stashes };
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

/** Where a submodule is checked out; undefined when it is not, or its path leads out of the working tree. */
export async function submoduleFolder({ top, folder: own, bare }: Repository, path: string): Promise<string | undefined> {
  const folder = join(top, path);
  if (bare || !existsSync(join(folder, '.git'))) return undefined;
  // A configuration may name any folder as the working tree; that of others is none.
  if (!existsSync(join(top, '.git')) || realpathSync((await gitText(['rev-parse', '--absolute-git-dir'], { cwd: top, ceiling: dirname(top) }).catch(() => top)).trim()) !== own) return undefined;
  const inside = relative(realpathSync(top), realpathSync(folder));
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? undefined : folder;
}

export interface Module {
  /** Its name, by default the path at which it is mounted. */
  readonly name: string;
  readonly folder: string;
}

const DEEPEST = 8;
const MOST = 2000;

/** The repositories of submodules that are kept inside this one, checked out or not. */
export function modulesOf({ folder }: Repository): readonly Module[] {
  const found: Module[] = [];
  const top = join(folder, 'modules');
  const pending = [{ path: top, depth: 0 }];
  for (let next = pending.pop(), seen = 0; next !== undefined && seen < MOST; next = pending.pop(), seen++) {
    const { path, depth } = next;
    if (existsSync(join(path, 'HEAD')) && existsSync(join(path, 'objects'))) found.push({ name: relative(top, path).split(sep).join('/'), folder: path });
    else if (depth < DEEPEST) for (const entry of listed(path)) pending.push({ path: join(path, entry), depth: depth + 1 });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A submodule's repository that has no working tree at hand. Of another owner it is not read, as git would not read it either. */
export async function openModule({ folder: outer }: Repository, { folder }: Module): Promise<Repository> {
  if (statSync(folder).uid !== statSync(outer).uid) throw new GitError('belongs to another user than the repository that it is in, and was not read');
  const at: GitOptions = { cwd: folder, folder };
  const shallow = (await gitText(['rev-parse', '--is-shallow-repository'], at)).trim() === 'true';
  return { at, folder: realpathSync(folder), top: folder, stashes: [], bare: true, shallow, partial: await isPartial(at) };
}

/** Folders, links not followed. */
function listed(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}

const isPartial = (at: GitOptions): Promise<boolean> => gitText(['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$'], at).then((text) => text !== '', () => false);
