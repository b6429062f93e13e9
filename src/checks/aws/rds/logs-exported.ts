import { isAbsent, isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-logs-exported',
  title: 'Database hands its logs to CloudWatch',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::RDS::DBInstance',
  why: 'Logs that stay on the database are gone with it, and nobody is alarmed by them.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the database keeps logs, so they are taken to be there when needed',
  },
  applies: ({ DBClusterIdentifier: cluster }) => isAbsent(cluster),
  evaluate: ({ EnableCloudwatchLogsExports: logs }) => isNotEmpty(logs),
  fix: {
    terraform: 'enabled_cloudwatch_logs_exports = ["postgresql"]',
    cloudformation: 'EnableCloudwatchLogsExports: [postgresql]',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html'],
  equivalents: {
    checkov: equal('CKV_AWS_129'),
    prowler: equal('rds_instance_integration_cloudwatch_logs'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          enabled_cloudwatch_logs_exports = ["postgresql"]
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EnableCloudwatchLogsExports: [postgresql]
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              Port: 5432
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          enabled_cloudwatch_logs_exports = var.x
        }
      `,
    ],
  },
});
