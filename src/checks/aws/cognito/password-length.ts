import { atLeast } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-password-length',
  title: 'Passwords of the user pool have at least 14 characters',
  row: 'identity',
  severity: 'low',
  on: 'AWS::Cognito::UserPool',
  why: 'Short passwords are guessed.',
  cwe: ['CWE-521'],
  judgement: {
    detection: 'easy: a number',
    effort: 'one line',
    reach: 'the accounts of all users',
    trap: 'kinds of characters are taken to make up for length',
  },
  evaluate: ({ Policies: { PasswordPolicy: { MinimumLength: least } } }) => atLeast(least, 14),
  fix: {
    terraform: `password_policy {
  minimum_length = 14
}`,
    cloudformation: `Policies:
  PasswordPolicy:
    MinimumLength: 14`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_password_policy_minimum_length_14'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          password_policy {
            minimum_length = 14
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
                  MinimumLength: 14
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
        }
      `,
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          password_policy {
            minimum_length = 8
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: p
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
            minimum_length = var.x
          }
        }
      `,
    ],
  },
});
