/**
 * The declarative half of adapt: a source type is described by a table from its argument paths to the paths of the
 * provider's schema. Functions are for where the shapes truly differ.
 *
 *     aws_s3_bucket_versioning: satellite('AWS::S3::Bucket', 'bucket', {
 *       'versioning_configuration.status': 'VersioningConfiguration.Status',
 *       'versioning_configuration.mfa_delete': '#MFADelete',
 *     })
 *
 * Left: argument path; a nested block is a list in the source, its only member is meant (`a.b`), or each (`a[].b`, on its own
 * only as `a[]` with a function or a nested table). Right: schema path; `#X` is the fact X; a trailing `[]` appends.
 */
import { list, unknown, type Mapping, type RawResource, type Tree } from '../model/index.js';
import type { Adapted, AdaptRule, Patch } from './adapted.js';
import { Builder } from './build.js';

/** Changes a value on its way; undefined drops it. */
export interface Convert {
  (value: Tree, raw: RawResource): Tree | undefined;
  /** Of a nested table: the paths that it writes below its own. */
  readonly paths?: readonly string[];
}

export type Target = string | readonly [path: string, convert: Convert];
export type FieldMap = Readonly<Record<string, Target>>;

/** What a rule may do beyond its table. */
export interface Draft {
  readonly set: (path: string, value: Tree | undefined) => void;
  readonly append: (path: string, value: Tree | undefined) => void;
  readonly fact: (path: string, value: Tree | undefined) => void;
}

export interface RuleExtras {
  /** Argument paths whose schema path is the same up to case: `enable_key_rotation` is `EnableKeyRotation`. */
  readonly same?: readonly string[];
  /** For what the table cannot say. */
  readonly also?: (raw: RawResource, draft: Draft) => void;
  /** Further resources and patches that the block makes. */
  readonly more?: (raw: RawResource) => readonly Adapted[];
}

/** A source type that is a resource. */
export function resource(type: string, map: FieldMap, extras: RuleExtras = {}): AdaptRule {
  const rows = rowsOf(map, extras.same);
  return Object.assign((raw: RawResource): readonly Adapted[] => {
    const properties = new Builder(raw.at);
    const facts = new Builder(raw.at);
    fill(raw, rows, extras, {
      set: (path, value) => void properties.set(path, value),
      append: (path, value) => void properties.append(path, value),
      fact: (path, value) => void facts.set(path, value),
    });
    const made: Adapted = { kind: 'resource', type, raw, address: raw.address, properties: properties.finish(), facts: facts.finish() };
    return extras.more === undefined ? [made] : [made, ...extras.more(raw)];
  }, { writes: { types: [type], paths: pathsOf(rows) } });
}

/** A source type that only speaks of another resource: its values go into that one. `parent` is the argument that names it. */
export function satellite(types: string | readonly string[], parent: string, map: FieldMap, extras: RuleExtras = {}): AdaptRule {
  const rows = rowsOf(map, extras.same);
  return Object.assign((raw: RawResource): readonly Adapted[] => {
    // A satellite that names nobody is refused by Terraform; what it says is judged apart, and no other resource is doubted.
    const named = argument(raw.arguments, parent) ?? unknown({ kind: 'malformed', detail: `\`${parent}\` of \`${raw.address}\` is not set` }, raw.at, { mayBe: [] });
    const set: (readonly [string, Tree])[] = [];
    const append: (readonly [string, Tree])[] = [];
    const facts: (readonly [string, Tree])[] = [];
    fill(raw, rows, extras, {
      set: (path, value) => value !== undefined && set.push([path, value]),
      append: (path, value) => value !== undefined && append.push([path, value]),
      fact: (path, value) => value !== undefined && facts.push([path, value]),
    });
    const patch: Patch = { kind: 'patch', raw, types: typeof types === 'string' ? [types] : types, parent: named, set, append, facts, at: raw.at };
    return extras.more === undefined ? [patch] : [patch, ...extras.more(raw)];
  }, { writes: { types: typeof types === 'string' ? [types] : types, paths: pathsOf(rows) } });
}

