/** The documents of the AWS-managed policies of the partition `aws`, in their default version on the day of the data. Unpacked when first asked for. */
import { brotliDecompressSync } from 'node:zlib';
import type { Json } from '../../model/index.js';
import packed from './managed-packed.js';

export interface ManagedPolicy {
  readonly arn: string;
  /** The default version: `v1`. */
  readonly version: string;
  /** ISO date of its last change. */
  readonly updated: string;
  readonly document: Json;
}

interface Table {
  readonly source: { readonly name: string; readonly version: string; readonly date: string };
  /** Row by path: `/job-function/Billing`. */
  readonly rows: ReadonlyMap<string, string>;
}

const PREFIX = 'arn:aws:iam::aws:policy';
let table: Table | undefined;

function unpack(): Table {
  if (table !== undefined) return table;
  const [head = '', ...rows] = brotliDecompressSync(Buffer.from(packed[0] ?? '', 'base64')).toString('utf8').split('\n');
  const [name = '', version = '', date = ''] = head.split('\t');
  return (table = { source: { name, version, date }, rows: new Map(rows.map((row) => [row.slice(0, row.indexOf('\t')), row])) });
}

/** Where the documents come from, and the day of the newest change in them. */
export const managedPolicySource = (): Table['source'] => unpack().source;

/** The ARNs of all policies, sorted. */
export const managedPolicyArns = (): readonly string[] => [...unpack().rows.keys()].map((path) => PREFIX + path);

const decoded = new Map<string, ManagedPolicy>();

/** A policy with its version. */
export function managedPolicyDetails(arn: string): ManagedPolicy | undefined {
  // Only AWS's own policies have this prefix; those of other partitions have the same names but may say other things.
  if (!arn.startsWith(`${PREFIX}/`)) return undefined;
  const found = decoded.get(arn);
  if (found !== undefined) return found;
  const row = unpack().rows.get(arn.slice(PREFIX.length));
  if (row === undefined) return undefined;
  const [, version = '', updated = '', document = ''] = row.split('\t');
  const made: ManagedPolicy = { arn, version, updated, document: JSON.parse(document) as Json };
  decoded.set(arn, made);
  return made;
}

/** The document of `arn:aws:iam::aws:policy/…`; undefined for any other ARN and for a policy that AWS did not have on that day. */
export const managedPolicy = (arn: string): Json | undefined => managedPolicyDetails(arn)?.document;

let byName: ReadonlyMap<string, string> | undefined;

/** The ARN of a policy by its name alone, as `data "aws_iam_policy"` may give it. Names are unique whatever the path. */
export function managedPolicyArn(name: string): string | undefined {
  byName ??= new Map([...unpack().rows.keys()].map((path) => [path.slice(path.lastIndexOf('/') + 1), PREFIX + path]));
  return byName.get(name);
}
