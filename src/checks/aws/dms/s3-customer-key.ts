import { any, equals } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dms-s3-customer-key',
  title: 'Replication to S3 is encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::DMS::Endpoint',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  applies: ({ EngineName: engine }) => equals(engine, 's3'),
  evaluate: ({ S3Settings: settings, KmsKeyId: key }) => any(customerKey(settings.ServerSideEncryptionKmsKeyId), customerKey(key)),
  fix: {
    terraform: `s3_settings {
  encryption_mode                   = "SSE_KMS"
  server_side_encryption_kms_key_id = aws_kms_key.this.arn
}`,
    cloudformation: `S3Settings:
  EncryptionMode: sse-kms
  ServerSideEncryptionKmsKeyId: !GetAtt Key.Arn`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html'],
  equivalents: {
    checkov: equal('CKV_AWS_298'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dms_endpoint" "e" {
          endpoint_id   = "e"
          endpoint_type = "source"
          engine_name   = "s3"
          s3_settings {
            server_side_encryption_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::Endpoint
            Properties:
              EndpointType: source
              EngineName: s3
              S3Settings:
                ServerSideEncryptionKmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_dms_endpoint" "e" {
          endpoint_id   = "e"
          endpoint_type = "source"
          engine_name   = "s3"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::Endpoint
            Properties:
              EndpointType: source
              EngineName: s3
              S3Settings:
                BucketName: b
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_dms_endpoint" "e" {
          endpoint_id   = "e"
          endpoint_type = "source"
          engine_name   = "s3"
          s3_settings {
            server_side_encryption_kms_key_id = var.x
          }
        }
      `,
    ],
  },
});
