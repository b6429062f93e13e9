import { isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudwatch-alarm-notifies',
  title: 'Alarm tells somebody',
  row: 'logging',
  severity: 'low',
  on: 'AWS::CloudWatch::Alarm',
  why: 'An alarm without an action goes off where nobody looks.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: no action',
    effort: 'one line',
    reach: 'what the alarm watches',
    trap: 'an alarm is taken to ring',
  },
  evaluate: ({ AlarmActions: actions }) => isNotEmpty(actions),
  fix: {
    terraform: `alarm_actions = ["arn:aws:sns:eu-west-1:111122223333:ops"]`,
    cloudformation: `AlarmActions:
  - arn:aws:sns:eu-west-1:111122223333:ops`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html'],
  equivalents: {
    prowler: equal('cloudwatch_alarm_actions_alarm_state_configured'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudwatch_metric_alarm" "r" {
          alarm_name          = "a"
          comparison_operator = "GreaterThanThreshold"
          evaluation_periods  = 1
          alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:ops"]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CloudWatch::Alarm
            Properties:
              ComparisonOperator: GreaterThanThreshold
              EvaluationPeriods: 1
              AlarmActions:
                - arn:aws:sns:eu-west-1:111122223333:ops
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudwatch_metric_alarm" "r" {
          alarm_name          = "a"
          comparison_operator = "GreaterThanThreshold"
          evaluation_periods  = 1
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CloudWatch::Alarm
            Properties:
              ComparisonOperator: GreaterThanThreshold
              EvaluationPeriods: 1
      `,
    ],
    unknown: [],
  },
});
