/** `bun.lock`, the text form: JSON with comments and trailing commas. https://bun.sh/docs/install/lockfile */
import { parse, type ParseError } from 'jsonc-parser';
import { broken, plausible, type Found, type Reading } from '../found.js';
import { entriesOf, listOf, plain } from '../json.js';

export function readBunLock(bytes: Buffer): Reading {
  const errors: ParseError[] = [];
  let top;
  try {
    top = plain(parse(bytes.toString('utf8'), errors, { allowTrailingComma: true }));
  } catch {
    return broken('is nested too deep');
  }
  if (errors.length > 0) return broken('is no valid JSON');
  return {
    components: entriesOf(top['packages']).flatMap(([, value]): Found | readonly never[] => {
      const said = listOf(value)[0];
      const match = typeof said === 'string' ? /^((?:@[^/@]+\/)?[^@]+)@(\d[^\s]*)$/.exec(said) : null;
      return match !== null && plausible(match[1]) && plausible(match[2]) ? { type: 'npm', name: match[1], version: match[2] } : [];
    }),
  };
}

/** `bun.lockb`, the form before: its bytes follow the structures of one version of the program. */
export const readBunBinary = (): Reading => ({ components: [], unread: ['the binary form of a lockfile of bun is not read; `bun install --save-text-lockfile` writes the text form'] });
