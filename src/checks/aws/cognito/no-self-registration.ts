import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-no-self-registration',
  title: 'Users are made by an administrator',
  row: 'identity',
  severity: 'low',
  on: 'AWS::Cognito::UserPool',
  why: 'Where anyone can sign up, a login proves nothing.',
  cwe: ['CWE-287'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'all that any user may do',
    trap: 'a login is taken to mean a known person',
  },
  evaluate: ({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: only } }) => isTrue(only),
  fix: {
    terraform: `admin_create_user_config {
  allow_admin_create_user_only = true
}`,
    cloudformation: `AdminCreateUserConfig:
  AllowAdminCreateUserOnly: true`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_self_registration_disabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          admin_create_user_config {
            allow_admin_create_user_only = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: p
              AdminCreateUserConfig:
                AllowAdminCreateUserOnly: true
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
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
          type = bool
        }
        resource "aws_cognito_user_pool" "r" {
          name = "p"
          admin_create_user_config {
            allow_admin_create_user_only = var.x
          }
        }
      `,
    ],
  },
});
