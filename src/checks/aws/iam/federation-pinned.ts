import { someStatement, trustsStrangersTokens } from '../../../iam/index.js';
import { because, child, holds, not, type Json } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { documentOf } from '../../aws/document.js';

export default defineCheck({
  id: 'aws-iam-federation-pinned',
  title: 'Role takes tokens of its own projects only',
  row: 'identity',
  severity: 'critical',
  on: ['AWS::IAM::Role', 'Demarc::IAM::PolicyDocument'],
  why: 'GitHub, GitLab, Terraform Cloud and the like sign tokens for everyone who has an account there. A role that does not say whose tokens it takes can be assumed from any project in the world.',
  cwe: ['CWE-287', 'CWE-345'],
  judgement: {
    detection: 'hard: the trust policy names the right provider and an audience',
    effort: 'minutes: name the organization and the project',
    reach: 'all that the role may do, mostly deploying',
    trap: 'the audience is taken to tell whose token it is; it is the same for all',
  },
  evaluate: (properties, { resource }) => {
    const trust = documentOf(child<Json>(properties, resource.type === 'AWS::IAM::Role' ? 'AssumeRolePolicyDocument' : 'PolicyDocument'));
    return trust === undefined ? holds() : because(not(someStatement(trust.policy, trust.place, trustsStrangersTokens)), (truth) => (truth === false ? 'no condition says whose tokens it takes' : undefined));
  },
  fix: {
    terraform: `condition {
  test     = "StringLike"
  variable = "token.actions.githubusercontent.com:sub"
  values   = ["repo:example/shop:ref:refs/heads/main"]
}`,
    cloudformation: `Condition:
  StringLike:
    token.actions.githubusercontent.com:sub: repo:example/shop:ref:refs/heads/main`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html'],
  equivalents: {
    checkov: equal('CKV_AWS_358', 'CKV_AWS_393'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_role" "r" {
          name = "deploy"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
              Action    = "sts:AssumeRoleWithWebIdentity"
              Condition = {
                StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
                StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:example/shop:ref:refs/heads/main" }
              }
            }]
          })
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
                      Federated: !Sub arn:aws:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      StringEquals:
                        token.actions.githubusercontent.com:aud: sts.amazonaws.com
                      StringLike:
                        token.actions.githubusercontent.com:sub: repo:example/shop:*
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_role" "r" {
          name = "deploy"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
              Action    = "sts:AssumeRoleWithWebIdentity"
              Condition = {
                StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
              }
            }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "deploy"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
              Action    = "sts:AssumeRoleWithWebIdentity"
              Condition = {
                StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
                StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:*" }
              }
            }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "deploy"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
              Action    = "sts:AssumeRoleWithWebIdentity"
              Condition = {
                StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
                StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:example*" }
              }
            }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "deploy"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
              Action    = "sts:AssumeRoleWithWebIdentity"
              Condition = {
                StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
                StringLike   = { "token.actions.githubusercontent.com:sub" = "workflow:deploy" }
              }
            }]
          })
        }
      `,
      tf`
        data "aws_iam_policy_document" "d" {
          statement {
            actions = ["sts:AssumeRoleWithWebIdentity"]
            principals {
              type        = "Federated"
              identifiers = ["arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"]
            }
          }
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
                      Federated: !Sub arn:aws:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      StringEquals:
                        token.actions.githubusercontent.com:aud: sts.amazonaws.com
      `,
    ],
    unknown: [
      tf`
        variable "sub" {
          type = string
        }
        resource "aws_iam_role" "r" {
          name = "deploy"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
              Action    = "sts:AssumeRoleWithWebIdentity"
              Condition = {
                StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
                StringLike   = { "token.actions.githubusercontent.com:sub" = var.sub }
              }
            }]
          })
        }
      `,
    ],
  },
});
