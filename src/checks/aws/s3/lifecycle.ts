import { equals, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-lifecycle',
  title: 'Bucket has a lifecycle rule',
  row: 'data',
  severity: 'info',
  on: 'AWS::S3::Bucket',
  why: 'Data that nobody needs any more still leaks. A rule that expires or archives it bounds what a breach can take, and what it costs to keep.',
  cwe: ['CWE-404'],
  judgement: {
    detection: 'easy: the setting is on the bucket',
    effort: 'minutes, once it is clear how long the data must be kept',
    reach: 'all objects that the rule covers',
    trap: 'storage is cheap, so keeping everything is free',
  },
  evaluate: ({ LifecycleConfiguration: lifecycle }) => some(lifecycle.Rules, (rule) => equals(rule.Status, 'Enabled')),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_lifecycle_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 365
    }
  }
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - Status: Enabled
            ExpirationInDays: 365`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_61'),
    prowler: equal('s3_bucket_lifecycle_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_lifecycle_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            id     = "old"
            status = "Enabled"
            expiration {
              days = 365
            }
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              LifecycleConfiguration:
                Rules:
                  - Status: Enabled
                    ExpirationInDays: 365
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_lifecycle_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            id     = "old"
            status = "Disabled"
            expiration {
              days = 365
            }
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              LifecycleConfiguration:
                Rules:
                  - Status: Disabled
                    ExpirationInDays: 365
      `,
    ],
    unknown: [
      tf`
        variable "status" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_lifecycle_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            id     = "old"
            status = var.status
            expiration {
              days = 365
            }
          }
        }
      `,
      cfn`
        Parameters:
          PStatus:
            Type: String
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              LifecycleConfiguration:
                Rules:
                  - Status: !Ref PStatus
                    ExpirationInDays: 365
      `,
    ],
  },
});
