/** Runs collectors against an account. What a call could not tell is unknown, on exactly what it would have filled. */
import { fromJson, list as listing, mapping, scalar, type CoverageLine, type Json, type Mapping, type Origin, type RawResource, type Reason, type SourceError, type Tree } from '../../model/index.js';
import type { Collector, ListRow, MakeRow, Operation, Place, Properties, ReadRow, Reply, ServiceName } from './collector.js';
import { list, text } from './collector.js';
import { namesOf, reasonOf } from './faults.js';
import { inPart, othersOf, type Part } from './part.js';
import type { Caller } from './session.js';

/** Levels of a tree, and pages of one list, that are read at most: a service that says forever that there is more is not believed. */
const MOST_LEVELS = 20;
const MOST_PAGES = 5_000;
/** Pages without anything in a row: some services filter after they cut, so that a few are honest. */
const MOST_EMPTY = 50;
/** Times that a report is asked for, and the milliseconds between. */
const MOST_WAITS = 20;
const WAIT = 1_500;
/** Which regions there are is asked beside the table. */
export const REGIONS = { permission: 'ec2:DescribeRegions' } as const;
const DEEP: Reason = { kind: 'not-collected', detail: 'it takes a call for each resource: `--deep` reads it' };
/** Facts that only code has. */
const CODE_ONLY = ['CreateBeforeDestroy', 'MentionedBy', 'PgpKey'] as const;
export const NOT_READ: Reason = { kind: 'not-collected', detail: 'it is not read from accounts yet' };

/** Errors that say that what was listed a moment ago is there no more. */
const GONE = new Set([
  'NoSuchBucket',
  'NoSuchEntity',
  'NoSuchEntityException',
  'NotFoundException',
  'ResourceNotFoundException',
  'AWS.SimpleQueueService.NonExistentQueue',
  'QueueDoesNotExist',
  'TrailNotFoundException',
  'DBInstanceNotFound',
  'FileSystemNotFound',
  'RepositoryNotFoundException',
  'ClusterNotFoundException',
  'LoadBalancerNotFound',
  'LoadBalancerNotFoundException',
  'ParameterNotFound',
  'InvalidInstanceID.NotFound',
  'InvalidSnapshot.NotFound',
]);

export const operationName = (service: ServiceName, { command, operation, service: other }: Operation): string => operation ?? `${PREFIXES[other ?? service] ?? other ?? service}:${command.replace(/Command$/, '')}`;
/** Services that IAM calls otherwise than demarc. */
const PREFIXES: Readonly<Partial<Record<ServiceName, string>>> = { apigatewayv2: 'apigateway', elb: 'elasticloadbalancing', elbv2: 'elasticloadbalancing', efs: 'elasticfilesystem', emr: 'elasticmapreduce', opensearch: 'es', sfn: 'states', 's3-control': 's3' };
const origin = (service: ServiceName, row: Operation): Origin => ({ kind: 'api', operation: operationName(service, row) });

export interface ReaderOptions {
  readonly signal?: AbortSignal;
  /** Of each list no more than so many items, of the first page: a look at what may be asked, not an account. */
  readonly sample?: number;
  /** Whether a row is needed for what is asked; what is not needed is open. */
  readonly needs?: (row: ReadRow | MakeRow) => boolean;
  /** Also what is asked for on demand only. */
  readonly deep?: boolean;
  /** Milliseconds between two looks at a report in the making. */
  readonly wait?: number;
}

export class Reader {
  readonly resources: RawResource[] = [];
  readonly coverage: CoverageLine[] = [];
  readonly errors: SourceError[] = [];
  /** Types of which a list could not be read, somewhere. */
  readonly unread = new Map<string, Reason>();
  /** Operations that were denied, with the permission that each needs. */
  readonly denied = new Map<string, string>();
  /** Calls with the same input are made once, whoever asks. */
  readonly #replies = new Map<string, Promise<readonly Reply[]>>();
  readonly #failures = new Map<string, { readonly subject: string; readonly count: number; readonly operation: string; readonly detail: string }>();

  constructor(
    private readonly caller: Caller,
    readonly root: string,
    private readonly options: ReaderOptions = {},
  ) {}

  /** The regions that are enabled; where that may not be asked, the one that is configured. */
  async regions(home: string): Promise<readonly string[]> {
    try {
      const reply = await this.caller.send('ec2', home, 'DescribeRegionsCommand', {});
      const names = list(reply['Regions']).flatMap(({ RegionName }) => text(RegionName) ?? []);
      return names.length > 0 ? names.sort() : [home];
    } catch (error) {
      const { detail } = this.#reason(error, 'ec2:DescribeRegions', REGIONS.permission);
      this.coverage.push({ source: this.root, subject: 'all regions but the configured one', asked: 'ec2:DescribeRegions', answered: false, reason: detail });
      return [home];
    }
  }

