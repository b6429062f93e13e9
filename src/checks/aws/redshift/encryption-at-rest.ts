import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-encryption-at-rest',
  title: 'Redshift storage is encrypted',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::Redshift::Cluster',
  why: 'Snapshots of unencrypted storage can be shared, copied and restored by anyone who gets at them.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'a new cluster from a snapshot: it cannot be turned on later',
    reach: 'all data, and its snapshots',
    trap: 'encryption is taken to be something to add when needed',
  },
  evaluate: ({ Encrypted: on }) => isTrue(on),
  fix: {
    terraform: 'encrypted = true',
    cloudformation: 'Encrypted: true',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_64'),
    trivy: narrower('AVD-AWS-0084'),
    prowler: equal('redshift_cluster_encrypted_at_rest'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          encrypted = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              Encrypted: true
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          encrypted = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              Encrypted: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          encrypted = var.x
        }
      `,
    ],
  },
});
