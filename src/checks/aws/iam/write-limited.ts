import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['s3:PutObject', 's3:DeleteObject', 's3:DeleteBucket', 's3:CreateBucket', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:DeleteTable', 'ec2:TerminateInstances', 'ec2:RunInstances', 'ec2:DeleteSnapshot', 'ec2:DeleteVolume', 'rds:DeleteDBInstance', 'rds:ModifyDBInstance', 'lambda:UpdateFunctionCode', 'lambda:InvokeFunction', 'lambda:DeleteFunction', 'sqs:SendMessage', 'sqs:DeleteQueue', 'sns:Publish', 'kms:ScheduleKeyDeletion', 'kms:Decrypt', 'secretsmanager:PutSecretValue', 'secretsmanager:DeleteSecret', 'iam:PassRole', 'iam:CreateUser', 'iam:CreateRole', 'cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'logs:DeleteLogGroup', 'ecr:PutImage'] as const;

export default defineCheck({
  id: 'aws-iam-write-limited',
  title: 'Policy writes to named resources only',
  row: 'identity',
  severity: 'medium',
  on: policyHolders,
  why: 'Writing to every resource of a service lets one broken workload damage all others.',
  cwe: ['CWE-250', 'CWE-269'],
  judgement: {
    detection: 'hard',
    effort: 'hours',
    reach: 'every resource of the services named',
    trap: 'a star is written because the resource is made in the same change',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement writes to every resource' : undefined))),
  fix: {
    terraform: `resources = ["\${aws_s3_bucket.data.arn}/*"]`,
    cloudformation: `Resource: !Sub \${Data.Arn}/*`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: equal('CKV_AWS_111', 'CKV_AWS_290'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:PutObject"], Resource = "arn:aws:iam::111122223333:role/app" }]
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
                    Action: s3:PutObject
                    Resource: arn:aws:iam::111122223333:role/app
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:PutObject"], Resource = "*" }]
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
                    Action: ["s3:PutObject"]
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
