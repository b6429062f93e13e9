import { all, atLeast, atMost } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-password-age',
  title: 'Password policy expires passwords within 90 days',
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
  evaluate: ({ MaxPasswordAge }) => all(atLeast(MaxPasswordAge, 1), atMost(MaxPasswordAge, 90)),
  fix: {
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  max_password_age = 90
}`,
    cloudformation: `# CloudFormation has no type for the account password policy: set it in the console or by the API`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: {
    checkov: equal('CKV_AWS_9'),
    trivy: equal('AVD-AWS-0062'),
    prowler: equal('iam_password_policy_expires_passwords_within_90_days_or_less'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_account_password_policy" "p" {
          max_password_age = 90
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_account_password_policy" "p" {
          max_password_age = 365
        }
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = any
        }
        resource "aws_iam_account_password_policy" "p" {
          max_password_age = var.v
        }
      `,
    ],
  },
});
