import { oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-mq-several-zones',
  title: 'Broker stands in several zones',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::AmazonMQ::Broker',
  why: 'With one zone the messages stop, and with one instance they stop at every restart.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'a new broker',
    reach: 'everything that waits for messages',
    trap: 'the service is taken to do it by itself',
  },
  evaluate: ({ DeploymentMode: mode }) => oneOf(mode, ['ACTIVE_STANDBY_MULTI_AZ', 'CLUSTER_MULTI_AZ']),
  fix: {
    terraform: `deployment_mode = "ACTIVE_STANDBY_MULTI_AZ"`,
    cloudformation: `DeploymentMode: ACTIVE_STANDBY_MULTI_AZ`,
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html'],
  equivalents: {
    prowler: equal('mq_broker_active_deployment_mode', 'mq_broker_cluster_deployment_mode'),
  },
  examples: {
    good: [
      tf`
        resource "aws_mq_broker" "r" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          engine_version     = "5.18"
          host_instance_type = "mq.m5.large"
          deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"
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
              PubliclyAccessible: false
              DeploymentMode: ACTIVE_STANDBY_MULTI_AZ
      `,
    ],
    bad: [
      tf`
        resource "aws_mq_broker" "r" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          engine_version     = "5.18"
          host_instance_type = "mq.m5.large"
          deployment_mode    = "SINGLE_INSTANCE"
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
              PubliclyAccessible: false
              DeploymentMode: SINGLE_INSTANCE
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_mq_broker" "r" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          engine_version     = "5.18"
          host_instance_type = "mq.m5.large"
          deployment_mode    = var.x
        }
      `,
    ],
  },
});
