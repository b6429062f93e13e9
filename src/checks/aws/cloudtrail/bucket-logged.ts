import { because, holds, isPresent } from '../../../model/index.js';
import { everyLinked, someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudtrail-bucket-logged',
  title: 'Bucket of the trail logs who reads it',
  row: 'logging',
  severity: 'low',
  on: 'AWS::CloudTrail::Trail',
  why: 'Whoever reads or deletes the account\'s record should leave a record of that too.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: the lack is noticed in an investigation',
    effort: 'minutes: one setting on the bucket',
    reach: 'the evidence of everything else',
    trap: 'the trail records access to its own bucket; by default it does not',
  },
  applies: (_, { through }) => someLinked(through('S3BucketName', 'AWS::S3::Bucket'), () => holds()),
  evaluate: (_, { through }) =>
      because(
        everyLinked(through('S3BucketName', 'AWS::S3::Bucket'), ({ LoggingConfiguration: logging }) => isPresent(logging.DestinationBucketName)),
        (truth) => (truth === false ? 'the bucket of the trail keeps no access log' : undefined),
      ),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "trail-logs"
}
resource "aws_s3_bucket_logging" "b" {
  bucket        = aws_s3_bucket.b.id
  target_bucket = "access-logs"
}
resource "aws_cloudtrail" "t" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.b.id
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: trail-logs
      LoggingConfiguration: { DestinationBucketName: access-logs }
  T:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: !Ref B`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html'],
  equivalents: {
    trivy: equal('AVD-AWS-0163'),
    prowler: equal('cloudtrail_logs_s3_bucket_access_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "trail-logs"
        }
        resource "aws_s3_bucket_logging" "b" {
          bucket        = aws_s3_bucket.b.id
          target_bucket = "access-logs"
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
              BucketName: trail-logs
              LoggingConfiguration: { DestinationBucketName: access-logs }
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
        resource "aws_s3_bucket_logging" "b" {
          bucket        = aws_s3_bucket.b.id
          target_bucket = ""
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
              BucketName: trail-logs
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: !Ref B
      `,
    ],
    unknown: [
      tf`
        variable "target" {}
        resource "aws_s3_bucket" "b" {
          bucket = "trail-logs"
        }
        resource "aws_s3_bucket_logging" "b" {
          bucket        = aws_s3_bucket.b.id
          target_bucket = var.target
        }
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = aws_s3_bucket.b.id
        }
      `,
    ],
  },
});
