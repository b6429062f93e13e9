import { grantsAdmin } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, narrower, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

export default defineCheck({
  id: 'aws-iam-no-full-admin-policy',
  title: 'Policy does not grant every action on everything',
  row: 'identity',
  severity: 'critical',
  on: policyHolders,
  why: 'A policy with every action on every resource makes each of its holders an administrator, whatever its name says; it is the last hop of most account takeovers.',
  cwe: ['CWE-250', 'CWE-732'],
  judgement: {
    detection: 'easy to see, easy to miss among many statements',
    effort: 'hours: find out which actions are used',
    reach: 'every principal that carries the policy',
    trap: 'a friendly name, a second statement or a Deny beside it is taken for a limit',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) => policiesOf(properties, ({ policy, place }) => because(not(grantsAdmin(policy, place)), (truth) => (truth === false ? 'a statement grants every action on every resource' : undefined))),
  fix: {
    terraform: `data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.data.arn}/*"]
  }
}`,
    cloudformation: `PolicyDocument:
  Version: "2012-10-17"
  Statement:
    - Effect: Allow
      Action: s3:GetObject
      Resource: !Sub \${Data.Arn}/*`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: [...equal('CKV_AWS_62', 'CKV_AWS_1'), ...narrower('CKV2_AWS_40')],
    prowler: broader('iam_customer_attached_policy_no_administrative_privileges', 'iam_customer_unattached_policy_no_administrative_privileges', 'iam_inline_policy_no_administrative_privileges'),
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
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: "*"
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "*", Resource = ["*", "arn:aws:s3:::a"] }]
          })
        }
      `,
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", NotAction = ["s3:*"], Resource = "arn:aws:*:*:*:*" }]
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
                    Action: "*:*"
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
