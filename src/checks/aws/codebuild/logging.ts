import { any, equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-codebuild-logging',
  title: 'Builds keep a log',
  row: 'logging',
  severity: 'low',
  on: 'AWS::CodeBuild::Project',
  why: 'A build runs with the rights to deploy; without its log nobody can tell what an altered build did.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ LogsConfig: logs }) => any(equals(logs.CloudWatchLogs.Status, 'ENABLED'), equals(logs.S3Logs.Status, 'ENABLED')),
  fix: {
    terraform: `logs_config {
  cloudwatch_logs {
    status = "ENABLED"
  }
}`,
    cloudformation: `LogsConfig:
  CloudWatchLogs:
    Status: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html'],
  equivalents: {
    checkov: narrower('CKV_AWS_314'),
    prowler: equal('codebuild_project_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          logs_config {
            cloudwatch_logs {
              status = "ENABLED"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              LogsConfig:
                CloudWatchLogs:
                  Status: ENABLED
      `,
    ],
    bad: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          logs_config {
            cloudwatch_logs {
              status = "DISABLED"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              LogsConfig:
                CloudWatchLogs:
                  Status: DISABLED
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          logs_config {
            cloudwatch_logs {
              status = var.x
            }
          }
        }
      `,
    ],
  },
});
