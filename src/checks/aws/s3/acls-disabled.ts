import { equals, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-acls-disabled',
  title: 'Bucket has ACLs turned off',
  row: 'identity',
  severity: 'low',
  on: 'AWS::S3::Bucket',
  why: 'ACLs are a second, older way to grant access, set object by object and seen by nobody. With the bucket owner enforced, policies alone decide.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'hard: an ACL stands on each object',
    effort: 'minutes, unless other accounts write with ACLs',
    reach: 'every object of the bucket',
    trap: 'the bucket policy is strict, so the bucket is; an object\'s own ACL can still open it',
  },
  evaluate: ({ OwnershipControls: owner }) => some(owner.Rules, (rule) => equals(rule.ObjectOwnership, 'BucketOwnerEnforced')),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_ownership_controls" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      OwnershipControls:
        Rules:
          - ObjectOwnership: BucketOwnerEnforced`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_65'),
    prowler: equal('s3_bucket_acl_prohibited'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_ownership_controls" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            object_ownership = "BucketOwnerEnforced"
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: BucketOwnerEnforced
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_ownership_controls" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            object_ownership = "BucketOwnerPreferred"
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: ObjectWriter
      `,
    ],
    unknown: [
      tf`
        variable "owner" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_ownership_controls" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            object_ownership = var.owner
          }
        }
      `,
      cfn`
        Parameters:
          POwner:
            Type: String
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: !Ref POwner
      `,
    ],
  },
});
