import { because, isTrue, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-public-access',
  title: 'Database has no public address',
  row: 'network',
  severity: 'critical',
  on: 'AWS::RDS::DBInstance',
  why: 'A database with a public address is one guessed password from a copy of everything; such databases are found by scanners within minutes.',
  cwe: ['CWE-668', 'CWE-284'],
  judgement: {
    detection: 'easy: a flag, and scanners see the port',
    effort: 'minutes; those who connect from outside need a tunnel',
    reach: 'all data of the database',
    trap: 'the security group is trusted to stay closed',
  },
  evaluate: ({ PubliclyAccessible: open }) => because(not(isTrue(open)), (truth) => (truth === false ? 'the database gets a public address' : undefined)),
  fix: {
    terraform: 'publicly_accessible = false',
    cloudformation: 'PubliclyAccessible: false',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html'],
  equivalents: {
    checkov: equal('CKV_AWS_17'),
    trivy: equal('AVD-AWS-0180'),
    prowler: broader('rds_instance_no_public_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          publicly_accessible = false
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              PubliclyAccessible: false
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          publicly_accessible = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              PubliclyAccessible: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          publicly_accessible = var.x
        }
      `,
    ],
  },
});
