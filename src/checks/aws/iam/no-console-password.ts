import { all, child, isAbsent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-no-console-password',
  title: 'User signs in through single sign-on, not with a console password',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::IAM::User',
  why: 'A console password of an IAM user is phished and reused; single sign-on brings MFA and ends with the employment.',
  cwe: ['CWE-308'],
  judgement: {
    detection: 'easy',
    effort: 'days: set up single sign-on',
    reach: 'what the user may do',
    trap: 'MFA is believed to be on because the company uses it elsewhere',
  },
  evaluate: ({ LoginProfile }, { facts }) => all(isAbsent(LoginProfile), isAbsent(child(facts, 'PgpKey'))),
  fix: {
    terraform: `# remove aws_iam_user_login_profile and sign in through IAM Identity Center`,
    cloudformation: `# remove LoginProfile and sign in through IAM Identity Center`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp'],
  equivalents: {
    checkov: equal('CKV2_AWS_22'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_user" "u" {
          name = "ci"
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
        }
        resource "aws_iam_user_login_profile" "u" {
          user                    = aws_iam_user.u.name
          password_reset_required = true
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: "{{resolve:secretsmanager:ann}}"
      `,
    ],
    unknown: [
      tf`
        variable "user" {
          type = string
        }
        resource "aws_iam_user" "u" {
          name = "ann"
        }
        resource "aws_iam_user_login_profile" "u" {
          user                    = var.user
          password_reset_required = true
        }
      `,
    ],
  },
});
