import { isPresent } from '../../../model/index.js';
import { broader, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-athena-database-encryption',
  title: 'Database encrypts what its queries write',
  row: 'encryption',
  severity: 'medium',
  on: 'Demarc::Athena::Database',
  why: 'What queries write for a database is a copy of the data. In the clear it undoes the care taken of the source.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the setting is on the database',
    effort: 'minutes',
    reach: 'all that queries write',
    trap: 'the tables are encrypted, so what is made from them is',
  },
  evaluate: ({ EncryptionConfiguration: encryption }) => isPresent(encryption.EncryptionOption),
  fix: {
    terraform: `resource "aws_athena_database" "d" {
  name   = "clicks"
  bucket = "results"
  encryption_configuration {
    encryption_option = "SSE_S3"
  }
}`,
    cloudformation: `# CloudFormation has no such database; the workgroup encrypts:
ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: SSE_KMS, KmsKey: KEY-ARN } }`,
  },
  references: ['https://docs.aws.amazon.com/athena/latest/ug/encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_77'),
    trivy: broader('AVD-AWS-0006'),
  },
  examples: {
    good: [
      tf`
        resource "aws_athena_database" "d" {
          name   = "clicks"
          bucket = "results"
          encryption_configuration {
            encryption_option = "SSE_S3"
          }
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_athena_database" "d" {
          name   = "clicks"
          bucket = "results"
        }
      `,
    ],
    unknown: [
      tf`
        variable "option" {}
        resource "aws_athena_database" "d" {
          name   = "clicks"
          bucket = "results"
          encryption_configuration {
            encryption_option = var.option
          } 
        }
      `,
    ],
  },
});
