import { any, cursor, decide, isTrue } from '../../../model/index.js';
import { noSecretIn } from '../secrets.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-master-password',
  title: 'Redshift password is not written in the code',
  row: 'secrets',
  severity: 'critical',
  on: 'AWS::Redshift::Cluster',
  why: 'Whoever reads the repository, the plan or the state has the administrator of the warehouse.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for those who look',
    effort: 'an hour',
    reach: 'all data of the cluster',
    trap: 'the repository is taken to be private for ever',
  },
  applies: ({ MasterUserPassword: password, ManageMasterPassword: managed }) => any(decide(cursor(password).tree !== undefined), isTrue(managed)),
  evaluate: ({ MasterUserPassword: password }) => noSecretIn(password, 'password'),
  fix: {
    terraform: 'manage_master_password = true',
    cloudformation: 'ManageMasterPassword: true',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          manage_master_password = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              ManageMasterPassword: true
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          master_password = "Sommer2024x"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              MasterUserPassword: Sommer2024x
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          master_password = var.x
        }
      `,
    ],
  },
});
