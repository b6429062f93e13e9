/**
 * Writing files of ecosystems from a stream of records in bounded memory: entries are dealt into buckets by the first bits of their
 * hash, spilt to disk when they grow, and each bucket is sorted on its own; in the order of buckets that is the order of the index.
 */
import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { ecosystemKey, nameKey } from '../vulnerabilities/names.js';
import type { OsvRecord } from '../vulnerabilities/record.js';
import { baseEcosystem, schemeOf } from '../vulnerabilities/versions/index.js';
import { EcosystemFile } from './ecosystem-file.js';
import { ENTRY, fileOf, hashOf, MAGIC, packageKey, writeTrailer, type EcosystemMeta } from './layout.js';
import { pack, packPackage, type PackedRecord } from './packed.js';

const BUCKETS = 64;
/** Characters that are held before they are spilt. */
const MOST_HELD = 48 * 1024 * 1024;

type Entry = readonly [key: string, record: PackedRecord];

interface Growing {
  readonly ecosystem: string;
  /** Ids that came in, also of records that are withdrawn: what was there of them goes. */
  readonly ids: Set<string>;
  readonly buckets: string[][];
  newest: string;
}

export class Builder {
  private readonly ecosystems = new Map<string, Growing>();
  private readonly spill: string;
  private held = 0;
  /** Ecosystems whose records were not kept, as nothing is known of their versions. */
  readonly strange = new Set<string>();

  /** `keep`: only packages of this ecosystem are taken. */
  constructor(
    private readonly folder: string,
    private readonly keep?: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.spill = mkdtempSync(join(folder, 'importing-'));
  }

  add({ id, modified, withdrawn, packages }: OsvRecord): void {
    for (const { ecosystem, name, record } of packages) {
      const base = baseEcosystem(ecosystem);
      if (this.keep !== undefined && base !== this.keep) continue;
      if (schemeOf(base) === undefined) {
        // Nothing could be compared with it, and a stranger's import could fill the folder with files.
        this.strange.add(base);
        continue;
      }
      const growing = this.growing(base);
      growing.ids.add(id);
      if (modified > growing.newest) growing.newest = modified;
      if (!withdrawn) this.put(growing, [packageKey(ecosystemKey(ecosystem), nameKey(ecosystem, name)), pack(record)]);
    }
  }

  /** Takes over what the database holds already, unless it came in anew. */
  addExisting(): void {
    for (const growing of this.ecosystems.values()) {
      const path = join(this.folder, fileOf(growing.ecosystem));
      if (!existsSync(path)) continue;
      const file = EcosystemFile.open(path);
      try {
        if (file.meta.date > growing.newest) growing.newest = file.meta.date;
        for (const { key, records } of file.packages()) for (const record of records) if (!growing.ids.has(record[0])) this.put(growing, [key, record]);
      } finally {
        file.close();
      }
    }
  }

  /** Writes all files and puts them in place, each at once. `date`: of which day the records are, where that is known better than by their changes. */
  finish(date?: string): readonly EcosystemMeta[] {
    return [...this.ecosystems.values()].map((growing) => {
      const path = join(this.spill, fileOf(growing.ecosystem));
      const meta = this.write(growing, path, date ?? growing.newest);
      renameSync(path, join(this.folder, fileOf(growing.ecosystem)));
      return meta;
    });
  }

  /** Removes what was spilt. */
  end(): void {
    rmSync(this.spill, { recursive: true, force: true });
  }

  private growing(ecosystem: string): Growing {
    let one = this.ecosystems.get(ecosystem);
    if (one === undefined) this.ecosystems.set(ecosystem, (one = { ecosystem, ids: new Set(), buckets: Array.from({ length: BUCKETS }, () => []), newest: '' }));
    return one;
  }

  private put({ buckets }: Growing, entry: Entry): void {
    const line = JSON.stringify(entry);
    buckets[(hashOf(entry[0])[0] ?? 0) >>> 2]?.push(line);
    this.held += line.length;
    if (this.held > MOST_HELD) this.pour();
  }

  private pour(): void {
    for (const { ecosystem, buckets } of this.ecosystems.values()) {
      buckets.forEach((bucket, i) => {
        if (bucket.length > 0) appendFileSync(this.part(ecosystem, i), `${bucket.join('\n')}\n`);
        bucket.length = 0;
      });
    }
    this.held = 0;
  }

  private part = (ecosystem: string, bucket: number): string => join(this.spill, `${fileOf(ecosystem)}.${bucket}`);

  private write({ ecosystem, buckets }: Growing, path: string, date: string): EcosystemMeta {
    const descriptor = openSync(path, 'w');
    try {
      let at = 0;
      const out = (bytes: Buffer): void => {
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
        at += bytes.length;
      };
      out(MAGIC);
      const index: Buffer[] = [];
      const ids = new Set<string>();
      const releases = new Map<string, Set<string>>();
      for (let i = 0; i < BUCKETS; i++) {
        for (const [hash, key, records] of this.sorted(ecosystem, buckets[i] ?? [], i)) {
          const release = key.slice(0, key.indexOf('\n'));
          const there = releases.get(release) ?? new Set<string>();
          releases.set(release, there);
          for (const [id] of records) {
            ids.add(id);
            there.add(id);
          }
          const bytes = deflateRawSync(JSON.stringify(packPackage(key, records)));
          const entry = Buffer.alloc(ENTRY);
          hash.copy(entry);
          entry.writeUIntBE(at, 8, 6);
          entry.writeUInt32BE(bytes.length, 14);
          index.push(entry);
          out(bytes);
        }
      }
      const meta: EcosystemMeta = { ecosystem, date, records: ids.size, packages: index.length, releases: Object.fromEntries([...releases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([release, own]) => [release, own.size])) };
      const [indexBytes, metaBytes] = [Buffer.concat(index), Buffer.from(JSON.stringify(meta))];
      const indexAt = at;
      out(indexBytes);
      const metaAt = at;
      out(metaBytes);
      out(writeTrailer({ indexAt, count: index.length, indexCrc: crc32(indexBytes), metaAt, metaLength: metaBytes.length, metaCrc: crc32(metaBytes) }));
      fsyncSync(descriptor);
      return meta;
    } finally {
      closeSync(descriptor);
    }
  }

  /** The packages of a bucket by their hash. */
  private sorted(ecosystem: string, held: readonly string[], bucket: number): readonly (readonly [Buffer, string, readonly PackedRecord[]])[] {
    const part = this.part(ecosystem, bucket);
    const lines = existsSync(part) ? [...readFileSync(part, 'utf8').split('\n').filter((line) => line !== ''), ...held] : held;
    const packages = new Map<string, Map<string, PackedRecord>>();
    for (const line of lines) {
      const [key, record] = JSON.parse(line) as Entry;
      const there = packages.get(key) ?? new Map<string, PackedRecord>();
      packages.set(key, there);
      there.set(record[0], record);
    }
    return [...packages].map(([key, records]) => [hashOf(key), key, [...records.values()]] as const).sort(([a], [b]) => a.compare(b));
  }
}
