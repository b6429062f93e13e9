/**
 * Reads the packed IAM data: the text that holds a service is unpacked when the service is first named (less than a millisecond).
 * `ServiceData` decodes names at once and the rest of an action when it is asked for.
 */
import { brotliDecompressSync } from 'node:zlib';
import packed from './packed.js';

export const accessLevels = { r: 'Read', l: 'List', w: 'Write', t: 'Tagging', p: 'Permissions management' } as const;
export type AccessLevel = (typeof accessLevels)[keyof typeof accessLevels];

/** The types of condition keys. A capital letter in the packed form: several values. */
const kinds = { s: 'String', a: 'ARN', b: 'Bool', n: 'Numeric', d: 'Date', i: 'IPAddress' } as const;
export type ConditionKeyType = (typeof kinds)[keyof typeof kinds];

export interface ConditionKey {
  /** As documented: `aws:PrincipalTag/${TagKey}` where a part varies. */
  readonly key: string;
  readonly type: ConditionKeyType;
  /** Whether a request may hold several values of it, so that a condition needs `ForAnyValue` or `ForAllValues`. */
  readonly many: boolean;
}

export interface IamResourceType {
  readonly service: string;
  readonly name: string;
  /** Mostly one; `${…}` stands for a part that varies. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

export interface IamAction {
  readonly service: string;
  readonly name: string;
  readonly accessLevel: AccessLevel;
  /** Empty: the action takes no resource, a statement must say `*`. */
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[];
  /** Keys of the service or global ones that the action puts into the request; global ones that every request holds are not listed. */
  readonly conditionKeys: readonly string[];
}

/** Decodes a line `key<tab>kind`. */
export function conditionKeyOf(line: string): ConditionKey {
  const [key = '', letter = 's'] = line.split('\t');
  const lower = letter.toLowerCase() as keyof typeof kinds;
  return { key, type: kinds[lower], many: lower !== letter };
}

/** One service. */
export class ServiceData {
  /** The name for people: `Amazon S3`. */
  readonly title: string;
  /** Names in the order of their lower-case forms. */
  readonly names: readonly string[];
  readonly lowerNames: readonly string[];
  readonly #lines: readonly string[];
  readonly #keyLines: readonly string[];
  readonly #typeLines: readonly string[];
  #conditionKeys: readonly ConditionKey[] | undefined;
  #types: ReadonlyMap<string, IamResourceType> | undefined;
  readonly #actions: (IamAction | undefined)[] = [];

  constructor(
    readonly service: string,
    section: string,
  ) {
    const [head = '', keys = '', types = '', actions = ''] = section.split('\n\n');
    this.title = head.slice(head.indexOf('\t') + 1);
    this.#keyLines = linesOf(keys);
    this.#typeLines = linesOf(types);
    this.#lines = linesOf(actions);
    this.names = this.#lines.map((line) => {
      const end = line.indexOf('\t');
      return end < 0 ? line.slice(1) : line.slice(1, end);
    });
    this.lowerNames = this.names.map((name) => name.toLowerCase());
  }

  get keys(): readonly ConditionKey[] {
    return (this.#conditionKeys ??= this.#keyLines.map(conditionKeyOf));
  }

  /** By lower-case name. */
  get types(): ReadonlyMap<string, IamResourceType> {
    return (this.#types ??= new Map(
      this.#typeLines.map((line) => {
        const [name = '', arns = '', own = ''] = line.split('\t');
        return [name.toLowerCase(), { service: this.service, name, arns: arns.split(' '), conditionKeys: this.#keys(own) }];
      }),
    ));
  }

  /** The action at a place in `names`. */
  actionAt(index: number): IamAction {
    return (this.#actions[index] ??= this.#action(this.#lines[index] ?? ''));
  }

  indexOf(lowerName: string): number {
    const index = lowerBound(this.lowerNames, lowerName);
    return this.lowerNames[index] === lowerName ? index : -1;
  }

  #action(line: string): IamAction {
    const [first = '', types = '', keys = ''] = line.split('\t');
    return {
      service: this.service,
      name: first.slice(1),
      accessLevel: accessLevels[first[0] as keyof typeof accessLevels],
      resourceTypes: types === '' ? [] : types.split(',').map((code) => ({ name: this.#typeLines[parseInt(code, 36)]?.split('\t', 1)[0] ?? '', required: code.endsWith('!') })),
      conditionKeys: this.#keys(keys),
    };
  }

  #keys(codes: string): readonly string[] {
    return codes === '' ? [] : codes.split(',').map((code) => this.keys[parseInt(code, 36)]?.key ?? '');
  }
}

const linesOf = (block: string): readonly string[] => (block === '' ? [] : block.split('\n'));

/** The first place at which a sorted list is not below `key`. */
export function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Known {
  readonly source: { readonly name: string; readonly version: string; readonly date: string };
  readonly rcpServices: readonly string[];
  readonly globals: readonly ConditionKey[];
  /** Services in whose requests the keys of a prefix occur that is not their own. */
  readonly foreign: ReadonlyMap<string, readonly string[]>;
  /** The text that holds a service. */
  readonly places: ReadonlyMap<string, number>;
}

const unpack = (index: number): readonly string[] => brotliDecompressSync(Buffer.from(packed[index] ?? '', 'base64')).toString('utf8').split('\f');

let known: Known | undefined;

/** What is known without a service. */
export function knownData(): Known {
  if (known !== undefined) return known;
  const [head = '', globals = '', foreign = '', groups = ''] = unpack(0);
  const [[name = '', version = '', date = ''] = [], rcpServices = []] = head.split('\n').map((line) => line.split('\t'));
  return (known = {
    source: { name, version, date },
    rcpServices,
    globals: linesOf(globals).map(conditionKeyOf),
    foreign: new Map(linesOf(foreign).map((line) => line.split('\t')).map(([prefix = '', ...services]) => [prefix, services])),
    places: new Map(linesOf(groups).flatMap((line, i) => line.split('\t').map((service) => [service, i + 1] as const))),
  });
}

const sections = new Map<string, string>();
const unpacked = new Set<number>();

/** The undecoded section of a service. */
export function sectionOf(service: string): string | undefined {
  const place = knownData().places.get(service);
  if (place === undefined) return undefined;
  if (!unpacked.has(place)) {
    unpacked.add(place);
    for (const section of unpack(place)) sections.set(section.slice(0, section.indexOf('\t')), section);
  }
  return sections.get(service);
}
