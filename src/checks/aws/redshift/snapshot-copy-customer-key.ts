import { customerKey } from '../keys.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-snapshot-copy-customer-key',
  title: 'Copies of Redshift snapshots are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'Demarc::Redshift::SnapshotCopyGrant',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_id = aws_kms_key.this.arn',
    cloudformation: '# a grant is no resource of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_281'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_snapshot_copy_grant" "g" {
          snapshot_copy_grant_name = "g"
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_snapshot_copy_grant" "g" {
          snapshot_copy_grant_name = "g"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_snapshot_copy_grant" "g" {
          snapshot_copy_grant_name = "g"
          kms_key_id = var.x
        }
      `,
    ],
  },
});
