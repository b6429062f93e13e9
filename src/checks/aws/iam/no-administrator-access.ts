import { not, some, test } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';
import type { TextPart } from '../../../model/index.js';

const ADMIN = /:iam::aws:policy\/AdministratorAccess$/;

/** A policy of this code: its document is judged by itself. */
const refersElsewhere = (parts: readonly TextPart[]): boolean => parts.length === 1 && typeof parts[0] === 'object' && parts[0] !== null;

/** By the end of the ARN, where it is known: the partition in front of it tells nothing. */
function named(parts: readonly TextPart[]): boolean | undefined {
  const last = parts.at(-1);
  return typeof last === 'string' && last.includes(':policy/') ? ADMIN.test(last) : undefined;
}

export default defineCheck({
  id: 'aws-iam-no-administrator-access',
  title: 'Principal does not carry AdministratorAccess',
  row: 'identity',
  severity: 'critical',
  on: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  why: 'Whoever gets hold of a principal with AdministratorAccess owns the account: one stolen session reads, changes and deletes everything.',
  cwe: ['CWE-250', 'CWE-269'],
  judgement: {
    detection: 'easy: the attachment names the policy',
    effort: 'hours to days: someone has to find out what the principal really does',
    reach: 'everything in the account',
    trap: 'it is attached to get started and believed to be temporary',
  },
  evaluate: ({ ManagedPolicyArns }) =>
    not(some(ManagedPolicyArns, (arn) => test(arn, (value) => ADMIN.test(String(value)), { partial: (parts) => named(parts) ?? (refersElsewhere(parts) ? false : undefined) }))),
  fix: {
    terraform: `resource "aws_iam_role_policy_attachment" "app" {
  role       = aws_iam_role.app.name
  policy_arn = aws_iam_policy.only_what_it_does.arn
}`,
    cloudformation: `ManagedPolicyArns:
  - !Ref OnlyWhatItDoes`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege', 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html'],
  equivalents: {
    checkov: equal('CKV_AWS_274'),
    prowler: broader('iam_aws_attached_policy_no_administrative_privileges', 'iam_user_administrator_access_policy', 'iam_role_administratoraccess_policy', 'iam_group_administrator_access_policy'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Service = "ec2.amazonaws.com" }
              Action    = "sts:AssumeRole"
            }]
          })
        }
        resource "aws_iam_role_policy_attachment" "a" {
          role       = aws_iam_role.r.name
          policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: ec2.amazonaws.com
                    Action: sts:AssumeRole
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/ReadOnlyAccess
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Service = "ec2.amazonaws.com" }
              Action    = "sts:AssumeRole"
            }]
          })
        }
        resource "aws_iam_role_policy_attachment" "a" {
          role       = aws_iam_role.r.name
          policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: ec2.amazonaws.com
                    Action: sts:AssumeRole
              ManagedPolicyArns:
                - !Sub arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess
      `,
    ],
    unknown: [
      tf`
        variable "arn" {
          type = string
        }
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Service = "ec2.amazonaws.com" }
              Action    = "sts:AssumeRole"
            }]
          })
        }
        resource "aws_iam_role_policy_attachment" "a" {
          role       = aws_iam_role.r.name
          policy_arn = var.arn
        }
      `,
    ],
  },
});
