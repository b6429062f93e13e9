/** Fetching records from OSV's published archives, or a mirror of them: https://google.github.io/osv.dev/data/. Only an explicit command comes here. */
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readRecord } from '../vulnerabilities/record.js';
import { schemeOf } from '../vulnerabilities/versions/index.js';
import { Builder } from './builder.js';
import { EcosystemFile } from './ecosystem-file.js';
import { pieces, request, textOf, type Reply } from './http.js';
import { importRecords } from './import.js';
import { readFetched, writeFetched } from './index.js';
import { fileOf, type EcosystemMeta } from './layout.js';
import { StoreError } from './place.js';

/** The bucket that https://google.github.io/osv.dev/data/#data-dumps names. */
export const OSV_ARCHIVES = 'https://osv-vulnerabilities.storage.googleapis.com';

export interface UpdateOptions {
  readonly from?: string;
  /** Default: those that the database holds, else all that are published and understood. */
  readonly ecosystems?: readonly string[];
  /** ISO time. */
  readonly now: string;
  readonly say: (line: string) => void;
}

export interface Updated {
  readonly ecosystem: string;
  readonly how: 'fetched' | 'changed' | 'current' | 'failed';
  readonly meta?: EcosystemMeta;
  readonly problem?: string;
}

const LARGEST_LIST = 256 * 1024 * 1024;
const LARGEST_ARCHIVE = 2 * 1024 ** 3 - 1;
/** Above it the whole archive is less work. */
const MOST_CHANGES = 400;
const HOUR = 3_600_000;

/** Each ecosystem by itself: one that fails leaves what was there of it. Throws StoreError when nothing can be asked at all. */
export async function updateDatabase(folder: string, { from = OSV_ARCHIVES, ecosystems, now, say }: UpdateOptions): Promise<readonly Updated[]> {
  const base = from.replace(/\/+$/, '');
  mkdirSync(folder, { recursive: true });
  const wanted = ecosystems ?? (await defaultEcosystems(folder, base));
  const updated: Updated[] = [];
  for (const ecosystem of wanted) {
    if (schemeOf(ecosystem) === undefined || ecosystem.includes(':')) throw new StoreError(`\`${ecosystem}\` is no ecosystem that demarc compares; write it as OSV does: Debian, PyPI, crates.io`);
    say(`${ecosystem} …`);
    try {
      updated.push(await updateOne(folder, base, ecosystem, now));
    } catch (error) {
      updated.push({ ecosystem, how: 'failed', problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return updated;
}

async function defaultEcosystems(folder: string, base: string): Promise<readonly string[]> {
  const held = Object.entries(readFetched(folder)).flatMap(([ecosystem, { from }]) => (from === base ? [ecosystem] : []));
  if (held.length > 0) return held.sort();
  try {
    const response = await request(`${base}/ecosystems.txt`);
    if (!response.ok) throw refused(response, 'it');
    const names = (await textOf(response, LARGEST_LIST)).split('\n').map((line) => line.trim());
    const known = [...new Set(names)].filter((name) => name !== '' && !name.includes(':') && schemeOf(name) !== undefined).sort();
    if (known.length > 0) return known;
    throw new Error('it names no ecosystem that demarc compares');
  } catch (error) {
    throw new StoreError(`\`${base}/ecosystems.txt\` cannot be read: ${error instanceof Error ? error.message : String(error)}; name ecosystems with --ecosystem`);
  }
}

async function updateOne(folder: string, base: string, ecosystem: string, now: string): Promise<Updated> {
  const before = Object.hasOwn(readFetched(folder), ecosystem) ? readFetched(folder)[ecosystem] : undefined;
  const path = join(folder, fileOf(ecosystem));
  const held = before?.from === base && existsSync(path) ? before : undefined;
  if (held !== undefined) {
    const meta = await changesSince(folder, base, ecosystem, held.checked);
    if (meta !== undefined) {
      writeFetched(folder, ecosystem, { ...held, checked: now });
      return { ecosystem, how: 'changed', meta };
    }
  }
  const response = await request(`${base}/${encodeURIComponent(ecosystem)}/all.zip`, held?.etag === undefined ? {} : { headers: { 'if-none-match': held.etag } });
  if (response.status === 304 && held !== undefined) {
    response.body.destroy();
    writeFetched(folder, ecosystem, { ...held, checked: now });
    return { ecosystem, how: 'current', meta: metaOf(path) };
  }
  if (!response.ok) throw refused(response, `\`${base}/${encodeURIComponent(ecosystem)}/all.zip\``);
  const etag = response.header('etag');
  const beside = mkdtempSync(join(folder, 'fetching-'));
  try {
    const archive = join(beside, 'all.zip');
    await pipeline(Readable.from(pieces(response, LARGEST_ARCHIVE)), createWriteStream(archive));
    const imported = importRecords(folder, [archive], { only: ecosystem, replace: true, whole: true, date: now });
    writeFetched(folder, ecosystem, { from: base, ...(etag === undefined ? {} : { etag }), checked: now });
    return { ecosystem, how: 'fetched', meta: imported.ecosystems.find((one) => one.ecosystem === ecosystem) };
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/**
 * What changed since a time, record by record, by the list `modified_id.csv` (`2026-11-20T10:00:00Z,GHSA-…`, the newest first).
 * Undefined: there is no such list, it says too much, or the time is not known: then the whole is fetched.
 */
async function changesSince(folder: string, base: string, ecosystem: string, since: string): Promise<EcosystemMeta | undefined> {
  const at = `${base}/${encodeURIComponent(ecosystem)}`;
  const response = await request(`${at}/modified_id.csv`);
  if (!response.ok) {
    response.body.destroy();
    return undefined;
  }
  // The list is made some time after the changes are: an hour is looked at twice.
  const from = new Date(Date.parse(since) - HOUR).toISOString();
  const changed: string[] = [];
  for (const line of (await textOf(response, LARGEST_LIST)).split('\n')) {
    const comma = line.indexOf(',');
    const [time, id] = [line.slice(0, comma), line.slice(comma + 1).trim()];
    if (comma < 1 || Number.isNaN(Date.parse(time)) || !/^[\w.:-]+$/.test(id)) continue;
    if (new Date(time).toISOString() >= from) changed.push(id);
  }
  if (changed.length > MOST_CHANGES) return undefined;
  const path = join(folder, fileOf(ecosystem));
  if (changed.length === 0) return metaOf(path);
  const builder = new Builder(folder, ecosystem);
  try {
    for (const id of changed) {
      const one = await request(`${at}/${encodeURIComponent(id)}.json`);
      if (!one.ok) throw refused(one, `\`${at}/${id}.json\``);
      const record = readRecord(JSON.parse(await textOf(one, LARGEST_LIST)) as unknown);
      if (record === undefined) throw new Error(`\`${at}/${id}.json\` is no record in OSV's format`);
      builder.add(record);
    }
    builder.addExisting();
    return builder.finish().find((meta) => meta.ecosystem === ecosystem) ?? metaOf(path);
  } finally {
    builder.end();
  }
}

function metaOf(path: string): EcosystemMeta {
  const file = EcosystemFile.open(path);
  file.close();
  return file.meta;
}

/** What was asked did not answer as it should; the rest of its reply is not waited for. */
function refused({ body, status }: Reply, what: string): Error {
  body.destroy();
  return new Error(`${what} answered ${status}`);
}
