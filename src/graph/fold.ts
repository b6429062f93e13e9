/**
 * Folding: what satellites say goes into the parent whose schema can hold it. A satellite whose parent is not in the code
 * leaves a partial parent; one whose parent cannot be told makes unknown just the parents that it could mean.
 */
import type { AdaptedResource, Adapted, Patch } from '../adapt/adapted.js';
import { Builder } from '../adapt/build.js';
import { attribute, attributed, list, mapping, referenceOf, scalar, unknown, type Mapping, type Provider, type Reason, type Resource } from '../model/index.js';
import { ResourceIndex } from './index-resources.js';

/** A resource whose edges are not drawn yet. */
export type Unlinked = Omit<Resource, 'edges' | 'loose'>;

interface Draft extends Unlinked {
  properties: Mapping;
  facts: Mapping;
}

export interface Folded {
  readonly resources: readonly Unlinked[];
  /** Addresses that stand for a parent, as `root#address` → resource id. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** `mentions`: who speaks of whom, so that a group that an unsupported resource wears is not taken for unused. */
export function fold(adapted: readonly Adapted[], mentions: ReadonlyMap<string, string> = new Map()): Folded {
  const drafts = adapted.filter((one) => one.kind === 'resource').map(draft);
  const index = new ResourceIndex<Draft>(drafts);
  const aliases = new Map<string, string>();
  const doubts: { readonly patch: Patch; readonly reason: Reason; readonly candidates: readonly Draft[]; readonly bounded: boolean }[] = [];
  const partials = new Map<string, Draft>();
  const certain: { readonly patch: Patch; readonly parent: Draft }[] = [];

  for (const patch of parentsFirst(adapted.filter((one) => one.kind === 'patch'))) {
    const { root, address } = patch.raw;
    const found = index.resolve(patch.parent, root, patch.types);
    if (found.kind === 'found') {
      certain.push({ patch, parent: found.resource });
      index.alias(root, address, found.resource);
      aliases.set(`${root}#${address}`, found.resource.id);
    } else if (found.kind === 'unresolved') {
      doubts.push({ patch, reason: found.reason, candidates: found.candidates, bounded: found.bounded });
      // Nobody in the code whom it could mean: what it says is still judged, on a parent of its own.
      if (found.candidates.length === 0) partialParent(patch, `?${address}`, found.reason);
    } else {
      partialParent(patch, found.name, {
        kind: 'not-collected',
        detail: `the ${short(patch.types[0] ?? '')} that \`${address}\` belongs to is not in this code`,
      });
    }
  }
  for (const one of drafts) {
    const by = one.type === 'AWS::EC2::SecurityGroup' ? mentions.get(`${one.root}#${one.address}`) : undefined;
    if (by !== undefined) one.facts = { ...one.facts, entries: new Map([...one.facts.entries, ['MentionedBy', scalar(by, one.at)]]) };
  }
  for (const { patch, parent } of certain) apply(patch, parent);
  // Of satellites that could mean any parent of a type, the first that would say a thing makes it unknown in all of them: the rest add nothing.
  const said = new Set<string>();
  for (const { patch, reason, candidates, bounded } of doubts) {
    const says = `${patch.raw.root}#${patch.types.join()}#${[...patch.set, ...patch.append, ...patch.facts].map(([path]) => path).join()}`;
    if (!bounded && said.has(says)) continue;
    if (!bounded) said.add(says);
    for (const parent of candidates) doubt(patch, parent, reason);
  }
  return { resources: drafts, aliases };

  function partialParent(patch: Patch, name: string, reason: Reason): void {
    const { root, address } = patch.raw;
    const type = patch.types[0] ?? '';
    const key = `${root}#${type}#${name}`;
    let parent = partials.get(key);
    if (parent === undefined) {
      const { raw } = patch;
      parent = {
        ...identity(raw, type, address),
        properties: mapping([], raw.at, reason),
        facts: mapping([], raw.at, reason),
        partial: reason,
      };
      partials.set(key, parent);
      drafts.push(parent);
      index.alias(root, address, parent);
    }
    certain.push({ patch, parent });
    index.alias(root, address, parent);
    aliases.set(`${root}#${address}`, parent.id);
  }
}

/** Satellites that name their parent through another satellite come after that one, so that the answer does not depend on file order. */
function parentsFirst(patches: readonly Patch[]): readonly Patch[] {
  const byAddress = new Map<string, Patch[]>();
  for (const patch of patches) byAddress.set(key(patch, patch.raw.address), [...(byAddress.get(key(patch, patch.raw.address)) ?? []), patch]);
  const ordered = new Set<Patch>();
  const visiting = new Set<Patch>();
  const visit = (patch: Patch): void => {
    if (ordered.has(patch) || visiting.has(patch)) return;
    visiting.add(patch);
    const through = referenceOf(patch.parent);
    if (through !== undefined) for (const other of byAddress.get(key(patch, through.address)) ?? []) visit(other);
    visiting.delete(patch);
    ordered.add(patch);
  };
  patches.forEach(visit);
  return [...ordered];

  function key({ raw }: Patch, address: string): string {
    return `${raw.root}#${address}`;
  }
}

/** Whose a type is that is no cloud's. */
const providers: readonly (readonly [string, Provider])[] = [
  ['Demarc::Container::', 'container'],
  ['Demarc::Repository::', 'repository'],
  ['Demarc::Software::', 'repository'],
  ['Demarc::Vulnerability::', 'repository'],
  ['Demarc::Secret::', 'repository'],
];

function identity(raw: AdaptedResource['raw'], type: string, address: string): Omit<Draft, 'properties' | 'facts'> {
  const region = raw.region?.kind === 'scalar' ? String(raw.region.value) : undefined;
  return {
    id: raw.id ?? `${raw.root}#${address}`,
    type,
    provider: providers.find(([start]) => type.startsWith(start))?.[1] ?? 'aws',
    root: raw.root,
    address,
    displayAddress: raw.displayAddress,
    account: raw.account,
    region,
    basis: raw.basis,
    dialect: raw.dialect,
    sourceType: raw.type,
    at: raw.at,
    conditional: raw.conditional,
  };
}

function draft({ raw, type, address, properties, facts }: AdaptedResource): Draft {
  return { ...identity(raw, type, address), properties, facts };
}

/** Writes what a satellite says into its parent; each value keeps the satellite's address. */
function apply(patch: Patch, parent: Draft): void {
  const { address, conditional } = patch.raw;
  if (conditional !== undefined) return doubt(patch, parent, conditional);
  const properties = new Builder(parent.properties.at, parent.properties);
  for (const [path, value] of patch.set) properties.set(path, attribute(value, address));
  for (const [path, value] of patch.append) {
    properties.append(path, attribute(value, address));
    // Of a parent that only its satellites speak of, they may be a few of many.
    if (parent.partial !== undefined) properties.append(path, list([], value.at, parent.partial));
  }
  parent.properties = { ...properties.finish(), open: parent.properties.open };
  if (patch.facts.length > 0) {
    const facts = new Builder(parent.facts.at, parent.facts);
    for (const [path, value] of patch.facts) facts.set(path, attribute(value, address));
    parent.facts = { ...facts.finish(), open: parent.facts.open };
  }
}

/** The satellite may belong to this parent: what it would say is unknown there, unless the parent says it itself. */
function doubt(patch: Patch, parent: Draft, why: Reason): void {
  const reason: Reason = { ...why, detail: `\`${patch.raw.address}\` may apply to it: ${why.detail}` };
  const properties = new Builder(parent.properties.at, parent.properties);
  for (const [path, value] of patch.set) {
    if (properties.get(path) !== undefined) continue;
    // Where the object around it is absent, whether that exists is not known either.
    const keys = path.split('.');
    const missing = keys.findIndex((_, i) => properties.get(keys.slice(0, i + 1).join('.')) === undefined);
    properties.set(keys.slice(0, missing + 1).join('.'), unknown(reason, attributed(value.at, patch.raw.address)));
  }
  for (const [path, value] of patch.append) properties.append(path, list([], attributed(value.at, patch.raw.address), reason));
  parent.properties = { ...properties.finish(), open: parent.properties.open };
  if (patch.facts.length > 0) {
    const facts = new Builder(parent.facts.at, parent.facts);
    for (const [path, value] of patch.facts) if (facts.get(path) === undefined) facts.set(path, unknown(reason, attributed(value.at, patch.raw.address)));
    parent.facts = { ...facts.finish(), open: parent.facts.open };
  }
}

const short = (type: string): string => type.replace(/^AWS::/, '').replace('::', ' ');
