import { any, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-msk-logging',
  title: 'Kafka brokers keep a log',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::MSK::Cluster',
  why: 'Without the logs nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ LoggingInfo: { BrokerLogs: logs } }) => any(isTrue(logs.CloudWatchLogs.Enabled), isTrue(logs.Firehose.Enabled), isTrue(logs.S3.Enabled)),
  fix: {
    terraform: `logging_info {
  broker_logs {
    s3 {
      enabled = true
      bucket  = aws_s3_bucket.logs.id
    }
  }
}`,
    cloudformation: `LoggingInfo:
  BrokerLogs:
    S3:
      Enabled: true
      Bucket: !Ref Logs`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html'],
  equivalents: {
    checkov: equal('CKV_AWS_80'),
    trivy: equal('AVD-AWS-0074'),
  },
  examples: {
    good: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          logging_info {
            broker_logs {
              s3 {
                enabled = true
                bucket  = "logs"
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: c
              KafkaVersion: 3.6.0
              LoggingInfo:
                BrokerLogs:
                  S3:
                    Enabled: true
                    Bucket: logs
      `,
    ],
    bad: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          logging_info {
            broker_logs {
              s3 {
                enabled = false
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: c
              KafkaVersion: 3.6.0
              LoggingInfo:
                BrokerLogs:
                  S3:
                    Enabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          logging_info {
            broker_logs {
              s3 {
                enabled = var.x
              }
            }
          }
        }
      `,
    ],
  },
});
