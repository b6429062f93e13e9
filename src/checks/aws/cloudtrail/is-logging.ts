import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudtrail-is-logging',
  title: 'Trail is switched on',
  row: 'logging',
  severity: 'high',
  on: 'AWS::CloudTrail::Trail',
  why: 'A trail that exists but does not log looks right in every inventory and records nothing. Switching it off is among the first things an intruder does.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: the trail is there',
    effort: 'seconds',
    reach: 'the whole record of the account',
    trap: 'the trail exists, so it logs',
  },
  evaluate: ({ IsLogging: on }) => isTrue(on),
  fix: {
    terraform: `resource "aws_cloudtrail" "t" {
  name           = "trail"
  s3_bucket_name = "trail-logs"
  enable_logging = true
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::CloudTrail::Trail
    Properties:
      S3BucketName: trail-logs
      IsLogging: true`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html'],
  equivalents: {
    checkov: equal('CKV_AWS_251'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          enable_logging = true
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              S3BucketName: trail-logs
              IsLogging: true
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          enable_logging = false
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              S3BucketName: trail-logs
              IsLogging: false
      `,
    ],
    unknown: [
      tf`
        variable "on" {}
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          enable_logging = var.on
        }
      `,
      cfn`
        Parameters:
          POn:
            Type: String
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              S3BucketName: trail-logs
              IsLogging: !Ref POn
      `,
    ],
  },
});
