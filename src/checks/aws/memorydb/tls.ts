import { isFalse, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-memorydb-tls',
  title: 'MemoryDB cluster speaks TLS',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::MemoryDB::Cluster',
  why: 'Without TLS records and passwords cross the network in the clear, and users cannot be told apart.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: clients work all the same',
    effort: 'hours: the cluster must be made anew',
    reach: 'everything that is stored',
    trap: 'it is inside the VPC',
  },
  evaluate: ({ TLSEnabled: tls }) => not(isFalse(tls)),
  fix: {
    terraform: `resource "aws_memorydb_cluster" "c" {
  acl_name    = "app"
  node_type   = "db.t4g.small"
  tls_enabled = true
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ACLName: app
      ClusterName: c
      NodeType: db.t4g.small
      TLSEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_202'),
  },
  examples: {
    good: [
      tf`
        resource "aws_memorydb_cluster" "c" {
          acl_name    = "app"
          node_type   = "db.t4g.small"
          tls_enabled = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ACLName: app
              ClusterName: c
              NodeType: db.t4g.small
              TLSEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_memorydb_cluster" "c" {
          acl_name    = "app"
          node_type   = "db.t4g.small"
          tls_enabled = false
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ACLName: app
              ClusterName: c
              NodeType: db.t4g.small
              TLSEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "tls" {}
        resource "aws_memorydb_cluster" "c" {
          acl_name    = "app"
          node_type   = "db.t4g.small"
          tls_enabled = var.tls
        }
      `,
      cfn`
        Parameters:
          PTls:
            Type: String
        Resources:
          C:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ACLName: app
              ClusterName: c
              NodeType: db.t4g.small
              TLSEnabled: !Ref PTls
      `,
    ],
  },
});
