/** The databases of rpm, whichever of three kinds. */
import { broken, type Found, type Reading } from '../found.js';
import { isLanguageFile } from '../language-file.js';
import { bdbValues, isBdb } from './bdb.js';
import { readHeader } from './header.js';
import { isNdb, ndbBlobs } from './ndb.js';
import { DatabaseError, isSqlite, tableRows } from './sqlite.js';

export function readRpmDatabase(bytes: Buffer): Reading {
  const components: Found[] = [];
  const owns: string[] = [];
  const messages = new Set<string>();
  const blobs = blobsOf(bytes);
  if (blobs === undefined) return broken('is no database of rpm that is known');
  try {
    for (const blob of blobs) {
      const found = readHeader(blob);
      if (typeof found === 'string') messages.add(found);
      else if (found !== undefined) {
        components.push(found.found);
        // What another vendor brought is judged by itself: no distributor's records speak of it.
        if (found.found.foreign !== true) for (const file of found.files) if (isLanguageFile(file)) owns.push(file);
      }
    }
  } catch (error) {
    if (!(error instanceof DatabaseError || error instanceof RangeError)) throw error;
    messages.add(`${error instanceof DatabaseError ? error.message : 'is damaged'}; ${components.length} packages were read before that`);
  }
  return { components: withSourceEpochs(components), owns, problems: [...messages].map((message) => ({ message })) };
}

/**
 * The name of a source package's file lacks the epoch. It is that of the package of its name, else the highest of those that came from it:
 * `perl-Errno` 1.30 has none, and was built from `perl` 4:5.32.1.
 */
function withSourceEpochs(components: readonly Found[]): readonly Found[] {
  const epochs = new Map<string, { readonly epoch: number; readonly own: boolean }>();
  const plain = (source: NonNullable<Found['source']>): string => `${source.name}\n${source.version.replace(/^\d+:/, '')}`;
  for (const { name, version, source } of components) {
    if (source === undefined) continue;
    const [own, epoch, there] = [name === source.name, Number(/^(\d+):/.exec(version)?.[1] ?? 0), epochs.get(plain(source))];
    if (there === undefined || (own && !there.own) || (own === there.own && epoch > there.epoch)) epochs.set(plain(source), { epoch, own });
  }
  return components.map((one) => {
    const { epoch = 0 } = one.source === undefined ? {} : (epochs.get(plain(one.source)) ?? {});
    return one.source === undefined ? one : { ...one, source: { name: one.source.name, version: `${epoch === 0 ? '' : `${epoch}:`}${one.source.version.replace(/^\d+:/, '')}` } };
  });
}

function blobsOf(bytes: Buffer): Iterable<Buffer> | undefined {
  if (isSqlite(bytes)) return blobColumn(bytes);
  if (isNdb(bytes)) return ndbBlobs(bytes);
  // The counter of packages is a pair like the others, of four bytes.
  if (isBdb(bytes)) return longer(bdbValues(bytes), 16);
  return undefined;
}

function* blobColumn(bytes: Buffer): Iterable<Buffer> {
  for (const row of tableRows(bytes, 'Packages')) {
    const blob = row.find((value) => Buffer.isBuffer(value));
    if (Buffer.isBuffer(blob)) yield blob;
  }
}

function* longer(values: Iterable<Buffer>, least: number): Iterable<Buffer> {
  for (const value of values) if (value.length >= least) yield value;
}

/** Changes that SQLite has not yet put into the database itself. */
export function readWriteAheadLog(bytes: Buffer): Reading {
  return bytes.length === 0 ? { components: [] } : { components: [], unread: ['changes of the database of rpm that stand in its write-ahead log were not read'] };
}
