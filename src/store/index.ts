/** The vulnerability database: a folder with a file an ecosystem. Opened lazily; a damaged file is told and costs only itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VulnerabilityRecords } from '../vulnerabilities/finding.js';
import type { PackageRecord } from '../vulnerabilities/record.js';
import { baseEcosystem } from '../vulnerabilities/versions/index.js';
import { EcosystemFile } from './ecosystem-file.js';
import type { EcosystemMeta } from './layout.js';
import { place, Signals } from './signals.js';

/** What is known of the archive that an ecosystem came from, for asking only for what is new. */
export interface Fetched {
  readonly from: string;
  readonly etag?: string;
  /** ISO time at which the records were last found to be current. */
  readonly checked: string;
}

const FETCHED = 'fetched.json';

export class Store implements VulnerabilityRecords {
  private readonly files = new Map<string, EcosystemFile>();
  private readonly signals: Signals;
  private readonly fetched: Readonly<Record<string, Fetched>>;

  private constructor(
    folder: string,
    private readonly tell: (problem: string) => void,
  ) {
    this.signals = new Signals(folder, tell);
    this.fetched = readFetched(folder);
    for (const name of readdirSync(folder).filter((one) => /^osv-.*\.db$/.test(one)).sort()) {
      try {
        const file = EcosystemFile.open(join(folder, name));
        this.files.set(file.meta.ecosystem, file);
      } catch (error) {
        tell(error instanceof Error ? error.message : String(error));
      }
    }
  }

  /** Undefined: there is no database. `tell`: what of it is damaged, one clear line each. */
  static open(folder: string, tell: (problem: string) => void): Store | undefined {
    return existsSync(folder) ? new Store(folder, tell) : undefined;
  }

  close(): void {
    for (const file of this.files.values()) file.close();
  }

  get ecosystems(): readonly (EcosystemMeta & { readonly fetched?: Fetched })[] {
    return [...this.files.values()].map(({ meta }) => ({ ...meta, date: this.dateOfFile(meta), ...(Object.hasOwn(this.fetched, meta.ecosystem) ? { fetched: this.fetched[meta.ecosystem] } : {}) }));
  }

  dateOf = (key: string): string | undefined => {
    const meta = this.files.get(baseEcosystem(key))?.meta;
    return meta !== undefined && Object.hasOwn(meta.releases, key) ? this.dateOfFile(meta) : undefined;
  };

  sizeOf = (key: string): number | undefined => {
    const releases = this.files.get(baseEcosystem(key))?.meta.releases;
    return releases !== undefined && Object.hasOwn(releases, key) ? releases[key] : undefined;
  };

  lacks = (ecosystem: string): string => `the database holds no records of \`${ecosystem}\``;

  find = (ecosystemKey: string, nameKey: string): readonly PackageRecord[] => {
    const file = this.files.get(baseEcosystem(ecosystemKey));
    if (file === undefined) return [];
    try {
      return file.find(ecosystemKey, nameKey);
    } catch (error) {
      // From here on its records are not known, which is not the same as none.
      this.files.delete(file.meta.ecosystem);
      this.tell(error instanceof Error ? error.message : String(error));
      return [];
    }
  };

  epss: VulnerabilityRecords['epss'] = (cve) => this.signals.epss(cve);
  exploited: VulnerabilityRecords['exploited'] = (cve) => this.signals.exploited(cve);
  signalStatus = (): ReturnType<Signals['status']> => this.signals.status();

  private dateOfFile({ ecosystem, date }: EcosystemMeta): string {
    const checked = Object.hasOwn(this.fetched, ecosystem) ? (this.fetched[ecosystem]?.checked ?? '') : '';
    return checked > date ? checked : date;
  }
}

export function readFetched(folder: string): Readonly<Record<string, Fetched>> {
  try {
    const json: unknown = JSON.parse(readFileSync(join(folder, FETCHED), 'utf8'));
    return json !== null && typeof json === 'object' ? (json as Record<string, Fetched>) : {};
  } catch {
    return {}; // not there yet, or damaged: then everything is fetched anew
  }
}

export function writeFetched(folder: string, ecosystem: string, fetched: Fetched): void {
  place(join(folder, FETCHED), Buffer.from(JSON.stringify({ ...readFetched(folder), [ecosystem]: fetched }, null, 1)));
}
