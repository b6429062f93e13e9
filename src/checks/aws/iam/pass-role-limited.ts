import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['iam:PassRole'] as const;

export default defineCheck({
  id: 'aws-iam-pass-role-limited',
  title: 'Policy passes only named roles',
  row: 'identity',
  severity: 'high',
  on: policyHolders,
  why: 'Who may pass any role to a new instance or function has the rights of every role: the classic way from a developer to an administrator.',
  cwe: ['CWE-250', 'CWE-269'],
  judgement: {
    detection: 'hard: nothing looks wrong until a role is passed',
    effort: 'an hour: name the roles',
    reach: 'every role that some service may assume',
    trap: 'PassRole is taken for a harmless helper of other actions',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement lets its holder pass any role' : undefined))),
  fix: {
    terraform: `resources = [aws_iam_role.app.arn]`,
    cloudformation: `Resource: !GetAtt App.Arn`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  equivalents: {
    prowler: narrower('iam_policy_allows_privilege_escalation'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["iam:PassRole"], Resource = "arn:aws:iam::111122223333:role/app" }]
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
                    Action: iam:PassRole
                    Resource: arn:aws:iam::111122223333:role/app
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["iam:Pass*"], Resource = "*" }]
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
                    Action: ["iam:Pass*"]
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
