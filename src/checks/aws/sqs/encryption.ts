import { any, isPresent, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sqs-encryption',
  title: 'Queue is encrypted at rest',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::SQS::Queue',
  why: 'Messages wait in the queue for days. In the clear they are readable to whoever gets at the storage.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the setting is on the queue',
    effort: 'seconds',
    reach: 'all messages of the queue',
    trap: 'messages are short-lived; retention is up to two weeks',
  },
  evaluate: ({ KmsMasterKeyId: key, SqsManagedSseEnabled: managed }) => any(isPresent(key), isTrue(managed)),
  fix: {
    terraform: `resource "aws_sqs_queue" "q" {
  name                    = "orders"
  sqs_managed_sse_enabled = true
}`,
    cloudformation: `Resources:
  Q:
    Type: AWS::SQS::Queue
    Properties:
      SqsManagedSseEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_27'),
    trivy: equal('AVD-AWS-0096'),
    prowler: equal('sqs_queues_server_side_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sqs_queue" "q" {
          name                    = "orders"
          sqs_managed_sse_enabled = true
        }
      `,
      cfn`
        Resources:
          Q:
            Type: AWS::SQS::Queue
            Properties:
              SqsManagedSseEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_sqs_queue" "q" {
          name                    = "orders"
          sqs_managed_sse_enabled = false
        }
      `,
      cfn`
        Resources:
          Q:
            Type: AWS::SQS::Queue
            Properties:
              SqsManagedSseEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "encrypt" {}
        resource "aws_sqs_queue" "q" {
          name                    = "orders"
          sqs_managed_sse_enabled = var.encrypt
        }
      `,
      cfn`
        Parameters:
          PEncrypt:
            Type: String
        Resources:
          Q:
            Type: AWS::SQS::Queue
            Properties:
              SqsManagedSseEnabled: !Ref PEncrypt
      `,
    ],
  },
});
