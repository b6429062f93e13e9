/**
 * What is read of an account, as data: operations, what each fills, and the permission that it needs. Adding a type is one entry;
 * the permissions, the coverage and the tests follow from the table.
 */
import type { Json } from '../../model/index.js';
import type { ServiceName } from './services.js';

export type { ServiceName } from './services.js';

/** A reply of the API, or an item of one. */
export type Reply = Readonly<Record<string, unknown>>;

export interface Place {
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/** An operation. `permission` is what IAM calls it. */
export interface Operation {
  readonly command: string;
  /** Where it is not the collector's own service that tells. */
  readonly service?: ServiceName;
  /** `s3:GetBucketPolicy`, the name for people; default: the service and the command. */
  readonly operation?: string;
  readonly permission: string;
}

/** Where a reply says that there is more, and where the next call says from where. */
export interface Next {
  readonly out: string;
  readonly in: string;
  /** Further members that the next call says as the reply does, where it does. */
  readonly also?: Readonly<Record<string, string>>;
  /** What the next call says, where the reply does not say it by itself. */
  readonly from?: (page: Reply) => unknown;
}

export interface ListRow extends Operation {
  readonly input?: Reply;
  /** Input that names the account. */
  readonly inputOf?: (place: Place) => Reply;
  /** Errors that say that it is not set, and what that means. */
  readonly unset?: readonly string[];
  readonly unsetItems?: readonly Reply[];
  readonly next?: Next;
  /** Asked again, with a pause, until a reply says so: a report that is still being made. */
  readonly until?: (reply: Reply) => boolean;
  /** `over`: what of the list above the call was for. */
  readonly items: (reply: Reply, over: readonly Reply[]) => readonly Reply[];
  /** `items` gets all pages as one reply. */
  readonly joined?: boolean;
  /** What the reply says is not there of what it was asked about, by name. */
  readonly missed?: (reply: Reply) => readonly string[];
  /** The call is made again for each item, as for one of a tree; nothing for one without more below. Of a list over another only. */
  readonly below?: (item: Reply) => Reply | undefined;
  /** The call is made for the items of another list: once for each, or for so many at a time that have the same `by`. */
  readonly over?: { readonly list: ListRow; readonly input: (items: readonly Reply[]) => Reply; readonly atOnce?: number; readonly by?: (item: Reply) => string };
}

/** Properties by path from the top: `VersioningConfiguration`. Undefined: the reply says that it is not there. */
export type Properties = Readonly<Record<string, Json | undefined>>;

export interface ReadRow extends Operation {
  /** Asked for only when somebody wants it: a call for each resource that few decisions turn on. */
  readonly deep?: boolean;
  readonly input: (item: Reply, place: Place) => Reply;
  /** Of a reply in pages, `value` gets the lists of all of them as one. */
  readonly next?: Next;
  /** What is not known when the call fails; `all`: everything that no other row tells. */
  readonly fills: readonly string[] | 'all';
  /** What is kept as facts instead, by API name. */
  readonly facts?: readonly string[];
  readonly value: (reply: Reply, item: Reply) => Properties;
  /** Errors that say that it is not set, and what that means. */
  readonly unset?: readonly string[];
  readonly unsetValue?: Properties;
}

/** One of the resources that a reply tells of: what tells it apart, its properties, and what the schema cannot hold. */
export interface Made {
  readonly suffix?: string;
  readonly properties: Properties;
  readonly facts?: Properties;
}

/** A resource of its own that a call about another tells of. */
export interface MakeRow extends Operation {
  readonly type: string;
  /** Undefined: of this item there is none, and nothing to ask. */
  readonly input: (item: Reply, place: Place) => Reply | undefined;
  /** Of a reply in pages, `value` gets the lists of all of them as one. */
  readonly next?: Next;
  readonly unset?: readonly string[];
  /** Names it after its parent: the rest of the ARN. */
  readonly suffix: string;
  /** What is known without the call. */
  readonly known: (item: Reply, place: Place) => Properties;
  readonly fills: readonly string[];
  /** Several for a reply that lists them. */
  readonly value: (reply: Reply, item: Reply) => readonly Made[];
}

/** Something that is there although its list could not be read, with what is known of it all the same. */
export interface Certain {
  readonly item: Reply;
  readonly known?: Properties;
}

/** A list of names for when the one that tells more cannot be read: what it does not tell is unknown, but nobody is missing. */
export interface NamesRow {
  readonly list: ListRow;
  readonly known: (item: Reply) => Properties;
}

export interface Collector {
  readonly service: ServiceName;
  readonly global?: boolean;
  /** The region that answers for a global list, where it is not the same one everywhere that does. */
  readonly seat?: string;
  readonly type: string;
  readonly list: ListRow;
  readonly names?: NamesRow;
  /** What every account or region has, asked or not: a setting of its own, its root user. */
  readonly always?: (place: Place) => Certain;
  readonly arn: (item: Reply, place: Place) => string;
  readonly name: (item: Reply) => string;
  /** The region that the item is in, of a global list that tells. */
  readonly region?: (item: Reply) => string | undefined;
  readonly properties: (item: Reply) => Properties;
  /** What the schema cannot hold, by API name. */
  readonly facts?: (item: Reply) => Properties;
  readonly reads?: readonly ReadRow[];
  readonly makes?: readonly MakeRow[];
}

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const reply = (value: unknown): Reply => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Reply) : {});
export const list = (value: unknown): readonly Reply[] => (Array.isArray(value) ? value.map(reply) : []);

