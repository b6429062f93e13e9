import { oneOf, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-kms-encryption',
  title: 'Bucket encrypts with a KMS key',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::S3::Bucket',
  why: 'With keys of S3 whoever may read the object may decrypt it. A KMS key is a second lock with its own policy and its own audit trail, which an accidental grant on the bucket does not open.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: the setting is on the bucket',
    effort: 'an hour: readers need kms:Decrypt, and requests to the key cost a little',
    reach: 'every object that is written from now on',
    trap: 'encrypted is encrypted; but AES256 protects against nobody who has s3:GetObject',
  },
  evaluate: ({ BucketEncryption: { ServerSideEncryptionConfiguration: rules } }) => some(rules, (rule) => oneOf(rule.ServerSideEncryptionByDefault.SSEAlgorithm, ['aws:kms', 'aws:kms:dsse'])),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  enable_key_rotation = true
}
resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.k.arn
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
              SSEAlgorithm: aws:kms`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_145'),
    trivy: narrower('AVD-AWS-0132'),
    prowler: equal('s3_bucket_kms_encryption'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm     = "aws:kms"
              kms_master_key_id = aws_kms_key.k.arn
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
                      SSEAlgorithm: aws:kms
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm     = "AES256"
              kms_master_key_id = aws_kms_key.k.arn
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
    unknown: [
      tf`
        variable "algorithm" {}
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm     = var.algorithm
              kms_master_key_id = aws_kms_key.k.arn
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
