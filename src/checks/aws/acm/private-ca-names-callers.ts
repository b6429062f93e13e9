import { defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-acm-private-ca-names-callers',
  title: 'Private certificate authority\'s policy lets in only callers that it names',
  row: 'encryption',
  severity: 'high',
  on: 'Demarc::ACMPCA::Policy',
  why: 'Whoever may issue certificates from the authority is trusted by everything that trusts it.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the trust in its certificates',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ Policy }) => namesCallers(Policy),
  fix: {
    terraform: `resource "aws_acmpca_policy" "p" {
  resource_arn = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1"
  policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "acm-pca:IssueCertificate", Resource = "*" }] })
}`,
    cloudformation: `# CloudFormation has no resource for it`,
  },
  references: ['https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_acmpca_policy" "p" {
          resource_arn = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "acm-pca:IssueCertificate", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_acmpca_policy" "p" {
          resource_arn = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "acm-pca:IssueCertificate", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_acmpca_policy" "p" {
          resource_arn = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "acm-pca:IssueCertificate", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_acmpca_policy" "p" {
          resource_arn = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "acm-pca:IssueCertificate", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_acmpca_policy" "p" {
          resource_arn = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "acm-pca:IssueCertificate", Resource = "*" }] })
        }
      `,
    ],
  },
});
