/** What is known of exploitation: FIRST's probabilities (EPSS) and CISA's catalogue (KEV), by CVE. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32, gunzipSync } from 'node:zlib';
import type { Epss, Exploited } from '../vulnerabilities/finding.js';
import { StoreError } from './place.js';

const EPSS_FILE = 'epss.db';
const KEV_FILE = 'kev.json';
const MAGIC = 'DEMARCE1';
/** Year 2, number 4, probability 4, percentile 4. */
const ENTRY = 14;
const HEADER = 64;
const LARGEST_INPUT = 256 * 1024 * 1024;

const cveOf = (text: string): readonly [year: number, number: number] | undefined => {
  const [, year, number] = /^CVE-(\d{4})-(\d{4,9})$/.exec(text) ?? [];
  return year === undefined ? undefined : [Number(year), Number(number)];
};

/** FIRST's file, packed or not: `cve,epss,percentile`, with a comment that gives its day. Throws StoreError. Gives the number of CVEs and their day. */
export function importEpss(folder: string, path: string): { readonly count: number; readonly date: string } {
  const given = readFileSync(path);
  let text: string;
  try {
    text = (given[0] === 0x1f && given[1] === 0x8b ? gunzipSync(given, { maxOutputLength: LARGEST_INPUT }) : given).toString('utf8');
  } catch (error) {
    throw new StoreError(`\`${path}\` cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
  const date = /score_date:([0-9T:+.Z-]+)/.exec(text.slice(0, 500))?.[1] ?? '';
  const rows: (readonly [number, number, number, number])[] = [];
  for (const line of text.split('\n')) {
    const [name = '', score, percentile] = line.trim().split(',');
    const cve = cveOf(name);
    const [probability, rank] = [Number(score), Number(percentile)];
    if (cve !== undefined && probability >= 0 && probability <= 1 && rank >= 0 && rank <= 1) rows.push([...cve, probability, rank]);
  }
  if (rows.length === 0) throw new StoreError(`\`${path}\` holds no EPSS scores: its lines should be as \`CVE-2021-44228,0.97,0.99\``);
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const bytes = Buffer.alloc(HEADER + rows.length * ENTRY);
  rows.forEach(([year, number, probability, rank], i) => {
    const at = HEADER + i * ENTRY;
    bytes.writeUInt16BE(year, at);
    bytes.writeUInt32BE(number, at + 2);
    bytes.writeFloatBE(probability, at + 6);
    bytes.writeFloatBE(rank, at + 10);
  });
  bytes.write(MAGIC, 0, 'latin1');
  bytes.writeUInt32BE(rows.length, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(HEADER)), 12);
  bytes.write(date.slice(0, HEADER - 16), 16, 'latin1');
  place(join(folder, EPSS_FILE), bytes);
  return { count: rows.length, date };
}

/** CISA's catalogue as JSON. Throws StoreError. */
export function importKev(folder: string, path: string): { readonly count: number; readonly date: string } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new StoreError(`\`${path}\` is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { vulnerabilities, dateReleased } = (json ?? {}) as { readonly vulnerabilities?: unknown; readonly dateReleased?: unknown };
  const since: Record<string, readonly [string, boolean]> = {};
  for (const one of Array.isArray(vulnerabilities) ? (vulnerabilities as readonly Readonly<Record<string, unknown>>[]) : []) {
    const cve = String(one?.['cveID']);
    if (cveOf(cve) !== undefined) since[cve] = [String(one['dateAdded'] ?? '').slice(0, 10), one['knownRansomwareCampaignUse'] === 'Known'];
  }
  const count = Object.keys(since).length;
  if (count === 0) throw new StoreError(`\`${path}\` is no catalogue of exploited vulnerabilities: it has no \`vulnerabilities\` with a \`cveID\``);
  const date = typeof dateReleased === 'string' ? dateReleased : '';
  place(join(folder, KEV_FILE), Buffer.from(JSON.stringify({ date, since })));
  return { count, date };
}

/** What was imported, each read when it is first asked. A file that is damaged is told once and is as if it were not there. */
export class Signals {
  #epss: Buffer | null | undefined;
  #kev: Kev | null | undefined;

  constructor(
    private readonly folder: string,
    private readonly tell: (problem: string) => void,
  ) {}

  epss = (cve: string): Epss | undefined => {
    const wanted = cveOf(cve);
    const bytes = this.epssBytes();
    if (wanted === undefined || bytes === null) return undefined;
    let [low, high] = [0, (bytes.length - HEADER) / ENTRY];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = HEADER + middle * ENTRY;
      const difference = bytes.readUInt16BE(at) - wanted[0] || bytes.readUInt32BE(at + 2) - wanted[1];
      if (difference === 0) return { score: rounded(bytes.readFloatBE(at + 6)), percentile: rounded(bytes.readFloatBE(at + 10)) };
      if (difference < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  };

  exploited = (cve: string): Exploited | undefined => {
    const found = Object.hasOwn(this.kev()?.since ?? {}, cve) ? this.kev()?.since[cve] : undefined;
    return found === undefined ? undefined : { since: found[0], ransomware: found[1] };
  };

  /** Number and day of each, for the status. */
  status(): { readonly epss?: { readonly count: number; readonly date: string }; readonly kev?: { readonly count: number; readonly date: string } } {
    const [epss, kev] = [this.epssBytes(), this.kev()];
    return {
      ...(epss === null ? {} : { epss: { count: (epss.length - HEADER) / ENTRY, date: epss.toString('latin1', 16, HEADER).replace(/\0+$/, '') } }),
      ...(kev === null ? {} : { kev: { count: Object.keys(kev.since).length, date: kev.date } }),
    };
  }

  private epssBytes(): Buffer | null {
    if (this.#epss === undefined) this.#epss = this.load(EPSS_FILE, readEpss);
    return this.#epss;
  }

  private kev(): Kev | null {
    if (this.#kev === undefined) this.#kev = this.load(KEV_FILE, (path) => JSON.parse(readFileSync(path, 'utf8')) as Kev);
    return this.#kev;
  }

  private load<T>(name: string, read: (path: string) => T): T | null {
    const path = join(this.folder, name);
    if (!existsSync(path)) return null;
    try {
      return read(path);
    } catch (error) {
      this.tell(`\`${basename(path)}\` of the vulnerability database is damaged (${error instanceof Error ? error.message : String(error)}); import it anew`);
      return null;
    }
  }
}

interface Kev {
  readonly date: string;
  readonly since: Readonly<Record<string, readonly [string, boolean]>>;
}

function readEpss(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(size);
    readSync(descriptor, bytes, 0, size, 0);
    if (size < HEADER || bytes.toString('latin1', 0, 8) !== MAGIC || size !== HEADER + bytes.readUInt32BE(8) * ENTRY || bytes.readUInt32BE(12) !== crc32(bytes.subarray(HEADER))) throw new Error('cut off or changed');
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

/** What single precision kept of five decimals. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

export function place(path: string, bytes: Buffer): void {
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, bytes);
  renameSync(beside, path);
}
