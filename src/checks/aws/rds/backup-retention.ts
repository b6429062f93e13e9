import { all, atLeast, isAbsent } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-backup-retention',
  title: 'Database keeps backups for a week',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::RDS::DBInstance',
  why: 'What is deleted, overwritten or encrypted by an intruder is lost beyond the last backup that is kept.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'one line; storage costs a little',
    reach: 'the data of the database',
    trap: 'the default of one day is taken for enough, until a weekend passes',
  },
  applies: ({ DBClusterIdentifier: cluster, SourceDBInstanceIdentifier: source }) => all(isAbsent(cluster), isAbsent(source)),
  evaluate: ({ BackupRetentionPeriod: days }) => atLeast(days, 7),
  fix: {
    terraform: 'backup_retention_period = 7',
    cloudformation: 'BackupRetentionPeriod: 7',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html'],
  equivalents: {
    checkov: broader('CKV_AWS_133'),
    trivy: broader('AVD-AWS-0077'),
    prowler: broader('rds_instance_backup_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          backup_retention_period = 7
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              BackupRetentionPeriod: 7
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          backup_retention_period = 0
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              BackupRetentionPeriod: 1
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          backup_retention_period = var.x
        }
      `,
    ],
  },
});
