import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dax-tls',
  title: 'Cache of the table speaks TLS',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::DAX::Cluster',
  why: 'Without TLS the items cross the network in the clear, readable to whoever gets into the VPC.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: clients work all the same',
    effort: 'hours: the cluster must be made anew, and the clients told',
    reach: 'all items that pass the cache',
    trap: 'it is inside the VPC',
  },
  evaluate: ({ ClusterEndpointEncryptionType: type }) => equals(type, 'TLS'),
  fix: {
    terraform: `resource "aws_dax_cluster" "c" {
  cluster_name                     = "orders"
  iam_role_arn                     = "arn:aws:iam::111122223333:role/dax"
  node_type                        = "dax.r5.large"
  replication_factor               = 3
  cluster_endpoint_encryption_type = "TLS"
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::DAX::Cluster
    Properties:
      IAMRoleARN: arn:aws:iam::111122223333:role/dax
      NodeType: dax.r5.large
      ReplicationFactor: 3
      ClusterEndpointEncryptionType: TLS`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html'],
  equivalents: {
    checkov: equal('CKV_AWS_239'),
    prowler: equal('dynamodb_accelerator_cluster_in_transit_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dax_cluster" "c" {
          cluster_name                     = "orders"
          iam_role_arn                     = "arn:aws:iam::111122223333:role/dax"
          node_type                        = "dax.r5.large"
          replication_factor               = 3
          cluster_endpoint_encryption_type = "TLS"
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
              ClusterEndpointEncryptionType: TLS
      `,
    ],
    bad: [
      tf`
        resource "aws_dax_cluster" "c" {
          cluster_name                     = "orders"
          iam_role_arn                     = "arn:aws:iam::111122223333:role/dax"
          node_type                        = "dax.r5.large"
          replication_factor               = 3
          cluster_endpoint_encryption_type = "NONE"
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
              ClusterEndpointEncryptionType: NONE
      `,
    ],
    unknown: [
      tf`
        variable "type" {}
        resource "aws_dax_cluster" "c" {
          cluster_name                     = "orders"
          iam_role_arn                     = "arn:aws:iam::111122223333:role/dax"
          node_type                        = "dax.r5.large"
          replication_factor               = 3
          cluster_endpoint_encryption_type = var.type
        }
      `,
      cfn`
        Parameters:
          PType:
            Type: String
        Resources:
          C:
            Type: AWS::DAX::Cluster
            Properties:
              IAMRoleARN: arn:aws:iam::111122223333:role/dax
              NodeType: dax.r5.large
              ReplicationFactor: 3
              ClusterEndpointEncryptionType: !Ref PType
      `,
    ],
  },
});
