import { isFalse } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-public-access',
  title: 'Redshift cluster has no public address',
  row: 'network',
  severity: 'critical',
  on: 'AWS::Redshift::Cluster',
  why: 'A public address puts the service one guessed password, or one hole, from the whole internet.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag, and scanners see the port',
    effort: 'minutes; those who connect from outside need a tunnel',
    reach: 'all data of the service',
    trap: 'the security group is trusted to stay closed',
  },
  evaluate: ({ PubliclyAccessible: open }) => isFalse(open),
  fix: {
    terraform: 'publicly_accessible = false',
    cloudformation: 'PubliclyAccessible: false',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html'],
  equivalents: {
    checkov: [...equal('CKV_AWS_87'), ...broader('CKV_AWS_391')],
    prowler: equal('redshift_cluster_public_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          publicly_accessible = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              PubliclyAccessible: false
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          publicly_accessible = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              PubliclyAccessible: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          publicly_accessible = var.x
        }
      `,
    ],
  },
});
