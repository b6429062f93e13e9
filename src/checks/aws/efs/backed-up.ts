import { any, because, equals, holds } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-efs-backed-up',
  title: 'File system is backed up',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::EFS::FileSystem',
  why: 'Files that are deleted or encrypted by an intruder are gone, unless a copy is kept elsewhere.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: the lack is noticed when something is gone',
    effort: 'minutes: the automatic backup is one flag',
    reach: 'every file',
    trap: 'EFS keeps copies in several zones; all of them are deleted together',
  },
  evaluate: ({ BackupPolicy: backup }, { pointingHere }) => any(equals(backup.Status, 'ENABLED'), because(someLinked(pointingHere('AWS::Backup::BackupSelection'), () => holds()), 'no backup plan selects it')),
  fix: {
    terraform: `resource "aws_efs_file_system" "f" {
  encrypted = true
}
resource "aws_efs_backup_policy" "f" {
  file_system_id = aws_efs_file_system.f.id
  backup_policy {
    status = "ENABLED"
  }
}`,
    cloudformation: `Resources:
  F:
    Type: AWS::EFS::FileSystem
    Properties:
      BackupPolicy:
        Status: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html'],
  equivalents: {
    checkov: narrower('CKV2_AWS_18'),
    prowler: equal('efs_have_backup_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_efs_file_system" "f" {
          encrypted = true
        }
        resource "aws_efs_backup_policy" "f" {
          file_system_id = aws_efs_file_system.f.id
          backup_policy {
            status = "ENABLED"
          }
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::EFS::FileSystem
            Properties:
              BackupPolicy:
                Status: ENABLED
      `,
    ],
    bad: [
      tf`
        resource "aws_efs_file_system" "f" {
          encrypted = true
        }
        resource "aws_efs_backup_policy" "f" {
          file_system_id = aws_efs_file_system.f.id
          backup_policy {
            status = "DISABLED"
          }
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::EFS::FileSystem
            Properties:
              BackupPolicy:
                Status: DISABLED
      `,
    ],
    unknown: [
      tf`
        variable "status" {}
        resource "aws_efs_file_system" "f" {
          encrypted = true
        }
        resource "aws_efs_backup_policy" "f" {
          file_system_id = aws_efs_file_system.f.id
          backup_policy {
            status = var.status
          }
        }
      `,
      cfn`
        Parameters:
          PStatus:
            Type: String
        Resources:
          F:
            Type: AWS::EFS::FileSystem
            Properties:
              BackupPolicy:
                Status: !Ref PStatus
      `,
    ],
  },
});