/** Converts each member of a list (or a lone value) with a nested table, into a list of maps. */
export function eachBlock(map: FieldMap, extras: Pick<RuleExtras, 'same'> & { readonly also?: (block: Mapping, draft: Draft, raw: RawResource) => void } = {}): Convert {
  const rows = rowsOf(map, extras.same);
  return Object.assign((value: Tree, raw: RawResource): Tree | undefined => {
    if (value.kind === 'unknown') return value;
    const blocks = value.kind === 'list' ? value.items : [value];
    return list(
      blocks.map((block) => {
        if (block.kind !== 'map') return block;
        const built = new Builder(block.at);
        const draft: Draft = {
          set: (path, member) => void built.set(path, member),
          append: (path, member) => void built.append(path, member),
          fact: () => undefined,
        };
        fill({ ...raw, arguments: block }, rows, {}, draft);
        extras.also?.(block, draft, raw);
        const made = built.finish();
        return block.open === undefined ? made : { ...made, open: block.open };
      }),
      value.at,
      value.kind === 'list' ? value.open : undefined,
    );
  }, { paths: pathsOf(rows) });
}

/** Like `eachBlock` for a block that the schema holds as one object. */
export function oneBlock(map: FieldMap, extras: Parameters<typeof eachBlock>[1] = {}): Convert {
  const convert = eachBlock(map, extras);
  return Object.assign((value: Tree, raw: RawResource): Tree | undefined => {
    const converted = convert(value, raw);
    if (converted?.kind !== 'list') return converted;
    return converted.items[0] ?? (converted.open === undefined ? undefined : { kind: 'unknown', reason: converted.open, at: converted.at });
  }, { paths: convert.paths ?? [] });
}

/** The argument at a dotted path. A block list is entered at its first member; of an open empty one all is unknown. */
export function argument(from: Tree | undefined, path: string): Tree | undefined {
  let node = from;
  for (const key of path.split('.')) {
    if (node?.kind === 'list') {
      const first: Tree | undefined = node.items[0];
      node = first ?? (node.open === undefined ? undefined : { kind: 'unknown', reason: node.open, at: node.at });
    }
    if (node === undefined || node.kind === 'unknown') return node;
    if (node.kind !== 'map') return undefined;
    const value: Tree | undefined = node.entries.get(key);
    node = value ?? (node.open === undefined ? undefined : { kind: 'unknown', reason: node.open, at: node.at });
  }
  return node !== undefined && node.kind === 'scalar' && node.value === null ? undefined : node;
}

interface FieldRow {
  readonly from: string;
  readonly to: string;
  readonly how: 'set' | 'append' | 'fact';
  readonly convert?: Convert;
}

/** What rows write into the schema: their own paths, and below those what nested tables write. */
const pathsOf = (rows: readonly FieldRow[]): readonly string[] =>
  rows.filter(({ how }) => how !== 'fact').flatMap(({ to, convert }) => [to, ...(convert?.paths ?? []).map((path) => `${to}.${path}`)]);

function rowsOf(map: FieldMap, same: readonly string[] = []): readonly FieldRow[] {
  const rows = [...same.map((path) => [path, pascalPath(path)] as const), ...Object.entries(map)];
  return rows.map(([from, target]) => {
    const [path, convert] = typeof target === 'string' ? [target, undefined] : target;
    const source = from.replace(/\[\]$/, '');
    if (path.startsWith('#')) return { from: source, to: path.slice(1), how: 'fact', convert };
    return path.endsWith('[]') ? { from: source, to: path.slice(0, -2), how: 'append', convert } : { from: source, to: path, how: 'set', convert };
  });
}

function fill(raw: RawResource, rows: readonly FieldRow[], extras: Pick<RuleExtras, 'also'>, draft: Draft): void {
  for (const { from, to, how, convert } of rows) {
    const value = argument(raw.arguments, from);
    if (value !== undefined) draft[how](to, convert === undefined ? value : convert(value, raw));
  }
  extras.also?.(raw, draft);
}

/** `vpc_config.subnet_ids` → `VpcConfig.SubnetIds`. */
export function pascalPath(path: string): string {
  return path
    .split('.')
    .map((key) => key.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''))
    .join('.');
}
