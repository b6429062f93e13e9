/** Reads an account by the table of collectors. What a call could not tell is unknown, on exactly what it would have filled. */
import { fromJson, mapping, scalar, type CoverageLine, type Mapping, type Origin, type RawResource, type Reason, type SourceError, type Tree } from '../../model/index.js';
import type { SourceResult } from '../source.js';
import type { Collector, ListRow, MakeRow, Operation, Place, Properties, ReadRow, Reply, ServiceName } from './collector.js';
import { list, text } from './collector.js';
import { collectors } from './collectors/index.js';
import { namesOf, reasonOf } from './faults.js';
import { Session, type SessionOptions } from './session.js';

export interface AccountOptions extends SessionOptions {
  /** Regions to read; default: all that are enabled. */
  readonly regions?: readonly string[];
  /** Services to read, by the prefix of their permissions; default: all. */
  readonly services?: readonly string[];
  /** Called as reading goes on. */
  readonly progress?: (state: { readonly account: string; readonly region: string; readonly calls: number; readonly done: number; readonly of: number }) => void;
  /** Ends reading early: what was not read yet is coverage. */
  readonly signal?: AbortSignal;
  /** The table; for tests. */
  readonly table?: readonly Collector[];
}

export interface AccountResult extends SourceResult {
  readonly account: string;
  readonly called: number;
}

/** Pages of one list that are read at most: a service that says forever that there is more is not believed. */
const MOST_PAGES = 5_000;
/** Which regions there are is asked beside the table. */
const REGIONS = { permission: 'ec2:DescribeRegions' } as const;
const LEFT_OUT: Reason = { kind: 'not-collected', detail: 'left out by --service' };
const NOT_READ: Reason = { kind: 'not-collected', detail: 'it is not read from accounts yet' };

/** Throws what the first call throws: without knowing who calls nothing can be said. */
export async function readAccount(options: AccountOptions = {}): Promise<AccountResult> {
  const session = new Session(options);
  const home = await session.home();
  const identity = await session.send('sts', home, 'GetCallerIdentityCommand', {});
  const account = text(identity['Account']) ?? '';
  const partition = text(identity['Arn'])?.split(':')[1] ?? 'aws';
  const reader = new Reader(session, `aws:${account}`, options.signal);
  const regions = options.regions ?? (await reader.regions(home));
  const table = (options.table ?? collectors).filter(({ service }) => options.services === undefined || options.services.includes(service));
  const left = (options.table ?? collectors).filter((one) => !table.includes(one));
  for (const service of new Set(left.map((one) => one.service))) reader.coverage.push({ source: reader.root, subject: service, asked: 'resources', answered: false, reason: LEFT_OUT.detail });
  const jobs = table.flatMap((collector) => (collector.global === true ? [home] : regions).map((region) => ({ collector, place: { partition, account, region } })));
  let done = 0;
  await Promise.all(
    jobs.map(async ({ collector, place }) => {
      await reader.collect(collector, place);
      options.progress?.({ account, region: place.region, calls: session.calls, done: ++done, of: jobs.length });
    }),
  );
  await session.end();
  const typesOf = (rows: readonly Collector[]): ReadonlySet<string> => new Set(rows.flatMap(({ type, makes = [] }) => [type, ...makes.map((one) => one.type)]));
  const [read, leftOut] = [typesOf(table), typesOf(left)];
  const resources = reader.resources.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
  return { account, called: session.calls, resources, coverage: [...reader.coverage, ...reader.failures()], errors: reader.errors, files: [], unread: (type) => reader.unread.get(type) ?? (read.has(type) ? undefined : leftOut.has(type) ? LEFT_OUT : NOT_READ) };
}

class Reader {
  readonly resources: RawResource[] = [];
  readonly coverage: CoverageLine[] = [];
  readonly errors: SourceError[] = [];
  /** Types of which a list could not be read, somewhere. */
  readonly unread = new Map<string, Reason>();
  /** Calls with the same input are made once, whoever asks. */
  readonly #replies = new Map<string, Promise<readonly Reply[]>>();
  readonly #failures = new Map<string, { readonly subject: string; readonly count: number; readonly operation: string; readonly detail: string }>();

