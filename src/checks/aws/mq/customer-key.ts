import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-mq-customer-key',
  title: 'Message broker is encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::AmazonMQ::Broker',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ EncryptionOptions: options }) => customerKey(options.KmsKeyId),
  fix: {
    terraform: `encryption_options {
  use_aws_owned_key = false
  kms_key_id        = aws_kms_key.this.arn
}`,
    cloudformation: `EncryptionOptions:
  UseAwsOwnedKey: false
  KmsKeyId: !GetAtt Key.Arn`,
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection-encryption-at-rest.html'],
  equivalents: {
    checkov: equal('CKV_AWS_209'),
  },
  examples: {
    good: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          encryption_options {
            use_aws_owned_key = false
            kms_key_id        = "arn:aws:kms:eu-west-1:111122223333:key/1"
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
              EncryptionOptions:
                UseAwsOwnedKey: false
                KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
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
    unknown: [
      tf`
        variable "x" {}
        resource "aws_mq_broker" "b" {
          broker_name        = "b"
          engine_type        = "ActiveMQ"
          host_instance_type = "mq.m5.large"
          encryption_options {
            use_aws_owned_key = false
            kms_key_id        = var.x
          }
        }
      `,
    ],
  },
});
