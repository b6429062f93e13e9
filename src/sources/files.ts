/**
 * Reading files safely. All reads stay inside a boundary: the repository around the target when there is one, else the target
 * itself, so that a module may say `../shared`, but nothing, and no link, leads out.
 */
import { closeSync, existsSync, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** Text, or one clear line why not. */
export type ReadResult = { readonly text: string } | { readonly problem: string; readonly missing?: boolean };

export interface WalkEntry {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Names of its regular files, sorted. */
  readonly files: readonly string[];
}

export interface WalkResult {
  readonly entries: readonly WalkEntry[];
  /** What was passed over, as lines for the ledger. */
  readonly problems: readonly { readonly path: string; readonly problem: string }[];
}

const MEGABYTE = 1024 * 1024;
/** A source file larger than this is generated or hostile. */
export const SOURCE_LIMIT = 10 * MEGABYTE;
/** Plans and states of large estates are big. */
export const PLAN_LIMIT = 512 * MEGABYTE;
const MOST_ENTRIES = 500_000;
const DEEPEST = 64;
/** Folders that hold no source of the project. Modules in .terraform are reached through its manifest. */
const SKIPPED = new Set(['.git', 'node_modules', '.terraform', '.terragrunt-cache', '.venv', '__pycache__']);

export class Files {
  private readonly boundary: string;
  private readonly seen = new Set<string>();
  private readonly named = new Set<string>();

  /** `target` is a file or folder that exists; `cwd` is what reported paths are relative to. */
  constructor(
    target: string,
    private readonly cwd: string,
  ) {
    const real = realpathSync(target);
    this.boundary = repositoryAround(statSync(real).isDirectory() ? real : dirname(real));
  }

  /** Every file read, as reported paths. */
  get read(): readonly string[] {
    return [...this.seen];
  }

  /** The path that is reported: relative to the current folder, with `/`. */
  label(path: string): string {
    const from = relative(this.cwd, path);
    return (from === '' ? '.' : from).split(sep).join('/');
  }

  /** A file that the user named on the command line is read wherever it is. */
  allow(path: string): void {
    this.named.add(path);
  }

  /** Whether a path, links followed, is inside the boundary. False also when it does not exist. */
  inside(path: string): boolean {
    if (this.named.has(path)) return existsSync(path);
    try {
      return within(this.boundary, realpathSync(path));
    } catch {
      return false;
    }
  }

  exists(path: string): boolean {
    return existsSync(path) && this.inside(path);
  }

  isFolder(path: string): boolean {
    return this.exists(path) && statSync(path).isDirectory();
  }

  text(path: string, limit = SOURCE_LIMIT): ReadResult {
    const bytes = this.bytes(path, limit);
    if ('problem' in bytes) return bytes;
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.bytes) };
    } catch {
      return { problem: 'is not UTF-8 text; save it as UTF-8' };
    }
  }

  bytes(path: string, limit = SOURCE_LIMIT): { readonly bytes: Uint8Array } | { readonly problem: string; readonly missing?: boolean } {
    if (!existsSync(path)) return { problem: 'does not exist', missing: true };
    if (!this.inside(path)) return { problem: 'leads out of the scanned folder and was not read' };
    try {
      const found = statSync(path);
      // A pipe would wait for a writer that never comes.
      if (!found.isFile() && !found.isDirectory()) return { problem: 'is no regular file and was not read' };
      const { size } = found;
      if (size > limit) return { problem: `is ${Math.round(size / MEGABYTE)} MB, over the limit of ${Math.round(limit / MEGABYTE)} MB` };
      const bytes = readFileSync(path);
      this.seen.add(this.label(path));
      return { bytes };
    } catch (error) {
      return { problem: `could not be read: ${describe(error)}` };
    }
  }

  /** The first characters of a file, for telling what it is; empty when it cannot be read. */
  head(path: string, length: number): string {
    return this.start(path, length).toString('utf8');
  }

  /** The first bytes of a file; none when it cannot be read. */
  start(path: string, length: number): Buffer {
    if (!this.inside(path)) return Buffer.alloc(0);
    try {
      const handle = openSync(path, 'r');
      try {
        const buffer = Buffer.alloc(length);
        return buffer.subarray(0, readSync(handle, buffer, 0, length, 0));
      } finally {
        closeSync(handle);
      }
    } catch {
      return Buffer.alloc(0);
    }
  }

  /** The regular files of one folder, sorted; empty when it cannot be listed. */
  list(folder: string): readonly string[] {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() || (entry.isSymbolicLink() && this.inside(join(folder, entry.name)) && statSync(join(folder, entry.name)).isFile()))
        .map(({ name }) => name)
        .sort();
    } catch {
      return [];
    }
  }

  /** Every folder below `top`, links to folders not followed, in a fixed order. */
  walk(top: string): WalkResult {
    const entries: WalkEntry[] = [];
    const problems: { path: string; problem: string }[] = [];
    const pending: { readonly folder: string; readonly depth: number }[] = [{ folder: top, depth: 0 }];
    let count = 0;
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { folder, depth } = next;
      let listed;
      try {
        listed = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
      } catch (error) {
        problems.push({ path: this.label(folder), problem: `could not be listed: ${describe(error)}` });
        continue;
      }
      const files: string[] = [];
      const below: string[] = [];
      for (const entry of listed) {
        if (++count > MOST_ENTRIES) {
          problems.push({ path: this.label(folder), problem: `more than ${MOST_ENTRIES} files; the rest was not read` });
          return { entries, problems };
        }
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (!SKIPPED.has(entry.name)) below.push(path);
        } else if (entry.isFile()) files.push(entry.name);
        else if (entry.isSymbolicLink()) {
          if (!this.inside(path)) {
            if (/\.(tf|tofu|json|ya?ml|template)$/.test(entry.name)) problems.push({ path: this.label(path), problem: existsSync(path) ? 'links out of the scanned folder and was not read' : 'is a broken link' });
          } else if (statSync(path).isFile()) files.push(entry.name);
        }
      }
      entries.push({ folder, files });
      if (depth >= DEEPEST && below.length > 0) problems.push({ path: this.label(folder), problem: `folders nested deeper than ${DEEPEST} levels were not read` });
      else for (const path of below.toReversed()) pending.push({ folder: path, depth: depth + 1 });
    }
    return { entries, problems };
  }
}

/** The nearest folder at or above `folder` that holds a repository, else the folder itself. */
function repositoryAround(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    try {
      lstatSync(join(at, '.git'));
      return at;
    } catch {
      if (dirname(at) === at) return folder;
    }
  }
}

function within(boundary: string, path: string): boolean {
  const from = relative(boundary, path);
  return from === '' || (!from.startsWith(`..${sep}`) && from !== '..' && !isAbsolute(from));
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { EACCES: 'permission denied', EPERM: 'permission denied', ENOENT: 'it is gone', EISDIR: 'it is a folder', ELOOP: 'its links go round in a circle' }[code] ?? (error instanceof Error ? error.message : String(error));
}
