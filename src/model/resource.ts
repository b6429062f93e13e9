import type { Origin } from './origin.js';
import type { Reason } from './reason.js';
import type { Mapping, Reference, Tree } from './tree.js';

export type Provider = 'aws' | 'gcp' | 'azure' | 'kubernetes' | 'container' | 'repository';
/** How the resource is known: written in code, computed by a plan, or read from the live account. */
export type Basis = 'declared' | 'planned' | 'observed';
/** The language it was read from; decides which documented defaults apply and how a fix is written. */
export type Dialect = 'terraform' | 'cloudformation' | 'api' | 'dockerfile' | 'compose';

/**
 * What a source hands to adapt: one block, template entry or API object in the source's own shape.
 * `arguments` of Terraform: attributes by name; a nested block is always a List of Mappings under its block name,
 * whatever its maximum count. CloudFormation: `Properties`.
 */
export interface RawResource {
  readonly dialect: Dialect;
  /** The source's own type: `aws_s3_bucket`, `data.aws_iam_policy_document` (with `data.`), `AWS::S3::Bucket`. */
  readonly type: string;
  /** ARN, when observed. */
  readonly id?: string;
  /** Absolute address within the root: `module.a.aws_s3_bucket.b["k"]`, `Outer.Inner`. */
  readonly address: string;
  readonly displayAddress?: string;
  readonly root: string;
  readonly basis: Basis;
  readonly arguments: Mapping;
  /** CloudFormation attributes beside Properties (DeletionPolicy …), Terraform's lifecycle; facts for adapt. */
  readonly meta?: Mapping;
  /** Where the block header stands. */
  readonly at: Origin;
  readonly region?: Tree;
  readonly account?: string;
  /** Set when it is not known whether the resource exists at all (unknown count or condition). */
  readonly conditional?: Reason;
}

/** A typed edge to another resource. */
export interface Edge {
  /** Property path that holds it: `Bucket`, `VpcConfig.SecurityGroupIds[0]`. */
  readonly path: string;
  readonly to: Resource;
  readonly at: Origin;
}

/** An edge whose far end could not be resolved. */
export interface LooseEdge {
  readonly path: string;
  /** Types that it could point to. */
  readonly types: readonly string[];
  readonly reason: Reason;
  /** The resources of this root that it could mean; undefined: any of the types. */
  readonly mayBe?: readonly Resource[];
  readonly at: Origin;
}

/** A resource in the shape that its provider documents. */
export interface Resource {
  /** ARN or the provider's id when observed, else `root#address`. Unique in a scan. */
  readonly id: string;
  /** CloudFormation type name, or a `Demarc::` pseudo-type. */
  readonly type: string;
  readonly provider: Provider;
  readonly root: string;
  readonly address: string;
  readonly displayAddress?: string;
  readonly account?: string;
  readonly region?: string;
  readonly basis: Basis;
  readonly dialect: Dialect;
  /** The source's own type, for messages and fixes. */
  readonly sourceType: string;
  /** Only what the provider's schema holds. */
  readonly properties: Mapping;
  /** What that schema cannot hold, by API field name. */
  readonly facts: Mapping;
  /** Where its header stands. */
  readonly at: Origin;
  /** Set on a parent that is known only through its satellites: what they do not say is unknown. */
  readonly partial?: Reason;
  readonly conditional?: Reason;
  readonly edges: readonly Edge[];
  readonly loose: readonly LooseEdge[];
}

/** What sources and adapt report beside resources. */
export interface CoverageLine {
  readonly source: string;
  readonly subject: string;
  readonly asked: string;
  readonly answered: boolean;
  readonly reason?: string;
  /** It is so in every scan, by design: one is complete without the answer. */
  readonly always?: true;
}

export interface SourceError {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

export type { Reference };
