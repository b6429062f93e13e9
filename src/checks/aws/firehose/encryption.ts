import { type Field, all, any, decide, isPresent, isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-firehose-encryption',
  title: 'Delivery stream is encrypted at rest',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::KinesisFirehose::DeliveryStream',
  why: 'Records wait in the stream until they are delivered. In the clear they are readable to whoever gets at the storage.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the setting is on the stream',
    effort: 'minutes',
    reach: 'all records of the stream',
    trap: 'the bucket at its end is encrypted, so the way there is',
  },
  applies: ({ KinesisStreamSourceConfiguration: source }) => not(isPresent(source.KinesisStreamARN)),
  evaluate: ({ DeliveryStreamEncryptionConfigurationInput: encryption }, { facts, resource }) =>
      any(isTrue(facts.ServerSideEncryptionEnabled as Field<boolean>), all(decide(resource.dialect !== 'terraform'), isPresent(encryption.KeyType))),
  fix: {
    terraform: `resource "aws_kinesis_firehose_delivery_stream" "s" {
  name        = "clicks"
  destination = "extended_s3"
  server_side_encryption {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  S:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamEncryptionConfigurationInput: { KeyType: AWS_OWNED_CMK }`,
  },
  references: ['https://docs.aws.amazon.com/firehose/latest/dev/encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_240'),
    prowler: equal('firehose_stream_encrypted_at_rest'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kinesis_firehose_delivery_stream" "s" {
          name        = "clicks"
          destination = "extended_s3"
          server_side_encryption {
            enabled = true
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamEncryptionConfigurationInput: { KeyType: AWS_OWNED_CMK }
      `,
    ],
    bad: [
      tf`
        resource "aws_kinesis_firehose_delivery_stream" "s" {
          name        = "clicks"
          destination = "extended_s3"
          server_side_encryption {
            enabled = false
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamName: clicks
      `,
    ],
    unknown: [
      tf`
        variable "encrypt" {}
        resource "aws_kinesis_firehose_delivery_stream" "s" {
          name        = "clicks"
          destination = "extended_s3"
          server_side_encryption {
            enabled = var.encrypt
          }
        }
      `,
      cfn`
        Parameters:
          PInput:
            Type: String
        Resources:
          S:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamEncryptionConfigurationInput: !Ref PInput
      `,
    ],
  },
});
