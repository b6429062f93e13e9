/** What `.gitignore` and its kin leave out of a folder. */
import { relative, sep } from 'node:path';
import { git, GitError, pieces, reason } from './git.js';

/** Whether git ignores a path below `top`. What is tracked is not ignored, whatever a pattern says. Throws a GitError when there is no repository. */
export async function ignoredBelow(top: string): Promise<(path: string) => boolean> {
  const run = git(['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'], { cwd: top });
  const files = new Set<string>();
  const folders = new Set<string>();
  for await (const names of pieces(run.output, '\0')) for (const name of names) if (name !== '') (name.endsWith('/') ? folders : files).add(name.replace(/\/$/, ''));
  const { code, complaint } = await run.ended;
  if (code !== 0) throw new GitError(reason(complaint));
  return (path) => {
    const name = relative(top, path).split(sep).join('/');
    if (files.has(name)) return true;
    for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) if (folders.has(name.slice(0, slash))) return true;
    return folders.has(name);
  };
}