  async collect(collector: Collector, place: Place): Promise<void> {
    const { service, list: row } = collector;
    const failed = (error: unknown, at: ListRow, subject?: string): void => this.#unlisted(collector, place, error, at, subject);
    let items: readonly Reply[];
    try {
      items = await this.#items(service, place, row, failed);
    } catch (error) {
      if (row.unset?.some((name) => namesOf(error).includes(name)) === true) items = row.unsetItems ?? [];
      else return failed(error, row);
    }
    await Promise.all(this.#some(items).map((item) => this.#resource(collector, item, place)));
  }

  #unlisted(collector: Collector, place: Place, error: unknown, row: ListRow, subject?: string): void {
    const operation = operationName(collector.service, row);
    const reason = this.#reason(error, operation, row.permission);
    for (const one of [collector.type, ...(collector.makes ?? []).map((made) => made.type)]) this.unread.set(one, reason);
    const where = collector.global === true ? collector.type : `${collector.type} in ${place.region}`;
    if (subject !== undefined) this.#failed(operation, `${collector.type} of ${subject}`, reason);
    else this.coverage.push({ source: this.root, subject: where, asked: operation, answered: false, reason: reason.detail });
  }

  /** What a list holds; of one below another, what it holds for each item of that. */
  async #items(service: ServiceName, place: Place, row: ListRow, failed: (error: unknown, row: ListRow, subject?: string) => void): Promise<readonly Reply[]> {
    if (row.over === undefined) return (await this.#pages(service, place, row, row.inputOf?.(place))).flatMap((page) => row.items(page, []));
    const { list: above, input, atOnce = 1, by } = row.over;
    let parents: readonly Reply[];
    try {
      parents = this.#some(await this.#items(service, place, above, failed));
    } catch (error) {
      failed(error, above);
      return [];
    }
    const groups = grouped(parents, by).flatMap((some) => Array.from({ length: Math.ceil(some.length / atOnce) }, (_, i) => some.slice(i * atOnce, (i + 1) * atOnce)));
    const found = await Promise.all(
      groups.map(async (group) => {
        try {
          return await this.#tree(service, place, row, input(group), group);
        } catch (error) {
          const names = namesOf(error);
          if (row.unset?.some((name) => names.includes(name)) === true) return row.unsetItems ?? [];
          if (!names.some((name) => GONE.has(name))) failed(error, row, nameOf(group));
          return [];
        }
      }),
    );
    return found.flat();
  }

  /** What a call tells, and what it tells when asked for that again. */
  async #tree(service: ServiceName, place: Place, row: ListRow, input: Reply, group: readonly Reply[], depth = 0): Promise<readonly Reply[]> {
    const items = (await this.#pages(service, place, row, input)).flatMap((page) => row.items(page, group));
    if (row.below === undefined) return items;
    if (depth > MOST_LEVELS) throw Object.assign(new Error('levels without end'), { name: 'InvalidResponse' });
    const below = await Promise.all(items.map((item) => {
      const further = row.below?.(item);
      return further === undefined ? [] : this.#tree(service, place, row, further, [item], depth + 1);
    }));
    return [...items, ...below.flat()];
  }

