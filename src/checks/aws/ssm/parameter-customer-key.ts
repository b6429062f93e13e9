import { type Field, all, decide, equals } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { defineCheck, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ssm-parameter-customer-key',
  title: 'Secure parameter is encrypted with a KMS key of your own',
  row: 'secrets',
  severity: 'low',
  on: 'AWS::SSM::Parameter',
  why: 'With the key that AWS manages, all who may read parameters may decrypt them. A key of your own is a second lock.',
  cwe: ['CWE-522'],
  judgement: {
    detection: 'easy: the key stands on the parameter',
    effort: 'minutes: name the key, grant kms:Decrypt',
    reach: 'whatever the value opens',
    trap: 'SecureString is encrypted, so only the app can read it',
  },
  applies: ({ Type: type }, { resource }) => all(decide(resource.dialect !== 'cloudformation'), equals(type, 'SecureString')),
  evaluate: (_, { facts }) => customerKey(facts.KeyId as Field<string>),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  enable_key_rotation = true
}
resource "aws_ssm_parameter" "p" {
  name   = "/app/db"
  type   = "SecureString"
  value  = "see-the-vault"
  key_id = aws_kms_key.k.id
}`,
    cloudformation: `# CloudFormation cannot create secure strings; make a secret in AWS::SecretsManager::Secret with a KmsKeyId instead.`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html'],
  equivalents: {
    checkov: narrower('CKV_AWS_337'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_ssm_parameter" "p" {
          name   = "/app/db"
          type   = "SecureString"
          value  = "see-the-vault"
          key_id = aws_kms_key.k.id
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_ssm_parameter" "p" {
          name   = "/app/db"
          type   = "SecureString"
          value  = "see-the-vault"
          key_id = null
        }
      `,
    ],
    unknown: [
      tf`
        variable "key" {}
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_ssm_parameter" "p" {
          name   = "/app/db"
          type   = "SecureString"
          value  = "see-the-vault"
          key_id = var.key
        }
      `,
    ],
  },
});
