import { customerKey } from '../keys.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-snapshot-customer-key',
  title: 'Neptune snapshots are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'Demarc::Neptune::Snapshot',
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
    terraform: 'kms_key_id = aws_kms_key.this.arn',
    cloudformation: '# snapshots are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html'],
  equivalents: {
    checkov: equal('CKV_AWS_280'),
  },
  examples: {
    good: [
      tf`
        resource "aws_neptune_cluster_snapshot" "s" {
          db_cluster_identifier          = "c"
          db_cluster_snapshot_identifier = "s"
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_neptune_cluster_snapshot" "s" {
          db_cluster_identifier          = "c"
          db_cluster_snapshot_identifier = "s"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster_snapshot" "s" {
          db_cluster_identifier          = "c"
          db_cluster_snapshot_identifier = "s"
          kms_key_id = var.x
        }
      `,
    ],
  },
});
