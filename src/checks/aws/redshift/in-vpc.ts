import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-in-vpc',
  title: 'Redshift cluster stands in a VPC of yours',
  row: 'network',
  severity: 'high',
  on: 'AWS::Redshift::Cluster',
  why: 'Without a subnet group it lands in the default network, or in the retired shared one.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy',
    effort: 'a new cluster from a snapshot',
    reach: 'all data of the cluster',
    trap: 'the default is taken to be private',
  },
  evaluate: ({ ClusterSubnetGroupName: group }) => isPresent(group),
  fix: {
    terraform: 'cluster_subnet_group_name = aws_redshift_subnet_group.this.name',
    cloudformation: 'ClusterSubnetGroupName: !Ref Subnets',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html'],
  equivalents: {
    checkov: equal('CKV_AWS_154'),
    trivy: equal('AVD-AWS-0127'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          cluster_subnet_group_name = "g"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              ClusterSubnetGroupName: g
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              Port: 5439
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          cluster_subnet_group_name = var.x
        }
      `,
    ],
  },
});
