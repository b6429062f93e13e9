import { child, holds, isAbsent, isTrue } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-copy-tags',
  title: 'Snapshots carry the tags of their database',
  row: 'resilience',
  severity: 'info',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'A snapshot without tags belongs to nobody, and rules by tag do not see it.',
  cwe: ['CWE-1059'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the snapshots',
    trap: 'tags are taken to be copied',
  },
  applies: (properties, { resource }) => (resource.type === 'AWS::RDS::DBInstance' ? isAbsent(child(properties, 'DBClusterIdentifier')) : holds()),
  evaluate: (properties) => isTrue(child<boolean>(properties, 'CopyTagsToSnapshot')),
  fix: {
    terraform: 'copy_tags_to_snapshot = true',
    cloudformation: 'CopyTagsToSnapshot: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html'],
  equivalents: {
    checkov: broader('CKV_AWS_313'),
    prowler: broader('rds_instance_copy_tags_to_snapshots', 'rds_cluster_copy_tags_to_snapshots'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          copy_tags_to_snapshot = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              CopyTagsToSnapshot: true
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          copy_tags_to_snapshot = false
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              CopyTagsToSnapshot: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          copy_tags_to_snapshot = var.x
        }
      `,
    ],
  },
});
