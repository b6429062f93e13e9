import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['iam:AttachRolePolicy', 'iam:CreatePolicy', 'iam:PassRole', 'iam:UpdateAssumeRolePolicy', 's3:PutBucketPolicy', 's3:PutBucketAcl', 's3:PutObjectAcl', 'kms:PutKeyPolicy', 'kms:CreateGrant', 'sqs:AddPermission', 'sns:AddPermission', 'lambda:AddPermission', 'ecr:SetRepositoryPolicy', 'secretsmanager:PutResourcePolicy', 'ec2:ModifySnapshotAttribute', 'ec2:ModifyImageAttribute', 'rds:ModifyDBSnapshotAttribute', 'sts:AssumeRole'] as const;

export default defineCheck({
  id: 'aws-iam-permissions-management-limited',
  title: 'Policy manages permissions of named resources only',
  row: 'identity',
  severity: 'medium',
  on: policyHolders,
  why: 'Rights to change policies, grants and sharing on every resource let their holder expose any of it.',
  cwe: ['CWE-250', 'CWE-269'],
  judgement: {
    detection: 'hard',
    effort: 'hours',
    reach: 'every resource whose policy it can change',
    trap: 'the right to manage one bucket is written as the right to manage all',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement manages permissions on every resource' : undefined))),
  fix: {
    terraform: `resources = [aws_s3_bucket.data.arn]`,
    cloudformation: `Resource: !GetAtt Data.Arn`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: equal('CKV_AWS_109', 'CKV_AWS_289'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:PutBucketPolicy"], Resource = "arn:aws:iam::111122223333:role/app" }]
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
                    Action: s3:PutBucketPolicy
                    Resource: arn:aws:iam::111122223333:role/app
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:PutBucketPolicy"], Resource = "*" }]
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
                    Action: ["s3:PutBucketPolicy"]
                    Resource: "*"
      `,
    ],
    unknown: [
      tf`
        variable "policy" {
          type = string
        }
        resource "aws_iam_policy" "p" {
          name   = "p"
          policy = var.policy
        }
      `,
    ],
  },
});
