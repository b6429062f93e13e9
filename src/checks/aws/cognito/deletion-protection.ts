import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-deletion-protection',
  title: 'User pool cannot be deleted by mistake',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::Cognito::UserPool',
  why: 'With the pool go all users, their passwords and their second factors; nobody can bring them back.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ DeletionProtection: mode }) => equals(mode, 'ACTIVE'),
  fix: {
    terraform: `deletion_protection = "ACTIVE"`,
    cloudformation: `DeletionProtection: ACTIVE`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_deletion_protection_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name                = "p"
          deletion_protection = "ACTIVE"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: p
              DeletionProtection: ACTIVE
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
          name                = "p"
          deletion_protection = "INACTIVE"
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
          name                = "p"
          deletion_protection = var.x
        }
      `,
    ],
  },
});
