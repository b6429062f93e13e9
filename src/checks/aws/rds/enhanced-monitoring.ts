import { atLeast } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-enhanced-monitoring',
  title: 'Database host is measured every minute or more often',
  row: 'logging',
  severity: 'low',
  on: 'AWS::RDS::DBInstance',
  why: 'Figures of the hypervisor do not show which process on the host is busy.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'minutes: a role is needed',
    reach: 'the database',
    trap: 'processor figures are taken to tell',
  },
  evaluate: ({ MonitoringInterval: seconds }) => atLeast(seconds, 1),
  fix: {
    terraform: 'monitoring_interval = 60',
    cloudformation: 'MonitoringInterval: 60',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html'],
  equivalents: {
    checkov: equal('CKV_AWS_118'),
    prowler: equal('rds_instance_enhanced_monitoring_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          monitoring_interval = 60
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              MonitoringInterval: 60
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          monitoring_interval = 0
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              MonitoringInterval: 0
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          monitoring_interval = var.x
        }
      `,
    ],
  },
});
