import { cfn, defineCheck, tf } from '../../define.js';
import { carriesPolicies, lintsClean, policyCarriers } from '../policy-lint.js';

export default defineCheck({
  id: 'aws-iam-deny-denies',
  title: 'Policy denials deny something',
  row: 'identity',
  severity: 'medium',
  on: policyCarriers,
  why: 'A Deny whose actions do not exist, or do not take its resources, denies nothing: the guard rail that reviewers rely on is not there.',
  cwe: ['CWE-863'],
  judgement: {
    detection: 'hard: nothing ever fails',
    effort: 'minutes',
    reach: 'what the statement was to protect',
    trap: 'that the Deny is written is taken for that it denies',
  },
  applies: (properties, { resource }) => carriesPolicies(properties, resource.type, ({ denies }) => denies),
  evaluate: (properties, { resource }) => lintsClean(properties, resource.type, ['denies-nothing']),
  fix: {
    terraform: `Effect   = "Deny"
Action   = ["s3:DeleteBucket", "s3:DeleteObject"]
Resource = ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"]`,
    cloudformation: `Effect: Deny
Action:
  - s3:DeleteBucket
  - s3:DeleteObject
Resource:
  - arn:aws:s3:::photos
  - arn:aws:s3:::photos/*`,
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  ],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Deny", Action = "s3:DeleteBucket", Resource = "arn:aws:s3:::photos" }]
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
                    Action: s3:Delete*
                    Resource: "*"
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Deny", Action = "s3:RemoveBucket", Resource = "*" }]
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
                    Action: s3:DeleteBucket
                    Resource: arn:aws:s3:::photos/*
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
            Statement = [{ Effect = "Deny", Action = "s3:DeleteBucket", Resource = var.v }]
          })
        }
      `,
    ],
  },
});
