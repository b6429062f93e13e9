import { isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-cluster-logs-exported',
  title: 'Aurora cluster hands its logs to CloudWatch',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::RDS::DBCluster',
  why: 'Logs that stay on the cluster are gone with it, and nobody is alarmed by them.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the cluster keeps logs, so they are taken to be there when needed',
  },
  evaluate: ({ EnableCloudwatchLogsExports: logs }) => isNotEmpty(logs),
  fix: {
    terraform: 'enabled_cloudwatch_logs_exports = ["postgresql"]',
    cloudformation: 'EnableCloudwatchLogsExports: [postgresql]',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html'],
  equivalents: {
    checkov: equal('CKV_AWS_324'),
    prowler: equal('rds_cluster_integration_cloudwatch_logs'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          enabled_cloudwatch_logs_exports = ["postgresql"]
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              EnableCloudwatchLogsExports: [postgresql]
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              Port: 5432
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          enabled_cloudwatch_logs_exports = var.x
        }
      `,
    ],
  },
});
