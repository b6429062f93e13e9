/**
 * Reads the packed schema of a service. A property is a code: `!` required, `~` a change replaces the resource (`%` may replace it),
 * then the kind: a letter, `[` list of, `{` map of, `#n` definition n, `(a|b)` one of. Definitions are decoded when asked for.
 */

/** What a property may hold. */
export type Kind =
  | { readonly kind: 'string' | 'integer' | 'number' | 'boolean' | 'json' | 'date-time' | 'tag' }
  | { readonly kind: 'list' | 'map'; readonly element: Kind }
  | { readonly kind: 'object'; readonly definition: Definition }
  | { readonly kind: 'union'; readonly members: readonly Kind[] };

export interface PropertySchema {
  readonly kind: Kind;
  readonly required: boolean;
  /** Whether a change makes a new resource of it. */
  readonly replaces: 'yes' | 'no' | 'maybe';
  /** The resource types that the value may refer to. */
  readonly refs: readonly string[];
  /** The default as the schema words it (rarely given; see `defaultOf` for documented ones). */
  readonly default?: string;
  /** Set where the publisher marks it as policy or firewall rules. */
  readonly scrutiny?: string;
  readonly deprecated: boolean;
}

export interface Definition {
  readonly name: string;
  readonly properties: ReadonlyMap<string, PropertySchema>;
}

export interface TypeSchema extends Definition {
  /** `AWS::S3::Bucket`. `name` is its last part. */
  readonly type: string;
  /** Read-only attributes, dotted where nested. */
  readonly attributes: readonly string[];
  /** The properties or attributes that identify it. */
  readonly identifier: readonly string[];
  /** What `Ref` returns in a template. */
  readonly ref: readonly string[];
  /** Whether it holds data that a replacement loses. */
  readonly stateful: boolean;
  readonly scrutiny?: string;
  /** The kinds of log that the service can deliver. */
  readonly vendedLogs: readonly string[];
  /** The property that holds tags. */
  readonly tags?: string;
}

type PackedProperty = string | readonly [string, { readonly r?: readonly string[]; readonly d?: string; readonly s?: string; readonly x?: 1 }];
type PackedProperties = Readonly<Record<string, PackedProperty>>;

interface PackedType {
  readonly p: PackedProperties;
  readonly a: Readonly<Record<string, string>>;
  readonly i?: readonly string[];
  readonly f?: readonly string[];
  readonly h?: 1;
  readonly s?: string;
  readonly l?: readonly string[];
  readonly t?: string;
}

export interface PackedService {
  readonly types: Readonly<Record<string, PackedType>>;
  readonly definitions: readonly (readonly [string, PackedProperties])[];
}

const letters = {
  s: { kind: 'string' },
  i: { kind: 'integer' },
  n: { kind: 'number' },
  b: { kind: 'boolean' },
  j: { kind: 'json' },
  d: { kind: 'date-time' },
  t: { kind: 'tag' },
} as const satisfies Readonly<Record<string, Kind>>;

/** A service whose types and definitions are decoded once, on demand. */
export class ServiceSchema {
  readonly #types = new Map<string, TypeSchema>();
  readonly #definitions: (Definition | undefined)[] = [];

  constructor(
    private readonly service: string,
    private readonly packed: PackedService,
  ) {}

  typeNamed(name: string): TypeSchema | undefined {
    const found = this.#types.get(name);
    if (found !== undefined || !Object.hasOwn(this.packed.types, name)) return found;
    const packed = this.packed.types[name]!;
    const schema: TypeSchema = {
      type: `AWS::${this.service}::${name}`,
      ...this.#lazy(name, packed.p),
      attributes: Object.keys(packed.a),
      identifier: packed.i ?? [],
      ref: packed.f ?? packed.i ?? [],
      stateful: packed.h === 1,
      scrutiny: packed.s,
      vendedLogs: packed.l ?? [],
      tags: packed.t,
    };
    this.#types.set(name, schema);
    return schema;
  }

  /** `properties` decoded at once; nested definitions later, as they may be recursive. */
  #lazy(name: string, properties: PackedProperties): Definition {
    return { name, properties: new Map(Object.entries(properties).map(([key, value]) => [key, this.#property(value)])) };
  }

  #property(packed: PackedProperty): PropertySchema {
    const [code, more] = typeof packed === 'string' ? [packed, {}] : packed;
    const required = code.startsWith('!');
    const mark = code[required ? 1 : 0];
    const replaces = mark === '~' ? 'yes' : mark === '%' ? 'maybe' : 'no';
    const { kind } = this.#kind(code, (required ? 1 : 0) + (replaces === 'no' ? 0 : 1));
    return { kind, required, replaces, refs: more.r ?? [], default: more.d, scrutiny: more.s, deprecated: more.x === 1 };
  }

  #kind(code: string, from: number): { readonly kind: Kind; readonly end: number } {
    const letter = code[from];
    if (letter === '[' || letter === '{') {
      const { kind: element, end } = this.#kind(code, from + 1);
      return { kind: { kind: letter === '[' ? 'list' : 'map', element }, end };
    }
    if (letter === '#') {
      const digits = /^\d+/.exec(code.slice(from + 1))![0];
      return { kind: this.#reference(Number(digits)), end: from + 1 + digits.length };
    }
    if (letter === '(') {
      const members: Kind[] = [];
      let end = from;
      do {
        const member = this.#kind(code, end + 1);
        members.push(member.kind);
        end = member.end;
      } while (code[end] === '|');
      return { kind: { kind: 'union', members }, end: end + 1 };
    }
    return { kind: letters[letter as keyof typeof letters], end: from + 1 };
  }

  #reference(index: number): Kind {
    const definitions = this.#definitions;
    const resolve = (): Definition => (definitions[index] ??= this.#lazy(...this.packed.definitions[index]!));
    return {
      kind: 'object',
      get definition() {
        return resolve();
      },
    };
  }
}
