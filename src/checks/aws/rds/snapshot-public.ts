import { equals, every, not } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-snapshot-public',
  title: 'Database snapshots are shared with no one but named accounts',
  row: 'data',
  severity: 'critical',
  on: 'Demarc::RDS::Snapshot',
  why: 'A public snapshot is a copy of the database that anyone may restore.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy: public snapshots are listed for everyone',
    effort: 'a minute',
    reach: 'all data of the snapshot',
    trap: 'shared for a moment to move it, and forgotten',
  },
  evaluate: ({ SharedAccounts: accounts }) => every(accounts, (account) => not(equals(account, 'all'))),
  fix: {
    terraform: 'shared_accounts = ["111122223333"]',
    cloudformation: '# snapshots are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html'],
  equivalents: {
    checkov: equal('CKV_AWS_302'),
    prowler: equal('rds_snapshots_public_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_snapshot" "s" {
          db_instance_identifier = "d"
          db_snapshot_identifier = "s"
          shared_accounts = ["111122223333"]
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_db_snapshot" "s" {
          db_instance_identifier = "d"
          db_snapshot_identifier = "s"
          shared_accounts = ["all"]
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_snapshot" "s" {
          db_instance_identifier = "d"
          db_snapshot_identifier = "s"
          shared_accounts = var.x
        }
      `,
    ],
  },
});
