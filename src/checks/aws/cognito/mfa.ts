import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-mfa',
  title: 'User pool demands a second factor',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::Cognito::UserPool',
  why: 'A password alone is guessed, reused or phished; the second factor stops who has only that.',
  cwe: ['CWE-308'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'hours: users have to enroll',
    reach: 'the accounts of all users',
    trap: 'optional is taken to be used',
  },
  evaluate: ({ MfaConfiguration: mode }) => equals(mode, 'ON'),
  fix: {
    terraform: `mfa_configuration = "ON"`,
    cloudformation: `MfaConfiguration: "ON"`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_mfa_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name              = "p"
          mfa_configuration = "ON"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: p
              MfaConfiguration: "ON"
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
          name              = "p"
          mfa_configuration = "OPTIONAL"
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
          type = string
        }
        resource "aws_cognito_user_pool" "r" {
          name              = "p"
          mfa_configuration = var.x
        }
      `,
    ],
  },
});
