import { atLeast } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-backup-retention',
  title: 'Neptune keeps backups for a week',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::Neptune::DBCluster',
  why: 'What is deleted, overwritten or encrypted by an intruder is lost beyond the last backup that is kept.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the data of the cluster',
    trap: 'the default of one day is taken for enough',
  },
  evaluate: ({ BackupRetentionPeriod: days }) => atLeast(days, 7),
  fix: {
    terraform: 'backup_retention_period = 7',
    cloudformation: 'BackupRetentionPeriod: 7',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html'],
  equivalents: {
    checkov: equal('CKV_AWS_361'),
    prowler: equal('neptune_cluster_backup_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          backup_retention_period = 7
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              BackupRetentionPeriod: 7
      `,
    ],
    bad: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          backup_retention_period = 1
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              BackupRetentionPeriod: 1
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          backup_retention_period = var.x
        }
      `,
    ],
  },
});
