import { grants, knownText, someCover, someStatement } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

export default defineCheck({
  id: 'aws-iam-no-wildcard-actions',
  title: 'Policy names its actions instead of allowing all',
  row: 'identity',
  severity: 'high',
  on: policyHolders,
  why: 'A statement with the action * grants rights that do not exist yet; when the resource list grows, so does what a thief can do with it.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy',
    effort: 'hours',
    reach: 'every resource that the statement names',
    trap: 'a narrow resource is believed to make a wide action harmless',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) =>
      because(not(someStatement(policy, place, (statement) => (grants(statement) === false || statement.actions === undefined ? false : someCover(statement.actions, (pattern) => (knownText(pattern) === undefined ? 'unknown' : /^\*+(:\*+)?$/.test(knownText(pattern) ?? '')))))), (truth) => (truth === false ? 'a statement allows every action' : undefined)),
    ),
  fix: {
    terraform: `actions = ["s3:GetObject", "s3:PutObject"]`,
    cloudformation: `Action:
  - s3:GetObject
  - s3:PutObject`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: equal('CKV_AWS_63', 'CKV_AWS_49'),
    trivy: narrower('AVD-AWS-0057', 'AVD-AWS-0114', 'AVD-AWS-0120'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "*" }]
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
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "*", Resource = "arn:aws:s3:::photos" }]
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
                    Action: ["*"]
                    Resource: "arn:aws:s3:::photos"
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
