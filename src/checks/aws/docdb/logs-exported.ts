import { oneOf, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-docdb-logs-exported',
  title: 'DocumentDB hands its logs to CloudWatch',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::DocDB::DBCluster',
  why: 'Without the logs nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ EnableCloudwatchLogsExports: logs }) => some(logs, (log) => oneOf(log, ['audit', 'profiler'])),
  fix: {
    terraform: 'enabled_cloudwatch_logs_exports = ["audit", "profiler"]',
    cloudformation: 'EnableCloudwatchLogsExports: [audit, profiler]',
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html'],
  equivalents: {
    checkov: equal('CKV_AWS_85'),
    trivy: equal('AVD-AWS-0020'),
    prowler: equal('documentdb_cluster_cloudwatch_log_export'),
  },
  examples: {
    good: [
      tf`
        resource "aws_docdb_cluster" "c" {
          cluster_identifier = "c"
          enabled_cloudwatch_logs_exports = ["audit", "profiler"]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DocDB::DBCluster
            Properties:
              DBClusterIdentifier: c
              EnableCloudwatchLogsExports: [audit, profiler]
      `,
    ],
    bad: [
      tf`
        resource "aws_docdb_cluster" "c" {
          cluster_identifier = "c"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DocDB::DBCluster
            Properties:
              DBClusterIdentifier: c
              Port: 27017
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_docdb_cluster" "c" {
          cluster_identifier = "c"
          enabled_cloudwatch_logs_exports = var.x
        }
      `,
    ],
  },
});
