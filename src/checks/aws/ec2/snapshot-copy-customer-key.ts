import { isPresent } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-snapshot-copy-customer-key',
  title: 'Copies of snapshots are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'Demarc::EC2::Snapshot',
  why: 'A copy under a key of your own can be opened only by whom you let.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard',
    effort: 'a new copy',
    reach: 'the copied volume',
    trap: 'the copy is taken to keep the key of its source',
  },
  applies: ({ SourceSnapshotId: source }) => isPresent(source),
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_id = aws_kms_key.this.arn',
    cloudformation: '# snapshots are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html', 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html'],
  equivalents: {
    checkov: equal('CKV_AWS_183'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ebs_snapshot_copy" "c" {
          source_snapshot_id = "snap-1"
          source_region      = "eu-west-1"
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_ebs_snapshot_copy" "c" {
          source_snapshot_id = "snap-1"
          source_region      = "eu-west-1"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_ebs_snapshot_copy" "c" {
          source_snapshot_id = "snap-1"
          source_region      = "eu-west-1"
          kms_key_id = var.x
        }
      `,
    ],
  },
});
