import { equals, every, not } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-snapshot-public',
  title: 'Snapshots are shared with no one but named accounts',
  row: 'data',
  severity: 'critical',
  on: 'Demarc::EC2::Snapshot',
  why: 'A public snapshot is a disk that anyone may mount and read.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy: public snapshots are listed for everyone',
    effort: 'a minute',
    reach: 'all data of the volume',
    trap: 'shared for a moment to move it, and forgotten',
  },
  evaluate: ({ CreateVolumePermissions: accounts }) => every(accounts, (account) => not(equals(account, 'all'))),
  fix: {
    terraform: `resource "aws_snapshot_create_volume_permission" "this" {
  snapshot_id = aws_ebs_snapshot.this.id
  account_id  = "111122223333"
}`,
    cloudformation: '# snapshots are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html'],
  equivalents: {
    prowler: equal('ec2_ebs_public_snapshot'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ebs_snapshot" "s" {
          volume_id = "vol-1"
        }
        resource "aws_snapshot_create_volume_permission" "p" {
          snapshot_id = aws_ebs_snapshot.s.id
          account_id  = "111122223333"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_ebs_snapshot" "s" {
          volume_id = "vol-1"
        }
        resource "aws_snapshot_create_volume_permission" "p" {
          snapshot_id = aws_ebs_snapshot.s.id
          account_id  = "all"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_ebs_snapshot" "s" {
          volume_id = "vol-1"
        }
        resource "aws_snapshot_create_volume_permission" "p" {
          snapshot_id = aws_ebs_snapshot.s.id
          account_id  = var.x
        }
      `,
    ],
  },
});
