import { cfn, defineCheck, tf } from '../../define.js';
import { externalIds, trustsVendors } from './vendors.js';

export default defineCheck({
  id: 'aws-iam-trust-external-id',
  title: 'Role for a third party asks for an external id',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::IAM::Role',
  why: 'A vendor\'s account assumes the roles of all its customers: without an external id, one customer can point the vendor at another\'s role.',
  cwe: ['CWE-441'],
  judgement: {
    detection: 'very hard: the calls come from the vendor as always',
    effort: 'minutes: the vendor gives the id',
    reach: 'what the role may do',
    trap: 'the vendor\'s account number is thought to be a secret',
  },
  applies: ({ AssumeRolePolicyDocument }) => trustsVendors(AssumeRolePolicyDocument),
  evaluate: ({ AssumeRolePolicyDocument }) => externalIds(AssumeRolePolicyDocument),
  fix: {
    terraform: `condition {
  test     = "StringEquals"
  variable = "sts:ExternalId"
  values   = ["0b6c9f3e-7d1f-4a53-9a57-2f6f5b7e8c11"]
}`,
    cloudformation: `Condition:
  StringEquals:
    sts:ExternalId: 0b6c9f3e-7d1f-4a53-9a57-2f6f5b7e8c11`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::464622532012:root" }, Action = "sts:AssumeRole", Condition = { StringEquals = { "sts:ExternalId" = "0b6c9f3e-7d1f" } } }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              RoleName: app
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::464622532012:root"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "0b6c9f3e-7d1f"}}}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::464622532012:root" }, Action = "sts:AssumeRole" }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              RoleName: app
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "464622532012"}, "Action": "sts:AssumeRole"}]}
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::464622532012:root" }, Action = "sts:AssumeRole", Condition = { StringLike = { "sts:ExternalId" = "*" } } }]
          })
        }
      `,
    ],
    unknown: [
      tf`
        variable "id" {
          type = string
        }
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::464622532012:root" }, Action = "sts:AssumeRole", Condition = { StringLike = { "sts:ExternalId" = var.id } } }]
          })
        }
      `,
    ],
  },
});
