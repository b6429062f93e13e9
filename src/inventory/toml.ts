/** Lockfiles in TOML: `[[package]]` tables with a name and a version. */
import { parse, TomlError } from 'smol-toml';
import { broken, plausible, type Found, type Reading } from './found.js';
import { listOf, plain, type Plain } from './json.js';

/** What a package's table makes; undefined for one that is no component. */
export type FromTable = (table: Plain, name: string, version: string) => Pick<Found, 'type'> & Partial<Pick<Found, 'development'>> | undefined;

export function readPackageTables(bytes: Buffer, from: FromTable): Reading {
  const text = bytes.toString('utf8');
  let top;
  try {
    top = parse(text);
  } catch (error) {
    return error instanceof TomlError ? broken(`is no valid TOML: ${error.message.split('\n')[0]!.replace('Invalid TOML document: ', '')}`, error.line) : broken('is nested too deep');
  }
  const starts: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (/^\s*\[\[\s*package\s*\]\]/.test(line)) starts.push(index + 1);
  });
  const components: Found[] = [];
  listOf(top['package']).forEach((value, index) => {
    const table = plain(value);
    const { name, version } = table;
    if (!plausible(name) || !plausible(version)) return;
    const made = from(table, name, version);
    if (made !== undefined) components.push({ name, version, ...made, ...(starts[index] === undefined ? {} : { line: starts[index] }) });
  });
  return { components };
}