  #some<T>(items: readonly T[]): readonly T[] {
    return this.options.sample === undefined ? items : items.slice(0, this.options.sample);
  }

  async #resource(collector: Collector, item: Reply, place: Place): Promise<void> {
    const { service, type, list: row, reads = [], makes = [] } = collector;
    const properties = new Map<string, Tree>();
    const facts = new Map<string, Tree>(CODE_ONLY.map((name) => [name, scalar(null, origin(service, row))]));
    const { deep = false, needs = () => true } = this.options;
    const needed = (one: ReadRow | MakeRow): boolean => needs(one) && (deep || (one as ReadRow).deep !== true);
    for (const one of reads) if (one.deep === true && !deep) for (const name of one.fills === 'all' ? [] : one.fills) properties.set(name, { kind: 'unknown', reason: DEEP, at: origin(service, one) });
    const id = collector.arn(item, place);
    const at = origin(service, row);
    put(properties, collector.properties(item), at, type);
    put(facts, collector.facts?.(item) ?? {}, at);
    const told = await Promise.all(reads.filter(needed).map((read) => this.#read(collector, place, read, item, id, properties, facts)));
    if (told.includes('gone')) {
      this.coverage.push({ source: this.root, subject: id, asked: 'resource', answered: false, reason: 'it was deleted while the account was read' });
      return;
    }
    const region = collector.region?.(item);
    const rest = told.find((one): one is Reason => one !== undefined && one !== 'gone');
    this.#add(id, type, collector.name(item), properties, facts, at, region === undefined ? place : { ...place, region }, undefined, rest);
    await Promise.all(makes.filter(needed).map((made) => this.#make(service, place, made, item, id)));
  }

  /** Whether the resource is gone, or why nothing else is known of it. */
  async #read({ service, type }: Collector, place: Place, row: ReadRow, item: Reply, id: string, properties: Map<string, Tree>, facts: Map<string, Tree>): Promise<'gone' | Reason | undefined> {
    const into = (values: Properties): void => {
      for (const [name, value] of Object.entries(values)) {
        if (row.facts?.includes(name) === true) put(facts, { [name]: value }, origin(service, row));
        else put(properties, { [name]: value }, origin(service, row), type);
      }
    };
    try {
      into(row.value(whole(await this.#pages(service, place, { ...row, input: undefined, items: (page) => Object.values(page).flatMap(list) }, row.input(item, place))), item));
    } catch (error) {
      const names = namesOf(error);
      if (row.unset?.some((name) => names.includes(name)) === true) into({ ...Object.fromEntries((row.fills === 'all' ? [] : row.fills).map((name) => [name, undefined])), ...row.unsetValue });
      else if (names.some((name) => GONE.has(name))) return 'gone';
      else {
        const reason = this.#reason(error, operationName(service, row), row.permission);
        this.#failed(operationName(service, row), id, reason);
        if (row.fills === 'all') return reason;
        for (const name of new Set([...row.fills, ...(row.facts ?? [])])) (row.facts?.includes(name) === true ? facts : properties).set(name, { kind: 'unknown', reason, at: origin(service, row) });
      }
    }
    return undefined;
  }

  async #make(service: ServiceName, place: Place, row: MakeRow, item: Reply, parent: string): Promise<void> {
    const at = origin(service, row);
    const known = new Map<string, Tree>();
    put(known, row.known(item, place), at, row.type);
    try {
      const page = whole(await this.#pages(service, place, { ...row, input: undefined, items: (one) => Object.values(one).flatMap(list) }, row.input(item, place)));
      for (const { suffix = '', facts = {}, properties: values } of row.value(page, item)) {
        const properties = new Map(known);
        put(properties, values, at, row.type);
        const told = new Map<string, Tree>();
        put(told, facts, at);
        this.#add(`${parent}${row.suffix}${suffix}`, row.type, `${parent}${row.suffix}${suffix}`, properties, told, at, place);
      }
    } catch (error) {
      const names = namesOf(error);
      if (row.unset?.some((name) => names.includes(name)) === true || names.some((name) => GONE.has(name))) return;
      // Whether there is one, and what it says, is not known: something that may be there stands for it.
      const reason = this.#reason(error, operationName(service, row), row.permission);
      this.#failed(operationName(service, row), parent, reason);
      for (const name of row.fills) known.set(name, { kind: 'unknown', reason, at });
      this.#add(`${parent}${row.suffix}`, row.type, `${parent}${row.suffix}`, known, new Map(), at, place, reason);
    }
  }

  #add(id: string, type: string, name: string, properties: ReadonlyMap<string, Tree>, facts: ReadonlyMap<string, Tree>, at: Origin, { account, region }: Place, conditional?: Reason, rest: Reason = NOT_READ): void {
    // What the schema does not have is not there, and not merely unread.
    const others = othersOf(type).filter((one) => !properties.has(one));
    this.resources.push({
      dialect: 'api',
      type,
      id,
      address: id,
      displayAddress: name,
      root: this.root,
      basis: 'observed',
      arguments: mapping(others.length === 0 ? properties : new Map([...properties, ...others.map((one) => [one, scalar(null, at)] as const)]), at, rest),
      meta: mapping(facts, at, NOT_READ) satisfies Mapping,
      at,
      region: scalar(region, at),
      account,
      conditional,
    });
  }

  #reason(error: unknown, operation: string, permission: string): Reason {
    const reason = reasonOf(error, operation, permission);
    if (reason.kind === 'access-denied') this.denied.set(operation, permission);
    return reason;
  }

  /** One line for each operation that failed and why, however often; it names the first of the alphabet, as answers come in any order. */
  #failed(operation: string, subject: string, { detail }: Reason): void {
    const key = `${operation} ${detail}`;
    const there = this.#failures.get(key);
    this.#failures.set(key, { subject: there === undefined || subject < there.subject ? subject : there.subject, count: (there?.count ?? 0) + 1, operation, detail });
  }

  failures(): readonly CoverageLine[] {
    return [...this.#failures.values()].map(({ subject, count, operation, detail }) => ({ source: this.root, subject: count === 1 ? subject : `${subject} and ${count - 1} more`, asked: operation, answered: false, reason: detail }));
  }

  /** All pages of a list; one reply of anything else. */
  #pages(service: ServiceName, { region }: Place, row: ListRow, input: Reply = row.input ?? {}): Promise<readonly Reply[]> {
    const by = row.service ?? service;
    const key = `${by} ${region} ${row.command} ${JSON.stringify(input)}`;
    let made = this.#replies.get(key);
    if (made === undefined) this.#replies.set(key, (made = this.#all(by, region, row, input)));
    return made;
  }

  /** A reply; of a report in the making, the one that says it is made. */
  async #awaited(service: ServiceName, region: string, command: string, input: Reply, until: ListRow['until']): Promise<Reply> {
    const page = await this.caller.send(service, region, command, input);
    if (until === undefined) return page;
    let last = page;
    for (let tries = 1; !until(last) && tries < MOST_WAITS; tries++) {
      await new Promise((later) => setTimeout(later, this.options.wait ?? WAIT));
      last = await this.caller.send(service, region, command, input);
    }
    return last;
  }

  async #all(service: ServiceName, region: string, { command, next, items, until }: ListRow, input: Reply): Promise<readonly Reply[]> {
    const pages: Reply[] = [];
    let token: unknown;
    let further: Reply = {};
    let empty = 0;
    const seen = new Set<string>();
    do {
      if (this.options.signal?.aborted === true) throw Object.assign(new Error('ended early'), { name: 'AbortError' });
      const page = await this.#awaited(service, region, command, next === undefined || token === undefined ? input : { ...input, ...further, [next.in]: token }, until);
      pages.push(page);
      if (next === undefined || this.options.sample !== undefined) break;
      token = next.from === undefined ? page[next.out] : next.from(page);
      if (!more(token)) break;
      further = Object.fromEntries(Object.entries(next.also ?? {}).flatMap(([out, into]) => (more(page[out]) ? [[into, page[out]]] : [])));
      empty = items(page, []).length === 0 ? empty + 1 : 0;
      const place = JSON.stringify([token, further]);
      if (seen.has(place) || pages.length >= MOST_PAGES || empty > MOST_EMPTY) throw Object.assign(new Error('pages without end'), { name: 'InvalidResponse' });
      seen.add(place);
    } while (more(token));
    return pages;
  }
}

