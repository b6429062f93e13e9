import { any, child, cursor, decide, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-managed-password',
  title: 'Database password is kept and changed by the service',
  row: 'secrets',
  severity: 'low',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'A password that people hold is shared and never changed; the service makes one that nobody sees, and rotates it.',
  cwe: ['CWE-522'],
  judgement: {
    detection: 'easy',
    effort: 'an hour',
    reach: 'the administrator of the database',
    trap: 'a random password in the state file is taken to be hidden',
  },
  applies: (properties) => any(decide(cursor(child(properties, 'MasterUserPassword')).tree !== undefined), isTrue(child<boolean>(properties, 'ManageMasterUserPassword'))),
  evaluate: (properties) => isTrue(child<boolean>(properties, 'ManageMasterUserPassword')),
  fix: {
    terraform: 'manage_master_user_password = true',
    cloudformation: 'ManageMasterUserPassword: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          manage_master_user_password = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              ManageMasterUserPassword: true
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          password = "x"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              MasterUserPassword: "{{resolve:secretsmanager:db:SecretString:password}}"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          manage_master_user_password = var.x
          password = "x"
        }
      `,
    ],
  },
});
