import { cfn, defineCheck, tf } from '../../define.js';
import { carriesPolicies, lintsClean, policyCarriers, rulesOf } from '../policy-lint.js';

export default defineCheck({
  id: 'aws-iam-policy-resources-fit',
  title: 'Policy pairs actions with resources that they take',
  row: 'identity',
  severity: 'low',
  on: policyCarriers,
  why: 'An action on a resource of another kind is never granted: s3:ListBucket on the objects lists nothing. The next one to find it out widens the policy to *.',
  cwe: ['CWE-863'],
  judgement: {
    detection: 'hard: only a refused call tells',
    effort: 'minutes',
    reach: 'the statement',
    trap: 'one resource list is believed to serve all actions of a statement',
  },
  applies: (properties, { resource }) => carriesPolicies(properties, resource.type),
  evaluate: (properties, { resource }) => lintsClean(properties, resource.type, rulesOf('resources')),
  fix: {
    terraform: `Action   = ["s3:ListBucket", "s3:GetObject"]
Resource = ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"]`,
    cloudformation: `Action:
  - s3:ListBucket
  - s3:GetObject
Resource:
  - arn:aws:s3:::photos
  - arn:aws:s3:::photos/*`,
  },
  references: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  ],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:ListBucket", "s3:GetObject"], Resource = ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"] }]
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
                    Action: dynamodb:Query
                    Resource: !Sub arn:aws:dynamodb:eu-west-1:111122223333:table/photos/index/*
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:ListBucket", "s3:GetObject"], Resource = "arn:aws:s3:::photos/*" }]
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
                    Action: sqs:SendMessage
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
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
            Statement = [{ Effect = "Allow", Action = "s3:ListBucket", Resource = var.v }]
          })
        }
      `,
    ],
  },
});
