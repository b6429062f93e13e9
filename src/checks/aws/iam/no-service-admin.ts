import { grants, onEverything, restricts, someStatement, wildcardServices } from '../../../iam/index.js';
import { because, not, type Condition } from '../../../model/index.js';
import { broader, cfn, defineCheck, narrower, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

type Truth = Condition['truth'];
const and = (...truths: readonly Truth[]): Truth => (truths.includes(false) ? false : truths.includes('unknown') ? 'unknown' : true);
const negate = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth);

export default defineCheck({
  id: 'aws-iam-no-service-admin',
  title: 'Policy does not grant all of a service on everything',
  row: 'identity',
  severity: 'high',
  on: policyHolders,
  why: 'All actions of a service include deleting its data, opening it to others and changing its policies: far more than any workload does.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy',
    effort: 'hours: last-used data of the role tells what it needs',
    reach: 'all resources of that service',
    trap: '"it only works with S3" is taken for "it may do all of S3"',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) =>
      because(
        not(someStatement(policy, place, (statement) => (grants(statement) === false ? false : wildcardServices(statement).length === 0 ? (statement.actions?.open === undefined ? false : 'unknown') : and(onEverything(statement), negate(restricts(statement)))))),
        (truth) => (truth === false ? 'a statement grants every action of a service on every resource' : undefined),
      ),
    ),
  fix: {
    terraform: `actions   = ["s3:GetObject"]
resources = ["\${aws_s3_bucket.data.arn}/*"]`,
    cloudformation: `Action: s3:GetObject
Resource: !Sub \${Data.Arn}/*`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: broader('CKV2_AWS_40'),
    trivy: [...broader('AVD-AWS-0345'), ...narrower('AVD-AWS-0057', 'AVD-AWS-0114', 'AVD-AWS-0120')],
    prowler: broader('iam_policy_no_full_access_to_cloudtrail', 'iam_policy_no_full_access_to_kms', 'iam_inline_policy_no_full_access_to_cloudtrail', 'iam_inline_policy_no_full_access_to_kms'),
  },
  examples: {
    good: [
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
                    Action: "s3:*"
                    Resource: arn:aws:s3:::photos/*
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["s3:*"], Resource = "*" }]
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
                    Action: kms:*
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
