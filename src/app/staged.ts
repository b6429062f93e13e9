/** Leaks that the next commit would bring in. */
import { plural } from '../reports/report.js';
import type { CoverageLine, SourceError } from '../model/index.js';
import { readContents } from '../sources/git/contents.js';
import { openRepository } from '../sources/git/repository.js';
import { readStaged, type Lines } from '../sources/git/staged.js';
import { asUtf8, encodingOf } from '../sources/text/decode.js';
import { textsOf } from '../sources/text/nested.js';
import { peeked } from '../sources/text/peek.js';
import { scanWindows, type FoundLeak, type ScanText } from './texts.js';

export interface StagedLeak {
  readonly leak: FoundLeak;
  /** Path in the repository; for a member of an archive `archive!/member`. */
  readonly path: string;
}

export interface StagedResult {
  /** Absolute path of the working tree. */
  readonly top: string;
  readonly leaks: readonly StagedLeak[];
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
  readonly files: number;
  /** Texts that say what is exempt, by their reported path. */
  readonly texts: readonly (readonly [string, string])[];
}

/** Reads the index of the repository at or around a path, as a hook is told of it. Throws a GitError when there is none. */
export async function leaksInStaged(path: string, { scan, label }: { readonly scan: ScanText; readonly label: (path: string) => string }): Promise<StagedResult> {
  const repository = await openRepository(path, { hook: true });
  const staged = await readStaged(repository);
  const leaks: StagedLeak[] = [];
  const errors: SourceError[] = [];
  const texts: (readonly [string, string])[] = [];
  const byObject = new Map<string, (typeof staged)[number][]>();
  for (const file of staged) byObject.set(file.object, [...(byObject.get(file.object) ?? []), file]);
  const reported = (name: string): string => label(`${repository.top}/${name}`);
  const damaged = (object: string, message: string): void => void errors.push({ file: reported(byObject.get(object)?.[0]?.path ?? '.'), message: `the blob ${object} ${message}` });
  for await (const { object, bytes, parts } of readContents(repository, [...byObject.keys()], damaged)) {
    const files = byObject.get(object) ?? [];
    const first = files[0]?.path ?? object;
    const found: StagedLeak[] = [];
    if (bytes !== undefined) {
      for await (const { path: place, text } of textsOf(first, bytes, (where, message) => void errors.push({ file: reported(where), message }))) {
        for (const leak of scan(text, place)) found.push({ leak, path: place });
        if (text.includes('demarc:ignore')) texts.push([reported(place), text]);
      }
    } else if (parts !== undefined) {
      const [head, stream] = await peeked(parts());
      const encoding = encodingOf(head);
      if (encoding !== undefined) for await (const leak of scanWindows(asUtf8(stream, encoding), first, scan)) found.push({ leak, path: first });
    }
    for (const { path: name, added } of files) {
      for (const { leak, path: place } of found) if (place !== first || isNew(leak, added)) leaks.push({ leak, path: `${name}${place.slice(first.length)}` });
    }
  }
  return { top: repository.top, leaks, coverage: [{ source: label(repository.top), subject: label(repository.top), asked: 'secrets', answered: true, reason: `${plural(staged.length, 'staged file')} ${staged.length === 1 ? 'was' : 'were'} read` }], errors, texts, files: staged.length };
}

/** Whether a line that the leak stands on is new. */
const isNew = ({ line, endLine = line }: FoundLeak, added: readonly Lines[] | undefined): boolean => added === undefined || added.some(([from, to]) => from <= endLine && to >= line);
