import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-s3-table-bucket-names-callers',
  title: 'Table bucket\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: ['AWS::S3Tables::TableBucketPolicy', 'AWS::S3Tables::TablePolicy'],
  why: 'A table bucket for everyone is a public data lake.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the tables',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ ResourcePolicy }) => namesCallers(ResourcePolicy),
  fix: {
    terraform: `resource "aws_s3tables_table_bucket_policy" "p" {
  table_bucket_arn = "arn:aws:s3tables:eu-west-1:111122223333:bucket/lake"
  resource_policy  = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "s3tables:GetTableData", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "s3tables:GetTableData", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-setting-up.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_s3tables_table_bucket_policy" "p" {
          table_bucket_arn = "arn:aws:s3tables:eu-west-1:111122223333:bucket/lake"
          resource_policy  = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "s3tables:GetTableData", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_s3tables_table_bucket_policy" "p" {
          table_bucket_arn = "arn:aws:s3tables:eu-west-1:111122223333:bucket/lake"
          resource_policy  = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "s3tables:GetTableData", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::S3Tables::TableBucketPolicy
            Properties:
              TableBucketARN: arn:aws:s3tables:eu-west-1:111122223333:bucket/lake
              ResourcePolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "s3tables:GetTableData", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_s3tables_table_bucket_policy" "p" {
          table_bucket_arn = "arn:aws:s3tables:eu-west-1:111122223333:bucket/lake"
          resource_policy  = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "s3tables:GetTableData", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_s3tables_table_bucket_policy" "p" {
          table_bucket_arn = "arn:aws:s3tables:eu-west-1:111122223333:bucket/lake"
          resource_policy  = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "s3tables:GetTableData", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::S3Tables::TableBucketPolicy
            Properties:
              TableBucketARN: arn:aws:s3tables:eu-west-1:111122223333:bucket/lake
              ResourcePolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "s3tables:GetTableData", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_s3tables_table_bucket_policy" "p" {
          table_bucket_arn = "arn:aws:s3tables:eu-west-1:111122223333:bucket/lake"
          resource_policy  = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "s3tables:GetTableData", Resource = "*" }] })
        }
      `,
    ],
  },
});