  constructor(
    private readonly session: Session,
    readonly root: string,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** The regions that are enabled; where that may not be asked, the one that is configured. */
  async regions(home: string): Promise<readonly string[]> {
    try {
      const reply = await this.session.send('ec2', home, 'DescribeRegionsCommand', {});
      const names = list(reply['Regions']).flatMap(({ RegionName }) => text(RegionName) ?? []);
      return names.length > 0 ? names.sort() : [home];
    } catch (error) {
      const { detail } = reasonOf(error, 'ec2:DescribeRegions', REGIONS.permission);
      this.coverage.push({ source: this.root, subject: 'all regions but the configured one', asked: 'ec2:DescribeRegions', answered: false, reason: detail });
      return [home];
    }
  }

  async collect(collector: Collector, place: Place): Promise<void> {
    const { service, type, list: row } = collector;
    let items: readonly Reply[];
    try {
      items = (await this.#pages(service, place, row, row.inputOf?.(place))).flatMap((page) => row.items(page));
    } catch (error) {
      if (row.unset?.some((name) => namesOf(error).includes(name)) === true) {
        await Promise.all((row.unsetItems ?? []).map((item) => this.#resource(collector, item, place)));
        return;
      }
      const reason = reasonOf(error, operationName(service, row), row.permission);
      const { detail } = reason;
      for (const one of [type, ...(collector.makes ?? []).map((made) => made.type)]) this.unread.set(one, reason);
      this.coverage.push({ source: this.root, subject: collector.global === true ? type : `${type} in ${place.region}`, asked: operationName(service, row), answered: false, reason: detail });
      return;
    }
    await Promise.all(items.map((item) => this.#resource(collector, item, place)));
  }

  async #resource(collector: Collector, item: Reply, place: Place): Promise<void> {
    const { service, type, list: row, reads = [], makes = [] } = collector;
    const id = collector.arn(item, place);
    const properties = new Map<string, Tree>();
    const facts = new Map<string, Tree>();
    put(properties, collector.properties(item), origin(service, row));
    const gone = (await Promise.all(reads.map((read) => this.#read(service, place, read, item, id, properties, facts)))).includes(true);
    if (gone) {
      this.coverage.push({ source: this.root, subject: id, asked: 'resource', answered: false, reason: 'it was deleted while the account was read' });
      return;
    }
    const at = origin(service, row);
    const region = collector.region?.(item);
    this.#add(id, type, collector.name(item), properties, facts, at, region === undefined ? place : { ...place, region });
    await Promise.all(makes.map((made) => this.#make(service, place, made, item, id)));
  }

  /** True when the resource is gone. */
  async #read(service: ServiceName, place: Place, row: ReadRow, item: Reply, id: string, properties: Map<string, Tree>, facts: Map<string, Tree>): Promise<boolean> {
    const into = (values: Properties): void => {
      for (const [name, value] of Object.entries(values)) put(row.facts?.includes(name) === true ? facts : properties, { [name]: value }, origin(service, row));
    };
    try {
      const [page = {}] = await this.#pages(service, place, { command: row.command, permission: row.permission, items: () => [] }, row.input(item));
      into(row.value(page, item));
    } catch (error) {
      const names = namesOf(error);
      if (row.unset?.some((name) => names.includes(name)) === true) into({ ...Object.fromEntries(row.fills.map((name) => [name, undefined])), ...row.unsetValue });
      else if (names.some((name) => GONE.has(name))) return true;
      else {
        const reason = reasonOf(error, operationName(service, row), row.permission);
        this.#failed(operationName(service, row), id, reason);
        for (const name of new Set([...row.fills, ...(row.facts ?? [])])) (row.facts?.includes(name) === true ? facts : properties).set(name, { kind: 'unknown', reason, at: origin(service, row) });
      }
    }
    return false;
  }

  async #make(service: ServiceName, place: Place, row: MakeRow, item: Reply, parent: string): Promise<void> {
    const at = origin(service, row);
    const known = new Map<string, Tree>();
    put(known, row.known(item, place), at);
    try {
      const [page = {}] = await this.#pages(service, place, { command: row.command, permission: row.permission, items: () => [] }, row.input(item));
      for (const { suffix = '', ...values } of row.value(page, item)) {
        const properties = new Map(known);
        put(properties, values as Properties, at);
        this.#add(`${parent}${row.suffix}${suffix}`, row.type, `${parent}${row.suffix}${suffix}`, properties, new Map(), at, place);
      }
    } catch (error) {
      const names = namesOf(error);
      if (row.unset?.some((name) => names.includes(name)) === true || names.some((name) => GONE.has(name))) return;
      // Whether there is one, and what it says, is not known: something that may be there stands for it.
      const reason = reasonOf(error, operationName(service, row), row.permission);
      this.#failed(operationName(service, row), parent, reason);
      for (const name of row.fills) known.set(name, { kind: 'unknown', reason, at });
      this.#add(`${parent}${row.suffix}`, row.type, `${parent}${row.suffix}`, known, new Map(), at, place, reason);
    }
  }

  #add(id: string, type: string, name: string, properties: ReadonlyMap<string, Tree>, facts: ReadonlyMap<string, Tree>, at: Origin, { account, region }: Place, conditional?: Reason): void {
    this.resources.push({
      dialect: 'api',
      type,
      id,
      address: id,
      displayAddress: name,
      root: this.root,
      basis: 'observed',
      arguments: mapping(properties, at, NOT_READ),
      meta: mapping(facts, at, NOT_READ) satisfies Mapping,
      at,
      region: scalar(region, at),
      account,
      conditional,
    });
  }

  /** One line for each operation that failed and why, however often. */
  #failed(operation: string, subject: string, { detail }: Reason): void {
    const key = `${operation} ${detail}`;
    const there = this.#failures.get(key);
    this.#failures.set(key, { subject: there?.subject ?? subject, count: (there?.count ?? 0) + 1, operation, detail });
  }

  failures(): readonly CoverageLine[] {
    return [...this.#failures.values()].map(({ subject, count, operation, detail }) => ({ source: this.root, subject: count === 1 ? subject : `${subject} and ${count - 1} more`, asked: operation, answered: false, reason: detail }));
  }

  /** All pages of a list; one reply of anything else. */
  #pages(service: ServiceName, { region }: Place, row: ListRow, input: Reply = row.input ?? {}): Promise<readonly Reply[]> {
    const key = `${service} ${region} ${row.command} ${JSON.stringify(input)}`;
    let made = this.#replies.get(key);
    if (made === undefined) this.#replies.set(key, (made = this.#all(service, region, row, input)));
    return made;
  }

  async #all(service: ServiceName, region: string, { command, next }: ListRow, input: Reply): Promise<readonly Reply[]> {
    const pages: Reply[] = [];
    let token: unknown;
    const seen = new Set<unknown>();
    do {
      if (this.signal?.aborted === true) throw Object.assign(new Error('ended early'), { name: 'AbortError' });
      const page = await this.session.send(service, region, command, next === undefined || token === undefined ? input : { ...input, [next.in]: token });
      pages.push(page);
      token = next === undefined ? undefined : page[next.out];
      if (token !== undefined && token !== null && token !== '' && (seen.has(token) || pages.length >= MOST_PAGES)) throw Object.assign(new Error('pages without end'), { name: 'InvalidResponse' });
      seen.add(token);
    } while (token !== undefined && token !== null && token !== '');
    return pages;
  }
}

/** Errors that say that what was listed a moment ago is there no more. */
const GONE = new Set(['NoSuchBucket', 'NoSuchEntity', 'NoSuchEntityException', 'NotFoundException', 'ResourceNotFoundException', 'AWS.SimpleQueueService.NonExistentQueue', 'QueueDoesNotExist', 'TrailNotFoundException', 'DBInstanceNotFound']);

export const operationName = (service: ServiceName, { command, operation }: Operation): string => operation ?? `${service}:${command.replace(/Command$/, '')}`;
const origin = (service: ServiceName, row: Operation): Origin => ({ kind: 'api', operation: operationName(service, row) });

/** What is not there is said to be absent: only what no call tells is open. */
function put(into: Map<string, Tree>, values: Properties, at: Origin): void {
  for (const [name, value] of Object.entries(values)) into.set(name, value === undefined ? scalar(null, at) : fromJson(value, at));
}
