/** The files that `file`, `templatefile`, `fileset` … may read: those inside the boundary, relative to the root module. */
import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Reason } from '../../../model/index.js';
import type { Files } from '../../files.js';
import type { FileAccess, FileAnswer } from '../language/scope.js';

export function fileAccess(files: Files, rootFolder: string): FileAccess {
  const refused = (path: string, problem: string, missing?: boolean): { readonly reason: Reason; readonly missing?: boolean } => ({
    reason: { kind: missing === true ? 'malformed' : 'not-collected', detail: `file \`${path}\` ${problem}` },
    ...(missing === true ? { missing } : {}),
  });
  return {
    readText(path): FileAnswer<string> {
      const read = files.text(resolve(rootFolder, path));
      return 'problem' in read ? refused(path, read.problem, read.missing) : { value: read.text };
    },
    readBytes(path) {
      const read = files.bytes(resolve(rootFolder, path));
      return 'problem' in read ? refused(path, read.problem, read.missing) : { value: read.bytes };
    },
    exists(path) {
      const full = resolve(rootFolder, path);
      if (!existsSync(full)) return { value: false };
      return files.inside(full) ? { value: !files.isFolder(full) } : refused(path, 'leads out of the scanned folder');
    },
    list(folder) {
      const top = resolve(rootFolder, folder);
      if (!files.isFolder(top)) return existsSync(top) ? refused(folder, 'leads out of the scanned folder') : { value: [] };
      const { entries } = files.walk(top);
      return { value: entries.flatMap((entry) => entry.files.map((name) => relative(top, join(entry.folder, name)).split(sep).join('/'))).sort() };
    },
  };
}
