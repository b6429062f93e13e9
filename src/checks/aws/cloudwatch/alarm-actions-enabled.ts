import { isFalse, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudwatch-alarm-actions-enabled',
  title: 'Alarm carries out its actions',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::CloudWatch::Alarm',
  why: 'An alarm whose actions are off changes colour on a page that nobody looks at.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: the alarm exists and fires',
    effort: 'seconds',
    reach: 'what the alarm watches',
    trap: 'the alarm is there, so somebody is told',
  },
  evaluate: ({ ActionsEnabled: enabled }) => not(isFalse(enabled)),
  fix: {
    terraform: `resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name          = "root-login"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  actions_enabled     = true
}`,
    cloudformation: `Resources:
  A:
    Type: AWS::CloudWatch::Alarm
    Properties:
      ComparisonOperator: GreaterThanThreshold
      EvaluationPeriods: 1
      ActionsEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html'],
  equivalents: {
    checkov: equal('CKV_AWS_319'),
    prowler: equal('cloudwatch_alarm_actions_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudwatch_metric_alarm" "a" {
          alarm_name          = "root-login"
          comparison_operator = "GreaterThanThreshold"
          evaluation_periods  = 1
          actions_enabled     = true
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::CloudWatch::Alarm
            Properties:
              ComparisonOperator: GreaterThanThreshold
              EvaluationPeriods: 1
              ActionsEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudwatch_metric_alarm" "a" {
          alarm_name          = "root-login"
          comparison_operator = "GreaterThanThreshold"
          evaluation_periods  = 1
          actions_enabled     = false
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::CloudWatch::Alarm
            Properties:
              ComparisonOperator: GreaterThanThreshold
              EvaluationPeriods: 1
              ActionsEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "on" {}
        resource "aws_cloudwatch_metric_alarm" "a" {
          alarm_name          = "root-login"
          comparison_operator = "GreaterThanThreshold"
          evaluation_periods  = 1
          actions_enabled     = var.on
        }
      `,
      cfn`
        Parameters:
          POn:
            Type: String
        Resources:
          A:
            Type: AWS::CloudWatch::Alarm
            Properties:
              ComparisonOperator: GreaterThanThreshold
              EvaluationPeriods: 1
              ActionsEnabled: !Ref POn
      `,
    ],
  },
});
