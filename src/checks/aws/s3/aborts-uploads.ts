import { all, equals, isPresent, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-aborts-uploads',
  title: 'Lifecycle rules clear away uploads that never finished',
  row: 'data',
  severity: 'info',
  on: 'AWS::S3::Bucket',
  why: 'Parts of broken uploads are in no listing, so nobody sees them, encrypts them anew or deletes them; they stay until a rule clears them.',
  cwe: ['CWE-404', 'CWE-459'],
  judgement: {
    detection: 'hard: the parts appear in no listing',
    effort: 'minutes: one more rule',
    reach: 'all uploads in parts',
    trap: 'a failed upload leaves nothing behind',
  },
  applies: ({ LifecycleConfiguration: lifecycle }) => isPresent(lifecycle),
  evaluate: ({ LifecycleConfiguration: lifecycle }) =>
      some(lifecycle.Rules, (rule) => all(equals(rule.Status, 'Enabled'), isPresent(rule.AbortIncompleteMultipartUpload.DaysAfterInitiation))),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_lifecycle_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    id     = "uploads"
    status = "Enabled"
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
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
            AbortIncompleteMultipartUpload:
              DaysAfterInitiation: 7`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html'],
  equivalents: {
    checkov: equal('CKV_AWS_300'),
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
            id     = "uploads"
            status = "Enabled"
            abort_incomplete_multipart_upload {
              days_after_initiation = 7
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
                    AbortIncompleteMultipartUpload:
                      DaysAfterInitiation: 7
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
            id     = "uploads"
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
                  - Status: Disabled
                    AbortIncompleteMultipartUpload:
                      DaysAfterInitiation: 7
      `,
    ],
    unknown: [
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
                    AbortIncompleteMultipartUpload:
                      DaysAfterInitiation: 7
      `,
    ],
  },
});
