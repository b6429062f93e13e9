import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudtrail-customer-key',
  title: 'Trail encrypts its logs with a KMS key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::CloudTrail::Trail',
  why: 'The logs tell an attacker who may do what. With a key of your own, reading the bucket is not enough to read them, and each reading is recorded.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: the key stands on the trail',
    effort: 'an hour: a key whose policy lets CloudTrail encrypt',
    reach: 'all logs of the trail',
    trap: 'S3 encrypts the bucket anyway; with a key that opens to all who may read it',
  },
  evaluate: ({ KMSKeyId: key }) => customerKey(key),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  enable_key_rotation = true
}
resource "aws_cloudtrail" "t" {
  name           = "trail"
  s3_bucket_name = "trail-logs"
  kms_key_id     = aws_kms_key.k.arn
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: trail-logs
      KMSKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html'],
  equivalents: {
    checkov: equal('CKV_AWS_35'),
    trivy: equal('AVD-AWS-0015'),
    prowler: equal('cloudtrail_kms_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          kms_key_id     = aws_kms_key.k.arn
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              KMSKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          kms_key_id     = null
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
      `,
    ],
    unknown: [
      tf`
        variable "key" {}
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          kms_key_id     = var.key
        }
      `,
      cfn`
        Parameters:
          PKey:
            Type: String
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              KMSKeyId: !Ref PKey
      `,
    ],
  },
});
