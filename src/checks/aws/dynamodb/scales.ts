import { all, any, because, equals, holds, startsWith } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dynamodb-scales',
  title: 'Table scales with its load',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::DynamoDB::Table',
  why: 'A table of fixed capacity turns requests away when the load exceeds it, whether the load is success or an attack.',
  cwe: ['CWE-400', 'CWE-770'],
  judgement: {
    detection: 'easy, by an outage',
    effort: 'minutes: on-demand billing, or a scaling target',
    reach: 'everybody who uses the table',
    trap: 'DynamoDB scales by itself; only on-demand tables do',
  },
  evaluate: ({ BillingMode: mode }, { pointingHere, all: every }) =>
      any(
        equals(mode, 'PAY_PER_REQUEST'),
        all(
          because(someLinked(pointingHere('AWS::ApplicationAutoScaling::ScalableTarget'), ({ ScalableDimension: dimension }) => startsWith(dimension, 'dynamodb:table:')), 'no scaling target is for the table'),
          someLinked(every('AWS::ApplicationAutoScaling::ScalingPolicy'), () => holds()),
        ),
      ),
  fix: {
    terraform: `resource "aws_dynamodb_table" "t" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      BillingMode: PAY_PER_REQUEST`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html'],
  equivalents: {
    checkov: broader('CKV2_AWS_16'),
    prowler: broader('dynamodb_table_autoscaling_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dynamodb_table" "t" {
          name         = "orders"
          hash_key     = "id"
          billing_mode = "PAY_PER_REQUEST"
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              BillingMode: PAY_PER_REQUEST
      `,
    ],
    bad: [
      tf`
        resource "aws_dynamodb_table" "t" {
          name         = "orders"
          hash_key     = "id"
          billing_mode = "PROVISIONED"
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              BillingMode: PROVISIONED
      `,
    ],
    unknown: [
      tf`
        variable "mode" {}
        resource "aws_dynamodb_table" "t" {
          name         = "orders"
          hash_key     = "id"
          billing_mode = var.mode
        }
      `,
      cfn`
        Parameters:
          PMode:
            Type: String
        Resources:
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              BillingMode: !Ref PMode
      `,
    ],
  },
});
