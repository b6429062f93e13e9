/** Reads accounts by the table of collectors: the one that the credentials are of, or several by a role in each. */
import type { CoverageLine, Reason } from '../../model/index.js';
import type { SourceResult } from '../source.js';
import { list, text, type Collector, type MakeRow, type ReadRow } from './collector.js';
import { collectors } from './collectors/index.js';
import { concealing, type Hides, type LooksSecret } from './conceal.js';
import { reasonOf } from './faults.js';
import { NOT_READ, Reader } from './reader.js';
import { Session, type Caller, type SessionOptions } from './session.js';

export { operationName } from './reader.js';

export interface AccountOptions extends SessionOptions {
  /** Regions to read; default: all that are enabled. */
  readonly regions?: readonly string[];
  /** Services to read, by the prefix of their permissions; default: all. */
  readonly services?: readonly string[];
  /** Accounts to read by `role`; default: the one that the credentials are of. */
  readonly accounts?: readonly string[];
  /** All active accounts of the organization, by `role` in each but the caller's own. */
  readonly organization?: boolean;
  /** Name (with its path) of the role to take on in each account. */
  readonly role?: string;
  readonly externalId?: string;
  /** Called as reading goes on. */
  readonly progress?: (state: { readonly account: string; readonly region: string; readonly calls: number; readonly done: number; readonly of: number }) => void;
  /** Ends reading early: what was not read yet is coverage. */
  readonly signal?: AbortSignal;
  /** The table; for tests. */
  readonly table?: readonly Collector[];
  /** Whether a row, or a collector's type, is needed for what is asked. Default: all are. */
  readonly needs?: { readonly row: (collector: Collector, row: ReadRow | MakeRow) => boolean; readonly type: (collector: Collector) => boolean };
  /** Tells a credential among values of environments and scripts, which are kept only as such. */
  readonly looksSecret?: LooksSecret;
  /** Takes credentials out of all else that replies hold. */
  readonly hides?: Hides;
  /** What answers instead of AWS: a recording. */
  readonly caller?: Caller;
  /** Stands between an account's reader and what answers it. */
  readonly through?: (caller: Caller, account: string) => Caller;
  /** Also details that take a call for each resource and that few decisions turn on. */
  readonly deep?: boolean;
  /** Read lists of the home region only, and say which regions there are. */
  readonly homeOnly?: boolean;
  /** Milliseconds before a report that is still being made is asked for again. */
  readonly wait?: number;
  /** Items that are looked at of each list; for a look at what may be asked. */
  readonly sample?: number;
}

export interface AccountResult extends SourceResult {
  readonly account: string;
  readonly partition: string;
  readonly identity: string;
  readonly home: string;
  readonly regions: readonly string[];
  readonly called: number;
  /** Permissions that were missing, by operation. */
  readonly denied: ReadonlyMap<string, string>;
}

const LEFT_OUT: Reason = { kind: 'not-collected', detail: 'left out by --service' };
const NOT_NEEDED: Reason = { kind: 'not-collected', detail: 'no selected check needs it' };

/**
 * Types of services that have ended: no account has any, so that there is nothing to read.
 * WAF Classic, on 30 September 2025: https://docs.aws.amazon.com/waf/latest/developerguide/classic-waf-chapter.html
 */
const ENDED: ReadonlySet<string> = new Set(['Demarc::WAF::RegionalAssociation']);

/** Throws what the first call throws: without knowing who calls nothing can be said. An account of several that cannot be entered is a line of the ledger. */
export async function readAccounts(options: AccountOptions = {}): Promise<{ readonly accounts: readonly AccountResult[]; readonly coverage: readonly CoverageLine[] }> {
  const session = options.caller ?? new Session(options);
  const home = await session.home();
  const own = await session.send('sts', home, 'GetCallerIdentityCommand', {});
  const [ownAccount = '', partition = 'aws'] = [text(own['Account']), text(own['Arn'])?.split(':')[1]];
  const coverage: CoverageLine[] = [];
  const named = options.accounts ?? (options.organization === true ? await activeAccounts(session, home, coverage) : [ownAccount]);
  const accounts: AccountResult[] = [];
  try {
    // One after the other: each already fills the connections, and memory holds one account's replies at a time.
    for (const account of named) {
      const eyes = account === ownAccount && (options.role === undefined || options.organization === true) ? session : session instanceof Session ? session.as(`arn:${partition}:iam::${account}:role/${options.role ?? 'OrganizationAccountAccessRole'}`, home, options.externalId) : session;
      try {
        const told = concealing(eyes, options.looksSecret, options.hides);
        accounts.push(await readAccount(options.through?.(told, account) ?? told, home, options));
      } catch (error) {
        if (named.length === 1) throw error;
        coverage.push({ source: `aws:${account}`, subject: `account ${account}`, asked: 'sts:AssumeRole', answered: false, reason: reasonOf(error, 'sts:AssumeRole', 'sts:AssumeRole').detail });
      } finally {
        if (eyes !== session) await eyes.end();
      }
    }
  } finally {
    await session.end();
  }
  return { accounts, coverage };
}

