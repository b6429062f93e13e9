import { any, atMost, isAbsent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-temporary-password',
  title: 'First passwords run out within a week',
  row: 'identity',
  severity: 'info',
  on: 'AWS::Cognito::UserPool',
  why: 'A first password is sent by mail or message and lies there; unused it stays a way in.',
  cwe: ['CWE-262'],
  judgement: {
    detection: 'easy: a number',
    effort: 'one line',
    reach: 'accounts that nobody has used yet',
    trap: 'the first password is taken to be changed at once',
  },
  evaluate: ({ Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: days } } }) => any(isAbsent(days), atMost(days, 7)),
  fix: {
    terraform: `password_policy {
  minimum_length                   = 14
  temporary_password_validity_days = 7
}`,
    cloudformation: `Policies:
  PasswordPolicy:
    TemporaryPasswordValidityDays: 7`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_temporary_password_expiration'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          password_policy {
            minimum_length                   = 14
            temporary_password_validity_days = 7
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: p
              Policies:
                PasswordPolicy:
                  TemporaryPasswordValidityDays: 7
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          password_policy {
            minimum_length                   = 14
            temporary_password_validity_days = 30
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: p
              Policies:
                PasswordPolicy:
                  TemporaryPasswordValidityDays: 30
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = number
        }
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          password_policy {
            minimum_length                   = 14
            temporary_password_validity_days = var.x
          }
        }
      `,
    ],
  },
});
