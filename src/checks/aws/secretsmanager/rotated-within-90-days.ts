import { type Condition, type Field, any, atMost, test } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

/** `rate(N unit)` of at most 90 days; a cron expression comes round at least each month, unless it names months or years. */
const soon = (schedule: Field<string>): Condition =>
  test(schedule, (value) => {
    const text = String(value).trim();
    const rate = /^rate\((\d+)\s+(minute|hour|day)s?\)$/.exec(text);
    if (rate !== null) return Number(rate[1]) * ({ minute: 1 / 1440, hour: 1 / 24, day: 1 }[rate[2] ?? ''] ?? Infinity) <= 90;
    const cron = /^cron\((?:\S+\s+){3}(\S+)\s+\S+(?:\s+(\S+))?\)$/.exec(text);
    if (cron === null) return false;
    const month = cron[1] ?? '*';
    const step = /^\*?\d*\/(\d+)$/.exec(month);
    return (cron[2] ?? '*') === '*' && (month === '*' || (step !== null && Number(step[1]) <= 3));
  });

export default defineCheck({
  id: 'aws-secretsmanager-rotated-within-90-days',
  title: 'Rotation changes the secret at least every 90 days',
  row: 'secrets',
  severity: 'low',
  on: 'AWS::SecretsManager::RotationSchedule',
  why: 'The longer a secret lives, the longer a stolen copy works.',
  cwe: ['CWE-324', 'CWE-262'],
  judgement: {
    detection: 'easy: the schedule says so',
    effort: 'seconds',
    reach: 'whatever the secret opens',
    trap: 'it is rotated, so it is fresh; once in three years is rotation too',
  },
  evaluate: ({ RotationRules: rules }) => any(atMost(rules.AutomaticallyAfterDays, 90), soon(rules.ScheduleExpression)),
  fix: {
    terraform: `resource "aws_secretsmanager_secret_rotation" "s" {
  secret_id           = "db"
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}`,
    cloudformation: `Resources:
  R:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: db
      RotationRules:
        ScheduleExpression: rate(10 days)`,
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html'],
  equivalents: {
    checkov: equal('CKV_AWS_304'),
    prowler: broader('secretsmanager_secret_rotated_periodically'),
  },
  examples: {
    good: [
      tf`
        resource "aws_secretsmanager_secret_rotation" "s" {
          secret_id           = "db"
          rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"
          rotation_rules {
            automatically_after_days = 30
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: db
              RotationRules:
                ScheduleExpression: rate(10 days)
      `,
    ],
    bad: [
      tf`
        resource "aws_secretsmanager_secret_rotation" "s" {
          secret_id           = "db"
          rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"
          rotation_rules {
            automatically_after_days = 365
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: db
              RotationRules:
                ScheduleExpression: rate(200 days)
      `,
    ],
    unknown: [
      tf`
        variable "days" {}
        resource "aws_secretsmanager_secret_rotation" "s" {
          secret_id           = "db"
          rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"
          rotation_rules {
            automatically_after_days = var.days
          }
        }
      `,
      cfn`
        Parameters:
          PSchedule:
            Type: String
        Resources:
          R:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: db
              RotationRules:
                ScheduleExpression: !Ref PSchedule
      `,
    ],
  },
});
