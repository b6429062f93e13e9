import { holds } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { lacking, someLinked } from '../../linked.js';

export default defineCheck({
  id: 'aws-rds-cluster-backed-up',
  title: 'Database cluster is in a backup plan',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::RDS::DBCluster',
  why: 'What an intruder deletes or encrypts is gone, unless a copy is kept where he cannot reach it.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: the lack is noticed when something is gone',
    effort: 'minutes: a plan and a selection',
    reach: 'all data on it',
    trap: 'snapshots beside the data are taken for a backup; who can delete one can delete both',
  },
  evaluate: (_, { resource, pointingHere }) => lacking(someLinked(pointingHere('AWS::Backup::BackupSelection'), () => holds()), resource, 'BackupSelection', 'no backup plan selects it'),
  fix: {
    terraform: `resource "aws_backup_selection" "s" {
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  name         = "daily"
  plan_id      = "p1"
  resources    = [aws_rds_cluster.r.arn]
}`,
    cloudformation: `S:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: p1
    BackupSelection:
      SelectionName: daily
      IamRoleArn: arn:aws:iam::111122223333:role/backup
      Resources:
        - !GetAtt R.DBClusterArn`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_8'),
    prowler: equal('rds_cluster_protected_by_backup_plan'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "r" {
          cluster_identifier = "c"
          engine             = "aurora-postgresql"
        }
        resource "aws_backup_selection" "s" {
          iam_role_arn = "arn:aws:iam::111122223333:role/backup"
          name         = "daily"
          plan_id      = "p1"
          resources    = [aws_rds_cluster.r.arn]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
          S:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: p1
              BackupSelection:
                SelectionName: daily
                IamRoleArn: arn:aws:iam::111122223333:role/backup
                Resources:
                  - !GetAtt R.DBClusterArn
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "r" {
          cluster_identifier = "c"
          engine             = "aurora-postgresql"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
      `,
    ],
    unknown: [
      tf`
        variable "arn" {
          type = string
        }
        resource "aws_rds_cluster" "r" {
          cluster_identifier = "c"
          engine             = "aurora-postgresql"
        }
        resource "aws_backup_selection" "s" {
          iam_role_arn = "arn:aws:iam::111122223333:role/backup"
          name         = "daily"
          plan_id      = "p1"
          resources    = [var.arn]
        }
      `,
    ],
  },
});
