import { letsInAnyone } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { ofPolicy } from '../policies.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-secretsmanager-policy-names-callers',
  title: 'Policy of the secret lets in only callers that it names',
  row: 'secrets',
  severity: 'high',
  on: 'AWS::SecretsManager::ResourcePolicy',
  why: 'A statement for everyone offers the secret to every AWS account that finds its name.',
  cwe: ['CWE-732', 'CWE-522'],
  judgement: {
    detection: 'hard: the policy stands beside the secret',
    effort: 'minutes: name the accounts or roles',
    reach: 'whatever the secret opens',
    trap: 'nobody knows the ARN',
  },
  evaluate: ({ ResourcePolicy: policy }) => because(not(ofPolicy(policy, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone' : undefined)),
  fix: {
    terraform: `resource "aws_secretsmanager_secret_policy" "s" {
  secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}`,
    cloudformation: `Resources:
  P:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: db
      ResourcePolicy:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:role/app" }
            Action: secretsmanager:GetSecretValue
            Resource: "*"`,
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html'],
  equivalents: {
    prowler: equal('secretsmanager_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_secretsmanager_secret_policy" "s" {
          secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: db
              ResourcePolicy:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: "arn:aws:iam::111122223333:role/app" }
                    Action: secretsmanager:GetSecretValue
                    Resource: "*"
      `,
    ],
    bad: [
      tf`
        resource "aws_secretsmanager_secret_policy" "s" {
          secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: db
              ResourcePolicy:
                Statement:
                  - Effect: Allow
                    Principal: "*"
                    Action: secretsmanager:GetSecretValue
                    Resource: "*"
      `,
    ],
    unknown: [
      tf`
        variable "who" {}
        resource "aws_secretsmanager_secret_policy" "s" {
          secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
          })
        }
      `,
    ],
  },
});
