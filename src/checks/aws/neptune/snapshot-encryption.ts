import { any, isTrue } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { broader, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-snapshot-encryption',
  title: 'Neptune snapshots are encrypted',
  row: 'encryption',
  severity: 'high',
  on: 'Demarc::Neptune::Snapshot',
  why: 'Snapshots of unencrypted storage can be shared, copied and restored by anyone who gets at them.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'a new cluster from a snapshot: it cannot be turned on later',
    reach: 'all data, and its snapshots',
    trap: 'encryption is taken to be something to add when needed',
  },
  evaluate: ({ Encrypted: encrypted }, { through }) => any(isTrue(encrypted), someLinked(through('DBClusterIdentifier', 'AWS::Neptune::DBCluster'), (cluster) => isTrue(cluster.StorageEncrypted))),
  fix: {
    terraform: 'storage_encrypted = true',
    cloudformation: '# snapshots are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html'],
  equivalents: {
    checkov: broader('CKV_AWS_279'),
    prowler: equal('neptune_cluster_snapshot_encrypted'),
  },
  examples: {
    good: [
      tf`
        resource "aws_neptune_cluster_snapshot" "s" {
          db_cluster_identifier          = "c"
          db_cluster_snapshot_identifier = "s"
          storage_encrypted = true
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_neptune_cluster_snapshot" "s" {
          db_cluster_identifier          = "c"
          db_cluster_snapshot_identifier = "s"
          storage_encrypted = false
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster_snapshot" "s" {
          db_cluster_identifier          = "c"
          db_cluster_snapshot_identifier = "s"
          storage_encrypted = var.x
        }
      `,
    ],
  },
});
