import { isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-user-in-group',
  title: 'User belongs to a group',
  row: 'identity',
  severity: 'low',
  on: 'AWS::IAM::User',
  why: 'Users outside of groups get their rights one by one, which nobody can review.',
  cwe: ['CWE-269'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'one user',
    trap: 'a user without rights today is believed to stay so',
  },
  evaluate: ({ Groups }) => isNotEmpty(Groups),
  fix: {
    terraform: `resource "aws_iam_user_group_membership" "ann" {
  user   = aws_iam_user.ann.name
  groups = [aws_iam_group.team.name]
}`,
    cloudformation: `Groups:
  - !Ref Team`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: equal('CKV2_AWS_21'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_group" "g" {
          name = "team"
        }
        resource "aws_iam_user" "u" {
          name = "ann"
        }
        resource "aws_iam_user_group_membership" "u" {
          user   = aws_iam_user.u.name
          groups = [aws_iam_group.g.name]
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
            Properties:
              Groups: [team]
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
      `,
    ],
    unknown: [
      tf`
        variable "user" {
          type = string
        }
        resource "aws_iam_user" "u" {
          name = "ann"
        }
        resource "aws_iam_user_group_membership" "u" {
          user   = var.user
          groups = ["team"]
        }
      `,
    ],
  },
});
