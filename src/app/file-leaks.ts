/** Leaks in files and folders as they stand. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { directivesOf, type WrittenExemption } from '../ledger/exemptions.js';
import type { CoverageLine, SourceError } from '../model/index.js';
import { packingOf } from '../sources/archive/packing.js';
import { encodingOf } from '../sources/text/decode.js';
import type { Files } from '../sources/files.js';
import { HOLDS_NO_TEXT, NESTED_MOST, textsOf } from '../sources/text/nested.js';
import type { FoundLeaks, PlacedLeak } from './leak-resources.js';
import { leaksInStream } from './stream-leaks.js';
import type { ScanText } from './texts.js';

/** Larger ones are streamed. */
const WHOLE = 8 * 1024 * 1024;
const HEAD = 8192;

export async function leaksInFiles(top: string, { scan, files, folder, ignored }: { readonly scan: ScanText; readonly files: Files; readonly folder: boolean; readonly ignored?: ((path: string) => boolean) | undefined }): Promise<FoundLeaks> {
  const leaks: PlacedLeak[] = [];
  const errors: SourceError[] = [];
  const directives: WrittenExemption[] = [];
  const coverage: CoverageLine[] = [];
  let read = 0;
  let left = 0;
  const one = async (path: string): Promise<void> => {
    read++;
    const label = files.label(path);
    const tell = (file: string, message: string): void => void errors.push({ file, message });
    const head = files.bytes(path, WHOLE);
    if ('bytes' in head) {
      const bytes = Buffer.from(head.bytes.buffer, head.bytes.byteOffset, head.bytes.byteLength);
      for await (const { path: place, text } of textsOf(label, bytes, tell)) {
        for (const leak of scan(text, place)) leaks.push({ leak, file: place });
        if (text.includes('demarc:ignore')) directives.push(...directivesOf(text, place));
      }
      return;
    }
    if (!/over the limit/.test(head.problem)) {
      tell(label, head.problem);
      return;
    }
    const packing = packingOf(files.start(path, HEAD));
    if (packing === 'zip' || packing === 'tar') {
      const whole = files.bytes(path, NESTED_MOST);
      if ('problem' in whole) tell(label, `is an archive and ${whole.problem}; it was not opened`);
      else for await (const { path: place, text } of textsOf(label, Buffer.from(whole.bytes), tell)) for (const leak of scan(text, place)) leaks.push({ leak, file: place });
      return;
    }
    if (packing === undefined && encodingOf(files.start(path, HEAD)) === undefined) return;
    const { leaks: found, problem } = await leaksInStream(createReadStream(path, { highWaterMark: 1024 * 1024 }), label, scan);
    for (const leak of found) leaks.push({ leak, file: label });
    if (problem !== undefined) tell(label, problem);
  };
  if (!folder) await one(top);
  else {
    const { entries, problems } = files.walk(top);
    for (const { path, problem } of problems) errors.push({ file: path, message: problem });
    for (const entry of entries) {
      for (const name of entry.files) {
        const path = join(entry.folder, name);
        if (HOLDS_NO_TEXT.test(name)) continue;
        if (ignored?.(path) === true) left++;
        else await one(path);
      }
      // The one file of that folder that nobody else holds: the configuration of the backend, with its credentials.
      const state = join(entry.folder, '.terraform', 'terraform.tfstate');
      if (ignored?.(state) !== true && existsSync(state)) await one(state);
    }
  }
  coverage.push({ source: files.label(top), subject: files.label(top), asked: 'secrets', answered: true, reason: `${read} ${read === 1 ? 'file was' : 'files were'} read${ignored === undefined ? '' : `; ${left} that git ignores ${left === 1 ? 'was' : 'were'} left out, as was asked`}` });
  return { leaks, coverage, errors, directives };
}
