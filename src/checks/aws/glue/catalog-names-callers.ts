import { defineCheck, equal, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-glue-catalog-names-callers',
  title: 'Data catalogue\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'Demarc::Glue::ResourcePolicy',
  why: 'The catalogue says where all data lies and in what shape; with write access strangers redirect jobs to their own.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the catalogue',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ PolicyInJson }) => namesCallers(PolicyInJson),
  fix: {
    terraform: `resource "aws_glue_resource_policy" "p" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "glue:GetTable", Resource = "*" }] })
}`,
    cloudformation: `# CloudFormation has no resource for it`,
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/security_iam_resource-based-policy-examples.html'],
  equivalents: {
    prowler: equal('glue_data_catalogs_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_glue_resource_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "glue:GetTable", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_glue_resource_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "glue:GetTable", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_glue_resource_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "glue:GetTable", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_glue_resource_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "glue:GetTable", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_glue_resource_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "glue:GetTable", Resource = "*" }] })
        }
      `,
    ],
  },
});
