/** One package's header, as all databases of rpm hold it. https://rpm-software-management.github.io/rpm/manual/format_header.html */
import { plausible, type Found } from '../found.js';

const TAG = { name: 1000, version: 1001, release: 1002, epoch: 1003, vendor: 1011, license: 1014, arch: 1022, sourceRpm: 1044, dirIndexes: 1116, baseNames: 1117, dirNames: 1118 } as const;
/** Who makes distributions with rpm. */
const DISTRIBUTORS = /red ?hat|fedora|centos|rocky|alma|oracle|amazon|suse|mageia|openeuler|vmware|microsoft/i;
const INT32 = 4;
const MOST_FILES = 500_000;

export interface RpmPackage {
  readonly found: Found;
  /** Its files, without the first slash. */
  readonly files: Iterable<string>;
}

/** Undefined for entries that are no package (imported keys); a clause when it cannot be read. */
export function readHeader(blob: Buffer): RpmPackage | string | undefined {
  if (blob.length < 8) return 'holds a header that is cut off';
  const [count, size] = [blob.readUInt32BE(0), blob.readUInt32BE(4)];
  const data = 8 + count * 16;
  if (data + size > blob.length) return 'holds a header that is cut off';
  const entries = new Map<number, { readonly type: number; readonly at: number; readonly count: number }>();
  for (let i = 0; i < count; i++) {
    const place = 8 + i * 16;
    entries.set(blob.readUInt32BE(place), { type: blob.readUInt32BE(place + 4), at: data + blob.readUInt32BE(place + 8), count: blob.readUInt32BE(place + 12) });
  }
  const end = data + size;
  const text = (tag: number): string | undefined => {
    const entry = entries.get(tag);
    if (entry === undefined || entry.at >= end) return undefined;
    const stop = blob.indexOf(0, entry.at);
    return blob.toString('utf8', entry.at, stop < 0 || stop > end ? end : stop);
  };
  const number = (tag: number, index = 0): number | undefined => {
    const entry = entries.get(tag);
    return entry?.type === INT32 && index < entry.count && entry.at + index * 4 + 4 <= end ? blob.readUInt32BE(entry.at + index * 4) : undefined;
  };
  function* texts(tag: number): Iterable<string> {
    const entry = entries.get(tag);
    if (entry === undefined) return;
    let at = entry.at;
    for (let i = 0; i < Math.min(entry.count, MOST_FILES) && at < end; i++) {
      const stop = blob.indexOf(0, at);
      if (stop < 0 || stop > end) return;
      yield blob.toString('utf8', at, stop);
      at = stop + 1;
    }
  }
  const [name, version, release, epoch] = [text(TAG.name), text(TAG.version), text(TAG.release), number(TAG.epoch)];
  if (name === 'gpg-pubkey') return undefined;
  if (!plausible(name) || !plausible(version) || !plausible(release)) return 'holds a package without a name or a version';
  const before = epoch === undefined || epoch === 0 ? '' : `${epoch}:`;
  const [license, vendor] = [text(TAG.license), text(TAG.vendor)];
  return {
    found: {
      type: 'rpm',
      name,
      version: `${before}${version}-${release}`,
      architecture: text(TAG.arch),
      source: sourceOf(text(TAG.sourceRpm)),
      ...(plausible(license) ? { licenses: [license] } : {}),
      ...(vendor === undefined || vendor === '' || DISTRIBUTORS.test(vendor) ? {} : { foreign: true }),
    },
    files: filesOf(texts, number),
  };
}

/** `openssl-3.0.7-24.el9.src.rpm`. The epoch is not in the name of the file. */
function sourceOf(file: string | undefined): Found['source'] {
  const match = /^(.+)-([^-]+-[^-]+?)(\.(no)?src)?\.rpm$/.exec(file ?? '');
  return match === null ? undefined : { name: match[1]!, version: match[2]! };
}

function* filesOf(texts: (tag: number) => Iterable<string>, number: (tag: number, index: number) => number | undefined): Iterable<string> {
  const folders = [...texts(TAG.dirNames)];
  let index = 0;
  for (const name of texts(TAG.baseNames)) {
    const folder = folders[number(TAG.dirIndexes, index++) ?? -1];
    if (folder !== undefined) yield `${folder}${name}`.replace(/^\//, '');
  }
}
