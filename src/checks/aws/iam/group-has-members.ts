import { holds } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { lacking, someLinked } from '../../linked.js';

export default defineCheck({
  id: 'aws-iam-group-has-members',
  title: 'Group has members',
  row: 'identity',
  severity: 'info',
  on: 'AWS::IAM::Group',
  why: 'A group without members is a set of rights that waits for somebody to be added by mistake.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: nobody is in it',
    effort: 'minutes: add its members, or delete it',
    reach: 'what its policies allow',
    trap: 'an empty group is taken to be harmless',
  },
  evaluate: (_, { resource, pointingHere }) => lacking(someLinked(pointingHere('AWS::IAM::User'), () => holds()), resource, 'Groups', 'no user is in it'),
  fix: {
    terraform: `resource "aws_iam_group_membership" "g" {
  name  = "g"
  group = aws_iam_group.r.name
  users = [aws_iam_user.u.name]
}`,
    cloudformation: `U:
  Type: AWS::IAM::User
  Properties:
    Groups: [!Ref R]`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_14'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
        }
        resource "aws_iam_group" "r" {
          name = "g"
        }
        resource "aws_iam_group_membership" "g" {
          name  = "g"
          group = aws_iam_group.r.name
          users = [aws_iam_user.u.name]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Group
            Properties:
              GroupName: g
          U:
            Type: AWS::IAM::User
            Properties:
              UserName: ann
              Groups: [!Ref R]
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_group" "r" {
          name = "g"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Group
            Properties:
              GroupName: g
      `,
    ],
    unknown: [],
  },
});
