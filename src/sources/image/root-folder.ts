/** A root file system in a folder, as a stream of members like those of a layer. Links are told and never followed. */
import { closeSync, fstatSync, openSync, readSync, readdirSync, lstatSync, readlinkSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { TarMember } from '../archive/tar.js';
import { ArchiveError, type TellProblem } from '../archive/limits.js';

/** What the kernel puts there while it runs is no file of the system. */
const NOT_ON_DISK = new Set(['proc', 'sys', 'dev', 'run']);
const MOST = 5_000_000;
const DEEPEST = 200;
const CHUNK = 1024 * 1024;

export async function* rootMembers(top: string, tell: TellProblem): AsyncIterable<TarMember> {
  const pending: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, depth } = next;
    let entries;
    try {
      entries = readdirSync(join(top, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      tell(`could not be listed: ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`, path);
      continue;
    }
    const below: string[] = [];
    for (const entry of entries) {
      const name = path === '' ? entry.name : `${path}/${entry.name}`;
      if (++count > MOST) {
        tell(`holds more than ${MOST} files; the rest was not read`);
        return;
      }
      if (entry.isDirectory()) {
        if (!(path === '' && NOT_ON_DISK.has(entry.name))) below.push(name);
      } else if (entry.isSymbolicLink()) yield { name, type: 'symlink', size: 0, mode: 0o777, link: readlinkSync(join(top, name)), content: nothing };
      else if (entry.isFile()) {
        const member = fileMember(top, name);
        if (member === undefined) tell('could not be read', name);
        else yield member;
      }
    }
    if (depth >= DEEPEST && below.length > 0) tell(`folders nested deeper than ${DEEPEST} levels were not read`, path);
    else for (const name of below.toReversed()) pending.push({ path: name, depth: depth + 1 });
  }
}

function fileMember(top: string, name: string): TarMember | undefined {
  try {
    const { size, mode } = lstatSync(join(top, name));
    return { name, type: 'file', size, mode: mode & 0o7777, content: () => contentOf(join(top, name), size) };
  } catch {
    return undefined; // gone since it was listed; told by the caller
  }
}

async function* contentOf(path: string, size: number): AsyncIterable<Buffer> {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new ArchiveError(`could not be read: ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`);
  }
  try {
    if (!fstatSync(handle).isFile()) throw new ArchiveError('is no regular file');
    for (let at = 0; at < size; ) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK, size - at));
      const count = readSync(handle, chunk, 0, chunk.length, at);
      if (count === 0) throw new ArchiveError('became shorter while it was read');
      at += count;
      yield chunk.subarray(0, count);
    }
  } finally {
    closeSync(handle);
  }
}

async function* nothing(): AsyncIterable<Buffer> {}
