import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-client-hides-users',
  title: 'Login does not tell whether a user exists',
  row: 'identity',
  severity: 'low',
  on: 'AWS::Cognito::UserPoolClient',
  why: 'Different answers for unknown users let an attacker make a list of those that exist.',
  cwe: ['CWE-204'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ PreventUserExistenceErrors: mode }) => equals(mode, 'ENABLED'),
  fix: {
    terraform: `prevent_user_existence_errors = "ENABLED"`,
    cloudformation: `PreventUserExistenceErrors: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_client_prevent_user_existence_errors'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool_client" "r" {
          name                          = "c"
          user_pool_id                  = "p1"
          prevent_user_existence_errors = "ENABLED"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPoolClient
            Properties:
              UserPoolId: p1
              PreventUserExistenceErrors: ENABLED
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_user_pool_client" "r" {
          name         = "c"
          user_pool_id = "p1"
        }
      `,
      tf`
        resource "aws_cognito_user_pool_client" "r" {
          name                          = "c"
          user_pool_id                  = "p1"
          prevent_user_existence_errors = "LEGACY"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPoolClient
            Properties:
              UserPoolId: p1
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_cognito_user_pool_client" "r" {
          name                          = "c"
          user_pool_id                  = "p1"
          prevent_user_existence_errors = var.x
        }
      `,
    ],
  },
});
