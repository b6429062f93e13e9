/**
 * What an account answered, kept in a folder: a line for each call, in a file for each account, service and region. Answers from such a
 * folder are the account's own, so that a scan of it says the same, byte for byte, without a network.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import type { CoverageLine } from '../../model/index.js';
import type { Reply } from './collector.js';
import { namesOf } from './faults.js';
import { MANIFEST } from './manifest.js';
import type { Caller } from './session.js';

const VERSION = 1;

export interface Manifest {
  readonly version: number;
  /** ISO time that the account was judged against. */
  readonly asOf: string;
  readonly home: string;
  readonly accounts: readonly string[];
  /** The options that decide which calls are made. */
  readonly regions?: readonly string[];
  readonly services?: readonly string[];
  readonly organization?: boolean;
  readonly deep?: boolean;
  readonly role?: string;
  /** Accounts that were not read, and why. */
  readonly coverage?: readonly CoverageLine[];
}

/** Dates and bytes, which JSON cannot hold, under a name of their own. */
const packed = (_: string, value: unknown): unknown => (value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value);
function withDates(value: unknown): unknown {
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? null : value.toISOString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(withDates);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key === '$metadata' || typeof one === 'function' ? [] : [[key, withDates(one)]])));
}
/** No text of a reply is as long: the longest are documents and definitions of a megabyte. */
const LONGEST_TEXT = 4_000_000;
function unpacked(_: string, value: unknown): unknown {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) throw new RangeError('a text is too long');
  if (value === null || typeof value !== 'object') return value;
  const { $date, $bytes } = value as { readonly $date?: unknown; readonly $bytes?: unknown };
  if (typeof $date === 'string') return new Date($date);
  return typeof $bytes === 'string' ? new Uint8Array(Buffer.from($bytes, 'base64')) : value;
}

const keyOf = (command: string, input: Reply): string => `${command} ${JSON.stringify(input, packed)}`;
const NAME = /^[a-z0-9-]{1,40}$/;
const fileOf = (service: string, region: string): string => {
  if (!NAME.test(service) || !NAME.test(region)) throw new Error(`\`${service}\` in \`${region}\` cannot be recorded`);
  return `${service}.${region}.ndjson`;
};

/** A line of a recording: the call, and its reply or what it failed with. */
interface Line {
  readonly call: string;
  readonly reply?: unknown;
  readonly error?: readonly string[];
}

/** Answers as the caller does, and keeps every answer in `folder`; `finish` writes what is still waiting. */
export function recording(caller: Caller, folder: string): { readonly caller: Caller; readonly finish: () => void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Lines are written in batches: a write for each would cost more than the call's own parsing.
  const waiting = new Map<string, string[]>();
  const flush = (file: string): void => {
    appendFileSync(join(folder, file), (waiting.get(file) ?? []).join(''), { mode: 0o600 });
    waiting.set(file, []);
  };
  const keep = (service: string, region: string, line: Line): void => {
    const file = fileOf(service, region);
    const lines = waiting.get(file) ?? waiting.set(file, []).get(file);
    if ((lines?.push(`${JSON.stringify(line)}\n`) ?? 0) >= 200) flush(file);
  };
  const keeping: Caller = {
    get calls() {
      return caller.calls;
    },
    home: () => caller.home(),
    send: async (service, region, command, input) => {
      const call = keyOf(command, input);
      try {
        const reply = await caller.send(service, region, command, input);
        keep(service, region, { call, reply: withDates(reply) });
        return reply;
      } catch (error) {
        keep(service, region, { call, error: namesOf(error) });
        throw error;
      }
    },
    end: () => caller.end(),
  };
  return {
    caller: keeping,
    finish: () => {
      for (const file of waiting.keys()) flush(file);
    },
  };
}

