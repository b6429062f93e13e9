import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dax-encryption',
  title: 'Cache of the table is encrypted at rest',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::DAX::Cluster',
  why: 'The cache writes items to its own disks. Unlike the table, it leaves them in the clear unless told otherwise.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the setting is on the cluster',
    effort: 'hours: the cluster must be made anew',
    reach: 'all items that pass the cache',
    trap: 'DynamoDB is always encrypted; its cache is not',
  },
  evaluate: ({ SSESpecification: sse }) => isTrue(sse.SSEEnabled),
  fix: {
    terraform: `resource "aws_dax_cluster" "c" {
  cluster_name       = "orders"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3
  server_side_encryption {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::DAX::Cluster
    Properties:
      IAMRoleARN: arn:aws:iam::111122223333:role/dax
      NodeType: dax.r5.large
      ReplicationFactor: 3
      SSESpecification:
        SSEEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html'],
  equivalents: {
    checkov: equal('CKV_AWS_47'),
    trivy: equal('AVD-AWS-0023'),
    prowler: equal('dynamodb_accelerator_cluster_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dax_cluster" "c" {
          cluster_name       = "orders"
          iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
          node_type          = "dax.r5.large"
          replication_factor = 3
          server_side_encryption {
            enabled = true
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::DAX::Cluster
            Properties:
              IAMRoleARN: arn:aws:iam::111122223333:role/dax
              NodeType: dax.r5.large
              ReplicationFactor: 3
              SSESpecification:
                SSEEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_dax_cluster" "c" {
          cluster_name       = "orders"
          iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
          node_type          = "dax.r5.large"
          replication_factor = 3
          server_side_encryption {
            enabled = false
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::DAX::Cluster
            Properties:
              IAMRoleARN: arn:aws:iam::111122223333:role/dax
              NodeType: dax.r5.large
              ReplicationFactor: 3
              SSESpecification:
                SSEEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "encrypt" {}
        resource "aws_dax_cluster" "c" {
          cluster_name       = "orders"
          iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
          node_type          = "dax.r5.large"
          replication_factor = 3
          server_side_encryption {
            enabled = var.encrypt
          }
        }
      `,
      cfn`
        Parameters:
          PEncrypt:
            Type: String
        Resources:
          C:
            Type: AWS::DAX::Cluster
            Properties:
              IAMRoleARN: arn:aws:iam::111122223333:role/dax
              NodeType: dax.r5.large
              ReplicationFactor: 3
              SSESpecification:
                SSEEnabled: !Ref PEncrypt
      `,
    ],
  },
});
