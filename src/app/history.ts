/** Leaks in the history of a repository: every blob once, then the commits of those that hold one. */
import type { CoverageLine, SourceError } from '../model/index.js';
import { introductionsOf, type Introduction } from '../sources/git/commits.js';
import { readContents, type Content } from '../sources/git/contents.js';
import { messagesOf } from '../sources/git/messages.js';
import { GitError } from '../sources/git/git.js';
import { listBlobs, type Blob } from '../sources/git/objects.js';
import { modulesOf, openModule, openRepository, readHead, submoduleFolder, type Head, type Repository } from '../sources/git/repository.js';
import { changedParts } from '../sources/text/changed.js';
import { asUtf8, encodingOf } from '../sources/text/decode.js';
import { textsOf } from '../sources/text/nested.js';
import { peeked } from '../sources/text/peek.js';
import { scanWindows, type FoundLeak, type ScanText } from './texts.js';

export interface HistoryOptions {
  readonly scan: ScanText;
  /** Whether a version must be read as a whole, as something far away may tell what a line holds. */
  readonly whole?: (bytes: Buffer) => boolean;
  /** Also what no branch or tag leads to. */
  readonly unreachable?: boolean;
  /** The path that is reported for a repository's top. */
  readonly label: (path: string) => string;
}

/** A secret in the history: where it stood, and since when. */
export interface HistoryLeak {
  /** As it stands in the version that was brought in first. */
  readonly leak: FoundLeak;
  /** Path of the repository, as reported. */
  readonly repository: string;
  /** Path in the repository. */
  readonly path: string;
  /** The blob that brought it in; of a message the commit. */
  readonly object: string;
  /** Undefined when no commit names the blob: a tag, the index or nothing leads to it. */
  readonly first?: Introduction;
  /** Versions of files that hold it. */
  readonly versions: number;
  /** Paths at which it stands in the tree of HEAD; none: it was removed from there, and is in the history still. */
  readonly inTree: readonly string[];
}

export interface HistoryResult {
  readonly leaks: readonly HistoryLeak[];
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
  /** Blobs and bytes that were read. */
  readonly read: { readonly blobs: number; readonly bytes: number };
}

/** A blob larger than this is data: it is said and not read. */
const LARGEST = 512 * 1024 * 1024;
const ARMOR = '-----';
const MOST_SUBMODULES = 500;
const MOST_MISSING = 100;

/** Throws a GitError when there is no repository at the path, or git does not read it. */
export async function leaksInHistory(path: string, options: HistoryOptions): Promise<HistoryResult> {
  const into: Collected = { leaks: [], coverage: [], errors: [], read: { blobs: 0, bytes: 0 } };
  const first = await openRepository(path);
  const pending: { readonly repository: Repository; readonly name: string }[] = [{ repository: first, name: options.label(first.top) }];
  const seen = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { repository, name } = next;
    if (seen.has(repository.folder)) continue;
    seen.add(repository.folder);
    const head = await readOne(repository, name, options, into);
    const modules = modulesOf(repository);
    // Those that are checked out come last, so that they are read first and go by their path.
    for (const module of modules) await open(`${name}/${module.name}`, () => openModule(repository, module));
    for (const { path: mount } of head.submodules) {
      const folder = await submoduleFolder(repository, mount);
      const subject = name === '.' ? mount : `${name}/${mount}`;
      if (folder !== undefined) await open(subject, () => openRepository(folder, { exact: true }));
      else if (!modules.some((module) => module.name === mount)) into.coverage.push({ source: name, subject, asked: 'history', answered: false, reason: 'the submodule is not checked out, so its history is not here' });
    }
  }
  return into;

  async function open(subject: string, opened: () => Promise<Repository>): Promise<void> {
    const plain = subject.replace(/^\.\//, '');
    if (seen.size + pending.length > MOST_SUBMODULES) {
      into.coverage.push({ source: plain, subject: plain, asked: 'history', answered: false, reason: `more than ${MOST_SUBMODULES} submodules; the rest was not read` });
      return;
    }
    try {
      pending.push({ repository: await opened(), name: plain });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      into.errors.push({ file: plain, message: error.message });
    }
  }
}

interface Collected {
  readonly leaks: HistoryLeak[];
  readonly coverage: CoverageLine[];
  readonly errors: SourceError[];
  readonly read: { blobs: number; bytes: number };
}

interface Sighting {
  readonly leak: FoundLeak;
  readonly object: string;
  /** A path of the blob, and for a member of an archive what follows it. */
  readonly path: string;
  readonly inner: string;
}

async function readOne(repository: Repository, source: string, options: HistoryOptions, into: Collected): Promise<Head> {
  const unread = (subject: string, reason: string): void => void into.coverage.push({ source, subject, asked: 'history', answered: false, reason });
  const [blobs, head] = await Promise.all([listBlobs(repository, options), readHead(repository)]);
  for (const problem of blobs.problems) into.errors.push({ file: source, message: problem });
  if (head.problem !== undefined) into.errors.push({ file: source, message: `the tree of HEAD is damaged: ${head.problem}` });
  if (repository.shallow) unread(source, 'the clone is shallow: what came before is not here; fetch it with `git fetch --unshallow`');
  const { size } = blobs.missing;
  if (repository.partial && size > 0) unread(source, `${size} objects are not here, as the clone is partial; nothing was fetched`);
  else {
    for (const [object, name] of [...blobs.missing].slice(0, MOST_MISSING)) into.errors.push({ file: name === '' ? source : `${source}/${name}`, message: `the object ${object} is missing or damaged; \`git fsck\` tells more` });
    if (size > MOST_MISSING) into.errors.push({ file: source, message: `${size - MOST_MISSING} more objects are missing or damaged` });
  }
  const sightings = await scanBlobs(repository, blobs.byPath, options, {
    tell: (subject, message) => void into.errors.push({ file: `${source}/${subject}`, message }),
    skipped: unread,
    read: into.read,
  });
  into.coverage.push({ source, subject: source, asked: 'history', answered: true, reason: `${blobs.count} blobs were read${options.unreachable === true ? ', those that nothing leads to included' : ''}` });
  await scanMessages(repository, source, options, into);
  if (sightings.length > 0) into.leaks.push(...(await attributed(repository, sightings, head, { source, options, errors: into.errors })));
  return head;
}

