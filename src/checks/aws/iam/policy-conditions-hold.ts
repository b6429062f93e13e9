import { cfn, defineCheck, tf } from '../../define.js';
import { carriesPolicies, lintsClean, policyCarriers, rulesOf } from '../policy-lint.js';

export default defineCheck({
  id: 'aws-iam-policy-conditions-hold',
  title: 'Policy conditions can hold and hold something back',
  row: 'identity',
  severity: 'medium',
  on: policyCarriers,
  why: 'A condition that always holds protects nothing, and one that never holds turns the statement off: a star under StringEquals, a private address as the source, IfExists on a key that strangers lack.',
  cwe: ['CWE-863'],
  judgement: {
    detection: 'hard: the condition is there, and looks like a lock',
    effort: 'minutes',
    reach: 'whoever the statement lets in',
    trap: 'that a condition is written is taken for that it holds something back',
  },
  applies: (properties, { resource }) => carriesPolicies(properties, resource.type, ({ conditioned }) => conditioned),
  evaluate: (properties, { resource }) => lintsClean(properties, resource.type, rulesOf('conditions')),
  fix: {
    terraform: `Condition = {
  StringLike = { "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/ci-*" }
}`,
    cloudformation: `Condition:
  StringLike:
    aws:PrincipalArn: arn:aws:iam::111122223333:role/ci-*`,
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  ],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*", Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } } }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Deny
                    Action: "*"
                    Resource: "*"
                    Condition:
                      BoolIfExists:
                        aws:MultiFactorAuthPresent: "false"
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*", Condition = { StringEquals = { "aws:PrincipalTag/team" = "photo-*" } } }]
          })
        }
      `,
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*", Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "true" } } }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { AWS = "*" }
              Condition = { StringLike = { "aws:PrincipalArn" = "*" } }
            }]
          })
        }
      `,
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_policy" "b" {
          bucket = aws_s3_bucket.b.id
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = "*"
              Action    = "s3:GetObject"
              Resource  = "arn:aws:s3:::photos/*"
              Condition = { StringEqualsIfExists = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
            }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: "*"
                    Condition:
                      IpAddress:
                        aws:SourceIp: 10.0.0.0/8
      `,
      cfn`
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: "*"
                    Condition:
                      StringEqual:
                        aws:PrincipalOrgID: o-a1b2c3d4e5
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*", Condition = { IpAddress = { "aws:SourceIp" = var.v } } }]
          })
        }
      `,
    ],
  },
});
