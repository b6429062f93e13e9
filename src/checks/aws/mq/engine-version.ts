import { matches } from '../../../model/index.js';
import { patched } from '../end-of-life.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-mq-engine-version',
  title: 'Message broker engine still gets security fixes',
  row: 'runtime',
  severity: 'high',
  on: ['AWS::AmazonMQ::Broker', 'AWS::AmazonMQ::Configuration'],
  why: 'Past the end of its life an engine gets no fixes; its known holes stay open, and ActiveMQ has had ones that give a shell.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: the date is public',
    effort: 'an upgrade, with tests',
    reach: 'all messages',
    trap: 'automatic minor upgrades are taken to lead to the next version',
  },
  evaluate: ({ EngineType: engine, EngineVersion: version }, { now }) => patched(matches(engine, /^rabbitmq$/i).truth === true ? 'amazon-mq-rabbitmq' : 'amazon-mq-activemq', version, now),
  fix: {
    terraform: 'engine_version = "5.18"',
    cloudformation: 'EngineVersion: "5.18"',
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html'],
  equivalents: {
    checkov: narrower('CKV_AWS_208'),
  },
  examples: {
    good: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          engine_version = "5.18"
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
              EngineVersion: "5.18"
      `,
    ],
    bad: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          engine_version = "5.15.16"
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
              EngineVersion: "5.15.16"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          engine_version = var.x
        }
      `,
    ],
  },
});
