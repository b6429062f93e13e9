/** The accounts among the targets of a scan: live, or as they were recorded. */
import type { Check } from '../checks/define.js';
import type { CoverageLine } from '../model/index.js';
import { neverRead } from '../sources/aws/elsewhere.js';
import { NOT_READ } from '../sources/aws/reader.js';
import { readLiveAccounts, readRecording, type Accounts, type LiveOptions } from './accounts.js';
import type { Reading } from './reading.js';
import { TargetError } from './target-error.js';

/** The word `aws` is the account that the credentials are of, or several; a folder of that name is `./aws`. */
export async function readLive(reading: Reading, options: LiveOptions | undefined): Promise<void> {
  let read: Accounts;
  try {
    read = await readLiveAccounts(options);
  } catch (error) {
    throw new TargetError(`no AWS account can be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  addAccounts(reading, read);
}

function addAccounts(reading: Reading, { accounts, coverage }: Accounts): void {
  reading.coverage.push(...coverage);
  for (const { account, resources, coverage: lines, errors, unread } of accounts) {
    if (unread !== undefined) reading.unread.set(`aws:${account}`, unread);
    reading.raws.push(...resources);
    reading.coverage.push(...lines);
    reading.errors.push(...errors);
  }
}

/** What an account answered when it was recorded, judged as of then. */
export async function readRecorded(reading: Reading, path: string, target: string, options: LiveOptions | undefined): Promise<void> {
  try {
    const read = await readRecording(path, options);
    if (read === undefined) return;
    addAccounts(reading, read);
    reading.asOf.push(read.manifest.asOf);
  } catch (error) {
    throw new TargetError(`the recording \`${target}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What checks ask about and no collector reads yet: without a line, a service that was never asked would look as one that has nothing. */
export function notAsked({ unread }: Reading, checks: readonly Check[]): readonly CoverageLine[] {
  const types = [...new Set(checks.flatMap(({ on }) => on))].filter((type) => /^(AWS|Demarc)::(?!(?:Terraform|Container|Repository|Software|Vulnerability)::)/.test(type)).sort();
  return [...unread].flatMap(([source, why]) => {
    const services = new Map<string, string[]>();
    const without: CoverageLine[] = [];
    for (const type of types) {
      const reason = why(type)?.detail;
      if (reason !== undefined && reason === neverRead(type)?.detail) without.push({ source, subject: type, asked: 'resources', answered: false, reason, always: true });
      if (reason !== NOT_READ.detail) continue;
      const [vendor = '', service = '', name = ''] = type.split('::');
      const key = `${vendor}::${service}`;
      services.set(key, [...(services.get(key) ?? []), name]);
    }
    return [...without, ...[...services].map(([service, names]) => ({ source, subject: `${service} (${names.join(', ')})`, asked: 'resources', answered: false, reason: NOT_READ.detail }))];
  });
}
