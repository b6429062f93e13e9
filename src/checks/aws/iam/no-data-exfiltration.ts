import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['s3:GetObject', 'ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'secretsmanager:GetSecretValue', 'rds:CopyDBSnapshot', 'ec2:CreateSnapshot'] as const;

export default defineCheck({
  id: 'aws-iam-no-data-exfiltration',
  title: 'Policy reads data of named resources only',
  row: 'identity',
  severity: 'medium',
  on: policyHolders,
  why: 'Reading every object, parameter and secret of the account is what a thief of credentials wants first.',
  cwe: ['CWE-250', 'CWE-269'],
  judgement: {
    detection: 'hard: reads look like work',
    effort: 'hours',
    reach: 'all data of these services',
    trap: 'read-only is taken for harmless',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement reads the data of every resource' : undefined))),
  fix: {
    terraform: `resources = ["\${aws_s3_bucket.data.arn}/*"]`,
    cloudformation: `Resource: !Sub \${Data.Arn}/*`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: equal('CKV_AWS_108', 'CKV_AWS_288'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:iam::111122223333:role/app" }]
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
                    Resource: arn:aws:iam::111122223333:role/app
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:Get*"], Resource = "*" }]
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
                    Action: ["s3:Get*"]
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
