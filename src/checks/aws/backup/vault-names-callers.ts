import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-backup-vault-names-callers',
  title: 'Backup vault\'s policy lets in only callers that it names',
  row: 'resilience',
  severity: 'high',
  on: 'AWS::Backup::BackupVault',
  why: 'Who may copy from the vault has every database and disk in it; who may delete from it takes the way back.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the backups',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ AccessPolicy }) => namesCallers(AccessPolicy),
  fix: {
    terraform: `resource "aws_backup_vault_policy" "v" {
  backup_vault_name = aws_backup_vault.v.name
  policy            = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "backup:CopyFromBackupVault", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "backup:CopyFromBackupVault", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_backup_vault" "v" {
          name = "daily"
        }

        resource "aws_backup_vault_policy" "v" {
          backup_vault_name = aws_backup_vault.v.name
          policy            = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "backup:CopyFromBackupVault", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_backup_vault" "v" {
          name = "daily"
        }

        resource "aws_backup_vault_policy" "v" {
          backup_vault_name = aws_backup_vault.v.name
          policy            = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "backup:CopyFromBackupVault", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          V:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: daily
              AccessPolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "backup:CopyFromBackupVault", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_backup_vault" "v" {
          name = "daily"
        }

        resource "aws_backup_vault_policy" "v" {
          backup_vault_name = aws_backup_vault.v.name
          policy            = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "backup:CopyFromBackupVault", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_backup_vault" "v" {
          name = "daily"
        }

        resource "aws_backup_vault_policy" "v" {
          backup_vault_name = aws_backup_vault.v.name
          policy            = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "backup:CopyFromBackupVault", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          V:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: daily
              AccessPolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "backup:CopyFromBackupVault", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_backup_vault" "v" {
          name = "daily"
        }

        resource "aws_backup_vault_policy" "v" {
          backup_vault_name = aws_backup_vault.v.name
          policy            = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "backup:CopyFromBackupVault", Resource = "*" }] })
        }
      `,
    ],
  },
});
