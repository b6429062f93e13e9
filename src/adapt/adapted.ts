import type { CoverageLine, Mapping, Origin, RawResource, Tree } from '../model/index.js';

/** A resource in its provider's shape, before satellites are folded into it and edges are drawn. */
export interface AdaptedResource {
  readonly kind: 'resource';
  readonly type: string;
  readonly raw: RawResource;
  /** Differs from the raw address only for a second resource that one block makes. */
  readonly address: string;
  readonly properties: Mapping;
  readonly facts: Mapping;
}

/** What a satellite says of its parent: values to set, and members to append to lists, by schema path. */
export interface Patch {
  readonly kind: 'patch';
  readonly raw: RawResource;
  /** Types that the parent may have. */
  readonly types: readonly string[];
  /** The value that names the parent: a reference, a name, an ARN, or unknown. */
  readonly parent: Tree;
  readonly set: readonly (readonly [path: string, value: Tree])[];
  readonly append: readonly (readonly [path: string, value: Tree])[];
  readonly facts: readonly (readonly [path: string, value: Tree])[];
  readonly at: Origin;
}

export type Adapted = AdaptedResource | Patch;

/** How one source type becomes resources and patches. */
export interface AdaptRule {
  (raw: RawResource): readonly Adapted[];
  /** The types and schema paths that its table writes, for the test that holds tables to the schema. */
  readonly writes?: Written;
}

export interface Written {
  readonly types: readonly string[];
  readonly paths: readonly string[];
}

export interface AdaptResult {
  readonly adapted: readonly Adapted[];
  readonly coverage: readonly CoverageLine[];
  /** Who speaks of whom, unsupported types included: by `root#address` of the one spoken of. */
  readonly mentions: ReadonlyMap<string, string>;
}

/** What a service file gives: rules by Terraform type, and by CloudFormation type where that is not the schema as written. */
export interface ServiceRules {
  readonly terraform: Readonly<Record<string, AdaptRule>>;
  readonly cloudformation?: Readonly<Record<string, AdaptRule>>;
}
