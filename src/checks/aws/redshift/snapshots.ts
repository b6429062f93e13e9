import { atLeast } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-snapshots',
  title: 'Redshift takes snapshots by itself',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::Redshift::Cluster',
  why: 'What is deleted, overwritten or encrypted by an intruder is lost beyond the last backup that is kept.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the data of the cluster',
    trap: 'the default of one day is taken for enough',
  },
  evaluate: ({ AutomatedSnapshotRetentionPeriod: days }) => atLeast(days, 1),
  fix: {
    terraform: 'automated_snapshot_retention_period = 7',
    cloudformation: 'AutomatedSnapshotRetentionPeriod: 7',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html'],
  equivalents: {
    checkov: equal('CKV_AWS_343'),
    prowler: equal('redshift_cluster_automated_snapshot'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          automated_snapshot_retention_period = 7
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              AutomatedSnapshotRetentionPeriod: 7
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          automated_snapshot_retention_period = 0
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              AutomatedSnapshotRetentionPeriod: 0
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          automated_snapshot_retention_period = var.x
        }
      `,
    ],
  },
});
