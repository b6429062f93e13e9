import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-encryption-at-rest',
  title: 'Neptune storage is encrypted',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::Neptune::DBCluster',
  why: 'Snapshots of unencrypted storage can be shared, copied and restored by anyone who gets at them.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'a new cluster from a snapshot: it cannot be turned on later',
    reach: 'all data, and its snapshots',
    trap: 'encryption is taken to be something to add when needed',
  },
  evaluate: ({ StorageEncrypted: on }) => isTrue(on),
  fix: {
    terraform: 'storage_encrypted = true',
    cloudformation: 'StorageEncrypted: true',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html'],
  equivalents: {
    checkov: equal('CKV_AWS_44'),
    trivy: equal('AVD-AWS-0076'),
    prowler: equal('neptune_cluster_storage_encrypted'),
  },
  examples: {
    good: [
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
    bad: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          storage_encrypted = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              StorageEncrypted: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          storage_encrypted = var.x
        }
      `,
    ],
  },
});
