import { all, any, because, not } from '../../../model/index.js';
import { aclsHeldBack, policyHeldBack, publicAcl, publicPolicy } from './exposure.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-not-public',
  title: 'Bucket is not public through its ACL or policy',
  row: 'data',
  severity: 'critical',
  on: 'AWS::S3::Bucket',
  why: 'Anyone on the internet can read, or even write, the objects of a public bucket. It is the plainest way in which customer data leaks in bulk, and scanners find such buckets within hours.',
  cwe: ['CWE-732', 'CWE-284', 'CWE-200'],
  judgement: {
    detection: 'easy for strangers, who scan bucket names all day; hard for the owner, who sees no failed request',
    effort: 'minutes, once the real readers are named or served through CloudFront',
    reach: 'every object that the ACL or policy covers',
    trap: 'the account blocks public access, so this bucket must be fine (until someone lifts the block for one website)',
  },
  evaluate: (bucket, context) =>
    because(
      not(any(all(publicAcl(bucket, context), not(aclsHeldBack(bucket, context))), all(publicPolicy(context), not(policyHeldBack(bucket, context))))),
      (truth) => (truth === false ? 'the bucket is public, unless a block on the account that this code does not show overrules it' : undefined),
    ),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_acl" "b" {
  bucket = aws_s3_bucket.b.id
  acl    = "private"
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status'],
  equivalents: {
    prowler: broader('s3_bucket_public_access', 's3_bucket_policy_public_write_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_acl" "b" {
          bucket = aws_s3_bucket.b.id
          acl    = "private"
        }
      `,
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_public_access_block" "b" {
          bucket                  = aws_s3_bucket.b.id
          ignore_public_acls      = true
          restrict_public_buckets = true
        }
        resource "aws_s3_bucket_acl" "b" {
          bucket = aws_s3_bucket.b.id
          acl    = "public-read"
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: Private
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_policy" "b" {
          bucket = aws_s3_bucket.b.id
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = "*"
              Action    = "s3:GetObject"
              Resource  = "\${aws_s3_bucket.b.arn}/*"
            }]
          })
        }
      `,
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_acl" "b" {
          bucket = aws_s3_bucket.b.id
          acl    = "public-read"
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: PublicRead
      `,
    ],
    unknown: [
      tf`
        variable "acl" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_acl" "b" {
          bucket = aws_s3_bucket.b.id
          acl    = var.acl
        }
      `,
      cfn`
        Parameters:
          PAcl:
            Type: String
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !Ref PAcl
      `,
    ],
  },
});
