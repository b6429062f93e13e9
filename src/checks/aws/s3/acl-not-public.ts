import { any, not } from '../../../model/index.js';
import { aclsHeldBack, publicAcl } from './exposure.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-acl-not-public',
  title: 'Bucket ACL grants nothing to everyone',
  row: 'data',
  severity: 'high',
  on: 'AWS::S3::Bucket',
  why: 'A public ACL hands out listing, reading or writing to all users or to every AWS account of the world, whatever the bucket policy says.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for strangers, who only need the name',
    effort: 'minutes: set the ACL to private, or turn ACLs off',
    reach: 'the listing of the bucket and, with public-read-write, everything that is ever put there',
    trap: '"authenticated users" sounds like your users; it means anyone with an AWS account',
  },
  evaluate: (bucket, context) => any(not(publicAcl(bucket, context)), aclsHeldBack(bucket, context)),
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
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl'],
  equivalents: {
    checkov: broader('CKV_AWS_20', 'CKV_AWS_57', 'CKV2_AWS_43', 'CKV_AWS_375', 'CKV_AWS_379'),
    trivy: broader('AVD-AWS-0092'),
    prowler: broader('s3_bucket_public_list_acl', 's3_bucket_public_write_acl'),
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
        resource "aws_s3_bucket_acl" "b" {
          bucket = aws_s3_bucket.b.id
          acl    = "public-read-write"
        }
      `,
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_acl" "b" {
          bucket = aws_s3_bucket.b.id
          access_control_policy {
            grant {
              grantee {
                type = "Group"
                uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
              }
              permission = "READ"
            }
            owner {
              id = "abc"
            }
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: AuthenticatedRead
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