/** All active accounts; those that are suspended or closing are lines of the ledger. */
async function activeAccounts(session: Caller, home: string, coverage: CoverageLine[]): Promise<readonly string[]> {
  const found: string[] = [];
  let token: string | undefined;
  do {
    const page = await session.send('organizations', home, 'ListAccountsCommand', token === undefined ? {} : { NextToken: token });
    for (const { Id, Status } of list(page['Accounts'])) {
      const id = text(Id) ?? '';
      if (Status === 'ACTIVE') found.push(id);
      else coverage.push({ source: `aws:${id}`, subject: `account ${id}`, asked: 'resources', answered: false, reason: `the account is ${String(Status).toLowerCase().replace('_', ' ')}` });
    }
    token = text(page['NextToken']);
  } while (token !== undefined && token !== '' && found.length < 50_000);
  return found.sort();
}

async function readAccount(eyes: Caller, home: string, options: AccountOptions): Promise<AccountResult> {
  const identity = await eyes.send('sts', home, 'GetCallerIdentityCommand', {});
  const account = text(identity['Account']) ?? '';
  const partition = text(identity['Arn'])?.split(':')[1] ?? 'aws';
  const { needs } = options;
  const all = options.table ?? collectors;
  const asked = all.filter(({ service }) => options.services === undefined || options.services.includes(service));
  const table = asked.filter((one) => needs?.type(one) !== false);
  // A row is needed with its collector: which collector it is of is looked up once.
  const owners = new Map<ReadRow | MakeRow, Collector>(table.flatMap((one) => [...(one.reads ?? []), ...(one.makes ?? [])].map((row) => [row, one] as const)));
  const needed = (row: ReadRow | MakeRow): boolean => {
    const owner = owners.get(row);
    return needs === undefined || owner === undefined || needs.row(owner, row);
  };
  const reader = new Reader(eyes, `aws:${account}`, { signal: options.signal, sample: options.sample, needs: needed, deep: options.deep, wait: options.wait });
  const regions = options.regions ?? (await reader.regions(home));
  const left = all.filter((one) => !asked.includes(one));
  for (const service of new Set(left.map((one) => one.service))) reader.coverage.push({ source: reader.root, subject: service, asked: 'resources', answered: false, reason: LEFT_OUT.detail });
  const jobs = table.flatMap((collector) => (collector.global === true || options.homeOnly === true ? [collector.seat ?? home] : regions).map((region) => ({ collector, place: { partition, account, region } })));
  let done = 0;
  const before = eyes.calls;
  await Promise.all(
    jobs.map(async ({ collector, place }) => {
      await reader.collect(collector, place);
      options.progress?.({ account, region: place.region, calls: eyes.calls - before, done: ++done, of: jobs.length });
    }),
  );
  const typesOf = (rows: readonly Collector[]): ReadonlySet<string> => new Set(rows.flatMap(({ type, makes = [] }) => [type, ...makes.filter(needed).map((one) => one.type)]));
  const [read, leftOut, known] = [typesOf(table), typesOf(left), typesOf(all)];
  const resources = reader.resources.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
  return {
    account,
    partition,
    identity: text(identity['Arn']) ?? '',
    home,
    regions,
    called: eyes.calls - before,
    denied: reader.denied,
    resources,
    coverage: [...reader.coverage, ...reader.failures()].sort((a, b) => (`${a.subject} ${a.asked}` < `${b.subject} ${b.asked}` ? -1 : 1)),
    errors: reader.errors,
    files: [],
    unread: (type) => reader.unread.get(type) ?? (read.has(type) || ENDED.has(type) ? undefined : leftOut.has(type) ? LEFT_OUT : known.has(type) ? NOT_NEEDED : NOT_READ),
  };
}
