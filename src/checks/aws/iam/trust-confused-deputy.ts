import { cfn, defineCheck, equal, tf } from '../../define.js';
import { deputies, trustsDeputies } from './deputies.js';

export default defineCheck({
  id: 'aws-iam-trust-confused-deputy',
  title: 'Role that a service assumes for its customers names whose',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::IAM::Role',
  why: 'Some services assume the role that a customer names, whoever owns it: without a source in the condition, a stranger can have the service act with your role.',
  cwe: ['CWE-441', 'CWE-284'],
  judgement: {
    detection: 'very hard: the service\'s own calls are all that is seen',
    effort: 'minutes: add aws:SourceAccount or aws:SourceArn',
    reach: 'what the role may do, on a stranger\'s order',
    trap: 'the service is trusted, so its customers are thought to be',
  },
  applies: ({ AssumeRolePolicyDocument }) => trustsDeputies(AssumeRolePolicyDocument),
  evaluate: ({ AssumeRolePolicyDocument }) => deputies(AssumeRolePolicyDocument),
  fix: {
    terraform: `condition {
  test     = "StringEquals"
  variable = "aws:SourceAccount"
  values   = [data.aws_caller_identity.current.account_id]
}`,
    cloudformation: `Condition:
  StringEquals:
    aws:SourceAccount: !Ref AWS::AccountId`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention'],
  equivalents: {
    prowler: equal('iam_role_cross_service_confused_deputy_prevention'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Service = "backup.amazonaws.com" }, Action = "sts:AssumeRole", Condition = { StringEquals = { "aws:SourceAccount" = "111122223333" } } }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              RoleName: app
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "config.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:config:*:111122223333:*"}}}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Service = "bedrock.amazonaws.com" }, Action = "sts:AssumeRole" }]
          })
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Service = "sagemaker.amazonaws.com" }, Action = "sts:AssumeRole", Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sagemaker:*:*:*" } } }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              RoleName: app
              AssumeRolePolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "config.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
      `,
    ],
    unknown: [
      tf`
        variable "account" {
          type = string
        }
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Service = "config.amazonaws.com" }, Action = "sts:AssumeRole", Condition = { StringLike = { "aws:SourceAccount" = var.account } } }]
          })
        }
      `,
    ],
  },
});
