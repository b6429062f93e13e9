import { not } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-no-way-up',
  title: 'Principal cannot make itself administrator',
  row: 'identity',
  severity: 'high',
  on: ['AWS::IAM::User', 'AWS::IAM::Role'],
  why: 'Rights that each look harmless add up: whoever steals this principal is one or a few calls away from the whole account.',
  cwe: ['CWE-269', 'CWE-250'],
  judgement: {
    detection: 'hard: each call is an ordinary one',
    effort: 'hours: take one right out of the chain',
    reach: 'the whole account',
    trap: 'no statement says `*`, so the principal is thought to be small',
  },
  evaluate: (_, { access, resource }) => not(access.wayUp(resource)),
  fix: {
    terraform: `# take out one of the rights that the path names, or hold it to resources that do not matter
# demarc paths --from aws_iam_user.u`,
    cloudformation: `# take out one of the rights that the path names, or hold it to resources that do not matter
# demarc paths --from U`,
  },
  references: ['https://pathfinding.cloud/', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'],
  equivalents: {
    prowler: broader('iam_inline_policy_allows_privilege_escalation', 'iam_policy_allows_privilege_escalation'),
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
            Statement = [{ Effect = "Allow", Action = "iam:CreateAccessKey", Resource = "arn:aws:iam::111122223333:user/$\${aws:username}" }]
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
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}]}
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
            Statement = [{ Effect = "Allow", Action = "iam:PutUserPolicy", Resource = "*" }]
          })
        }
      `,
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
        }

        resource "aws_iam_user_policy" "u" {
          user   = aws_iam_user.u.name
          name   = "rights"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["iam:AttachUserPolicy"], Resource = "*" }]
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
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:CreateRole", "iam:AttachRolePolicy"], "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "policy" {
          type = string
        }
        resource "aws_iam_user" "u" {
          name = "ann"
        }
        resource "aws_iam_user_policy" "u" {
          user   = aws_iam_user.u.name
          name   = "rights"
          policy = var.policy
        }
      `,
    ],
  },
});
