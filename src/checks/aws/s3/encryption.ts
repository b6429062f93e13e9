import { every, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-encryption',
  title: 'Bucket encrypts new objects at rest',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::S3::Bucket',
  why: 'Objects that are stored in the clear are readable to whoever gets at the storage below S3, and no key can be withdrawn to stop it. S3 encrypts by itself since January 2023; a configuration that names no known algorithm asks for something else.',
  cwe: ['CWE-311', 'CWE-312'],
  judgement: {
    detection: 'easy: the setting is on the bucket',
    effort: 'minutes; older objects must be copied onto themselves',
    reach: 'every object that is written from now on',
    trap: 'the default encrypts new objects only; what was there before stays as it was',
  },
  evaluate: ({ BucketEncryption: { ServerSideEncryptionConfiguration: rules } }) => every(rules, (rule) => oneOf(rule.ServerSideEncryptionByDefault.SSEAlgorithm, ['AES256', 'aws:kms', 'aws:kms:dsse'])),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: AES256`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_19'),
    trivy: equal('AVD-AWS-0088'),
    prowler: equal('s3_bucket_default_encryption'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm = "aws:kms"
            }
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm = "none"
            }
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: none
      `,
    ],
    unknown: [
      tf`
        variable "algorithm" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm = var.algorithm
            }
          }
        }
      `,
      cfn`
        Parameters:
          PAlgorithm:
            Type: String
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: !Ref PAlgorithm
      `,
    ],
  },
});
