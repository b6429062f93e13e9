/** Bringing records into the database: archives, folders and single files in OSV's format. Nothing is taken for granted of what they hold. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE_LIMITS } from '../sources/archive/limits.js';
import { zipMembers } from '../sources/archive/zip.js';
import { readRecord } from '../vulnerabilities/record.js';
import { Builder } from './builder.js';
import type { EcosystemMeta } from './layout.js';
import { StoreError } from './place.js';

export interface Imported {
  readonly ecosystems: readonly EcosystemMeta[];
  /** Records that were read, also those that are withdrawn. */
  readonly records: number;
  readonly withdrawn: number;
  /** What could not be read, at most some of it. */
  readonly problems: readonly string[];
  /** All that could not be read. */
  readonly unread: number;
  /** Ecosystems that were not kept. */
  readonly strange: readonly string[];
}

export interface ImportOptions {
  /** Only packages of this ecosystem are taken. */
  readonly only?: string;
  /** What the database holds of the ecosystem goes. */
  readonly replace?: boolean;
  /** ISO time of which the records are. */
  readonly date?: string;
  /** Nothing is kept when a part cannot be read: it must not pass for the whole. */
  readonly whole?: boolean;
}

/** The largest record of OSV has about 10 MB. */
const LARGEST_RECORD = 64 * 1024 * 1024;
/** Above it the archive would not fit into one buffer. */
const LARGEST_ARCHIVE = 2 * 1024 ** 3 - 1;
const MOST_PROBLEMS = 10;
const DEEPEST = 16;
const LIMITS = { ...ARCHIVE_LIMITS, entries: 4_000_000, expanded: 32 * 1024 ** 3, ratio: 200, depth: 1 };

/** Throws StoreError when nothing of it is a record. */
export function importRecords(folder: string, paths: readonly string[], { only, replace, date, whole }: ImportOptions = {}): Imported {
  const builder = new Builder(folder, only);
  const problems: string[] = [];
  let [unread, records, withdrawn] = [0, 0, 0];
  const tell = (problem: string): void => {
    unread++;
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  try {
    for (const path of paths) {
      for (const { name, text } of textsOf(path, tell)) {
        let json: unknown;
        try {
          json = JSON.parse(text);
        } catch (error) {
          tell(`\`${name}\` is no JSON: ${error instanceof Error ? error.message : String(error)}`);
          continue;
        }
        for (const one of Array.isArray(json) ? (json as readonly unknown[]) : [json]) {
          const record = readRecord(one);
          if (record === undefined) tell(`\`${name}\` is no record in OSV's format`);
          else {
            records++;
            if (record.withdrawn) withdrawn++;
            builder.add(record);
          }
        }
      }
    }
    if (records === 0) throw new StoreError(`${paths.map((path) => `\`${path}\``).join(', ')} ${paths.length === 1 ? 'holds' : 'hold'} no vulnerability records in OSV's format${problems[0] === undefined ? '' : `: ${problems[0]}`}`);
    if (whole === true && unread > 0) throw new StoreError(`${unread} of its records could not be read, first: ${problems[0] ?? ''}`);
    if (replace !== true) builder.addExisting();
    return { ecosystems: builder.finish(date), records, withdrawn, problems, unread, strange: [...builder.strange].sort() };
  } finally {
    builder.end();
  }
}

interface Text {
  readonly name: string;
  readonly text: string;
}

function* textsOf(path: string, tell: (problem: string) => void): Iterable<Text> {
  let stat;
  try {
    stat = statSync(path);
  } catch {
    throw new StoreError(`\`${path}\` does not exist`);
  }
  if (stat.isDirectory()) yield* textsIn(path, 0, tell);
  else yield* textsOfFile(path, stat.size, tell);
}

/** Links are not followed: a folder from elsewhere must not lead out of itself. */
function* textsIn(folder: string, depth: number, tell: (problem: string) => void): Iterable<Text> {
  if (depth > DEEPEST) return tell(`\`${folder}\` lies too deep`);
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const stat = lstatSync(path);
    if (stat.isDirectory()) yield* textsIn(path, depth + 1, tell);
    else if (stat.isFile() && /\.(json|zip)$/i.test(name)) yield* textsOfFile(path, stat.size, tell);
  }
}

function* textsOfFile(path: string, size: number, tell: (problem: string) => void): Iterable<Text> {
  if (size > LARGEST_ARCHIVE) return tell(`\`${path}\` is larger than 2 GB; unpack it and import the folder`);
  if (!/\.zip$/i.test(path)) {
    if (size > LARGEST_RECORD * 4) return tell(`\`${path}\` is larger than ${(LARGEST_RECORD * 4) / 1024 / 1024} MB`);
    return yield { name: path, text: readFileSync(path, 'utf8') };
  }
  for (const member of zipMembers(readFileSync(path), LIMITS, (problem, name) => tell(`\`${path}\`${name === undefined ? '' : ` (\`${name}\`)`} ${problem}`))) {
    if (member.type !== 'file' || !/\.json$/i.test(member.name)) continue;
    const content = member.content(LARGEST_RECORD);
    if (content !== undefined) yield { name: `${path}:${member.name}`, text: content.toString('utf8') };
  }
}
