import { isAbsent, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-deletion-protection',
  title: 'Database cannot be deleted by one call',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::RDS::DBInstance',
  why: 'One wrong apply, or one intruder with the right to delete, and the database is gone.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the data of the database',
    trap: 'backups are taken to survive; automated ones go with the database',
  },
  applies: ({ DBClusterIdentifier: cluster }) => isAbsent(cluster),
  evaluate: ({ DeletionProtection: on }) => isTrue(on),
  fix: {
    terraform: 'deletion_protection = true',
    cloudformation: 'DeletionProtection: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html'],
  equivalents: {
    checkov: equal('CKV_AWS_293'),
    trivy: equal('AVD-AWS-0177'),
    prowler: equal('rds_instance_deletion_protection'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          deletion_protection = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              DeletionProtection: true
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          deletion_protection = false
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              DeletionProtection: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          deletion_protection = var.x
        }
      `,
    ],
  },
});
