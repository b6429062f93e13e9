/** Crates: `Cargo.lock`, and binaries built with cargo-auditable. https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html */
import { inflateSync } from 'node:zlib';
import { sectionOf } from '../executable.js';
import { broken, plausible, type Found, type Reading } from '../found.js';
import { listOf, parsed, plain } from '../json.js';
import { readPackageTables } from '../toml.js';

/** Crates without a source are the project's own. */
export const readCargoLock = (bytes: Buffer): Reading => readPackageTables(bytes, ({ source }) => (typeof source === 'string' && source.startsWith('registry+') ? { type: 'cargo' } : undefined));

const LARGEST = 8 * 1024 * 1024;

/** Undefined when the binary carries no list. https://github.com/rust-secure-code/cargo-auditable/blob/master/PARSING.md */
export function readAuditable(bytes: Buffer): Reading | undefined {
  const section = sectionOf(bytes, '.dep-v0');
  if (section === undefined) return undefined;
  let list;
  try {
    list = parsed(inflateSync(section, { maxOutputLength: LARGEST }));
  } catch {
    return broken('holds a list of crates that cannot be unpacked');
  }
  if ('problem' in list) return broken(`holds a list of crates that ${list.problem}`);
  return {
    components: listOf(plain(list.value)['packages']).flatMap((value): Found | readonly never[] => {
      const { name, version, source, kind } = plain(value);
      return plausible(name) && plausible(version) && (source === 'crates.io' || source === 'registry') && kind !== 'build' ? { type: 'cargo', name, version } : [];
    }),
  };
}
