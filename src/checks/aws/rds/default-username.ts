import { child, cursor, decide, matches, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-default-username',
  title: 'Database administrator has a name of its own',
  row: 'identity',
  severity: 'low',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'Half of a guessed login is known when the administrator is called admin.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy',
    effort: 'a new database: the name cannot be changed',
    reach: 'the administrator of the database',
    trap: 'the name is taken to be no secret',
  },
  applies: (properties) => decide(cursor(child(properties, 'MasterUsername')).tree !== undefined),
  evaluate: (properties) => not(matches(child<string>(properties, 'MasterUsername'), /^(?:admin|administrator|postgres|root|master|awsuser|sa)$/i)),
  fix: {
    terraform: 'username = "orders_owner"',
    cloudformation: 'MasterUsername: orders_owner',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html'],
  equivalents: {
    prowler: broader('rds_instance_default_admin', 'rds_cluster_default_admin'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          username = "orders_owner"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              MasterUsername: orders_owner
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          username = "admin"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              MasterUsername: admin
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          username = var.x
        }
      `,
    ],
  },
});
