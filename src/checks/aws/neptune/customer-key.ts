import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-customer-key',
  title: 'Neptune storage is encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::Neptune::DBCluster',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_arn = aws_kms_key.this.arn',
    cloudformation: 'KmsKeyId: !GetAtt Key.Arn',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html'],
  equivalents: {
    checkov: equal('CKV_AWS_347'),
    trivy: equal('AVD-AWS-0128'),
  },
  examples: {
    good: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          storage_encrypted = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              StorageEncrypted: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          kms_key_arn = var.x
        }
      `,
    ],
  },
});
