import { all, isTrue } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-public-access-block',
  title: 'Bucket turns on all four public access blocks',
  row: 'data',
  severity: 'high',
  on: 'AWS::S3::Bucket',
  why: 'One stray ACL or policy can publish every object of a bucket; these four settings overrule both. Exposed storage is how most bulk leaks of cloud data began.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy: the setting is visible on the bucket, but nobody looks until the data is found by a stranger',
    effort: 'minutes, unless a website or a partner reads the bucket directly',
    reach: 'every object of the bucket, now and later',
    trap: 'a bucket that is private today is taken for one that stays private',
  },
  evaluate: ({ PublicAccessBlockConfiguration: block }) =>
    all(isTrue(block.BlockPublicAcls), isTrue(block.IgnorePublicAcls), isTrue(block.BlockPublicPolicy), isTrue(block.RestrictPublicBuckets)),
  fix: {
    terraform: `resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
    cloudformation: `PublicAccessBlockConfiguration:
  BlockPublicAcls: true
  IgnorePublicAcls: true
  BlockPublicPolicy: true
  RestrictPublicBuckets: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  equivalents: {
    checkov: broader('CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55', 'CKV_AWS_56', 'CKV2_AWS_6'),
    trivy: broader('AVD-AWS-0086', 'AVD-AWS-0087', 'AVD-AWS-0091', 'AVD-AWS-0093', 'AVD-AWS-0094'),
    prowler: broader('s3_bucket_level_public_access_block'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_public_access_block" "b" {
          bucket                  = aws_s3_bucket.b.id
          block_public_acls       = true
          ignore_public_acls      = true
          block_public_policy     = true
          restrict_public_buckets = true
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                IgnorePublicAcls: true
                BlockPublicPolicy: true
                RestrictPublicBuckets: true
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_public_access_block" "b" {
          bucket            = aws_s3_bucket.b.id
          block_public_acls = true
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                IgnorePublicAcls: true
                BlockPublicPolicy: false
                RestrictPublicBuckets: true
      `,
    ],
    unknown: [
      tf`
        variable "block" {
          type = bool
        }
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_public_access_block" "b" {
          bucket                  = aws_s3_bucket.b.id
          block_public_acls       = var.block
          ignore_public_acls      = true
          block_public_policy     = true
          restrict_public_buckets = true
        }
      `,
    ],
  },
});