/** A reply's value as JSON: dates as ISO text, what JSON has not dropped. */
export function json(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => json(item) ?? null);
  if (typeof value !== 'object') return undefined;
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]): readonly (readonly [string, Json])[] => {
    const one = json(item);
    return one === undefined ? [] : [[key, one]];
  }));
}

/** Some members of a reply under the same names. */
export const same = (item: Reply, ...names: readonly string[]): Properties => Object.fromEntries(names.map((name) => [name, json(item[name])]));

/** Some members of something that may be missing; the others are said to be absent. */
export const part = (value: unknown, ...names: readonly string[]): Readonly<Record<string, Json>> | undefined => (value === undefined || value === null ? undefined : Object.fromEntries(names.map((name) => [name, json(reply(value)[name]) ?? null])));

/** Nothing in place of a text without anything in it. */
export const filled = (value: unknown): string | undefined => (text(value) === '' ? undefined : text(value));

/** What a member says, as a name. */
export const named = (member: string) => (item: Reply): string => text(item[member]) ?? '';

/** An operation under the name that IAM gives its service. */
export const asks = (prefix: string, what: string): Operation => ({ command: `${what}Command`, permission: `${prefix}:${what}` });

export const tags = (value: unknown): Json | undefined => (Array.isArray(value) ? list(value).map((tag) => ({ Key: text(tag['Key']) ?? '', Value: text(tag['Value']) ?? '' })) : undefined);

/** Keys that a user chose stay as they are. */
const OWN_KEYS = new Set(['Options', 'DockerLabels', 'Labels', 'DriverOpts', 'Variables']);

/** Members that the schema spells otherwise in their middle. */
const SPELT: Readonly<Partial<Record<string, string>>> = { s3filesVolumeConfiguration: 'S3FilesVolumeConfiguration' };

/** A reply whose members begin with a small letter, as the schema writes them: with a capital one, all the way down. */
export function pascal(value: unknown): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => pascal(item) ?? null);
  if (value === null || typeof value !== 'object' || value instanceof Date) return json(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): readonly (readonly [string, Json])[] => {
      const name = SPELT[key] ?? `${key[0]?.toUpperCase() ?? ''}${key.slice(1)}`;
      const one = OWN_KEYS.has(name) ? json(item) : pascal(item);
      return one === undefined ? [] : [[name, one]];
    }),
  );
}

/** Some members of a reply that begin with a small letter there. */
export const lower = (item: Reply, ...names: readonly string[]): Properties => Object.fromEntries(names.map((name) => [name, pascal(item[`${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`])]));

/** Tags that come as a map, or as pairs with small letters. */
export const pairs = (value: unknown): Json =>
  Array.isArray(value) ? list(value).map((tag) => ({ Key: text(tag['key']) ?? text(tag['Key']) ?? text(tag['TagKey']) ?? '', Value: text(tag['value']) ?? text(tag['Value']) ?? text(tag['TagValue']) ?? '' })) : Object.entries(reply(value)).map(([Key, one]) => ({ Key, Value: text(one) ?? '' }));

/** A list of texts. */
export const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap((one: unknown) => text(one) ?? []) : []);

/** An ARN in the place at hand. */
export const arnOf = ({ partition, account, region }: Place, service: string, rest: string): string => `arn:${partition}:${service}:${region}:${account}:${rest}`;
