import { equals, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-logging',
  title: 'Bucket logs the requests to it',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::S3::Bucket',
  why: 'After a leak the first question is who read what. Without access logs (or data events in CloudTrail) there is no answer, and every object must be presumed read.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: the setting is on the bucket; its lack is noticed in an investigation',
    effort: 'minutes: a log bucket and one setting',
    reach: 'every request to the bucket',
    trap: 'CloudTrail is on; but by default it records no reads of objects',
  },
  applies: ({ AccessControl: acl }) => not(equals(acl, 'LogDeliveryWrite')),
  evaluate: ({ LoggingConfiguration: logging }) => isPresent(logging.DestinationBucketName),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_logging" "b" {
  bucket        = aws_s3_bucket.b.id
  target_bucket = "photos-logs"
  target_prefix = "photos/"
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: photos
      LoggingConfiguration:
        DestinationBucketName: photos-logs`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_18'),
    trivy: equal('AVD-AWS-0089'),
    prowler: equal('s3_bucket_server_access_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_logging" "b" {
          bucket        = aws_s3_bucket.b.id
          target_bucket = "photos-logs"
          target_prefix = "photos/"
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: photos
              LoggingConfiguration:
                DestinationBucketName: photos-logs
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: photos
      `,
    ],
    unknown: [
      tf`
        variable "bucket" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_logging" "b" {
          bucket        = var.bucket
          target_bucket = "photos-logs"
          target_prefix = "photos/"
        } 
      `,
    ],
  },
});
