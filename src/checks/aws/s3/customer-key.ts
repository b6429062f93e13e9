import { all, oneOf, some } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-customer-key',
  title: 'Bucket encrypts with a KMS key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::S3::Bucket',
  why: 'Only a key of your own has a policy that you write: you can close it to an account or a role, and withdraw it at once when a bucket leaks.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: the setting is on the bucket',
    effort: 'an hour: a key, its policy, and kms:Decrypt for the readers',
    reach: 'every object that is written from now on',
    trap: 'aws:kms without a key of your own uses the key that AWS manages, whose policy nobody can narrow',
  },
  evaluate: ({ BucketEncryption: { ServerSideEncryptionConfiguration: rules } }) =>
      some(rules, ({ ServerSideEncryptionByDefault: rule }) => all(oneOf(rule.SSEAlgorithm, ['aws:kms', 'aws:kms:dsse']), customerKey(rule.KMSMasterKeyID))),
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
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html'],
  equivalents: {
    checkov: broader('CKV_AWS_145'),
    trivy: equal('AVD-AWS-0132'),
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
                      KMSMasterKeyID: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
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
              sse_algorithm     = "aws:kms"
              kms_master_key_id = "alias/aws/s3"
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
                      KMSMasterKeyID: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
    unknown: [
      tf`
        variable "key" {}
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
              kms_master_key_id = var.key
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
                      KMSMasterKeyID: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
  },
});
