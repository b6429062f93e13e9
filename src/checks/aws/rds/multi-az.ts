import { isAbsent, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-multi-az',
  title: 'Database has a standby in another zone',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::RDS::DBInstance',
  why: 'When a zone fails, the database is away until someone restores it.',
  cwe: ['CWE-1188'],
  judgement: {
    detection: 'easy',
    effort: 'one line; it doubles the price',
    reach: 'everything that needs the database',
    trap: 'a backup is taken for a standby',
  },
  applies: ({ DBClusterIdentifier: cluster }) => isAbsent(cluster),
  evaluate: ({ MultiAZ: on }) => isTrue(on),
  fix: {
    terraform: 'multi_az = true',
    cloudformation: 'MultiAZ: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html'],
  equivalents: {
    checkov: equal('CKV_AWS_157'),
    prowler: equal('rds_instance_multi_az'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          multi_az = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              MultiAZ: true
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          multi_az = false
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              MultiAZ: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          multi_az = var.x
        }
      `,
    ],
  },
});
