/** What a scan that was asked for the history finds in it. */
import type { CoverageLine, RawResource, SourceError } from '../model/index.js';
import { GitError } from '../sources/git/git.js';
import { needsWhole, scanner } from '../secrets/index.js';
import { decoding } from './encoded.js';
import { historyLeaks, leakResources } from './leak-resources.js';
import { leaksInHistory } from './history.js';

/** `root`: what the ids of its leaks are told apart by when a scan has several targets. */
export async function scanHistory(path: string, { label, root }: { readonly label: (path: string) => string; readonly root: string }): Promise<{ readonly raws: readonly RawResource[]; readonly coverage: readonly CoverageLine[]; readonly errors: readonly SourceError[] }> {
  const { rules, scan } = scanner();
  try {
    const { leaks, coverage, errors } = await leaksInHistory(path, { scan: decoding((text, place) => scan(text, { path: place })), whole: needsWhole, label });
    return { raws: leakResources(historyLeaks(leaks), rules, root), coverage, errors };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { raws: [], coverage: [{ source: label(path), subject: label(path), asked: 'history', answered: false, reason: error.message }], errors: [] };
  }
}
