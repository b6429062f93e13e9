import { type Field } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-logs-policy-names-callers',
  title: 'Log policies let in only callers that they name',
  row: 'logging',
  severity: 'high',
  on: ['AWS::Logs::ResourcePolicy', 'AWS::Logs::Destination'],
  why: 'Whoever may write to the logs buries what happened under what did not.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the logs',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ PolicyDocument, DestinationPolicy }: { readonly PolicyDocument?: Field<unknown>; readonly DestinationPolicy?: Field<unknown> }, { resource }) => namesCallers(resource.type === 'AWS::Logs::Destination' ? DestinationPolicy : PolicyDocument),
  fix: {
    terraform: `resource "aws_cloudwatch_log_resource_policy" "p" {
  policy_name     = "dns"
  policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "logs:PutLogEvents", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "logs:PutLogEvents", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudwatch_log_resource_policy" "p" {
          policy_name     = "dns"
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "logs:PutLogEvents", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_cloudwatch_log_resource_policy" "p" {
          policy_name     = "dns"
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "logs:PutLogEvents", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Logs::ResourcePolicy
            Properties:
              PolicyName: dns
              PolicyDocument: |
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "logs:PutLogEvents", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudwatch_log_resource_policy" "p" {
          policy_name     = "dns"
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "logs:PutLogEvents", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_cloudwatch_log_resource_policy" "p" {
          policy_name     = "dns"
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "logs:PutLogEvents", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Logs::ResourcePolicy
            Properties:
              PolicyName: dns
              PolicyDocument: |
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "logs:PutLogEvents", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_cloudwatch_log_resource_policy" "p" {
          policy_name     = "dns"
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "logs:PutLogEvents", Resource = "*" }] })
        }
      `,
    ],
  },
});
