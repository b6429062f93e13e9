/** Where the database lies. */
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** `--db`, else `DEMARC_DB`, else the user's data folder (https://specifications.freedesktop.org/basedir-spec/latest/, whose paths must be absolute). */
export function databaseFolder(given: string | undefined, environment: Readonly<Record<string, string | undefined>>): string {
  const named = given ?? environment['DEMARC_DB'];
  if (named !== undefined && named !== '') return resolve(named);
  const data = environment['XDG_DATA_HOME'];
  return join(data !== undefined && isAbsolute(data) ? data : join(homedir(), '.local', 'share'), 'demarc', 'vulnerabilities');
}

/** What a user can mend: one clear line. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
