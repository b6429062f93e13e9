import { customerKey } from '../keys.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dynamodb-replica-customer-key',
  title: 'Replica of a table is encrypted with a KMS key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'Demarc::DynamoDB::Replica',
  why: 'A replica holds the same items in another region. Its key is named apart; left out, it falls back to one that AWS owns.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'hard: the table itself shows the right key',
    effort: 'minutes: a key in the other region',
    reach: 'all items of the table',
    trap: 'the table has a key, so its replicas do',
  },
  evaluate: ({ KMSMasterKeyId: key }) => customerKey(key),
  fix: {
    terraform: `resource "aws_dynamodb_table_replica" "r" {
  global_table_arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
  kms_key_arn      = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}`,
    cloudformation: `SSESpecification: { SSEEnabled: true, SSEType: KMS }
Replicas:
  - Region: eu-central-1
    SSESpecification: { KMSMasterKeyId: KEY-ARN }`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html'],
  equivalents: {
    checkov: equal('CKV_AWS_271'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dynamodb_table_replica" "r" {
          global_table_arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
          kms_key_arn      = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_dynamodb_table_replica" "r" {
          global_table_arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
          kms_key_arn      = null
        }
      `,
    ],
    unknown: [
      tf`
        variable "key" {}
        resource "aws_dynamodb_table_replica" "r" {
          global_table_arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
          kms_key_arn      = var.key
        }
      `,
    ],
  },
});
