/** What S3 counts as public, and what holds it back: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
import { letsInAnyone } from '../../../iam/index.js';
import { all, any, because, child, cursor, decide, equals, evidenceOf, isTrue, matches, oneOf, some, type Condition, type Field, type Json, type View } from '../../../model/index.js';
import type { CheckContext, PropertiesOf } from '../../define.js';
import { someLinked } from '../../linked.js';
import { ofPolicy } from '../policies.js';

type Bucket = PropertiesOf<'AWS::S3::Bucket'>;

/** The code says so itself, and not the documented default: a public grant that is written means a bucket where the default is off. */
const written = (field: Field<unknown>): Condition => decide(cursor(field).state !== 'default' && cursor(field).state !== 'absent', [evidenceOf(field)]);

/** An ACL, canned or in grants, that gives all users or all AWS accounts anything. */
export function publicAcl({ AccessControl: canned }: Bucket, { facts }: CheckContext): Condition {
  return any(
    because(oneOf(canned, ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead']), 'the canned ACL is public'),
    some(facts.Grants as View<readonly Json[]>, (grant) =>
      because(matches(child<string>(child(grant, 'Grantee'), 'URI'), /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/), 'a grant is for everyone'),
    ),
  );
}

/** ACLs are off or public ones ignored, by the bucket itself or by an account setting in the same code. */
export function aclsHeldBack({ PublicAccessBlockConfiguration: block, OwnershipControls: owner }: Bucket, { all: every }: CheckContext): Condition {
  return any(
    all(written(block), isTrue(block.IgnorePublicAcls)),
    all(written(owner), some(owner.Rules, (rule) => equals(rule.ObjectOwnership, 'BucketOwnerEnforced'))),
    someLinked(every('Demarc::S3::AccountPublicAccessBlock'), (account) => isTrue(account.IgnorePublicAcls)),
  );
}

/** A policy that lets in anyone. */
export const publicPolicy = ({ pointingHere }: CheckContext): Condition =>
  someLinked(pointingHere('AWS::S3::BucketPolicy'), ({ PolicyDocument: policy }) => because(ofPolicy(policy, letsInAnyone), 'a statement of the bucket policy is for everyone'));

/** Public policies lose their effect on outsiders. */
export function policyHeldBack({ PublicAccessBlockConfiguration: block }: Bucket, { all: every }: CheckContext): Condition {
  return any(
    all(written(block), isTrue(block.RestrictPublicBuckets)),
    someLinked(every('Demarc::S3::AccountPublicAccessBlock'), (account) => isTrue(account.RestrictPublicBuckets)),
  );
}
