/** What the next commit would bring in: the index against HEAD. */
import { git, gitText, GitError, pieces, reason } from './git.js';
import type { Repository } from './repository.js';

/** Lines from 1, both ends included. */
export type Lines = readonly [from: number, to: number];

export interface StagedFile {
  readonly path: string;
  readonly object: string;
  /** Its new lines, in order; undefined when all are. */
  readonly added?: readonly Lines[];
}

const DIFF = ['diff-index', '--cached', '-M', '-l400', '--no-abbrev', '--ignore-submodules=all', '--no-ext-diff', '--no-textconv', '--no-color'] as const;
const SUBMODULE = '160000';

/** The files of the index that differ from HEAD; those removed, in conflict or of another repository have no content of their own. */
export async function readStaged({ at }: Repository): Promise<readonly StagedFile[]> {
  const base = await gitText(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], at).then(
    (text) => text.trim(),
    // Before the first commit everything is new.
    async () => (await gitText(['hash-object', '-t', 'tree', '--stdin'], { ...at, input: [] })).trim(),
  );
  const files = changed(await gitText([...DIFF, '--raw', '-z', base], at));
  if (files.every(({ isNew }) => isNew)) return files.map(({ path, object }) => ({ path, object }));
  const hunks = await readHunks(at, base);
  const old = files.filter(({ isNew }) => !isNew);
  if (hunks.length !== old.length) throw new GitError('git lists the staged changes differently each time; let nothing else change the index meanwhile');
  let next = 0;
  return files.map(({ path, object, isNew }) => (isNew ? { path, object } : { path, object, added: hunks[next++] ?? [] })).filter(({ added }) => added === undefined || added.length > 0);
}

interface Changed {
  readonly path: string;
  readonly object: string;
  readonly isNew: boolean;
}

/** `:<mode> <mode> <old> <new> <status>`, a path, and for a rename the path that it has now. */
function changed(text: string): readonly Changed[] {
  const words = text.split('\0');
  const files: Changed[] = [];
  for (let at = 0; at + 1 < words.length; ) {
    const [, mode, , object = '', status = ''] = (words[at++] ?? '').split(' ');
    let path = words[at++] ?? '';
    if (/^[RC]/.test(status)) path = words[at++] ?? '';
    // What is only moved or only changes its mode stays in the list, as the patch names it, too.
    if (!/^[AMRT]/.test(status) || mode === SUBMODULE || /^0+$/.test(object)) continue;
    files.push({ path, object, isNew: /^[AT]/.test(status) });
  }
  return files;
}

/** The new lines of each modified or moved file, in the order of the list. */
async function readHunks(at: Repository['at'], base: string): Promise<readonly (readonly Lines[])[]> {
  const run = git([...DIFF, '-p', '-U0', '--text', '--submodule=short', '--diff-filter=MR', '--src-prefix=a/', '--dst-prefix=b/', base], at);
  const files: Lines[][] = [];
  let submodule = false;
  for await (const lines of pieces(run.output, '\n')) {
    for (const line of lines) {
      // Lines of content begin with a sign.
      if (line.startsWith('diff --git ')) {
        if (submodule) files.pop();
        submodule = false;
        files.push([]);
      } else if (/^index [0-9a-f]+\.\.[0-9a-f]+ 160000$/.test(line)) submodule = true;
      else if (line.startsWith('@@ ')) {
        const [, from = '0', count = '1'] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
        if (Number(count) > 0) files.at(-1)?.push([Number(from), Number(from) + Number(count) - 1]);
      }
    }
  }
  if (submodule) files.pop();
  const { code, complaint } = await run.ended;
  if (code !== 0) throw new GitError(`the staged changes cannot be told: ${reason(complaint)}`);
  return files;
}
