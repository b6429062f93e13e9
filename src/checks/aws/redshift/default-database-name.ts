import { all, equals, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-default-database-name',
  title: 'Redshift database has a name of its own',
  row: 'identity',
  severity: 'info',
  on: 'AWS::Redshift::Cluster',
  why: 'Half of what a guess needs is known.',
  cwe: ['CWE-1188'],
  judgement: {
    detection: 'easy',
    effort: 'a new database',
    reach: 'the database',
    trap: 'the name is taken to be no secret',
  },
  evaluate: ({ DBName: name }) => all(isPresent(name), not(equals(name, 'dev'))),
  fix: {
    terraform: 'database_name = "orders"',
    cloudformation: 'DBName: orders',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-console.html'],
  equivalents: {
    checkov: equal('CKV_AWS_320'),
    prowler: equal('redshift_cluster_non_default_database_name'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          database_name = "orders"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              DBName: orders
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
              DBName: dev
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          database_name = var.x
        }
      `,
    ],
  },
});
