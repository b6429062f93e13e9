import { all, isNotEmpty, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-user-policies-through-groups',
  title: 'User gets rights through groups, not directly',
  row: 'identity',
  severity: 'low',
  on: 'AWS::IAM::User',
  why: 'Rights attached to a single user are the ones that nobody reviews and that stay when the person moves on.',
  cwe: ['CWE-269'],
  judgement: {
    detection: 'easy',
    effort: 'minutes a user',
    reach: 'one user',
    trap: 'one exception for one person is believed to be remembered',
  },
  evaluate: ({ Policies, ManagedPolicyArns }) => all(not(isNotEmpty(Policies)), not(isNotEmpty(ManagedPolicyArns))),
  fix: {
    terraform: `resource "aws_iam_group_policy_attachment" "team" {
  group      = aws_iam_group.team.name
  policy_arn = aws_iam_policy.team.arn
}`,
    cloudformation: `Groups:
  - !Ref Team`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: equal('CKV_AWS_40'),
    trivy: equal('AVD-AWS-0143'),
    prowler: equal('iam_policy_attached_only_to_group_or_roles'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
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
        resource "aws_iam_user_policy_attachment" "u" {
          user       = aws_iam_user.u.name
          policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
            Properties:
              ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
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
        resource "aws_iam_user_policy_attachment" "u" {
          user       = var.user
          policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
        }
      `,
    ],
  },
});
