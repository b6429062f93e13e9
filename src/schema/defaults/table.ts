/** How the tables of defaults are written: a path, then what holds when it is left out, per dialect, each with its page. */
import type { Dialect } from '../../model/resource.js';
import type { Json } from '../../model/tree.js';

export interface DefaultRow {
  readonly dialects: readonly Dialect[];
  readonly value: Json;
  /** Undefined: the property's own place in the CloudFormation reference. */
  readonly reference?: string;
}

/** Rows by property path (no list indexes), by type. Below a path that has a default itself, a leaf's row holds where the parent is written. */
export type DefaultTable = Readonly<Record<string, Readonly<Record<string, readonly DefaultRow[]>>>>;

/** A template that leaves it out. Without a page of its own, the reference is the property's entry in the CloudFormation reference. */
export const template = (value: Json, reference?: string): DefaultRow => ({ dialects: ['cloudformation'], value, reference });

/** Terraform code that leaves it out; `page` as in `db_instance#storage_encrypted`. */
export const terraform = (value: Json, page: string): DefaultRow => ({
  dialects: ['terraform'],
  value,
  reference: `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${page}`,
});

/** Code of either kind: the service itself decides. */
export const written = (value: Json, reference?: string): DefaultRow => ({ dialects: ['cloudformation', 'terraform'], value, reference });

/** What it means that a reply of the API lacks the field. Given only where the documentation says so: replies name nearly everything. */
export const reply = (value: Json, reference: string): DefaultRow => ({ dialects: ['api'], value, reference });

/** A page of the AWS documentation. */
export const aws = (path: string): string => `https://docs.aws.amazon.com/${path}`;
