import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-logs-retention-set',
  title: 'Log group says how long it keeps its logs',
  row: 'logging',
  severity: 'info',
  on: 'AWS::Logs::LogGroup',
  why: 'Left out, logs are kept for ever: personal data outstays its purpose and the bill grows. Said too short, the trace of a break-in is gone before it is found.',
  cwe: ['CWE-779', 'CWE-404'],
  judgement: {
    detection: 'easy: the setting is on the log group',
    effort: 'seconds',
    reach: 'all logs of the group',
    trap: 'AWS cleans up old logs',
  },
  evaluate: ({ RetentionInDays: days }) => isPresent(days),
  fix: {
    terraform: `resource "aws_cloudwatch_log_group" "l" {
  name              = "app"
  retention_in_days = 365
}`,
    cloudformation: `Resources:
  L:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: app
      RetentionInDays: 365`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention'],
  equivalents: {
    checkov: equal('CKV_AWS_66'),
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
              LogGroupName: app
              RetentionInDays: 365
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudwatch_log_group" "l" {
          name              = "app"
          retention_in_days = null
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::Logs::LogGroup
            Properties:
              LogGroupName: app
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
    ],
  },
});
