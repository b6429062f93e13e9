import { isTrue } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-password-symbols',
  title: 'Password policy asks for symbols',
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
  evaluate: ({ RequireSymbols }) => isTrue(RequireSymbols),
  fix: {
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  require_symbols = true
}`,
    cloudformation: `# CloudFormation has no type for the account password policy: set it in the console or by the API`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: {
    checkov: equal('CKV_AWS_14'),
    trivy: equal('AVD-AWS-0060'),
    prowler: equal('iam_password_policy_symbol'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_account_password_policy" "p" {
          require_symbols = true
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_account_password_policy" "p" {
          require_symbols = false
        }
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = any
        }
        resource "aws_iam_account_password_policy" "p" {
          require_symbols = var.v
        }
      `,
    ],
  },
});
