import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-enhanced-vpc-routing',
  title: 'Redshift loads and unloads through your network',
  row: 'network',
  severity: 'medium',
  on: 'AWS::Redshift::Cluster',
  why: 'Otherwise copies of the data travel where no rule of yours and no flow log sees them.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'hard',
    effort: 'minutes; endpoints are needed',
    reach: 'all that is loaded and unloaded',
    trap: 'the cluster stands in the VPC, so its traffic is taken to stay there',
  },
  evaluate: ({ EnhancedVpcRouting: on }) => isTrue(on),
  fix: {
    terraform: 'enhanced_vpc_routing = true',
    cloudformation: 'EnhancedVpcRouting: true',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html'],
  equivalents: {
    checkov: equal('CKV_AWS_321'),
    prowler: equal('redshift_cluster_enhanced_vpc_routing'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          enhanced_vpc_routing = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              EnhancedVpcRouting: true
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          enhanced_vpc_routing = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              EnhancedVpcRouting: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          enhanced_vpc_routing = var.x
        }
      `,
    ],
  },
});
