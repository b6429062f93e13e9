import { isPresent } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-snapshot-copy-customer-key',
  title: 'Copies of database snapshots are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'Demarc::RDS::Snapshot',
  why: 'With a key of your own you decide who may restore the copy.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard',
    effort: 'a new copy',
    reach: 'the copied data',
    trap: 'the copy is taken to keep the key of its source',
  },
  applies: ({ SourceDBSnapshotIdentifier: source }) => isPresent(source),
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_id = aws_kms_key.this.arn',
    cloudformation: '# snapshots are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html'],
  equivalents: {
    checkov: equal('CKV_AWS_266'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_snapshot_copy" "s" {
          source_db_snapshot_identifier = "a"
          target_db_snapshot_identifier = "b"
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_db_snapshot_copy" "s" {
          source_db_snapshot_identifier = "a"
          target_db_snapshot_identifier = "b"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_snapshot_copy" "s" {
          source_db_snapshot_identifier = "a"
          target_db_snapshot_identifier = "b"
          kms_key_id = var.x
        }
      `,
    ],
  },
});
