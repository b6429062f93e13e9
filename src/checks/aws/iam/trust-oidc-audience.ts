import { cfn, defineCheck, tf } from '../../define.js';
import { audienceOf, federatedStatements, trustsProviders } from './federated.js';

export default defineCheck({
  id: 'aws-iam-trust-oidc-audience',
  title: 'Role asks an identity provider\'s tokens for their audience',
  row: 'identity',
  severity: 'low',
  on: 'AWS::IAM::Role',
  why: 'A token made for another service can be replayed here when nothing looks at whom it was made for.',
  cwe: ['CWE-287'],
  judgement: {
    detection: 'hard: nothing misbehaves',
    effort: 'minutes: one more key',
    reach: 'everything that the role may do, for whoever gets a token of the same workload',
    trap: 'the subject alone is thought to be enough',
  },
  applies: ({ AssumeRolePolicyDocument }) => trustsProviders(AssumeRolePolicyDocument),
  evaluate: ({ AssumeRolePolicyDocument }) => federatedStatements(AssumeRolePolicyDocument, ({ statement, host, place, index }) => audienceOf(statement, host, place, index)),
  fix: {
    terraform: `StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }`,
    cloudformation: `Condition:
  StringEquals:
    "token.actions.githubusercontent.com:aud": sts.amazonaws.com`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com", "token.actions.githubusercontent.com:sub" = "repo:example/shop:ref:refs/heads/main" } } }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              RoleName: app
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example/*" } } }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              RoleName: app
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:example/*"}}}]}
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLike = { "token.actions.githubusercontent.com:aud" = "*" } } }]
          })
        }
      `,
    ],
    unknown: [
      tf`
        variable "aud" {
          type = string
        }
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLike = { "token.actions.githubusercontent.com:aud" = var.aud } } }]
          })
        }
      `,
    ],
  },
});
