import { defineCheck, equal, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-ses-identity-names-callers',
  title: 'Mail identity\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'Demarc::SES::IdentityPolicy',
  why: 'Whoever may send as the identity writes mail in your name, with your reputation.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of mail in your name',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ Policy }) => namesCallers(Policy),
  fix: {
    terraform: `resource "aws_ses_identity_policy" "p" {
  identity = "example.com"
  name     = "send"
  policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "ses:SendEmail", Resource = "*" }] })
}`,
    cloudformation: `# CloudFormation has no resource for it`,
  },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/sending-authorization.html'],
  equivalents: {
    prowler: equal('ses_identity_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ses_identity_policy" "p" {
          identity = "example.com"
          name     = "send"
          policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "ses:SendEmail", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_ses_identity_policy" "p" {
          identity = "example.com"
          name     = "send"
          policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "ses:SendEmail", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_ses_identity_policy" "p" {
          identity = "example.com"
          name     = "send"
          policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "ses:SendEmail", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_ses_identity_policy" "p" {
          identity = "example.com"
          name     = "send"
          policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "ses:SendEmail", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_ses_identity_policy" "p" {
          identity = "example.com"
          name     = "send"
          policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "ses:SendEmail", Resource = "*" }] })
        }
      `,
    ],
  },
});
