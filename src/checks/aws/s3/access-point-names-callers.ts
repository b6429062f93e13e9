import { isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-s3-access-point-names-callers',
  title: 'Access point\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'AWS::S3::AccessPoint',
  why: 'An access point with a policy for everyone is a public door into the bucket, beside the bucket\'s own policy.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the objects behind it',
    trap: 'a name that nobody knows is taken for a lock',
  },
  applies: ({ VpcConfiguration }) => not(isPresent(VpcConfiguration.VpcId)),
  evaluate: ({ Policy }) => namesCallers(Policy),
  fix: {
    terraform: `resource "aws_s3_access_point" "a" {
  name   = "reports"
  bucket = "reports-data"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "s3:GetObject", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "s3:GetObject", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_access_point" "a" {
          name   = "reports"
          bucket = "reports-data"
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "s3:GetObject", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_s3_access_point" "a" {
          name   = "reports"
          bucket = "reports-data"
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::S3::AccessPoint
            Properties:
              Name: reports
              Bucket: reports-data
              Policy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "s3:GetObject", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_access_point" "a" {
          name   = "reports"
          bucket = "reports-data"
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "s3:GetObject", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_s3_access_point" "a" {
          name   = "reports"
          bucket = "reports-data"
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::S3::AccessPoint
            Properties:
              Name: reports
              Bucket: reports-data
              Policy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "s3:GetObject", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_s3_access_point" "a" {
          name   = "reports"
          bucket = "reports-data"
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "s3:GetObject", Resource = "*" }] })
        }
      `,
    ],
  },
});
