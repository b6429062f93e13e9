import { equals, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-logs-exported',
  title: 'Neptune hands its audit log to CloudWatch',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::Neptune::DBCluster',
  why: 'Without the logs nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ EnableCloudwatchLogsExports: logs }) => some(logs, (log) => equals(log, 'audit')),
  fix: {
    terraform: 'enable_cloudwatch_logs_exports = ["audit"]',
    cloudformation: 'EnableCloudwatchLogsExports: [audit]',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_101'),
    trivy: equal('AVD-AWS-0075'),
    prowler: equal('neptune_cluster_integration_cloudwatch_logs'),
  },
  examples: {
    good: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          enable_cloudwatch_logs_exports = ["audit"]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              EnableCloudwatchLogsExports: [audit]
      `,
    ],
    bad: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              DBPort: 8182
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          enable_cloudwatch_logs_exports = var.x
        }
      `,
    ],
  },
});
