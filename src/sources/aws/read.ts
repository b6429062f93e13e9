/** Reads accounts by the table of collectors: the one that the credentials are of, or several by a role in each. */
import type { CoverageLine, Reason } from '../../model/index.js';
import type { SourceResult } from '../source.js';
import { list, text, type Collector, type MakeRow, type ReadRow, type Reply } from './collector.js';
import { collectors } from './collectors/index.js';
import { concealing, type Hides, type LooksSecret } from './conceal.js';
import { elsewhere, neverRead } from './elsewhere.js';
import { reasonOf, sentenceOf } from './faults.js';
import { MOST_EMPTY, NOT_READ, Reader } from './reader.js';
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
const OTHER_REGIONS: Reason = { kind: 'not-collected', detail: 'other regions were left out by --region' };
const NOT_NEEDED: Reason = { kind: 'not-collected', detail: 'no selected check needs it' };

/** The reply of a call without which there is nothing to say. */
async function needed(operation: string, call: Promise<Reply>): Promise<Reply> {
  try {
    return await call;
  } catch (error) {
    throw new Error(sentenceOf(error, operation), { cause: error });
  }
}

/** Throws what the first call throws: without knowing who calls nothing can be said. An account of several that cannot be entered is a line of the ledger. */
export async function readAccounts(options: AccountOptions = {}): Promise<{ readonly accounts: readonly AccountResult[]; readonly coverage: readonly CoverageLine[] }> {
  const session = options.caller ?? new Session(options);
  const home = await session.home();
  const own = await needed('sts:GetCallerIdentity', session.send('sts', home, 'GetCallerIdentityCommand', {}));
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
  const seen = new Set<string>();
  let token: string | undefined;
  for (;;) {
    const page = await needed('organizations:ListAccounts', session.send('organizations', home, 'ListAccountsCommand', token === undefined ? {} : { NextToken: token }));
    for (const { Id, Status } of list(page['Accounts'])) {
      const id = text(Id) ?? '';
      if (Status === 'ACTIVE') found.push(id);
      else coverage.push({ source: `aws:${id}`, subject: `account ${id}`, asked: 'resources', answered: false, reason: `the account is ${String(Status).toLowerCase().replace('_', ' ')}` });
    }
    token = text(page['NextToken']);
    if (token === undefined || token === '') return found.sort();
    if (seen.has(token) || seen.size > found.length + MOST_EMPTY) throw new Error('`organizations:ListAccounts` has pages without end');
    seen.add(token);
  }
}

/** What services are called: by demarc, and by IAM in their permissions; what comes through Cloud Control, by its type. */
const calledBy = ({ service, type, list: { permission } }: Collector): readonly string[] => [service, service === 'cloudcontrol' ? (type.split('::')[1] ?? '').toLowerCase() : (permission.split(':')[0] ?? '')];

/** A name that no service has: a slip of the pen, by which nothing would be read. */
export class NoSuchService extends Error {}

/** Whether a collector is of one of the services. Throws NoSuchService. */
function of(names: readonly string[], table: readonly Collector[]): (collector: Collector) => boolean {
  const known = new Set(table.flatMap(calledBy));
  const wrong = names.find((name) => !known.has(name));
  if (wrong !== undefined) throw new NoSuchService(`no service is called \`${wrong}\`; they are ${[...known].sort().join(', ')}`);
  return (collector) => calledBy(collector).some((name) => names.includes(name));
}

async function readAccount(eyes: Caller, home: string, options: AccountOptions): Promise<AccountResult> {
  const identity = await needed('sts:GetCallerIdentity', eyes.send('sts', home, 'GetCallerIdentityCommand', {}));
  const account = text(identity['Account']) ?? '';
  const partition = text(identity['Arn'])?.split(':')[1] ?? 'aws';
  const { needs } = options;
  const all = options.table ?? collectors;
  const asked = options.services === undefined ? all : all.filter(of(options.services, all));
  const table = asked.filter((one) => needs?.type(one) !== false);
  // A row is needed with its collector: which collector it is of is looked up once.
  const owners = new Map<ReadRow | MakeRow, Collector>(table.flatMap((one) => [...(one.reads ?? []), ...(one.makes ?? [])].map((row) => [row, one] as const)));
  const wanted = (row: ReadRow | MakeRow): boolean => {
    const owner = owners.get(row);
    return needs === undefined || owner === undefined || needs.row(owner, row);
  };
  const reader = new Reader(eyes, `aws:${account}`, { signal: options.signal, sample: options.sample, regions: options.regions, needs: wanted, deep: options.deep, wait: options.wait });
  const regions = options.regions ?? (await reader.regions(home));
  const left = all.filter((one) => !asked.includes(one));
  if (options.regions !== undefined) reader.coverage.push({ source: reader.root, subject: `all regions but ${regions.join(', ')}`, asked: 'resources', answered: false, reason: 'left out by --region' });
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
  const typesOf = (rows: readonly Collector[]): ReadonlySet<string> => new Set(rows.flatMap(({ type, makes = [] }) => [type, ...makes.filter(wanted).map((one) => one.type)]));
  // A list of all regions of which some are kept is not whole; what was made of those that are kept is.
  const everywhere = new Set(all.flatMap(({ global, region, type, makes = [] }) => (global === true ? [...(region === undefined || options.regions === undefined ? [type] : []), ...makes.map((one) => one.type)] : [])));
  /** Regions that nobody looked into may hold more of what lies in regions. */
  const beyond = (type: string, region: string | undefined): Reason | undefined => (everywhere.has(type) || (region !== undefined && regions.includes(region)) ? undefined : options.regions !== undefined ? OTHER_REGIONS : reader.regionsUnread);
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
    unread: (type, region) => (elsewhere.has(type) ? undefined : read.has(type) ? (reader.unread(type, region) ?? beyond(type, region)) : leftOut.has(type) ? LEFT_OUT : known.has(type) ? NOT_NEEDED : (neverRead(type) ?? NOT_READ)),
  };
}
