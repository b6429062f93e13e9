import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-version-upgrade',
  title: 'Redshift takes upgrades by itself',
  row: 'runtime',
  severity: 'low',
  on: 'AWS::Redshift::Cluster',
  why: 'Upgrades carry the security fixes.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the cluster',
    trap: 'the service is taken to patch everything anyway',
  },
  evaluate: ({ AllowVersionUpgrade: on }) => isTrue(on),
  fix: {
    terraform: 'allow_version_upgrade = true',
    cloudformation: 'AllowVersionUpgrade: true',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html'],
  equivalents: {
    checkov: equal('CKV_AWS_141'),
    prowler: equal('redshift_cluster_automatic_upgrades'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          allow_version_upgrade = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              AllowVersionUpgrade: true
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          allow_version_upgrade = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              AllowVersionUpgrade: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          allow_version_upgrade = var.x
        }
      `,
    ],
  },
});
