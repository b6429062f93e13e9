import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dynamodb-point-in-time-recovery',
  title: 'Table can be restored to any moment',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::DynamoDB::Table',
  why: 'A bad deployment or a stolen key overwrites items in seconds. Recovery to a point in time takes the table back to the moment before.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: the setting is on the table; its lack is noticed when something is gone',
    effort: 'seconds, and a charge for the storage',
    reach: 'all items of the table',
    trap: 'the table is replicated, so nothing is lost; replication copies the mistake too',
  },
  evaluate: ({ PointInTimeRecoverySpecification: recovery }) => isTrue(recovery.PointInTimeRecoveryEnabled),
  fix: {
    terraform: `resource "aws_dynamodb_table" "t" {
  name     = "orders"
  hash_key = "id"
  point_in_time_recovery {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html'],
  equivalents: {
    checkov: equal('CKV_AWS_28'),
    trivy: equal('AVD-AWS-0024'),
    prowler: equal('dynamodb_tables_pitr_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dynamodb_table" "t" {
          name     = "orders"
          hash_key = "id"
          point_in_time_recovery {
            enabled = true
          }
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              PointInTimeRecoverySpecification:
                PointInTimeRecoveryEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_dynamodb_table" "t" {
          name     = "orders"
          hash_key = "id"
          point_in_time_recovery {
            enabled = false
          }
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              PointInTimeRecoverySpecification:
                PointInTimeRecoveryEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "recovery" {}
        resource "aws_dynamodb_table" "t" {
          name     = "orders"
          hash_key = "id"
          point_in_time_recovery {
            enabled = var.recovery
          }
        }
      `,
      cfn`
        Parameters:
          PRecovery:
            Type: String
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              PointInTimeRecoverySpecification:
                PointInTimeRecoveryEnabled: !Ref PRecovery
      `,
    ],
  },
});
