import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-minor-upgrades',
  title: 'Database takes minor upgrades by itself',
  row: 'runtime',
  severity: 'medium',
  on: 'AWS::RDS::DBInstance',
  why: 'Minor versions carry the security fixes; a database that waits for someone stays open to what is public.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the database',
    trap: 'the service is taken to patch everything anyway',
  },
  evaluate: ({ AutoMinorVersionUpgrade: on }) => isTrue(on),
  fix: {
    terraform: 'auto_minor_version_upgrade = true',
    cloudformation: 'AutoMinorVersionUpgrade: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html'],
  equivalents: {
    checkov: equal('CKV_AWS_226'),
    prowler: equal('rds_instance_minor_version_upgrade_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          auto_minor_version_upgrade = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              AutoMinorVersionUpgrade: true
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          auto_minor_version_upgrade = false
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              AutoMinorVersionUpgrade: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          auto_minor_version_upgrade = var.x
        }
      `,
    ],
  },
});
