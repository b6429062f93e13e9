import { all } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';
import { noSecretIn } from '../../aws/secrets.js';

export default defineCheck({
  id: 'aws-iam-provider-no-keys',
  title: 'Code holds no keys of AWS',
  row: 'secrets',
  severity: 'critical',
  on: 'Demarc::Terraform::Provider',
  why: 'Keys in code are keys of everyone who may read the code, its history or its state; they are found within minutes when it becomes public.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for whoever may read the code',
    effort: 'minutes: take a role instead, and delete the key',
    reach: 'all that the key may do, mostly everything',
    trap: 'the repository is taken to be private for ever',
  },
  evaluate: ({ AccessKey: id, SecretKey: key, Token: token }) => all(noSecretIn(id, 'AccessKey'), noSecretIn(key, 'SecretKey'), noSecretIn(token, 'Token')),
  fix: {
    terraform: `provider "aws" {
  region  = "eu-west-1"
  profile = "shop"
}`,
    cloudformation: `# CloudFormation has no providers: it runs with the rights of its role.`,
  },
  references: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs#authentication-and-configuration'],
  equivalents: {
    checkov: equal('CKV_AWS_41'),
  },
  examples: {
    good: [
      tf`
        data "vault_aws_access_credentials" "c" {
          backend = "aws"
          role    = "deploy"
        }
        provider "aws" {
          region     = "eu-west-1"
          access_key = data.vault_aws_access_credentials.c.access_key
          secret_key = data.vault_aws_access_credentials.c.secret_key
        }
      `,
    ],
    bad: [
      tf`
        provider "aws" {
          region     = "eu-west-1"
          access_key = "deployer-of-the-shop"
          secret_key = "horse-battery-staple"
        }
      `,
    ],
    unknown: [
      tf`
        variable "id" {
          type = string
        }
        variable "key" {
          type = string
        }
        provider "aws" {
          region     = "eu-west-1"
          access_key = var.id
          secret_key = var.key
        }
      `,
    ],
  },
});
