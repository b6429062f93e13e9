import { type Field, all, any, decide, equals, isTrue } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-firehose-customer-key',
  title: 'Delivery stream is encrypted with a KMS key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::KinesisFirehose::DeliveryStream',
  why: 'Only a key of your own has a policy that you write and can be withdrawn at once.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: the key stands on the stream',
    effort: 'an hour: a key, and the right to use it for Firehose',
    reach: 'all records of the stream',
    trap: 'encrypted is encrypted',
  },
  evaluate: ({ DeliveryStreamEncryptionConfigurationInput: encryption }, { facts, resource }) =>
      all(
        any(isTrue(facts.ServerSideEncryptionEnabled as Field<boolean>), decide(resource.dialect !== 'terraform')),
        equals(encryption.KeyType, 'CUSTOMER_MANAGED_CMK'),
        customerKey(encryption.KeyARN),
      ),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  enable_key_rotation = true
}
resource "aws_kinesis_firehose_delivery_stream" "s" {
  name        = "clicks"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.k.arn
  }
}`,
    cloudformation: `Resources:
  S:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamEncryptionConfigurationInput:
        KeyType: CUSTOMER_MANAGED_CMK
        KeyARN: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  },
  references: ['https://docs.aws.amazon.com/firehose/latest/dev/encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_241'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_kinesis_firehose_delivery_stream" "s" {
          name        = "clicks"
          destination = "extended_s3"
          server_side_encryption {
            enabled  = true
            key_type = "CUSTOMER_MANAGED_CMK"
            key_arn  = aws_kms_key.k.arn
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamEncryptionConfigurationInput:
                KeyType: CUSTOMER_MANAGED_CMK
                KeyARN: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_kinesis_firehose_delivery_stream" "s" {
          name        = "clicks"
          destination = "extended_s3"
          server_side_encryption {
            enabled  = true
            key_type = "AWS_OWNED_CMK"
            key_arn  = aws_kms_key.k.arn
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamEncryptionConfigurationInput:
                KeyType: AWS_OWNED_CMK
                KeyARN: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
    unknown: [
      tf`
        variable "type" {}
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_kinesis_firehose_delivery_stream" "s" {
          name        = "clicks"
          destination = "extended_s3"
          server_side_encryption {
            enabled  = true
            key_type = var.type
            key_arn  = aws_kms_key.k.arn
          }
        }
      `,
      cfn`
        Parameters:
          PType:
            Type: String
        Resources:
          S:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamEncryptionConfigurationInput:
                KeyType: !Ref PType
                KeyARN: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
  },
});
