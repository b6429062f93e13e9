import { all, any, because, holds, not } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { aclsHeldBack, policyHeldBack, publicAcl, publicPolicy } from '../s3/exposure.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudtrail-bucket-not-public',
  title: 'Bucket of the trail is not public',
  row: 'data',
  severity: 'critical',
  on: 'AWS::CloudTrail::Trail',
  why: 'The record of every call tells strangers accounts, roles, names and habits: the map for the next break-in.',
  cwe: ['CWE-532', 'CWE-732'],
  judgement: {
    detection: 'easy for strangers',
    effort: 'minutes',
    reach: 'the whole record of the account',
    trap: 'logs are not secret',
  },
  applies: (_, { through }) => someLinked(through('S3BucketName', 'AWS::S3::Bucket'), () => holds()),
  evaluate: (_, { through, from }) =>
      because(
        not(
          someLinked(through('S3BucketName', 'AWS::S3::Bucket'), (bucket, { resource }) => {
            const there = from(resource);
            return any(all(publicAcl(bucket, there), not(aclsHeldBack(bucket, there))), all(publicPolicy(there), not(policyHeldBack(bucket, there))));
          }),
        ),
        (truth) => (truth === false ? 'the bucket of the trail is public' : undefined),
      ),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "trail-logs"
}
resource "aws_s3_bucket_acl" "b" {
  bucket = aws_s3_bucket.b.id
  acl    = "private"
}
resource "aws_cloudtrail" "t" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.b.id
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private
  T:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: !Ref B`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html'],
  equivalents: {
    trivy: equal('AVD-AWS-0161'),
    prowler: equal('cloudtrail_logs_s3_bucket_is_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "trail-logs"
        }
        resource "aws_s3_bucket_acl" "b" {
          bucket = aws_s3_bucket.b.id
          acl    = "private"
        }
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = aws_s3_bucket.b.id
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: Private
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: !Ref B
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "trail-logs"
        }
        resource "aws_s3_bucket_acl" "b" {
          bucket = aws_s3_bucket.b.id
          acl    = "public-read"
        }
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = aws_s3_bucket.b.id
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: PublicRead
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: !Ref B
      `,
    ],
    unknown: [
      tf`
        variable "acl" {}
        resource "aws_s3_bucket" "b" {
          bucket = "trail-logs"
        }
        resource "aws_s3_bucket_acl" "b" {
          bucket = aws_s3_bucket.b.id
          acl    = var.acl
        }
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = aws_s3_bucket.b.id
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
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: !Ref B
      `,
    ],
  },
});
