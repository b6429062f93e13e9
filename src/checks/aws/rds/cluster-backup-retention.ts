import { atLeast } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-cluster-backup-retention',
  title: 'Aurora cluster keeps backups for a week',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::RDS::DBCluster',
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
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html'],
  equivalents: {
    checkov: broader('CKV_AWS_133'),
    trivy: broader('AVD-AWS-0077'),
    prowler: broader('rds_cluster_protected_by_backup_plan'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          backup_retention_period = 7
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              BackupRetentionPeriod: 14
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          backup_retention_period = 1
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              Port: 5432
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          backup_retention_period = var.x
        }
      `,
    ],
  },
});
