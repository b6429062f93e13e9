import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-mq-minor-upgrades',
  title: 'Message broker takes minor upgrades by itself',
  row: 'runtime',
  severity: 'medium',
  on: 'AWS::AmazonMQ::Broker',
  why: 'Minor versions carry the security fixes.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the broker',
    trap: 'the service is taken to patch everything anyway',
  },
  evaluate: ({ AutoMinorVersionUpgrade: on }) => isTrue(on),
  fix: {
    terraform: 'auto_minor_version_upgrade = true',
    cloudformation: 'AutoMinorVersionUpgrade: true',
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html'],
  equivalents: {
    checkov: equal('CKV_AWS_207'),
    prowler: equal('mq_broker_auto_minor_version_upgrades'),
  },
  examples: {
    good: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          auto_minor_version_upgrade = true
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
              AutoMinorVersionUpgrade: true
      `,
    ],
    bad: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          auto_minor_version_upgrade = false
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
              AutoMinorVersionUpgrade: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          auto_minor_version_upgrade = var.x
        }
      `,
    ],
  },
});
