import { fails, holds } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-people-through-sso',
  title: 'People sign in through an identity provider, not as IAM users',
  row: 'identity',
  severity: 'info',
  on: ['AWS::IAM::User', 'AWS::SSO::Assignment'],
  why: 'An IAM user has a password and keys of its own, which outlive the person\'s job and are not seen by the directory.',
  cwe: ['CWE-287'],
  judgement: {
    detection: 'easy: the user is in the code',
    effort: 'days: an identity provider and its groups',
    reach: 'all that the users may do',
    trap: 'each user is an exception',
  },
  evaluate: (_, { resource }) => (resource.type === 'AWS::SSO::Assignment' ? holds() : fails([{ path: 'UserName', state: 'set', at: resource.at }], 'it is an IAM user')),
  fix: {
    terraform: `resource "aws_ssoadmin_account_assignment" "admins" {
  instance_arn       = local.instance
  permission_set_arn = aws_ssoadmin_permission_set.admins.arn
  principal_id       = local.group
  principal_type     = "GROUP"
  target_id          = "111122223333"
  target_type        = "AWS_ACCOUNT"
}`,
    cloudformation: `Type: AWS::SSO::Assignment
Properties:
  PrincipalType: GROUP
  TargetType: AWS_ACCOUNT`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp'],
  equivalents: {
    checkov: equal('CKV_AWS_273'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ssoadmin_account_assignment" "r" {
          instance_arn       = "arn:aws:sso:::instance/i"
          permission_set_arn = "arn:aws:sso:::permissionSet/i/p"
          principal_id       = "g"
          principal_type     = "GROUP"
          target_id          = "111122223333"
          target_type        = "AWS_ACCOUNT"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SSO::Assignment
            Properties:
              InstanceArn: arn:aws:sso:::instance/i
              PermissionSetArn: arn:aws:sso:::permissionSet/i/p
              PrincipalId: g
              PrincipalType: GROUP
              TargetId: "111122223333"
              TargetType: AWS_ACCOUNT
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_user" "r" {
          name = "ann"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::User
            Properties:
              UserName: ann
      `,
    ],
    unknown: [],
  },
});
