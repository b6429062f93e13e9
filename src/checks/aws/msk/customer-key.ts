import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-msk-customer-key',
  title: 'Kafka storage is encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::MSK::Cluster',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ EncryptionInfo: { EncryptionAtRest: rest } }) => customerKey(rest.DataVolumeKMSKeyId),
  fix: {
    terraform: `encryption_info {
  encryption_at_rest_kms_key_arn = aws_kms_key.this.arn
}`,
    cloudformation: `EncryptionInfo:
  EncryptionAtRest:
    DataVolumeKMSKeyId: !GetAtt Key.Arn`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
  equivalents: {
    checkov: narrower('CKV_AWS_81'),
    trivy: equal('AVD-AWS-0179'),
    prowler: equal('kafka_cluster_encryption_at_rest_uses_cmk'),
  },
  examples: {
    good: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          encryption_info {
            encryption_at_rest_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: c
              KafkaVersion: 3.6.0
              EncryptionInfo:
                EncryptionAtRest:
                  DataVolumeKMSKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: c
              KafkaVersion: 3.6.0
              NumberOfBrokerNodes: 3
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          encryption_info {
            encryption_at_rest_kms_key_arn = var.x
          }
        }
      `,
    ],
  },
});