/** Lines in order, so that two recordings of the same account differ only in what differs. */
export function finishRecording(folder: string, manifest: Omit<Manifest, 'version'>): void {
  for (const account of manifest.accounts) {
    const inside = join(folder, account);
    if (!existsSync(inside)) continue;
    for (const file of readdirSync(inside).filter((name) => name.endsWith('.ndjson'))) {
      const lines = readFileSync(join(inside, file), 'utf8').split('\n').filter((line) => line !== '');
      // What was asked again until it was ready (a report in the making) is kept as it was in the end.
      const last = new Map(lines.map((line) => [callOf(line), line]));
      writeFileSync(join(inside, file), `${[...last.values()].sort().join('\n')}\n`, { mode: 0o600 });
    }
  }
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify({ version: VERSION, ...manifest }, null, 2)}\n`, { mode: 0o600 });
}

/** A recording in the folder, if it is one. What is wrong with it is thrown as a sentence. */
export function manifestIn(folder: string): Manifest | undefined {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return undefined;
  if (!isWithin(folder, path)) throw new Error(`\`${MANIFEST}\` is no file of the folder`);
  const manifest = parsed(bounded(path, 1_000_000));
  if (manifest.version !== VERSION) throw new Error(`\`${MANIFEST}\` has version ${String(manifest.version)}; this demarc reads version ${VERSION}`);
  const names = Array.isArray(manifest.accounts) ? [...manifest.accounts, manifest.home] : [];
  if (!Array.isArray(manifest.accounts) || !texts(manifest.regions) || !texts(manifest.services) || !lines(manifest.coverage) || typeof manifest.asOf !== 'string' || Number.isNaN(Date.parse(manifest.asOf)) || !names.every((name) => typeof name === 'string' && NAME.test(name))) throw new Error(`\`${MANIFEST}\` does not say what was recorded`);
  return manifest as Manifest;
}

/** What it says, if it is JSON; what is in it otherwise is nobody's business. */
function parsed(text: string): Partial<Manifest> {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // said below
  }
  throw new Error(`\`${MANIFEST}\` is not the JSON of a recording`);
}
const texts = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every((one) => typeof one === 'string' && NAME.test(one)));
const lines = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every((one: unknown) => one !== null && typeof one === 'object' && ['source', 'subject', 'asked'].every((name) => typeof (one as Readonly<Record<string, unknown>>)[name] === 'string')));

const MOST_BYTES = 512_000_000;

/** A file that lies in the folder: a link out of a recording is not followed, and a pipe has no end. */
const isWithin = (folder: string, path: string): boolean => existsSync(path) && statSync(path).isFile() && realpathSync(path).startsWith(realpathSync(folder) + sep);

function bounded(path: string, most: number): string {
  if (statSync(path).size > most) throw new Error(`\`${basename(path)}\` is larger than ${most} bytes`);
  return readFileSync(path, 'utf8');
}

/** Answers out of a recording. Files are read when first asked, lines are understood when theirs is the answer. */
export class Replay implements Caller {
  readonly #files = new Map<string, ReadonlyMap<string, string>>();
  #calls = 0;
  #account: string;

  constructor(
    private readonly folder: string,
    private readonly manifest: Manifest,
    account: string,
  ) {
    this.#account = account;
  }

  get calls(): number {
    return this.#calls;
  }

  home(): Promise<string> {
    return Promise.resolve(this.manifest.home);
  }

  end(): Promise<void> {
    this.#files.clear();
    return Promise.resolve();
  }

  async send(service: string, region: string, command: string, input: Reply): Promise<Reply> {
    this.#calls++;
    const found = this.#lines(fileOf(service, region)).get(keyOf(command, input));
    if (found === undefined) throw Object.assign(new Error('not recorded'), { name: 'NotRecorded' });
    const { reply, error } = JSON.parse(found, unpacked) as Line;
    if (error === undefined) return (reply ?? {}) as Reply;
    const [name = 'Error', ...causes] = error;
    throw Object.assign(new Error('as recorded'), { name, cause: causes.reduceRight<unknown>((cause, one) => ({ name: one, cause }), undefined) });
  }

  #lines(file: string): ReadonlyMap<string, string> {
    let lines = this.#files.get(file);
    if (lines === undefined) {
      lines = new Map();
      const path = join(this.folder, this.#account, file);
      if (isWithin(this.folder, path)) lines = new Map(bounded(path, MOST_BYTES).split('\n').flatMap((line): readonly (readonly [string, string])[] => (line === '' ? [] : [[callOf(line), line]])));
      this.#files.set(file, lines);
    }
    return lines;
  }
}

/** The call that a line is of, without understanding all of the line. */
function callOf(line: string): string {
  const end = /^\{"call":("(?:[^"\\]|\\.)*")/.exec(line);
  try {
    return end === null ? '' : (JSON.parse(end[1] ?? '""') as string);
  } catch {
    return ''; // a broken line answers nothing
  }
}
