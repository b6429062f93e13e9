import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'] as const;

export default defineCheck({
  id: 'aws-iam-parameters-limited',
  title: 'Policy reads named parameters only',
  row: 'secrets',
  severity: 'medium',
  on: policyHolders,
  why: 'Parameters hold passwords and addresses of all applications; a right to all of them is a map with keys.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: the policy says so',
    effort: 'minutes to hours: name what it needs',
    reach: 'every parameter',
    trap: 'parameters are thought to be configuration',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement reads every parameter' : undefined))),
  fix: {
    terraform: `# name the one that it works with`,
    cloudformation: `# name the one that it works with`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html'],
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
            Statement = [{ Effect = "Allow", Action = "ssm:GetParameter", Resource = "arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*" }]
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
            Statement = [{ Effect = "Allow", Action = "ssm:DescribeParameters", Resource = "*" }]
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
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*"}]}
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
            Statement = [{ Effect = "Allow", Action = "ssm:Get*", Resource = "*" }]
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
            Statement = [{ Effect = "Allow", Action = ["ssm:GetParameters"], Resource = "*" }]
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
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:Get*", "Resource": "*"}]}
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
