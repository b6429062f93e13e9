/** Runs collectors against an account. What a call could not tell is unknown, on exactly what it would have filled. */
import { fromJson, list as listing, mapping, scalar, type CoverageLine, type Json, type Mapping, type Origin, type RawResource, type Reason, type SourceError, type Tree } from '../../model/index.js';
import type { Collector, ListRow, MakeRow, Operation, Place, Properties, ReadRow, Reply, ServiceName } from './collector.js';
import { list, text } from './collector.js';
import { pause } from './ended.js';
import { GONE_BY_WORDS, namesOf, reasonOf } from './faults.js';
import { inPart, othersOf, type Part } from './part.js';
import type { Caller } from './session.js';

/** Levels of a tree, and pages of one list, that are read at most: a service that says forever that there is more is not believed. */
const MOST_LEVELS = 20;
const MOST_PAGES = 5_000;
/** Pages without anything in a row: some services filter after they cut, so that a few are honest. */
export const MOST_EMPTY = 50;
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
  GONE_BY_WORDS,
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

const DELETED = 'it was deleted while the account was read';
/** Some services use one error for what was never set and for what is there no more: the words decide, where they tell. */
const isUnset = (names: readonly string[], { unset }: { readonly unset?: readonly string[] }): boolean => !names.includes(GONE_BY_WORDS) && unset?.some((name) => names.includes(name)) === true;
const isGone = (names: readonly string[]): boolean => names.some((name) => GONE.has(name));

export const operationName = (service: ServiceName, { command, operation, service: other }: Operation): string => operation ?? `${PREFIXES[other ?? service] ?? other ?? service}:${command.replace(/Command$/, '')}`;
/** Services that IAM calls otherwise than demarc. */
const PREFIXES: Readonly<Partial<Record<ServiceName, string>>> = { apigatewayv2: 'apigateway', elb: 'elasticloadbalancing', elbv2: 'elasticloadbalancing', efs: 'elasticfilesystem', emr: 'elasticmapreduce', opensearch: 'es', sfn: 'states', 's3-control': 's3' };
const origin = (service: ServiceName, row: Operation): Origin => ({ kind: 'api', operation: operationName(service, row) });

/** A resource as it was found. */
interface Observed {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly properties: ReadonlyMap<string, Tree>;
  readonly facts: ReadonlyMap<string, Tree>;
  readonly at: Origin;
  readonly place: Place;
  /** It may not be there. */
  readonly conditional?: Reason;
  /** Why nothing else of its properties is known, or of its facts. */
  readonly rest?: Reason;
  readonly restOfFacts?: Reason;
}

export interface ReaderOptions {
  readonly signal?: AbortSignal;
  /** Of each list no more than so many items, of the first page: a look at what may be asked, not an account. */
  readonly sample?: number;
  /** Regions whose resources are kept of a list that holds those of all; default: all. */
  readonly regions?: readonly string[];
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
  /** Types of which a list could not be read, by region; a list that is asked for once is of none. */
  readonly #unread = new Map<string, Map<string, Reason>>();
  /** Why the other regions are not known. */
  regionsUnread: Reason | undefined;
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

  /** Why not all of a type was listed, in a region or in any. */
  unread(type: string, region?: string): Reason | undefined {
    const regions = this.#unread.get(type);
    return region === undefined ? regions?.values().next().value : (regions?.get(region) ?? regions?.get(''));
  }

