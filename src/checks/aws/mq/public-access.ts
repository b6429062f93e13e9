import { isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-mq-public-access',
  title: 'Message broker has no public address',
  row: 'network',
  severity: 'high',
  on: 'AWS::AmazonMQ::Broker',
  why: 'A public address puts the service one guessed password, or one hole, from the whole internet.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag, and scanners see the port',
    effort: 'minutes; those who connect from outside need a tunnel',
    reach: 'all data of the service',
    trap: 'the security group is trusted to stay closed',
  },
  evaluate: ({ PubliclyAccessible: open }) => not(isTrue(open)),
  fix: {
    terraform: 'publicly_accessible = false',
    cloudformation: 'PubliclyAccessible: false',
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html'],
  equivalents: {
    checkov: equal('CKV_AWS_69'),
    trivy: equal('AVD-AWS-0072'),
    prowler: equal('mq_broker_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          publicly_accessible = false
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
      `,
    ],
    bad: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          publicly_accessible = true
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
              PubliclyAccessible: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          publicly_accessible = var.x
        }
      `,
    ],
  },
});
