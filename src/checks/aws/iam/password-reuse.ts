import { atLeast } from '../../../model/index.js';
import { broader, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-password-reuse',
  title: 'Password policy prevents the reuse of passwords',
  row: 'identity',
  severity: 'medium',
  on: 'Demarc::IAM::PasswordPolicy',
  why: 'Passwords that are short, simple, reused or never change fall to guessing and to lists of leaked passwords.',
  cwe: ['CWE-521'],
  judgement: {
    detection: 'easy',
    effort: 'a minute',
    reach: 'every user with a console password',
    trap: 'MFA elsewhere is believed to make the policy unimportant',
  },
  evaluate: ({ PasswordReusePrevention }) => atLeast(PasswordReusePrevention, 5),
  fix: {
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  password_reuse_prevention = 24
}`,
    cloudformation: `# CloudFormation has no type for the account password policy: set it in the console or by the API`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: {
    checkov: equal('CKV_AWS_13'),
    trivy: equal('AVD-AWS-0056'),
    prowler: broader('iam_password_policy_reuse_24'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_account_password_policy" "p" {
          password_reuse_prevention = 24
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_account_password_policy" "p" {
          password_reuse_prevention = 1
        }
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = any
        }
        resource "aws_iam_account_password_policy" "p" {
          password_reuse_prevention = var.v
        }
      `,
    ],
  },
});
