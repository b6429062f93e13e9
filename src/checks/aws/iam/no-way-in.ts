import { not } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-no-way-in',
  title: 'Role is no way for outsiders to become administrator',
  row: 'identity',
  severity: 'critical',
  on: 'AWS::IAM::Role',
  why: 'Anybody with an AWS account can assume the role and go on from there to administrator.',
  cwe: ['CWE-269', 'CWE-284'],
  judgement: {
    detection: 'hard: it is used once',
    effort: 'minutes: name whom the role trusts',
    reach: 'the whole account',
    trap: 'the role itself may do little',
  },
  evaluate: (_, { access, resource }) => not(access.wayIn(resource)),
  fix: {
    terraform: `principals {
  type        = "AWS"
  identifiers = ["arn:aws:iam::111122223333:role/deploy"]
}`,
    cloudformation: `Principal:
  AWS: arn:aws:iam::111122223333:role/deploy`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/deploy" }, Action = "sts:AssumeRole" }]
          })
          managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              RoleName: app
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}
              ManagedPolicyArns: ["arn:aws:iam::aws:policy/AWSSupportAccess"]
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sts:AssumeRole" }]
          })
          managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              RoleName: app
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}
              ManagedPolicyArns: ["arn:aws:iam::aws:policy/IAMFullAccess"]
      `,
    ],
    unknown: [],
  },
});