  /** The regions that are enabled; where that may not be asked, the one that is configured. */
  async regions(home: string): Promise<readonly string[]> {
    try {
      const reply = await this.caller.send('ec2', home, 'DescribeRegionsCommand', {});
      const names = list(reply['Regions']).flatMap(({ RegionName }) => text(RegionName) ?? []);
      return names.length > 0 ? names.sort() : [home];
    } catch (error) {
      this.regionsUnread = this.#reason(error, 'ec2:DescribeRegions', REGIONS.permission);
      const { detail } = this.regionsUnread;
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
      if (!isUnset(namesOf(error), row)) {
        failed(error, row);
        return this.#unasked(collector, place, this.#reason(error, operationName(service, row), row.permission));
      }
      items = row.unsetItems ?? [];
    }
    const { regions } = this.options;
    const { region } = collector;
    if (region !== undefined && regions !== undefined) items = items.filter((item) => regions.includes(region(item) ?? regions[0] ?? ''));
    // What could not be listed of a setting that every account has.
    const reason = items.length === 0 && collector.always !== undefined ? this.unread(collector.type, place.region) : undefined;
    if (reason !== undefined) return this.#unasked(collector, place, reason);
    await Promise.all(
      this.#some(items).map(async (item) => {
        try {
          await this.#resource(collector, item, place);
        } catch (error) {
          // An item that is not what it should be costs itself: that there is one more than is listed is not forgotten.
          failed(error, row, nameOf([item]));
        }
      }),
    );
  }

  /** What is there although its list could not be read: by a list of names, or because every account has it. The rest of it is unknown. */
  async #unasked(collector: Collector, place: Place, reason: Reason): Promise<void> {
    const { service, names, always } = collector;
    const certain = always?.(place);
    if (certain !== undefined) await this.#resource(collector, certain.item, place, { known: certain.known ?? {}, reason, row: collector.list });
    if (names === undefined || this.options.signal?.aborted === true) return;
    try {
      const items = await this.#items(service, place, names.list, (error, at, subject) => this.#unlisted(collector, place, error, at, subject));
      await Promise.all(this.#some(items).map((item) => this.#resource(collector, item, place, { known: names.known(item), reason, row: names.list })));
    } catch (error) {
      this.#unlisted(collector, place, error, names.list);
    }
  }

  #unlisted(collector: Collector, place: Place, error: unknown, row: ListRow, subject?: string): void {
    const operation = operationName(collector.service, row);
    const reason = this.#reason(error, operation, row.permission);
    for (const one of [collector.type, ...(collector.makes ?? []).map((made) => made.type)]) {
      const regions = this.#unread.get(one) ?? new Map<string, Reason>();
      this.#unread.set(one, regions.set(collector.global === true ? '' : place.region, reason));
    }
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
      if (isUnset(namesOf(error), above)) parents = above.unsetItems ?? [];
      else {
        failed(error, above);
        return [];
      }
    }
    const groups = grouped(parents, by).flatMap((some) => Array.from({ length: Math.ceil(some.length / atOnce) }, (_, i) => some.slice(i * atOnce, (i + 1) * atOnce)));
    const found = await Promise.all(
      groups.map(async (group) => {
        try {
          return await this.#tree(service, place, row, input(group), group);
        } catch (error) {
          const names = namesOf(error);
          if (isUnset(names, row)) return row.unsetItems ?? [];
          if (isGone(names)) this.#failed(operationName(service, row), nameOf(group), { kind: 'not-collected', detail: DELETED });
          else failed(error, row, nameOf(group));
          return [];
        }
      }),
    );
    return found.flat();
  }

  /** What a call tells, and what it tells when asked for that again. */
  async #tree(service: ServiceName, place: Place, row: ListRow, input: Reply, group: readonly Reply[], depth = 0): Promise<readonly Reply[]> {
    const pages = await this.#pages(service, place, row, input);
    for (const subject of pages.flatMap((page) => row.missed?.(page) ?? [])) this.#failed(operationName(service, row), subject, { kind: 'not-collected', detail: DELETED });
    const items = (row.joined === true ? [whole(pages)] : pages).flatMap((page) => row.items(page, group));
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

  /** `only`: all that is known of it, by which list, and why no more. */
  async #resource(collector: Collector, item: Reply, place: Place, only?: { readonly known: Properties; readonly reason: Reason; readonly row: ListRow }): Promise<void> {
    const { service, type, list: row, reads = [], makes = [] } = collector;
    const at = origin(service, only?.row ?? row);
    const properties = new Map<string, Tree>();
    const facts = new Map<string, Tree>(CODE_ONLY.map((name) => [name, scalar(null, at)]));
    const { deep = false, needs = () => true } = this.options;
    const needed = (one: ReadRow | MakeRow): boolean => needs(one) && (deep || (one as ReadRow).deep !== true);
    for (const one of reads) if (one.deep === true && !deep) for (const name of one.fills === 'all' ? [] : one.fills) properties.set(name, { kind: 'unknown', reason: DEEP, at: origin(service, one) });
    const id = collector.arn(item, place);
    put(properties, only?.known ?? collector.properties(item), at, type);
    if (only === undefined) put(facts, collector.facts?.(item) ?? {}, at);
    const told = await Promise.all(reads.filter(needed).map((read) => this.#read(collector, place, read, item, id, properties, facts)));
    const made = told.includes('gone') ? [] : await Promise.all(makes.filter(needed).map((one) => this.#make(service, place, one, item, id)));
    // Nothing that was told of it before says anything of what is there now.
    if (told.includes('gone') || made.includes('gone')) {
      this.coverage.push({ source: this.root, subject: id, asked: 'resource', answered: false, reason: DELETED });
      return;
    }
    const region = collector.region?.(item);
    const rest = only?.reason ?? told.find((one): one is Reason => one !== undefined && one !== 'gone');
    this.#add({ id, type, name: collector.name(item), properties, facts, at, place: region === undefined ? place : { ...place, region }, rest, restOfFacts: only?.reason });
    for (const one of made) if (one !== 'gone') for (const resource of one) this.#add(resource);
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
      if (isUnset(names, row)) into({ ...Object.fromEntries((row.fills === 'all' ? [] : row.fills).map((name) => [name, undefined])), ...row.unsetValue });
      else if (isGone(names)) return 'gone';
      else {
        const reason = this.#reason(error, operationName(service, row), row.permission);
        this.#failed(operationName(service, row), id, reason);
        if (row.fills === 'all') return reason;
        for (const name of new Set([...row.fills, ...(row.facts ?? [])])) (row.facts?.includes(name) === true ? facts : properties).set(name, { kind: 'unknown', reason, at: origin(service, row) });
      }
    }
    return undefined;
  }

  /** What a call tells of beside the resource that it is about: to be added once nothing says that this is gone. */
  async #make(service: ServiceName, place: Place, row: MakeRow, item: Reply, parent: string): Promise<readonly Observed[] | 'gone'> {
    const at = origin(service, row);
    const known = new Map<string, Tree>();
    put(known, row.known(item, place), at, row.type);
    const input = row.input(item, place);
    if (input === undefined) return [];
    try {
      const page = whole(await this.#pages(service, place, { ...row, input: undefined, items: (one) => Object.values(one).flatMap(list) }, input));
      return row.value(page, item).map(({ suffix = '', facts = {}, properties: values }) => {
        const properties = new Map(known);
        put(properties, values, at, row.type);
        const told = new Map<string, Tree>();
        put(told, facts, at);
        const id = `${parent}${row.suffix}${suffix}`;
        return { id, type: row.type, name: id, properties, facts: told, at, place };
      });
    } catch (error) {
      const names = namesOf(error);
      if (isUnset(names, row)) return [];
      if (isGone(names)) return 'gone';
      // Whether there is one, and what it says, is not known: something that may be there stands for it.
      const reason = this.#reason(error, operationName(service, row), row.permission);
      this.#failed(operationName(service, row), parent, reason);
      for (const name of row.fills) known.set(name, { kind: 'unknown', reason, at });
      const id = `${parent}${row.suffix}`;
      return [{ id, type: row.type, name: id, properties: known, facts: new Map(), at, place, conditional: reason }];
    }
  }

  #add({ id, type, name, properties, facts, at, place: { account, region }, conditional, rest = NOT_READ, restOfFacts = NOT_READ }: Observed): void {
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
      meta: mapping(facts, at, restOfFacts) satisfies Mapping,
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
      await pause(this.options.wait ?? WAIT, this.options.signal);
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
