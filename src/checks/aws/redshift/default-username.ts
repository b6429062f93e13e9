import { equals, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-default-username',
  title: 'Administrator of the warehouse has a name of its own',
  row: 'identity',
  severity: 'info',
  on: 'AWS::Redshift::Cluster',
  why: 'Half of a guessed login is known when the administrator has the name from the guide.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy: the name',
    effort: 'a new cluster: the name cannot be changed',
    reach: 'the administrator of the warehouse',
    trap: 'the name is taken to be no secret',
  },
  evaluate: ({ MasterUsername: name }) => not(equals(name, 'awsuser')),
  fix: {
    terraform: `master_username = "keeper"`,
    cloudformation: `MasterUsername: keeper`,
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html'],
  equivalents: {
    prowler: equal('redshift_cluster_non_default_username'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "r" {
          cluster_identifier = "c"
          node_type          = "ra3.xlplus"
          master_username    = "keeper"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.xlplus
              DBName: d
              MasterUsername: keeper
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_cluster" "r" {
          cluster_identifier = "c"
          node_type          = "ra3.xlplus"
          master_username    = "awsuser"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.xlplus
              DBName: d
              MasterUsername: awsuser
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_redshift_cluster" "r" {
          cluster_identifier = "c"
          node_type          = "ra3.xlplus"
          master_username    = var.x
        }
      `,
    ],
  },
});
