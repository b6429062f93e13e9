import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-iam-authentication',
  title: 'Neptune accepts logins through IAM only',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::Neptune::DBCluster',
  why: 'Without it whoever reaches the port may ask anything: Neptune has no passwords.',
  cwe: ['CWE-306'],
  judgement: {
    detection: 'easy',
    effort: 'an hour: clients must sign',
    reach: 'all data of the graph',
    trap: 'the private network is taken for a login',
  },
  evaluate: ({ IamAuthEnabled: on }) => isTrue(on),
  fix: {
    terraform: 'iam_database_authentication_enabled = true',
    cloudformation: 'IamAuthEnabled: true',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth-enable.html'],
  equivalents: {
    checkov: equal('CKV_AWS_359'),
    prowler: equal('neptune_cluster_iam_authentication_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          iam_database_authentication_enabled = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              IamAuthEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          iam_database_authentication_enabled = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              IamAuthEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          iam_database_authentication_enabled = var.x
        }
      `,
    ],
  },
});
