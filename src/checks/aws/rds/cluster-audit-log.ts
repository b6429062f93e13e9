import { equals, matches, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-cluster-audit-log',
  title: 'MySQL cluster exports its audit log',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::RDS::DBCluster',
  why: 'Without the audit log nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line, and a parameter',
    reach: 'the trace of who asked what',
    trap: 'the error log is taken to be the log',
  },
  applies: ({ Engine: engine }) => matches(engine, /mysql|^aurora$/),
  evaluate: ({ EnableCloudwatchLogsExports: logs }) => some(logs, (log) => equals(log, 'audit')),
  fix: {
    terraform: 'enabled_cloudwatch_logs_exports = ["audit"]',
    cloudformation: 'EnableCloudwatchLogsExports: [audit]',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html'],
  equivalents: {
    checkov: equal('CKV_AWS_325'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-mysql"
          enabled_cloudwatch_logs_exports = ["audit"]
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              EnableCloudwatchLogsExports: [audit]
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-mysql"
          enabled_cloudwatch_logs_exports = ["error"]
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              EnableCloudwatchLogsExports: [error]
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine = "aurora-mysql"
          enabled_cloudwatch_logs_exports = var.x
        }
      `,
    ],
  },
});
