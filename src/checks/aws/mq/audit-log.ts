import { isTrue, matches, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-mq-audit-log',
  title: 'Message broker keeps an audit log',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::AmazonMQ::Broker',
  why: 'Without the logs nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the service is taken to log by itself',
  },
  applies: ({ EngineType: engine }) => not(matches(engine, /^rabbitmq$/i)),
  evaluate: ({ Logs: logs }) => isTrue(logs.Audit),
  fix: {
    terraform: `logs {
  audit = true
}`,
    cloudformation: `Logs:
  Audit: true`,
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-activemq.html'],
  equivalents: {
    checkov: equal('CKV_AWS_197'),
    trivy: equal('AVD-AWS-0070'),
  },
  examples: {
    good: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          logs {
            audit = true
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
                Audit: true
      `,
    ],
    bad: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          logs {
            audit = false
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
                Audit: false
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
            audit = var.x
          }
        }
      `,
    ],
  },
});
