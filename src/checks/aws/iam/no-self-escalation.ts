import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, narrower, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion', 'iam:AttachUserPolicy', 'iam:AttachGroupPolicy', 'iam:AttachRolePolicy', 'iam:PutUserPolicy', 'iam:PutGroupPolicy', 'iam:PutRolePolicy', 'iam:AddUserToGroup', 'iam:UpdateAssumeRolePolicy', 'iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile'] as const;

export default defineCheck({
  id: 'aws-iam-no-self-escalation',
  title: 'Policy does not let its holder change any rights',
  row: 'identity',
  severity: 'high',
  on: policyHolders,
  why: 'Who can write policies, attach them or make keys for others on every principal is one call away from administrator.',
  cwe: ['CWE-250', 'CWE-269'],
  judgement: {
    detection: 'hard: the calls look like administration',
    effort: 'hours',
    reach: 'the whole account',
    trap: 'these rights are given "to manage our own users"',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement lets its holder change the rights of any principal' : undefined))),
  fix: {
    terraform: `resources = [aws_iam_role.app.arn]`,
    cloudformation: `Resource: !GetAtt App.Arn`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege', 'https://pathfinding.cloud/'],
  equivalents: {
    checkov: broader('CKV_AWS_110', 'CKV_AWS_286'),
    prowler: narrower('iam_policy_allows_privilege_escalation', 'iam_inline_policy_allows_privilege_escalation'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["iam:GetRole"], Resource = "arn:aws:iam::111122223333:role/app" }]
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
                    Action: iam:GetRole
                    Resource: arn:aws:iam::111122223333:role/app
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["iam:PutRolePolicy"], Resource = "*" }]
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
                    Action: ["iam:PutRolePolicy"]
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
