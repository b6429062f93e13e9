import { isFalse, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-token-revocation',
  title: 'Tokens of a user can be taken back',
  row: 'identity',
  severity: 'low',
  on: 'AWS::Cognito::UserPoolClient',
  why: 'A stolen token that cannot be taken back works until it runs out.',
  cwe: ['CWE-613'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ EnableTokenRevocation: on }) => not(isFalse(on)),
  fix: {
    terraform: `enable_token_revocation = true`,
    cloudformation: `EnableTokenRevocation: true`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_client_token_revocation_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool_client" "r" {
          name                    = "c"
          user_pool_id            = "p1"
          enable_token_revocation = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPoolClient
            Properties:
              UserPoolId: p1
              EnableTokenRevocation: true
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_user_pool_client" "r" {
          name                    = "c"
          user_pool_id            = "p1"
          enable_token_revocation = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPoolClient
            Properties:
              UserPoolId: p1
              EnableTokenRevocation: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_cognito_user_pool_client" "r" {
          name                    = "c"
          user_pool_id            = "p1"
          enable_token_revocation = var.x
        }
      `,
    ],
  },
});
