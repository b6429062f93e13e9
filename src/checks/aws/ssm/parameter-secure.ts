import { decide, equals } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ssm-parameter-secure',
  title: 'Parameter is stored as a secure string',
  row: 'secrets',
  severity: 'medium',
  on: 'AWS::SSM::Parameter',
  why: 'A plain parameter is readable to all who may list parameters and is shown in the console. Passwords and tokens end up there because it is the easy place.',
  cwe: ['CWE-312', 'CWE-522'],
  judgement: {
    detection: 'easy: the type is shown in the list',
    effort: 'minutes: change the type, grant kms:Decrypt',
    reach: 'whatever the value opens',
    trap: 'Parameter Store is a secret store; only SecureString is',
  },
  applies: (_, { resource }) => decide(resource.dialect !== 'cloudformation'),
  evaluate: ({ Type: type }) => equals(type, 'SecureString'),
  fix: {
    terraform: `resource "aws_ssm_parameter" "p" {
  name  = "/app/db"
  type  = "SecureString"
  value = "see-the-vault"
}`,
    cloudformation: `# CloudFormation cannot create secure strings; make a secret in AWS::SecretsManager::Secret instead.`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_34'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ssm_parameter" "p" {
          name  = "/app/db"
          type  = "SecureString"
          value = "see-the-vault"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_ssm_parameter" "p" {
          name  = "/app/db"
          type  = "String"
          value = "see-the-vault"
        }
      `,
    ],
    unknown: [
      tf`
        variable "type" {}
        resource "aws_ssm_parameter" "p" {
          name  = "/app/db"
          type  = var.type
          value = "see-the-vault"
        }
      `,
    ],
  },
});
