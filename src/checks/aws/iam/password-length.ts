import { atLeast } from '../../../model/index.js';
import { account, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-password-length',
  title: 'Password policy asks for at least 14 characters',
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
  evaluate: ({ MinimumPasswordLength }) => atLeast(MinimumPasswordLength, 14),
  fix: {
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length = 14
}`,
    cloudformation: `# CloudFormation has no type for the account password policy: set it in the console or by the API`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: {
    checkov: equal('CKV_AWS_10'),
    trivy: equal('AVD-AWS-0063'),
    prowler: equal('iam_password_policy_minimum_length_14'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_account_password_policy" "p" {
          minimum_password_length = 14
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_account_password_policy" "p" {
          minimum_password_length = 8
        }
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = any
        }
        resource "aws_iam_account_password_policy" "p" {
          minimum_password_length = var.v
        }
      `,
      account`{"iam": {"GetAccountPasswordPolicyCommand {}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
