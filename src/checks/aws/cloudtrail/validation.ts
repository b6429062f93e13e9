import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudtrail-validation',
  title: 'Trail signs its log files',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::CloudTrail::Trail',
  why: 'An intruder who can write to the log bucket removes the traces. Digest files, signed by CloudTrail, prove what was changed or deleted since.',
  cwe: ['CWE-354', 'CWE-345'],
  judgement: {
    detection: 'hard: a doctored log looks like a quiet day',
    effort: 'seconds: one flag',
    reach: 'the worth of all logs as evidence',
    trap: 'logs in S3 cannot be changed',
  },
  evaluate: ({ EnableLogFileValidation: validation }) => isTrue(validation),
  fix: {
    terraform: `resource "aws_cloudtrail" "t" {
  name                       = "trail"
  s3_bucket_name             = "trail-logs"
  enable_log_file_validation = true
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: trail-logs
      EnableLogFileValidation: true`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html'],
  equivalents: {
    checkov: equal('CKV_AWS_36'),
    trivy: equal('AVD-AWS-0016'),
    prowler: equal('cloudtrail_log_file_validation_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudtrail" "t" {
          name                       = "trail"
          s3_bucket_name             = "trail-logs"
          enable_log_file_validation = true
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              EnableLogFileValidation: true
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudtrail" "t" {
          name                       = "trail"
          s3_bucket_name             = "trail-logs"
          enable_log_file_validation = false
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              EnableLogFileValidation: false
      `,
    ],
    unknown: [
      tf`
        variable "validate" {}
        resource "aws_cloudtrail" "t" {
          name                       = "trail"
          s3_bucket_name             = "trail-logs"
          enable_log_file_validation = var.validate
        }
      `,
      cfn`
        Parameters:
          PValidate:
            Type: String
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              EnableLogFileValidation: !Ref PValidate
      `,
    ],
  },
});
