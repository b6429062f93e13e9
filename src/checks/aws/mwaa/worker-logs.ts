import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-mwaa-worker-logs',
  title: 'Airflow logs its workers',
  row: 'logging',
  severity: 'low',
  on: 'AWS::MWAA::Environment',
  why: 'Airflow runs code with the rights to your data; without the log of its workers an altered run leaves no trace.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ LoggingConfiguration: { WorkerLogs: { Enabled: on } } }) => isTrue(on),
  fix: {
    terraform: `logging_configuration {
  worker_logs {
    enabled   = true
    log_level = "INFO"
  }
}`,
    cloudformation: `LoggingConfiguration:
  WorkerLogs:
    Enabled: true
    LogLevel: INFO`,
  },
  references: ['https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html'],
  equivalents: {
    checkov: equal('CKV_AWS_243'),
  },
  examples: {
    good: [
      tf`
        resource "aws_mwaa_environment" "r" {
          name               = "m"
          dag_s3_path        = "dags"
          execution_role_arn = "arn:aws:iam::111122223333:role/m"
          source_bucket_arn  = "arn:aws:s3:::dags"
          logging_configuration {
            worker_logs {
              enabled   = true
              log_level = "INFO"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MWAA::Environment
            Properties:
              Name: m
              LoggingConfiguration:
                WorkerLogs:
                  Enabled: true
                  LogLevel: INFO
      `,
    ],
    bad: [
      tf`
        resource "aws_mwaa_environment" "r" {
          name               = "m"
          dag_s3_path        = "dags"
          execution_role_arn = "arn:aws:iam::111122223333:role/m"
          source_bucket_arn  = "arn:aws:s3:::dags"
        }
      `,
      tf`
        resource "aws_mwaa_environment" "r" {
          name               = "m"
          dag_s3_path        = "dags"
          execution_role_arn = "arn:aws:iam::111122223333:role/m"
          source_bucket_arn  = "arn:aws:s3:::dags"
          logging_configuration {
            worker_logs {
              enabled   = false
              log_level = "INFO"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MWAA::Environment
            Properties:
              Name: m
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_mwaa_environment" "r" {
          name               = "m"
          dag_s3_path        = "dags"
          execution_role_arn = "arn:aws:iam::111122223333:role/m"
          source_bucket_arn  = "arn:aws:s3:::dags"
          logging_configuration {
            worker_logs {
              enabled   = var.x
              log_level = "INFO"
            }
          }
        }
      `,
    ],
  },
});
