import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-threat-protection',
  title: 'User pool turns away stolen passwords and odd sign-ins',
  row: 'identity',
  severity: 'low',
  on: 'AWS::Cognito::UserPool',
  why: 'Without it lists of stolen passwords can be tried at leisure.',
  cwe: ['CWE-307'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'one line, and its price',
    reach: 'the accounts of all users',
    trap: 'the service is taken to see attacks by itself',
  },
  evaluate: ({ UserPoolAddOns: { AdvancedSecurityMode: mode } }) => equals(mode, 'ENFORCED'),
  fix: {
    terraform: `user_pool_add_ons {
  advanced_security_mode = "ENFORCED"
}`,
    cloudformation: `UserPoolAddOns:
  AdvancedSecurityMode: ENFORCED`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_advanced_security_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          user_pool_add_ons {
            advanced_security_mode = "ENFORCED"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: p
              UserPoolAddOns:
                AdvancedSecurityMode: ENFORCED
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
          user_pool_add_ons {
            advanced_security_mode = "AUDIT"
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
          type = string
        }
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          user_pool_add_ons {
            advanced_security_mode = var.x
          }
        }
      `,
    ],
  },
});
