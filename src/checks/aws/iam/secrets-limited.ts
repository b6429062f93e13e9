import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['secretsmanager:GetSecretValue', 'secretsmanager:BatchGetSecretValue'] as const;

export default defineCheck({
  id: 'aws-iam-secrets-limited',
  title: 'Policy reads named secrets only',
  row: 'secrets',
  severity: 'high',
  on: policyHolders,
  why: 'One principal that reads every secret turns one leak into all of them.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: the policy says so',
    effort: 'minutes to hours: name what it needs',
    reach: 'every password, key and token',
    trap: 'the application needs one secret and is given the service',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement reads every secret' : undefined))),
  fix: {
    terraform: `# name the one that it works with`,
    cloudformation: `# name the one that it works with`,
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html'],
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
            Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-*" }]
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
            Statement = [{ Effect = "Allow", Action = "secretsmanager:ListSecrets", Resource = "*" }]
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
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-*"}]}
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
            Statement = [{ Effect = "Allow", Action = "secretsmanager:*", Resource = "*" }]
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
            Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "*" }]
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
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "secretsmanager:*", "Resource": "*"}]}
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
