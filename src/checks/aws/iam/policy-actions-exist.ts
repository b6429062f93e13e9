import { cfn, defineCheck, tf } from '../../define.js';
import { carriesPolicies, lintsClean, policyCarriers, rulesOf } from '../policy-lint.js';

export default defineCheck({
  id: 'aws-iam-policy-actions-exist',
  title: 'Policy names actions that exist',
  row: 'identity',
  severity: 'low',
  on: policyCarriers,
  why: 'An action that AWS does not have grants or denies nothing: the right is missing where it is needed, and a slip in a Deny leaves open what was meant to be closed.',
  cwe: ['CWE-863'],
  judgement: {
    detection: 'hard: AWS takes any name',
    effort: 'minutes: the name is a slip away',
    reach: 'the statement',
    trap: 'API operations and actions are taken for the same: ListObjects needs s3:ListBucket',
  },
  applies: (properties, { resource }) => carriesPolicies(properties, resource.type),
  evaluate: (properties, { resource }) => lintsClean(properties, resource.type, rulesOf('actions')),
  fix: {
    terraform: `Action = ["s3:GetObject", "s3:ListBucket"]`,
    cloudformation: `Action:
  - s3:GetObject
  - s3:ListBucket`,
  },
  references: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  ],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:List*"], Resource = "*" }]
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
                    NotAction: iam:*
                    Resource: "*"
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:ListObjects"], Resource = "*" }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "sts:AssumeRol", Principal = { Service = "lambda.amazonaws.com" } }]
          })
          inline_policy {
            name   = "own"
            policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "dynamo:GetItem", Resource = "*" }] })
          }
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
                    Action: s3:Destroy*
                    Resource: "*"
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
            Statement = [{ Effect = "Allow", Action = "s3:\${var.v}", Resource = "*" }]
          })
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
            Statement = [{ Effect = "Allow", Action = var.v, Resource = "*" }]
          })
        }
      `,
    ],
  },
});
