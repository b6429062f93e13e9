import { child, type Field, type Json, type Resource, type View } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { federatedStatements, subjectOf, trustsProviders } from './federated.js';

/** The trust policy of a role, or a document that is written apart. */
const trustOf = (properties: View<unknown>, { type }: Resource): Field<Json> => child<Json>(properties, type === 'AWS::IAM::Role' ? 'AssumeRolePolicyDocument' : 'PolicyDocument');

export default defineCheck({
  id: 'aws-iam-trust-oidc-subject',
  title: 'Role trusts named workloads of an identity provider only',
  row: 'identity',
  severity: 'high',
  on: ['AWS::IAM::Role', 'Demarc::IAM::PolicyDocument'],
  why: 'A provider that serves everybody signs tokens for everybody: without a fixed organization in the subject, any of its customers assumes the role.',
  cwe: ['CWE-287', 'CWE-284'],
  judgement: {
    detection: 'hard: the trust names a provider and looks closed',
    effort: 'minutes: fix the subject to the organization, repository and branch',
    reach: 'everything that the role may do',
    trap: 'that the provider\'s ARN stands in your account is taken to mean that its tokens are yours',
  },
  applies: (properties, { resource }) => trustsProviders(trustOf(properties, resource)),
  evaluate: (properties, { resource }) => federatedStatements(trustOf(properties, resource), ({ statement, host, place, index }) => subjectOf(statement, host, place, index)),
  fix: {
    terraform: `StringEquals = {
  "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
  "token.actions.githubusercontent.com:sub" = "repo:example/shop:ref:refs/heads/main"
}`,
    cloudformation: `Condition:
  StringEquals:
    "token.actions.githubusercontent.com:aud": sts.amazonaws.com
    "token.actions.githubusercontent.com:sub": repo:example/shop:ref:refs/heads/main`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub', 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services'],
  equivalents: {
    checkov: equal('CKV_AWS_358', 'CKV_AWS_393'),
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
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:example/shop:*"}}}]}
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/app.terraform.io" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLike = { "app.terraform.io:sub" = "organization:example:project:*:workspace:*:run_phase:*" } } }]
          })
        }
      `,
    ],
    bad: [
      tf`
        data "aws_iam_policy_document" "trust" {
          statement {
            actions = ["sts:AssumeRoleWithWebIdentity"]
            principals {
              type        = "Federated"
              identifiers = ["arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"]
            }
          }
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } } }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:*" } } }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:exam*/shop:*" } } }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLikeIfExists = { "token.actions.githubusercontent.com:sub" = "repo:example/*" } } }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              RoleName: app
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity"}]}
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/gitlab.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLike = { "gitlab.com:sub" = "project_path:*:ref_type:branch:ref:main" } } }]
          })
        }
      `,
    ],
    unknown: [
      tf`
        variable "sub" {
          type = string
        }
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = var.sub } } }]
          })
        }
      `,
    ],
  },
});
