import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-kinesis-policy-names-callers',
  title: 'Stream\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'AWS::Kinesis::ResourcePolicy',
  why: 'A stream for everyone lets strangers read every record or feed their own to all consumers.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the records',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ ResourcePolicy }) => namesCallers(ResourcePolicy),
  fix: {
    terraform: `resource "aws_kinesis_resource_policy" "p" {
  resource_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders"
  policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "kinesis:GetRecords", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "kinesis:GetRecords", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_kinesis_resource_policy" "p" {
          resource_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "kinesis:GetRecords", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_kinesis_resource_policy" "p" {
          resource_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "kinesis:GetRecords", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Kinesis::ResourcePolicy
            Properties:
              ResourceArn: arn:aws:kinesis:eu-west-1:111122223333:stream/orders
              ResourcePolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "kinesis:GetRecords", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_kinesis_resource_policy" "p" {
          resource_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "kinesis:GetRecords", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_kinesis_resource_policy" "p" {
          resource_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "kinesis:GetRecords", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Kinesis::ResourcePolicy
            Properties:
              ResourceArn: arn:aws:kinesis:eu-west-1:111122223333:stream/orders
              ResourcePolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kinesis:GetRecords", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_kinesis_resource_policy" "p" {
          resource_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders"
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "kinesis:GetRecords", Resource = "*" }] })
        }
      `,
    ],
  },
});
