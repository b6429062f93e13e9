import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-password-symbol',
  title: 'Passwords of the user pool need a symbol',
  row: 'identity',
  severity: 'info',
  on: 'AWS::Cognito::UserPool',
  why: 'A smaller alphabet makes each password faster to guess.',
  cwe: ['CWE-521'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'the accounts of all users',
    trap: 'length is taken to be asked for too',
  },
  evaluate: ({ Policies: { PasswordPolicy: { RequireSymbols: needed } } }) => isTrue(needed),
  fix: {
    terraform: `password_policy {
  minimum_length  = 14
  require_symbols = true
}`,
    cloudformation: `Policies:
  PasswordPolicy:
    RequireSymbols: true`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_password_policy_symbol'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          password_policy {
            minimum_length  = 14
            require_symbols = true
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
                  RequireSymbols: true
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          password_policy {
            minimum_length  = 14
            require_symbols = false
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
                  RequireSymbols: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          password_policy {
            minimum_length  = 14
            require_symbols = var.x
          }
        }
      `,
    ],
  },
});