function grouped(items: readonly Reply[], by: ((item: Reply) => string) | undefined): readonly (readonly Reply[])[] {
  if (by === undefined) return [items];
  const groups = new Map<string, Reply[]>();
  for (const item of items) {
    const key = by(item);
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [item]);
    else there.push(item);
  }
  return [...groups.values()];
}

/** The lists of all pages as one, the rest as the first page has it. */
const whole = ([first = {}, ...others]: readonly Reply[]): Reply =>
  others.length === 0 ? first : Object.fromEntries(Object.entries(first).map(([name, value]) => [name, Array.isArray(value) ? [value, ...others.map((page) => page[name])].flatMap((part: unknown): readonly unknown[] => (Array.isArray(part) ? part : [])) : value]));

const more = (token: unknown): boolean => token !== undefined && token !== null && token !== '';

/** What a group of parents is called, for the reader. */
function nameOf(group: readonly Reply[]): string {
  const [first = {}] = group;
  const name = Object.entries(first).find(([key, value]) => /(?:arn|name|id)$/i.test(key) && typeof value === 'string')?.[1];
  return `${typeof name === 'string' ? name : 'an item'}${group.length > 1 ? ` and ${group.length - 1} more` : ''}`;
}

/** What is not there is said to be absent: only what no call tells is open. `type`: of properties, not of facts. */
function put(into: Map<string, Tree>, values: Properties, at: Origin, type?: string): void {
  const parts = type === undefined ? undefined : inPart(type);
  for (const [name, value] of Object.entries(values)) into.set(name, value === undefined ? scalar(null, at) : planted(value, at, parts?.get(name)));
}

/** A value as a tree; an object of which only a part is told is open: what of that part is not there is absent, all else is not known. */
function planted(value: Json, at: Origin, part: Part | undefined): Tree {
  if (part === undefined || value === null || typeof value !== 'object') return fromJson(value, at);
  if (Array.isArray(value)) return listing(value.map((item: Json) => planted(item, at, part)), at);
  const entries = new Map<string, Tree>((part.told ?? []).map((name) => [name, scalar(null, at)]));
  for (const [name, one] of Object.entries(value)) entries.set(name, planted(one, at, part.below.get(name) ?? part.below.get('*')));
  return mapping(entries, at, part.told === undefined ? undefined : NOT_READ);
}
