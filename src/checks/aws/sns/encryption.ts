import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sns-encryption',
  title: 'Topic is encrypted with a KMS key',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::SNS::Topic',
  why: 'Messages wait on disk until they are delivered. Unlike queues, topics leave them in the clear unless a key is named.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the key stands on the topic',
    effort: 'minutes; services that publish need the right to use the key',
    reach: 'all messages of the topic',
    trap: 'AWS encrypts messages by default; for topics it does not',
  },
  evaluate: ({ KmsMasterKeyId: key }) => isPresent(key),
  fix: {
    terraform: `resource "aws_sns_topic" "t" {
  name              = "orders"
  kms_master_key_id = "alias/orders"
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
      KmsMasterKeyId: alias/orders`,
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_26'),
    trivy: equal('AVD-AWS-0095'),
    prowler: equal('sns_topics_kms_encryption_at_rest_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sns_topic" "t" {
          name              = "orders"
          kms_master_key_id = "alias/orders"
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::SNS::Topic
            Properties:
              TopicName: orders
              KmsMasterKeyId: alias/orders
      `,
    ],
    bad: [
      tf`
        resource "aws_sns_topic" "t" {
          name              = "orders"
          kms_master_key_id = null
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::SNS::Topic
            Properties:
              TopicName: orders
      `,
    ],
    unknown: [
      tf`
        variable "key" {}
        resource "aws_sns_topic" "t" {
          name              = "orders"
          kms_master_key_id = var.key
        }
      `,
      cfn`
        Parameters:
          PKey:
            Type: String
        Resources:
          T:
            Type: AWS::SNS::Topic
            Properties:
              TopicName: orders
              KmsMasterKeyId: !Ref PKey
      `,
    ],
  },
});
