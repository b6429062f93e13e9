/** `secrets`: what was left in files, in the history, in the index, in images and in streams. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Check } from '../checks/define.js';
import critical from '../checks/secret/leaked-critical.js';
import high from '../checks/secret/leaked-high.js';
import low from '../checks/secret/leaked-low.js';
import medium from '../checks/secret/leaked-medium.js';
import { exempt, directivesOf, type WrittenExemption } from '../ledger/exemptions.js';
import { applyBaseline, type Baseline } from '../ledger/baseline.js';
import type { Ledger, SourceError } from '../model/index.js';
import { lineOf } from '../responsibility/line.js';
import { needsWhole, scanner } from '../secrets/index.js';
import { GitError } from '../sources/git/git.js';
import { ArchiveError } from '../sources/archive/limits.js';
import { Files } from '../sources/files.js';
import { assess } from './assess.js';
import { decoding } from './encoded.js';
import { historyLeaks, leakResources, type FoundLeaks } from './leak-resources.js';
import { TargetError } from './target-error.js';
import type { ScanText } from './texts.js';

export interface SecretsOptions {
  readonly cwd?: string;
  /** A file or folder, a repository, an image: as the others say. Default: the current folder. */
  readonly target?: string;
  /** The history of the repository at or around the target. */
  readonly history?: boolean;
  /** Leave out files that git ignores. */
  readonly gitignore?: boolean | undefined;
  /** Also what no branch or tag leads to. */
  readonly allObjects?: boolean;
  /** What the next commit would bring in. */
  readonly staged?: boolean;
  /** The target is a container image. */
  readonly image?: boolean;
  readonly platform?: string;
  /** Read in place of a target. */
  readonly input?: AsyncIterable<Buffer>;
  readonly asOf?: string;
  readonly exemptions?: readonly WrittenExemption[];
  readonly baseline?: Baseline;
  readonly baselineName?: string;
}

/** Without the registry: a hook that runs at each commit must not load a thousand checks. */
const checks: readonly Check[] = [critical, high, medium, low];

export interface SecretsResult {
  readonly ledger: Ledger;
  readonly checks: readonly Check[];
}

/** Throws a TargetError when there is nothing to read. */
export async function secrets(options: SecretsOptions): Promise<SecretsResult> {
  const found = await look(options).catch((error: unknown) => {
    if (error instanceof GitError || error instanceof ArchiveError) throw new TargetError(`\`${options.target ?? '.'}\` ${error.message}`);
    throw error;
  });
  const asOf = options.asOf ?? new Date().toISOString();
  const errors: SourceError[] = [...found.errors];
  const byId = new Map(checks.map((check) => [check.id, check]));
  const raws = leakResources(found.leaks, scanner().rules);
  const { verdicts, rows, coverage } = assess(raws, {
    checks,
    now: asOf,
    defaults: () => undefined,
    rows: { line: ({ type, properties, dialect }) => lineOf(type, properties, dialect).layers },
    exempt: (plain) => {
      const written = [...(options.exemptions ?? []), ...(found.directives ?? [])];
      const judged = exempt(plain, { written, spans: raws.map(({ address, root, at }) => ({ address, root, at })), checks: byId, known: (id) => !id.startsWith('secret-') || byId.has(id), now: asOf, report: (error) => errors.push(error) });
      return options.baseline === undefined ? judged : applyBaseline(judged, options.baseline, options.baselineName ?? 'file');
    },
  });
  return { checks, ledger: { version: 1, asOf, verdicts, rows, coverage: [...found.coverage, ...coverage], errors } };
}

async function look(options: SecretsOptions): Promise<FoundLeaks> {
  const cwd = realpathSync(resolve(options.cwd ?? '.'));
  const { scan: find } = scanner();
  const directives: WrittenExemption[] = [];
  const scan: ScanText = decoding((text, path) => find(text, { path }));
  if (options.input !== undefined) {
    const { leaksInStream } = await import('./stream-leaks.js');
    const { leaks, problem } = await leaksInStream(options.input, '-', scan);
    return { leaks: leaks.map((leak) => ({ leak, file: '-' })), coverage: [], errors: problem === undefined ? [] : [{ file: '-', message: problem }] };
  }
  const given = options.target ?? '.';
  const path = resolve(cwd, given);
  if (!existsSync(path)) throw new TargetError(`\`${given}\` does not exist`);
  const real = realpathSync(path);
  const files = new Files(real, cwd);
  const label = (one: string): string => files.label(one);
  if (options.image === true) {
    const { leaksInImage } = await import('./image-leaks.js');
    const { leaks, ...rest } = await leaksInImage(real, { scan, label: label(real), ...(options.platform === undefined ? {} : { platform: options.platform }) });
    return { ...rest, leaks: leaks.map((one) => ({ leak: one.leak, file: `${label(real)}!/${one.path}`, image: { layer: one.layer, createdBy: one.createdBy, removedBy: one.removedBy } })) };
  }
  if (options.staged === true) {
    const { leaksInStaged } = await import('./staged.js');
    const { leaks, top, texts, ...rest } = await leaksInStaged(real, { scan, label });
    for (const [place, text] of texts) directives.push(...directivesOf(text, place));
    return { ...rest, directives, leaks: leaks.map(({ leak, path: place }) => ({ leak, file: label(`${top}/${place}`) })) };
  }
  if (options.history === true) {
    const { leaksInHistory } = await import('./history.js');
    const { leaks, ...rest } = await leaksInHistory(real, { scan, label, whole: needsWhole, unreachable: options.allObjects });
    return { ...rest, leaks: historyLeaks(leaks) };
  }
  const { leaksInFiles } = await import('./file-leaks.js');
  const folder = statSync(real).isDirectory();
  const ignored = options.gitignore === true && folder ? await (await import('../sources/git/ignored.js')).ignoredBelow(real) : undefined;
  const found = await leaksInFiles(real, { scan, files, folder, ignored });
  return { ...found, coverage: [...found.coverage, { source: label(real), subject: label(real), asked: 'history', answered: false, reason: 'the history was not read; ask for it with --history', always: true }] };
}
