import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-copy-tags',
  title: 'Neptune snapshots carry the tags of their cluster',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::Neptune::DBCluster',
  why: 'A snapshot without tags belongs to nobody, and rules by tag do not see it.',
  cwe: ['CWE-1059'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the snapshots',
    trap: 'tags are taken to be copied',
  },
  evaluate: ({ CopyTagsToSnapshot: on }) => isTrue(on),
  fix: {
    terraform: 'copy_tags_to_snapshot = true',
    cloudformation: 'CopyTagsToSnapshot: true',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html'],
  equivalents: {
    checkov: equal('CKV_AWS_362'),
    prowler: equal('neptune_cluster_copy_tags_to_snapshots'),
  },
  examples: {
    good: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          copy_tags_to_snapshot = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              CopyTagsToSnapshot: true
      `,
    ],
    bad: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          copy_tags_to_snapshot = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              CopyTagsToSnapshot: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          copy_tags_to_snapshot = var.x
        }
      `,
    ],
  },
});
