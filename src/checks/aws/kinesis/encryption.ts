import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-kinesis-encryption',
  title: 'Stream is encrypted at rest',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::Kinesis::Stream',
  why: 'Records stay in the stream for a day to a year. In the clear they are readable to whoever gets at the storage.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the setting is on the stream',
    effort: 'minutes; producers and consumers need the right to use the key',
    reach: 'all records of the stream',
    trap: 'AWS encrypts by default; streams it does not',
  },
  evaluate: ({ StreamEncryption: encryption }) => equals(encryption.EncryptionType, 'KMS'),
  fix: {
    terraform: `resource "aws_kinesis_stream" "s" {
  name            = "clicks"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}`,
    cloudformation: `Resources:
  S:
    Type: AWS::Kinesis::Stream
    Properties:
      StreamEncryption:
        EncryptionType: KMS
        KeyId: alias/aws/kinesis`,
  },
  references: ['https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_43'),
    trivy: equal('AVD-AWS-0064'),
    prowler: equal('kinesis_stream_encrypted_at_rest'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kinesis_stream" "s" {
          name            = "clicks"
          shard_count     = 1
          encryption_type = "KMS"
          kms_key_id      = "alias/aws/kinesis"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::Kinesis::Stream
            Properties:
              StreamEncryption:
                EncryptionType: KMS
                KeyId: alias/aws/kinesis
      `,
    ],
    bad: [
      tf`
        resource "aws_kinesis_stream" "s" {
          name            = "clicks"
          shard_count     = 1
          encryption_type = "NONE"
          kms_key_id      = "alias/aws/kinesis"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::Kinesis::Stream
            Properties:
              StreamEncryption:
                EncryptionType: NONE
                KeyId: alias/aws/kinesis
      `,
    ],
    unknown: [
      tf`
        variable "type" {}
        resource "aws_kinesis_stream" "s" {
          name            = "clicks"
          shard_count     = 1
          encryption_type = var.type
          kms_key_id      = "alias/aws/kinesis"
        }
      `,
      cfn`
        Parameters:
          PType:
            Type: String
        Resources:
          S:
            Type: AWS::Kinesis::Stream
            Properties:
              StreamEncryption:
                EncryptionType: !Ref PType
                KeyId: alias/aws/kinesis
      `,
    ],
  },
});
