/** Accounts as a target: read, recorded, and read again from a recording. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { looksSecret, withoutSecrets } from '../checks/aws/secrets.js';
import { redactText } from '../ledger/redact.js';
import { MASK, withoutShapes } from '../ledger/redact-lines.js';
import { NoSuchService, readAccounts, type AccountOptions, type AccountResult } from '../sources/aws/read.js';
import type { Hides } from '../sources/aws/conceal.js';
import { namesOf } from '../sources/aws/faults.js';
import { finishRecording, manifestIn, recording, Replay, type Manifest } from '../sources/aws/recording.js';
import { renameRecording } from '../sources/aws/rename.js';
import { Session } from '../sources/aws/session.js';
import type { CoverageLine } from '../model/index.js';

export interface LiveOptions extends AccountOptions {
  /** Folder to keep what was read in; it must be new or empty. */
  readonly record?: { readonly folder: string; readonly asOf: string; readonly rename?: boolean };
}

const anywhere = (text: string): string => withoutShapes(withoutSecrets(text));
/** On a command line what follows a telling word, with `=` or a space; in a sentence, what it “is”. */
const FLAG = /(--?(?:[\w-]*-)?(?:password|passwd|passphrase|token|secret|api-?key|access-?key)(?:=|\s+)|\b(?:password|passphrase|token|secret) is\s+)(?![$-])[^\s"'\\]+/gi;
/** What of replies goes no further. */
export const hides: Hides = { anywhere, prose: (text) => redactText(anywhere(text)).replace(FLAG, `$1${MASK}`) };

export interface Accounts {
  readonly accounts: readonly AccountResult[];
  readonly coverage: readonly CoverageLine[];
}

/** Throws when nobody can be asked, or when the folder of a recording is taken. */
export async function readLiveAccounts(options: LiveOptions = {}): Promise<Accounts> {
  const { record } = options;
  if (record === undefined) return readAccounts({ ...options, looksSecret, hides });
  const folder = resolve(record.folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`\`${record.folder}\` is not empty: name a new folder for the recording`);
  const session = new Session(options);
  const home = await session.home();
  const finishers: (() => void)[] = [];
  const read = await readAccounts({
    ...options,
    looksSecret,
    hides,
    caller: session,
    // A recording is for others to ask of.
    needs: undefined,
    through: (caller, account) => {
      const kept = recording(caller, join(folder, account));
      finishers.push(kept.finish);
      return kept.caller;
    },
  });
  for (const finish of finishers) finish();
  const { regions, services, organization, role, deep } = options;
  finishRecording(folder, { asOf: record.asOf, home, accounts: read.accounts.map(({ account }) => account), regions, services, organization, role, deep, coverage: read.coverage });
  // The recording holds all; of the account is told what the chosen checks need, as it is of the recording.
  const judged = options.needs === undefined ? undefined : await readRecording(folder, options);
  if (record.rename === true) renameRecording(folder, read.accounts.flatMap(({ resources }) => resources));
  return judged ?? read;
}

const NOT_HELD = 'the recording does not hold it';

/** The accounts of a recording; undefined where the folder is none. `asOf`: when they were judged. */
export async function readRecording(folder: string, options: AccountOptions = {}): Promise<(Accounts & { readonly manifest: Manifest }) | undefined> {
  const manifest = manifestIn(folder);
  if (manifest === undefined) return undefined;
  const { regions, services, deep } = manifest;
  const accounts: AccountResult[] = [];
  const coverage: CoverageLine[] = [...(manifest.coverage ?? [])];
  const held = [...new Set(manifest.accounts)];
  const wanted = [...new Set(options.accounts ?? held)];
  const notHeld = (account: string, reason: string): void => void coverage.push({ source: `aws:${account}`, subject: `account ${account}`, asked: 'resources', answered: false, reason });
  for (const account of wanted) if (!held.includes(account)) notHeld(account, NOT_HELD);
  for (const account of held) {
    if (!wanted.includes(account)) {
      notHeld(account, 'left out by --account');
      continue;
    }
    const caller = new Replay(folder, manifest, account);
    try {
      const read = await readAccounts({ looksSecret, regions: options.regions ?? regions, services: options.services ?? services, deep, progress: options.progress, signal: options.signal, needs: options.needs, table: options.table, caller, wait: 0 });
      accounts.push(...read.accounts);
      coverage.push(...read.coverage);
    } catch (error) {
      if (error instanceof NoSuchService) throw error;
      // Whose answers they are is the first that is asked; what else went wrong is said.
      notHeld(account, namesOf(error).includes('NotRecorded') || !(error instanceof Error) ? NOT_HELD : error.message);
    }
  }
  if (accounts.length === 0 && held.length > 0 && wanted.some((one) => held.includes(one))) throw new Error('it holds no answers of an account');
  return { accounts, coverage, manifest };
}
