/** Options of every verb that can read accounts, and the person behind the terminal. */
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { LiveOptions } from '../app/accounts.js';
import { UsageError } from './usage.js';

export interface LiveFlags {
  readonly profile?: string;
  readonly region?: readonly string[];
  readonly service?: readonly string[];
  readonly account?: readonly string[];
  readonly organization?: boolean;
  readonly role?: string;
  readonly externalId?: string;
  readonly deep?: boolean;
}

const list = (value: string, before: readonly string[] = []): readonly string[] => [...before, ...value.split(',').map((one) => one.trim()).filter((one) => one !== '')];
const account = (value: string, before: readonly string[] = []): readonly string[] => {
  const ids = list(value, before);
  const wrong = ids.find((id) => !/^\d{12}$/.test(id));
  if (wrong !== undefined) throw new InvalidArgumentError(`\`${wrong}\` is no account: an account's id has twelve digits`);
  return ids;
};

export function live(command: Command): Command {
  return command
    .option('--profile <name>', 'profile of the shared configuration to read accounts with')
    .option('--region <regions>', 'regions of the account to read; default: all that are enabled', list)
    .option('--service <services>', 'services of the account to read: s3, iam …', list)
    .option('--account <ids>', 'accounts to read, with --role; default: the one of your credentials', account)
    .option('--organization', 'read all active accounts of the organization, with --role in each but your own')
    .option('--role <name>', 'role to take on in each account')
    .option('--deep', 'also read what takes a call for each resource and few decisions turn on: replication, notifications, object lock, code signing')
    .option('--external-id <id>', 'what the role demands to be told');
}

export function liveOptions(flags: LiveFlags): LiveOptions {
  const { profile, region, service, account: accounts, organization, role, externalId, deep } = flags;
  if (accounts !== undefined && organization === true) throw new UsageError('--account and --organization say different things: name one');
  if (accounts !== undefined && role === undefined) throw new UsageError('--account needs --role: the name of a role in each of them that your credentials may take on');
  return { profile, regions: region, services: service, accounts, organization, role, externalId, deep, askMfa: process.stdin.isTTY && process.stderr.isTTY ? askMfa : undefined };
}

/** The question goes to standard error: standard output is for the report. */
async function askMfa(device: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(`code of ${device}: `)).trim();
  } finally {
    lines.close();
  }
}
