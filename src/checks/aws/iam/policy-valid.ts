import { cfn, defineCheck, tf } from '../../define.js';
import { carriesPolicies, lintsClean, policyCarriers, rulesOf } from '../policy-lint.js';

export default defineCheck({
  id: 'aws-iam-policy-valid',
  title: 'Policy is one that AWS takes as it is written',
  row: 'identity',
  severity: 'low',
  on: policyCarriers,
  why: 'A policy that AWS refuses stops the deployment halfway; one that it takes but reads in another way (a variable as plain text, everyone but the named) grants what nobody meant.',
  cwe: ['CWE-863'],
  judgement: {
    detection: 'the deployment tells, or nothing does',
    effort: 'minutes',
    reach: 'whoever carries the policy',
    trap: 'what is accepted is believed to mean what it says',
  },
  applies: (properties, { resource }) => carriesPolicies(properties, resource.type),
  evaluate: (properties, { resource }) => lintsClean(properties, resource.type, rulesOf('form', 'validity')),
  fix: {
    terraform: `Version = "2012-10-17"
Statement = [{
  Sid      = "ReadPhotos"
  Effect   = "Allow"
  Action   = "s3:GetObject"
  Resource = "arn:aws:s3:::photos/*"
}]`,
    cloudformation: `Version: "2012-10-17"
Statement:
  - Sid: ReadPhotos
    Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::photos/*`,
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  ],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Sid = "ReadPhotos", Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::photos/*" }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
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
                  - Sid: Home
                    Effect: Allow
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::home/\${aws:username}/*
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "photos" }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:role/ci-*" } }]
          })
        }
      `,
      tf`
        resource "aws_iam_policy" "p" {
          name   = "p"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::home/$\${aws:username}/*" }]
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
                  - Sid: Read
                    Effect: Allow
                    Action: s3:GetObject
                    Resource: "*"
                  - Sid: Read
                    Effect: Allow
                    Action: s3:ListBucket
                    Resource: "*"
      `,
    ],
    unknown: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resources = "*" }]
          })
        }
      `,
      tf`
        resource "aws_iam_policy" "p" {
          name   = "p"
          policy = "{ \"Version\": \"2012-10-17\", }"
        }
      `,
      tf`
        variable "v" {
          type = string
        }
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = var.v }]
          })
        }
      `,
    ],
  },
});
