import { any, child, cursor, decide, isTrue } from '../../../model/index.js';
import { noSecretIn } from '../secrets.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-master-password',
  title: 'Database password is not written in the code',
  row: 'secrets',
  severity: 'critical',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'Whoever reads the repository, the plan or the state has the administrator of the database.',
  cwe: ['CWE-798', 'CWE-259'],
  judgement: {
    detection: 'easy for those who look: scanners of repositories do',
    effort: 'an hour: let the service keep the password, and change this one',
    reach: 'all data of the database',
    trap: 'the repository is taken to be private for ever',
  },
  applies: (properties) => any(decide(cursor(child(properties, 'MasterUserPassword')).tree !== undefined), isTrue(child<boolean>(properties, 'ManageMasterUserPassword'))),
  evaluate: (properties) => noSecretIn(child<string>(properties, 'MasterUserPassword'), 'password'),
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
          password = "Sommer2024x"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              MasterUserPassword: Sommer2024x
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          password = var.x
        }
      `,
    ],
  },
});
