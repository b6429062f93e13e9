import { customerKey } from '../keys.js';
import { broader, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-object-customer-key',
  title: 'Object is encrypted with a KMS key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'Demarc::S3::Object',
  why: 'Only a key of your own has a policy that you write: a grant on the bucket alone does not open the object.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: the setting is on the object',
    effort: 'minutes: name the key',
    reach: 'this object',
    trap: 'the bucket\'s default covers it; an object can ask for another',
  },
  evaluate: ({ SSEKMSKeyId: key }) => customerKey(key),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  enable_key_rotation = true
}
resource "aws_s3_object" "o" {
  bucket     = "photos"
  key        = "list.json"
  source     = "list.json"
  kms_key_id = aws_kms_key.k.arn
}`,
    cloudformation: `# CloudFormation writes no objects; give the bucket a default of aws:kms with your key.`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html'],
  equivalents: {
    checkov: broader('CKV_AWS_186', 'CKV_AWS_181'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_s3_object" "o" {
          bucket     = "photos"
          key        = "list.json"
          source     = "list.json"
          kms_key_id = aws_kms_key.k.arn
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_s3_object" "o" {
          bucket     = "photos"
          key        = "list.json"
          source     = "list.json"
        }
      `,
    ],
    unknown: [
      tf`
        variable "key" {}
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_s3_object" "o" {
          bucket     = "photos"
          key        = "list.json"
          source     = "list.json"
          kms_key_id = var.key
        }
      `,
    ],
  },
});
