import { oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecr-customer-key',
  title: 'Repository is encrypted with your key',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::ECR::Repository',
  why: 'With a key of your own you decide who can read the images, and can shut them off.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy',
    effort: 'the repository must be made anew',
    reach: 'all images',
    trap: 'the default key is believed to be yours',
  },
  evaluate: ({ EncryptionConfiguration }) => oneOf(EncryptionConfiguration.EncryptionType, ['KMS', 'KMS_DSSE']),
  fix: {
    terraform: `encryption_configuration {
  encryption_type = "KMS"
  kms_key         = aws_kms_key.main.arn
}`,
    cloudformation: `EncryptionConfiguration:
  EncryptionType: KMS
  KmsKey: !GetAtt Key.Arn`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html'],
  equivalents: {
    checkov: equal('CKV_AWS_136'),
    trivy: equal('AVD-AWS-0033'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecr_repository" "r" {
          name = "app"
          encryption_configuration {
            encryption_type = "KMS"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              EncryptionConfiguration:
                EncryptionType: KMS
      `,
    ],
    bad: [
      tf`
        resource "aws_ecr_repository" "r" {
          name = "app"

        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryName: app
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_ecr_repository" "r" {
          name = "app"
          encryption_configuration {
            encryption_type = var.v
          }
        }
      `,
    ],
  },
});
