import { any, atLeast, equals, isAbsent } from '../../../model/index.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-logs-retention-a-year',
  title: 'Log group keeps its logs for at least a year',
  row: 'logging',
  severity: 'low',
  on: 'AWS::Logs::LogGroup',
  why: 'Break-ins are found months later. Logs that expire sooner leave nobody able to tell what was taken.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: the lack is noticed in an investigation',
    effort: 'seconds, and storage for the longer time',
    reach: 'all logs of the group',
    trap: 'we would notice within a month',
  },
  evaluate: ({ RetentionInDays: days }) => any(isAbsent(days), equals(days, 0), atLeast(days, 365)),
  fix: {
    terraform: `resource "aws_cloudwatch_log_group" "l" {
  name              = "app"
  retention_in_days = 365
}`,
    cloudformation: `Resources:
  L:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 400`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention'],
  equivalents: {
    checkov: narrower('CKV_AWS_338'),
    prowler: narrower('cloudwatch_log_group_retention_policy_specific_days_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudwatch_log_group" "l" {
          name              = "app"
          retention_in_days = 365
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 400
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudwatch_log_group" "l" {
          name              = "app"
          retention_in_days = 30
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 7
      `,
    ],
    unknown: [
      tf`
        variable "days" {}
        resource "aws_cloudwatch_log_group" "l" {
          name              = "app"
          retention_in_days = var.days
        }
      `,
      cfn`
        Parameters:
          PDays:
            Type: String
        Resources:
          L:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: !Ref PDays
      `,
    ],
  },
});
