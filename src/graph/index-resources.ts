/** Finding the resource that a value names: by reference, by name, by ARN. */
import { referenceOf, type Reason, type Reference, type Tree } from '../model/index.js';
import { identities } from './identities.js';

/** What resolution needs to know of a resource, before and after folding. */
export interface Indexed {
  readonly type: string;
  readonly root: string;
  readonly address: string;
  readonly properties: Tree;
}

/** The answer to "whom does this value mean?" */
export type Resolution<R> =
  | { readonly kind: 'found'; readonly resource: R }
  /** It names something that is not in this root. `name` is how to tell one such parent from another. */
  | { readonly kind: 'outside'; readonly name: string }
  /** It cannot be told; `candidates` are the resources of this root that it could mean. */
  | { readonly kind: 'unresolved'; readonly reason: Reason; readonly candidates: readonly R[]; readonly bounded: boolean };

/** An index over the resources of a scan. Values resolve within their own root only. */
export class ResourceIndex<R extends Indexed> {
  private readonly byAddress = new Map<string, R>();
  /** Names are unique in an account, yet code may give one to several (other regions, branches that exclude each other). */
  private readonly byName = new Map<string, R[]>();
  private readonly byType = new Map<string, R[]>();
  /** The instances of one block, by its address without keys. */
  private readonly byStem = new Map<string, R[]>();
  /** Satellites stand for their parent: `aws_s3_bucket_versioning.v.id` is the bucket's id. */
  private readonly aliases = new Map<string, R>();

  constructor(resources: Iterable<R>) {
    for (const resource of resources) this.add(resource);
  }

  add(resource: R): void {
    const { root, address, type } = resource;
    this.byAddress.set(`${root}#${address}`, resource);
    const bucket = `${root}#${type}`;
    // What was observed is named by its ARN, and by the id at its end: `sg-…`, `vpc-…`.
    if (address.startsWith('arn:')) for (const own of new Set([address, nameInArn(address)])) this.name(`${bucket}#${own}`, resource);
    const list = this.byType.get(bucket);
    if (list === undefined) this.byType.set(bucket, [resource]);
    else list.push(resource);
    const stem = `${bucket}#${address.replace(/\[[^\]]*\]/g, '')}`;
    const instances = this.byStem.get(stem);
    if (instances === undefined) this.byStem.set(stem, [resource]);
    else instances.push(resource);
    for (const property of identities[type]?.names ?? []) {
      const name = resource.properties.kind === 'map' ? resource.properties.entries.get(property) : undefined;
      if (name?.kind === 'scalar' && typeof name.value === 'string') this.name(`${bucket}#${name.value}`, resource);
      // A name that is itself computed from the same reference on both sides still identifies it.
      else if (name?.kind === 'unknown' && name.parts !== undefined && name.parts.some((part) => part !== null && part !== '')) {
        const text = partsKey(name.parts);
        if (text !== undefined) this.name(`${bucket}#${text}`, resource);
      }
    }
  }

  private name(key: string, resource: R): void {
    const there = this.byName.get(key);
    if (there === undefined) this.byName.set(key, [resource]);
    else if (!there.includes(resource)) there.push(resource);
  }

  /** The resource of one of `types` that has a name; of several nobody can say which is meant. */
  private named(root: string, types: readonly string[], name: string): Resolution<R> | undefined {
    for (const type of types) {
      const found = this.byName.get(`${root}#${type}#${name}`);
      const [first] = found ?? [];
      if (found === undefined || first === undefined) continue;
      if (found.length === 1) return { kind: 'found', resource: first };
      return { kind: 'unresolved', reason: { kind: 'unresolved', detail: `${found.length} resources have the name that it gives` }, candidates: found, bounded: true };
    }
    return undefined;
  }

  alias(root: string, address: string, resource: R): void {
    this.aliases.set(`${root}#${address}`, resource);
  }

  ofType(root: string, type: string): readonly R[] {
    return this.byType.get(`${root}#${type}`) ?? [];
  }

  /** Not copied for one type: thousands of values may each mean any of thousands of resources. */
  private ofTypes(root: string, types: readonly string[]): readonly R[] {
    const [only, ...others] = types;
    return only !== undefined && others.length === 0 ? this.ofType(root, only) : types.flatMap((type) => this.ofType(root, type));
  }

  at(root: string, address: string): R | undefined {
    return this.byAddress.get(`${root}#${address}`) ?? this.aliases.get(`${root}#${address}`);
  }

  /** The resource of one of `types` in `root` that `value` names. */
  resolve(value: Tree, root: string, types: readonly string[]): Resolution<R> {
    const reference = referenceOf(value);
    if (reference !== undefined) return this.follow(reference, root, types);
    if (value.kind === 'scalar') {
      const text = String(value.value);
      return this.named(root, types, text) ?? this.named(root, types, nameInArn(text)) ?? { kind: 'outside', name: text };
    }
    if (value.kind !== 'unknown') return { kind: 'outside', name: '(not a name)' };
    const text = value.parts === undefined ? undefined : partsKey(value.parts);
    if (text !== undefined) {
      const named = this.named(root, types, text);
      if (named !== undefined) return named;
      // An ARN or URL built around a reference: "arn:aws:s3:::${aws_s3_bucket.b.id}".
      const inside = value.parts?.filter((part): part is Reference => part !== null && typeof part === 'object') ?? [];
      const fitting = inside.map((one) => this.at(root, one.address)).filter((one): one is R => one !== undefined && types.includes(one.type));
      if (fitting.length === 1 && fitting[0] !== undefined) return { kind: 'found', resource: fitting[0] };
    }
    const bounded = value.mayBe !== undefined;
    const candidates = bounded
      ? unique(value.mayBe.map((one) => this.at(root, one.address)).filter((one): one is R => one !== undefined && types.includes(one.type)))
      : this.ofTypes(root, types);
    return { kind: 'unresolved', reason: value.reason, candidates, bounded };
  }

  private follow(reference: Reference, root: string, types: readonly string[]): Resolution<R> {
    const exact = this.at(root, reference.address);
    if (exact !== undefined && types.includes(exact.type)) return { kind: 'found', resource: exact };
    // `aws_x.y` where the code has instances: one of them is meant, and which is not known.
    if (reference.address.includes('["*"]') || reference.address.includes('[*]')) {
      const stem = reference.address.replace(/\[(?:"\*"|\*)\]/g, '');
      const candidates = types.flatMap((type) => this.byStem.get(`${root}#${type}#${stem}`) ?? []);
      if (candidates.length === 1 && candidates[0] !== undefined) return { kind: 'found', resource: candidates[0] };
      if (candidates.length > 1) {
        return { kind: 'unresolved', reason: { kind: 'unresolved', detail: `\`${reference.address}\` may be any of its instances` }, candidates, bounded: true };
      }
    }
    return { kind: 'outside', name: `${reference.address}.${reference.attribute}` };
  }
}

/** A text for partly known names that is equal exactly when the parts are; undefined when some part is wholly unknown. */
function partsKey(parts: readonly (string | Reference | null)[]): string | undefined {
  let text = '';
  for (const part of parts) {
    if (part === null) return undefined;
    text += typeof part === 'string' ? part : `\u0000${part.address}.${part.attribute}\u0000`;
  }
  return text;
}

/** The last part of an ARN: `arn:aws:iam::1:role/path/name` → `name`. */
function nameInArn(text: string): string {
  if (!text.startsWith('arn:')) return text;
  const tail = text.split(':').slice(5).join(':');
  return tail.split(/[/:]/).pop() ?? tail;
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
