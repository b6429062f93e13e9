/** What a scan finds of secrets in the files of its targets: all of them, and not only those that a source understands. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WrittenExemption } from '../ledger/exemptions.js';
import { MASK } from '../ledger/redact-lines.js';
import type { CoverageLine, RawResource, Resource, Row, SourceError, Verdict } from '../model/index.js';
import { ArchiveError } from '../sources/archive/limits.js';
import { MANIFEST } from '../sources/aws/manifest.js';
import { Files } from '../sources/files.js';
import { GitError } from '../sources/git/git.js';
import { looksLikeImage } from '../sources/image/looks.js';
import { scanner } from '../secrets/index.js';
import { decoding } from './encoded.js';
import { leakResources } from './leak-resources.js';
import type { Reading } from './reading.js';

const LEAK = 'Demarc::Secret::Leak';

interface FileLeaks {
  readonly raws: readonly RawResource[];
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
  readonly directives: readonly WrittenExemption[];
}

/** `root`: what the ids of its leaks are told apart by when a scan has several targets. */
async function scanFiles(path: string, cwd: string, root: string, { platform, gitignore }: LeakOptions): Promise<FileLeaks> {
  const { rules, scan: find } = scanner();
  const scan = decoding((text, place) => find(text, { path: place }));
  const real = realpathSync(path);
  const files = new Files(real, realpathSync(cwd));
  const label = (one: string): string => files.label(one);
  if (looksLikeImage(real)) {
    const { leaksInImage } = await import('./image-leaks.js');
    try {
      const { leaks, coverage, errors } = await leaksInImage(real, { scan, label: label(real), ...(platform === undefined ? {} : { platform }) });
      const placed = leaks.map(({ leak, path: inside, layer, createdBy, removedBy }) => ({ leak, file: `${label(real)}!/${inside}`, image: { layer, createdBy, removedBy } }));
      return { raws: leakResources(placed, rules, root), coverage, errors, directives: [] };
    } catch (error) {
      // What is wrong with the image is said by whoever takes stock of it.
      if (!(error instanceof ArchiveError)) throw error;
      return { raws: [], coverage: [{ source: label(real), subject: label(real), asked: 'secrets', answered: false, reason: error.message }], errors: [], directives: [] };
    }
  }
  const { leaksInFiles } = await import('./file-leaks.js');
  const folder = statSync(real).isDirectory();
  const [ignored, problem] = gitignore === true && folder ? await ignoredIn(real) : [];
  const { leaks, coverage, errors, directives = [] } = await leaksInFiles(real, { scan, files, folder, ignored });
  return { raws: leakResources(leaks, rules, root), coverage, errors: problem === undefined ? errors : [...errors, { file: label(real), message: problem }], directives };
}

/** Outside a repository nothing is ignored, which is said. */
async function ignoredIn(folder: string): Promise<readonly [((path: string) => boolean) | undefined, string?]> {
  const { ignoredBelow } = await import('../sources/git/ignored.js');
  try {
    return [await ignoredBelow(folder)];
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return [undefined, `what git ignores cannot be told, so nothing was left out: ${error.message}`];
  }
}

/** What of a scan's options the search for secrets goes by. */
interface LeakOptions {
  readonly targets: readonly string[];
  readonly cwd?: string;
  readonly secrets?: boolean;
  readonly platform?: string;
  readonly gitignore?: boolean | undefined;
}

/** Secrets in all files of the targets, whether or not a source reads them. */
export async function addLeaks(reading: Reading, options: LeakOptions): Promise<void> {
  const cwd = resolve(options.cwd ?? '.');
  // The history tells of what stands in the tree, too.
  const there = new Set(reading.raws.map(({ root, address }) => `${root}#${address}`));
  const said = new Set(reading.errors.map(({ file, message }) => `${file}: ${message}`));
  for (const target of options.targets) {
    const path = resolve(cwd, target);
    if (target === 'aws' || existsSync(resolve(path, MANIFEST))) continue;
    if (options.secrets === false) {
      reading.coverage.push({ source: target, subject: target, asked: 'secrets', answered: false, reason: 'left out by --no-secrets' });
      continue;
    }
    const { raws, coverage, errors, directives } = await scanFiles(path, cwd, options.targets.length === 1 ? '.' : target, options);
    for (const raw of raws) {
      if (there.has(`${raw.root}#${raw.address}`)) continue;
      reading.raws.push(raw);
      reading.spans.push({ address: raw.address, root: raw.root, at: raw.at });
    }
    reading.coverage.push(...coverage);
    reading.errors.push(...errors.filter(({ file, message }) => !said.has(`${file}: ${message}`)));
    reading.exemptions.push(...directives.filter(({ source }) => !reading.files.has(source.replace(/:\d+$/, ''))));
  }
  if (!reading.raws.some(({ root, type }) => root.startsWith('aws:') || type === 'aws_iam_access_key')) return;
  const { joinedToKeys } = await import('./leaked-keys.js');
  const joined = joinedToKeys([...reading.raws], (root, type) => reading.unread.get(root)?.(type) !== undefined);
  reading.raws.length = 0;
  for (const raw of joined) reading.raws.push(raw);
}

interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly rows: readonly Row[];
  readonly resources: readonly Resource[];
}

/**
 * Leaves out the leaks that a check of a resource reports as well, at the same place: one secret is one finding, and the check knows more
 * of what to do about it.
 */
export function withoutTwins(judged: Judged): Judged {
  const { verdicts, rows, resources } = judged;
  const leaks = new Map(resources.filter(({ type }) => type === LEAK).map((one) => [one.id, one]));
  if (leaks.size === 0) return judged;
  const told = new Map<string, Set<number>>();
  for (const { row, status, resource, evidence } of verdicts) {
    if (row !== 'secrets' || status !== 'fail' || resource.type === LEAK) continue;
    for (const { file, line, endLine, value, via = [] } of evidence) {
      if (typeof value !== 'string' || !value.includes(MASK)) continue;
      // Also where it was written first: the default of a variable that resources take it from.
      for (const place of [{ file, line, endLine }, ...via]) {
        if (place.file === undefined || place.line === undefined) continue;
        const lines = told.get(place.file) ?? told.set(place.file, new Set()).get(place.file);
        const end = ('endLine' in place ? place.endLine : undefined) ?? place.line;
        for (let at = place.line; at <= Math.min(end, place.line + MOST_LINES); at++) lines?.add(at);
      }
    }
  }
  const twins = new Set(
    [...leaks.values()].filter(({ properties }) => {
      const places = properties.entries.get('Places');
      return places?.kind === 'list' && places.items.every((item) => {
        const [, file = '', line = ''] = (item.kind === 'scalar' && /^(.*):(\d+)$/s.exec(String(item.value))) || [];
        return told.get(file)?.has(Number(line)) === true;
      });
    }).map(({ id }) => id),
  );
  if (twins.size === 0) return judged;
  return { verdicts: verdicts.filter(({ resource }) => !twins.has(resource.id)), rows: rows.filter(({ resource }) => !twins.has(resource)), resources: resources.filter(({ id }) => !twins.has(id)) };
}

/** Lines of one value: user data takes no more. */
const MOST_LINES = 2000;
