/** Which resources outsiders reach, each with a request that gets in. */
import { accountIn, exists, type Existence } from '../iam/index.js';
import { OWN_ACCOUNT } from '../iam/rename.js';
import { publicByBlockPublicAccess } from '../iam/s3-public.js';
import { at, type Resource } from '../model/index.js';
import { some3 } from '../iam/truth.js';
import type { Truth } from '../model/index.js';
import { guardedIn, type Guarded } from './guarded.js';
import type { World } from './world.js';

export interface Exposure extends Existence {
  readonly resource: Resource;
  readonly arn: string;
  /** Why the policies' words have no effect: a block that the code turns on. */
  readonly heldBack?: string;
}

export interface ZoneOptions {
  /** Other accounts that are trusted. */
  readonly trusted?: readonly string[];
  readonly organization?: string;
}

/** Every resource with a policy, permission or ACL, with how far it is open. */
export function exposuresIn(world: World, zone: ZoneOptions = {}): readonly Exposure[] {
  const accountBlock = world.resources.some(({ type, properties }) => type === 'Demarc::S3::AccountPublicAccessBlock' && isTrue(properties, 'RestrictPublicBuckets'));
  const guests = guestPoolsIn(world);
  return guardedIn(world).map((guarded) => exposureOf(guarded, world, zone, accountBlock, guests));
}

/** Identity pools of the code that take in guests, as their tokens name them. */
export const guestPoolsIn = ({ resources, names }: World): readonly string[] =>
  resources.filter(({ type, properties }) => type === 'AWS::Cognito::IdentityPool' && isTrue(properties, 'AllowUnauthenticatedIdentities')).map((pool) => names.name(pool));

function exposureOf({ resource, arn, policies, targets }: Guarded, { account, around }: World, { trusted, organization }: ZoneOptions, accountBlock: boolean, guests: readonly string[]): Exposure {
  if (resource.type === 'AWS::S3::Bucket' && (accountBlock || isTrue(resource.properties, 'PublicAccessBlockConfiguration', 'RestrictPublicBuckets'))) {
    // Restricted buckets with a public policy answer their own account and AWS services only.
    const open: Truth = some3(policies.documents, ({ policy }) => publicByBlockPublicAccess(policy));
    if (open === true) return { resource, arn, reach: 'none', heldBack: 'Block Public Access restricts the bucket, whose policy is public, to its own account' };
  }
  const guestPools = resource.type === 'AWS::IAM::Role' ? guests : undefined;
  return { resource, arn, ...exists({ resource: policies, rcps: around.rcps, targets, guestPools, zone: { account: (account === OWN_ACCOUNT ? accountIn(policies.documents.flatMap(({ policy }) => policy.statements)) : undefined) ?? account, accounts: trusted, organization } }) };
}

function isTrue(tree: Parameters<typeof at>[0], ...path: readonly string[]): boolean {
  const value = at(tree, ...path);
  return value?.kind === 'scalar' && String(value.value) === 'true';
}