async function scanMessages(repository: Repository, source: string, options: HistoryOptions, { leaks, errors }: Collected): Promise<void> {
  const found = new Map<string, HistoryLeak>();
  for await (const { text, place, commit, date, author } of messagesOf(repository, (message) => void errors.push({ file: source, message }), options)) {
    for (const leak of options.scan(text, place)) {
      // A commit that was picked to other branches says the same in each; the earliest comes last.
      const key = `${leak.rule}\n${leak.fingerprint}`;
      found.set(key, { leak, repository: source, path: place, object: commit, first: { commit, date, author, path: place, age: 0 }, versions: 1, inTree: [] });
    }
  }
  leaks.push(...found.values());
}

interface Telling {
  readonly tell: (subject: string, message: string) => void;
  readonly skipped: (subject: string, reason: string) => void;
  readonly read: { blobs: number; bytes: number };
}

async function scanBlobs(repository: Repository, byPath: ReadonlyMap<string, readonly Blob[]>, { scan, whole = () => false }: HistoryOptions, { tell, skipped, read }: Telling): Promise<readonly Sighting[]> {
  const sightings: Sighting[] = [];
  const objects: string[] = [];
  const paths: string[] = [];
  for (const [path, blobs] of byPath) {
    for (const { object, size } of blobs) {
      if (size > LARGEST) skipped(path, `the blob ${object} is ${Math.round(size / 1024 / 1024)} MB, over the limit of ${LARGEST / 1024 / 1024} MB`);
      else if (size > 0) {
        objects.push(object);
        paths.push(path);
      }
    }
  }
  const damaged = (object: string, message: string): void => tell(paths[objects.indexOf(object)] || object, `the blob ${object} ${message}`);
  let at = 0;
  /** The version before of the same path, if nothing was found in it. */
  let clean: { readonly path: string; readonly bytes: Buffer } | undefined;
  for await (const content of readContents(repository, objects, damaged)) {
    while (objects[at] !== content.object) at++;
    const path = paths[at++] ?? '';
    read.blobs++;
    read.bytes += content.size;
    const { bytes } = content;
    if (bytes === undefined) {
      clean = undefined;
      for await (const leak of scanLarge(content, path, scan)) sightings.push({ leak, object: content.object, path, inner: '' });
      continue;
    }
    const name = path === '' ? content.object : path;
    if (clean?.path === path && !whole(bytes)) {
      const parts = changedParts(clean.bytes, bytes);
      // A key of many lines counts as a whole; anything else that was not there before stands in the parts that changed.
      if (parts === undefined || (encodingOf(bytes) === 'utf-8' && !parts.includes(ARMOR) && scan(parts.toString('utf8'), name).length === 0)) {
        clean = { path, bytes };
        continue;
      }
    }
    let found = false;
    for await (const { path: place, text } of textsOf(name, bytes, (where, message) => tell(where, message))) {
      for (const leak of scan(text, place)) {
        found = true;
        sightings.push({ leak, object: content.object, path, inner: place.slice(name.length) });
      }
    }
    clean = found || encodingOf(bytes) !== 'utf-8' ? undefined : { path, bytes };
  }
  return sightings;
}

async function* scanLarge({ parts }: Content, path: string, scan: ScanText): AsyncIterable<FoundLeak> {
  if (parts === undefined) return;
  const [head, stream] = await peeked(parts());
  const encoding = encodingOf(head);
  if (encoding !== undefined) yield* scanWindows(asUtf8(stream, encoding), path, scan);
}

interface Attribution {
  readonly source: string;
  readonly options: HistoryOptions;
  readonly errors: SourceError[];
}

/** One leak for each secret and path, however many versions of the file hold it. */
async function attributed(repository: Repository, sightings: readonly Sighting[], head: Head, { source, options, errors }: Attribution): Promise<readonly HistoryLeak[]> {
  const objects = new Set(sightings.map(({ object }) => object));
  const { byObject, problem } = await introductionsOf(repository, objects, options);
  if (problem !== undefined) errors.push({ file: source, message: problem });
  const treePaths = new Map<string, string[]>();
  for (const { object, path } of head.blobs) if (objects.has(object)) treePaths.set(object, [...(treePaths.get(object) ?? []), path]);
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const key = [sighting.leak.rule, sighting.leak.fingerprint].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sighting]);
    else group.push(sighting);
  }
  const age = ({ object }: Sighting): number => byObject.get(object)?.[0]?.age ?? -1;
  return [...groups.values()].map((group) => {
    const dated = group.toSorted((a, b) => age(b) - age(a));
    const one = dated[0]!;
    const first = byObject.get(one.object)?.[0];
    const holders = [...new Set(group.map(({ object }) => object))];
    const inTree = [...new Set(holders.flatMap((object) => treePaths.get(object) ?? []))].sort();
    return {
      leak: one.leak,
      repository: source,
      path: `${first?.path ?? (one.path || `blob ${one.object.slice(0, 12)}`)}${one.inner}`,
      object: one.object,
      ...(first === undefined ? {} : { first }),
      versions: holders.length,
      inTree,
    };
  });
}
