import { any, isPresent, isTrue } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { broader, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-snapshot-encryption',
  title: 'Cluster snapshots are encrypted',
  row: 'encryption',
  severity: 'high',
  on: 'Demarc::RDS::Snapshot',
  why: 'An unencrypted snapshot can be restored by whoever gets at it.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy',
    effort: 'an encrypted copy',
    reach: 'all data of the snapshot',
    trap: 'it is only a snapshot',
  },
  applies: ({ DBClusterIdentifier: cluster, DBInstanceIdentifier: instance }) => any(isPresent(cluster), isPresent(instance)),
  evaluate: ({ Encrypted: encrypted }, { through }) =>
    any(isTrue(encrypted), someLinked(through('DBClusterIdentifier', 'AWS::RDS::DBCluster'), (cluster) => isTrue(cluster.StorageEncrypted)), someLinked(through('DBInstanceIdentifier', 'AWS::RDS::DBInstance'), (instance) => isTrue(instance.StorageEncrypted))),
  fix: {
    terraform: 'storage_encrypted = true',
    cloudformation: '# snapshots are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html'],
  equivalents: {
    checkov: broader('CKV_AWS_146'),
    prowler: equal('rds_snapshots_encrypted'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine            = "aurora-postgresql"
          storage_encrypted = true
        }
        resource "aws_db_cluster_snapshot" "s" {
          db_cluster_identifier          = aws_rds_cluster.c.id
          db_cluster_snapshot_identifier = "s"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine            = "aurora-postgresql"
          storage_encrypted = false
        }
        resource "aws_db_cluster_snapshot" "s" {
          db_cluster_identifier          = aws_rds_cluster.c.id
          db_cluster_snapshot_identifier = "s"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine            = "aurora-postgresql"
          storage_encrypted = var.x
        }
        resource "aws_db_cluster_snapshot" "s" {
          db_cluster_identifier          = aws_rds_cluster.c.id
          db_cluster_snapshot_identifier = "s"
        }
      `,
    ],
  },
});
