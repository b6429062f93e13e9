/** `doctor aws`: before a scan, who asks, what will be read, and what may not be. */
import { readAccounts, type AccountOptions } from '../sources/aws/read.js';
import { looksSecret } from '../checks/aws/secrets.js';
import { TargetError } from './target-error.js';

export interface Diagnosis {
  readonly account: string;
  readonly partition: string;
  /** ARN of who asks. */
  readonly identity: string;
  /** Region whose lists were tried. */
  readonly home: string;
  /** Regions that a scan would read. */
  readonly regions: readonly string[];
  /** Calls that were tried. */
  readonly called: number;
  /** What is missing: the permission, and the operations that need it. */
  readonly lacks: readonly { readonly permission: string; readonly operations: readonly string[] }[];
  /** What was not answered for another cause. */
  readonly troubles: readonly { readonly subject: string; readonly reason: string }[];
}

/** Tries each list in the home region, and each detail on the first thing listed. What nothing is there to ask about is not tried. */
export async function diagnose(options: AccountOptions = {}): Promise<readonly Diagnosis[]> {
  let all: Awaited<ReturnType<typeof readAccounts>>['accounts'];
  let unread: Awaited<ReturnType<typeof readAccounts>>['coverage'];
  try {
    ({ accounts: all, coverage: unread } = await readAccounts({ ...options, sample: 1, homeOnly: true, looksSecret }));
  } catch (error) {
    throw new TargetError(`no AWS account can be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return all.map(({ account, partition, identity, home, regions, called, denied, coverage }) => {
    const byPermission = new Map<string, string[]>();
    for (const [operation, permission] of denied) byPermission.set(permission, [...(byPermission.get(permission) ?? []), operation]);
    return {
      account,
      partition,
      identity,
      home,
      regions,
      called,
      lacks: [...byPermission].sort(([a], [b]) => (a < b ? -1 : 1)).map(([permission, operations]) => ({ permission, operations: operations.sort() })),
      troubles: [...unread, ...coverage].filter(({ answered, asked, reason = '' }) => !answered && !denied.has(asked) && !reason.startsWith('left out by --')).map(({ subject, reason = '' }) => ({ subject, reason })),
    };
  });
}
