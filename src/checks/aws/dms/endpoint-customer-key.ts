import { equals, not } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dms-endpoint-customer-key',
  title: 'Replication endpoint keeps its secrets with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::DMS::Endpoint',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard',
    effort: 'a new endpoint',
    reach: 'the credentials of the endpoint',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  applies: ({ EngineName: engine }) => not(equals(engine, 's3')),
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_arn = aws_kms_key.this.arn',
    cloudformation: 'KmsKeyId: !GetAtt Key.Arn',
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html'],
  equivalents: {
    checkov: broader('CKV_AWS_296'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dms_endpoint" "e" {
          endpoint_id   = "e"
          endpoint_type = "source"
          engine_name   = "mysql"
          kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::Endpoint
            Properties:
              EndpointType: source
              EngineName: mysql
              KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_dms_endpoint" "e" {
          endpoint_id   = "e"
          endpoint_type = "source"
          engine_name   = "mysql"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::Endpoint
            Properties:
              EndpointType: source
              EngineName: mysql
              Port: 3306
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_dms_endpoint" "e" {
          endpoint_id   = "e"
          endpoint_type = "source"
          engine_name   = "mysql"
          kms_key_arn = var.x
        }
      `,
    ],
  },
});
