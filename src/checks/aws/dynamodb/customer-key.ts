import { all, isTrue } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dynamodb-customer-key',
  title: 'Table is encrypted with a KMS key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::DynamoDB::Table',
  why: 'A table is always encrypted, by default with a key that AWS owns: whoever may read the table reads it. With a key of your own, reading needs a second right that you can withdraw.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: the key stands on the table',
    effort: 'minutes: name the key; the table stays available',
    reach: 'all items of the table and its backups',
    trap: 'it is encrypted anyway',
  },
  evaluate: ({ SSESpecification: sse }) => all(isTrue(sse.SSEEnabled), customerKey(sse.KMSMasterKeyId)),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  enable_key_rotation = true
}
resource "aws_dynamodb_table" "t" {
  name     = "orders"
  hash_key = "id"
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.k.arn
  }
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      SSESpecification:
        SSEEnabled: true
        SSEType: KMS
        KMSMasterKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html'],
  equivalents: {
    checkov: equal('CKV_AWS_119'),
    trivy: [...equal('AVD-AWS-0025'), ...broader('AVD-AWS-0121')],
    prowler: broader('dynamodb_tables_kms_cmk_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_dynamodb_table" "t" {
          name     = "orders"
          hash_key = "id"
          server_side_encryption {
            enabled     = true
            kms_key_arn = aws_kms_key.k.arn
          }
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              SSESpecification:
                SSEEnabled: true
                SSEType: KMS
                KMSMasterKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_dynamodb_table" "t" {
          name     = "orders"
          hash_key = "id"
          server_side_encryption {
            enabled     = true
            kms_key_arn = null
          }
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              SSESpecification:
                SSEEnabled: false
                SSEType: KMS
                KMSMasterKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
    unknown: [
      tf`
        variable "key" {}
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_dynamodb_table" "t" {
          name     = "orders"
          hash_key = "id"
          server_side_encryption {
            enabled     = true
            kms_key_arn = var.key
          }
        }
      `,
      cfn`
        Parameters:
          PEncrypt:
            Type: String
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              SSESpecification:
                SSEEnabled: !Ref PEncrypt
                SSEType: KMS
                KMSMasterKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
  },
});
