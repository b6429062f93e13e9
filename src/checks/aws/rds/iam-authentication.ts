import { all, isAbsent, isTrue, matches, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-iam-authentication',
  title: 'Database accepts logins through IAM',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::RDS::DBInstance',
  why: 'Passwords of databases are shared, written down and never changed; IAM hands out tokens that last minutes and logs each one.',
  cwe: ['CWE-522', 'CWE-287'],
  judgement: {
    detection: 'easy',
    effort: 'an hour: users must be mapped, clients fetch tokens',
    reach: 'all who connect',
    trap: 'the password in the secret manager is taken to be enough',
  },
  applies: ({ DBClusterIdentifier: cluster, Engine: engine }) => all(isAbsent(cluster), not(matches(engine, /^(?:oracle|sqlserver|custom|db2)/))),
  evaluate: ({ EnableIAMDatabaseAuthentication: on }) => isTrue(on),
  fix: {
    terraform: 'iam_database_authentication_enabled = true',
    cloudformation: 'EnableIAMDatabaseAuthentication: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html'],
  equivalents: {
    checkov: equal('CKV_AWS_161'),
    trivy: equal('AVD-AWS-0176'),
    prowler: equal('rds_instance_iam_authentication_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          iam_database_authentication_enabled = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EnableIAMDatabaseAuthentication: true
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          iam_database_authentication_enabled = false
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EnableIAMDatabaseAuthentication: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          iam_database_authentication_enabled = var.x
        }
      `,
    ],
  },
});
