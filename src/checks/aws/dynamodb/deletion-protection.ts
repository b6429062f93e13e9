import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dynamodb-deletion-protection',
  title: 'Table is protected against deletion',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::DynamoDB::Table',
  why: 'One call, or a plan that replaces the table, deletes it with everything in it. The flag makes that take a decision.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy, by an outage',
    effort: 'seconds',
    reach: 'all items of the table',
    trap: 'nobody would delete it on purpose; plans that replace a table do',
  },
  evaluate: ({ DeletionProtectionEnabled: protection }) => isTrue(protection),
  fix: {
    terraform: `resource "aws_dynamodb_table" "t" {
  name                        = "orders"
  hash_key                    = "id"
  deletion_protection_enabled = true
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      DeletionProtectionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection'],
  equivalents: {
    prowler: equal('dynamodb_table_deletion_protection_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dynamodb_table" "t" {
          name                        = "orders"
          hash_key                    = "id"
          deletion_protection_enabled = true
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              DeletionProtectionEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_dynamodb_table" "t" {
          name                        = "orders"
          hash_key                    = "id"
          deletion_protection_enabled = false
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              DeletionProtectionEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "protect" {}
        resource "aws_dynamodb_table" "t" {
          name                        = "orders"
          hash_key                    = "id"
          deletion_protection_enabled = var.protect
        }
      `,
      cfn`
        Parameters:
          PProtect:
            Type: String
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              DeletionProtectionEnabled: !Ref PProtect
      `,
    ],
  },
});
