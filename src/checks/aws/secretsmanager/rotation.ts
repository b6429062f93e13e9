import { type Field, any, because, holds, isPresent } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-secretsmanager-rotation',
  title: 'Secret is rotated automatically',
  row: 'secrets',
  severity: 'medium',
  on: 'AWS::SecretsManager::Secret',
  why: 'A secret that never changes works for whoever copied it years ago: in a log, a laptop, a former colleague. Rotation ends that without anyone remembering to.',
  cwe: ['CWE-324', 'CWE-262'],
  judgement: {
    detection: 'easy: the setting is on the secret',
    effort: 'hours: a rotation function that knows the system behind it',
    reach: 'whatever the secret opens',
    trap: 'it is in Secrets Manager, so it is rotated',
  },
  evaluate: (_, { pointingHere, facts, resource }) => {
      const scheduled = any(someLinked(pointingHere('AWS::SecretsManager::RotationSchedule'), () => holds()), isPresent(facts.RotationLambdaARN as Field<unknown>));
      const seen = scheduled.evidence.length > 0 ? scheduled : { ...scheduled, evidence: [{ path: 'RotationSchedule', state: 'absent' as const, at: resource.at }] };
      return because(seen, (truth) => (truth === false ? 'nothing rotates the secret' : undefined));
    },
  fix: {
    terraform: `resource "aws_secretsmanager_secret" "s" {
  name = "db"
}
resource "aws_secretsmanager_secret_rotation" "s" {
  secret_id           = aws_secretsmanager_secret.s.id
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}`,
    cloudformation: `Resources:
  S:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: db
  R:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref S
      RotationRules:
        AutomaticallyAfterDays: 30`,
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_57'),
    prowler: equal('secretsmanager_automatic_rotation_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_secretsmanager_secret" "s" {
          name = "db"
        }
        resource "aws_secretsmanager_secret_rotation" "s" {
          secret_id           = aws_secretsmanager_secret.s.id
          rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"
          rotation_rules {
            automatically_after_days = 30
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::SecretsManager::Secret
            Properties:
              Name: db
          R:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !Ref S
              RotationRules:
                AutomaticallyAfterDays: 30
      `,
    ],
    bad: [
      tf`
        resource "aws_secretsmanager_secret" "s" {
          name = "db"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::SecretsManager::Secret
            Properties:
              Name: db
      `,
    ],
    unknown: [
      tf`
        variable "secret" {}
        resource "aws_secretsmanager_secret" "s" {
          name = "db"
        }
        resource "aws_secretsmanager_secret_rotation" "s" {
          secret_id           = var.secret
          rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"
          rotation_rules {
            automatically_after_days = 30
          }
        } 
      `,
    ],
  },
});
