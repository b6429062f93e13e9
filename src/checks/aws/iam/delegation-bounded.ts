import { any, because, not, type Condition } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';
import { grants, includesAction, someStatement, type Policy, type PolicyPlace } from '../../../iam/index.js';

const MAKES = ['iam:CreateRole', 'iam:CreateUser'] as const;
const GIVES = ['iam:AttachRolePolicy', 'iam:PutRolePolicy', 'iam:AttachUserPolicy', 'iam:PutUserPolicy'] as const;

/** Some of the actions, on anything, without the condition. */
const grantsUnbounded = (policy: Policy, place: PolicyPlace, actions: readonly string[]): Condition =>
  someStatement(policy, place, (statement) => {
    const some = actions.map((action) => includesAction(statement, action));
    const bounded = statement.conditions.some(({ key }) => key === 'iam:permissionsboundary');
    if (grants(statement) === false || bounded || some.every((one) => one === false)) return false;
    return some.includes(true) && grants(statement) === true ? true : 'unknown';
  });

export default defineCheck({
  id: 'aws-iam-delegation-bounded',
  title: 'Who makes principals makes them within a boundary',
  row: 'identity',
  severity: 'medium',
  on: policyHolders,
  why: 'Who may make roles or users and give them policies can make one that is mightier than they are; a boundary that they must set keeps what they make below it.',
  cwe: ['CWE-269'],
  judgement: {
    detection: 'hard: making roles is their work',
    effort: 'an hour: one managed policy and one condition',
    reach: 'the whole account',
    trap: 'the names or paths of what they make are thought to hold it back',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(any(not(grantsUnbounded(policy, place, MAKES)), not(grantsUnbounded(policy, place, GIVES))), (truth) => (truth === false ? 'a statement makes principals without demanding a permissions boundary' : undefined))),
  fix: {
    terraform: `condition {
  test     = "StringEquals"
  variable = "iam:PermissionsBoundary"
  values   = [aws_iam_policy.boundary.arn]
}`,
    cloudformation: `Condition:
  StringEquals:
    iam:PermissionsBoundary: !Ref Boundary`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
        }

        resource "aws_iam_user_policy" "u" {
          user   = aws_iam_user.u.name
          name   = "rights"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["iam:CreateRole", "iam:AttachRolePolicy", "iam:PutRolePolicy"], Resource = "*", Condition = { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::111122223333:policy/boundary" } } }]
          })
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
            Properties:
              UserName: ann
              Policies:
                - PolicyName: rights
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:CreateRole"], "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
        }

        resource "aws_iam_user_policy" "u" {
          user   = aws_iam_user.u.name
          name   = "rights"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["iam:CreateRole", "iam:AttachRolePolicy"], Resource = "arn:aws:iam::111122223333:role/app-*" }]
          })
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
            Properties:
              UserName: ann
              Policies:
                - PolicyName: rights
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:CreateUser", "iam:PutUserPolicy"], "Resource": "*"}]}
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
