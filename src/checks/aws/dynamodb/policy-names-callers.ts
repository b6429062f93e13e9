import { broader, cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-dynamodb-policy-names-callers',
  title: 'Table\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'AWS::DynamoDB::Table',
  why: 'A table with a policy for everyone is a public database.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the table',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ ResourcePolicy }) => namesCallers(ResourcePolicy.PolicyDocument),
  fix: {
    terraform: `resource "aws_dynamodb_resource_policy" "p" {
  resource_arn = aws_dynamodb_table.t.arn
  policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "dynamodb:GetItem", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "dynamodb:GetItem", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-bpa-rbp.html'],
  equivalents: {
    prowler: broader('dynamodb_table_cross_account_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dynamodb_table" "t" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"
          attribute {
            name = "id"
            type = "S"
          }
        }

        resource "aws_dynamodb_resource_policy" "p" {
          resource_arn = aws_dynamodb_table.t.arn
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "dynamodb:GetItem", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_dynamodb_table" "t" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"
          attribute {
            name = "id"
            type = "S"
          }
        }

        resource "aws_dynamodb_resource_policy" "p" {
          resource_arn = aws_dynamodb_table.t.arn
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "dynamodb:GetItem", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: orders
              BillingMode: PAY_PER_REQUEST
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
              ResourcePolicy:
                PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "dynamodb:GetItem", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_dynamodb_table" "t" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"
          attribute {
            name = "id"
            type = "S"
          }
        }

        resource "aws_dynamodb_resource_policy" "p" {
          resource_arn = aws_dynamodb_table.t.arn
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "dynamodb:GetItem", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_dynamodb_table" "t" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"
          attribute {
            name = "id"
            type = "S"
          }
        }

        resource "aws_dynamodb_resource_policy" "p" {
          resource_arn = aws_dynamodb_table.t.arn
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "dynamodb:GetItem", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: orders
              BillingMode: PAY_PER_REQUEST
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
              ResourcePolicy:
                PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "dynamodb:GetItem", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_dynamodb_table" "t" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"
          attribute {
            name = "id"
            type = "S"
          }
        }

        resource "aws_dynamodb_resource_policy" "p" {
          resource_arn = aws_dynamodb_table.t.arn
          policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "dynamodb:GetItem", Resource = "*" }] })
        }
      `,
    ],
  },
});
