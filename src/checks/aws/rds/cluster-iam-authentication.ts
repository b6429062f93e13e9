import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-cluster-iam-authentication',
  title: 'Aurora cluster accepts logins through IAM',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::RDS::DBCluster',
  why: 'Passwords of databases are shared, written down and never changed; IAM hands out tokens that last minutes and logs each one.',
  cwe: ['CWE-522', 'CWE-287'],
  judgement: {
    detection: 'easy',
    effort: 'an hour',
    reach: 'all who connect',
    trap: 'the password in the secret manager is taken to be enough',
  },
  evaluate: ({ EnableIAMDatabaseAuthentication: on }) => isTrue(on),
  fix: {
    terraform: 'iam_database_authentication_enabled = true',
    cloudformation: 'EnableIAMDatabaseAuthentication: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html'],
  equivalents: {
    checkov: equal('CKV_AWS_162'),
    prowler: equal('rds_cluster_iam_authentication_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          iam_database_authentication_enabled = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              EnableIAMDatabaseAuthentication: true
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          iam_database_authentication_enabled = false
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              EnableIAMDatabaseAuthentication: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          iam_database_authentication_enabled = var.x
        }
      `,
    ],
  },
});
