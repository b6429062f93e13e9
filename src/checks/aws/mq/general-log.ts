import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-mq-general-log',
  title: 'Message broker keeps a log',
  row: 'logging',
  severity: 'low',
  on: 'AWS::AmazonMQ::Broker',
  why: 'Without the logs nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ Logs: logs }) => isTrue(logs.General),
  fix: {
    terraform: `logs {
  general = true
}`,
    cloudformation: `Logs:
  General: true`,
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-activemq.html'],
  equivalents: {
    checkov: equal('CKV_AWS_48'),
    trivy: equal('AVD-AWS-0071'),
    prowler: equal('mq_broker_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          logs {
            general = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AmazonMQ::Broker
            Properties:
              BrokerName: b
              EngineType: ACTIVEMQ
              HostInstanceType: mq.m5.large
              Logs:
                General: true
      `,
    ],
    bad: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          logs {
            general = false
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AmazonMQ::Broker
            Properties:
              BrokerName: b
              EngineType: ACTIVEMQ
              HostInstanceType: mq.m5.large
              Logs:
                General: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          logs {
            general = var.x
          }
        }
      `,
    ],
  },
});
