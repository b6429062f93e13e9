import { isPresent } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudtrail-cloudwatch-logs',
  title: 'Trail sends its events to CloudWatch Logs',
  row: 'logging',
  severity: 'low',
  on: 'AWS::CloudTrail::Trail',
  why: 'Files in a bucket are read after the fact. Alarms on a root login or a deleted trail need the events as they come.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: the setting is on the trail',
    effort: 'an hour: a log group and a role',
    reach: 'every alarm on what happens in the account',
    trap: 'the trail is on, so somebody would notice',
  },
  evaluate: ({ CloudWatchLogsLogGroupArn: group }) => isPresent(group),
  fix: {
    terraform: `resource "aws_cloudwatch_log_group" "l" {
  name = "trail"
}
resource "aws_cloudtrail" "t" {
  name                       = "trail"
  s3_bucket_name             = "trail-logs"
  cloud_watch_logs_group_arn = "\${aws_cloudwatch_log_group.l.arn}:*"
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: trail-logs
      CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:trail:*`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_10'),
    trivy: equal('AVD-AWS-0162'),
    prowler: broader('cloudtrail_cloudwatch_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudwatch_log_group" "l" {
          name = "trail"
        }
        resource "aws_cloudtrail" "t" {
          name                       = "trail"
          s3_bucket_name             = "trail-logs"
          cloud_watch_logs_group_arn = "\${aws_cloudwatch_log_group.l.arn}:*"
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:trail:*
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudwatch_log_group" "l" {
          name = "trail"
        }
        resource "aws_cloudtrail" "t" {
          name                       = "trail"
          s3_bucket_name             = "trail-logs"
          cloud_watch_logs_group_arn = null
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
        variable "group" {}
        resource "aws_cloudwatch_log_group" "l" {
          name = "trail"
        }
        resource "aws_cloudtrail" "t" {
          name                       = "trail"
          s3_bucket_name             = "trail-logs"
          cloud_watch_logs_group_arn = var.group
        }
      `,
      cfn`
        Parameters:
          PGroup:
            Type: String
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              CloudWatchLogsLogGroupArn: !Ref PGroup
      `,
    ],
  },
});
