import { letsInAnyone } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { ofPolicy } from '../policies.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sqs-policy-names-callers',
  title: 'Queue policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  why: 'A statement for everyone lets strangers take messages away or feed their own to whatever works on the queue.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for strangers who know the account',
    effort: 'minutes: name the accounts or services',
    reach: 'every message, and everything that acts on one',
    trap: 'the queue\'s URL is not known; account and name are easily guessed',
  },
  evaluate: ({ PolicyDocument: policy }) => because(not(ofPolicy(policy, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone' : undefined)),
  fix: {
    terraform: `resource "aws_sqs_queue_policy" "q" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }, Action = "sqs:SendMessage", Resource = "*" }]
  })
}`,
    cloudformation: `Resources:
  P:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: ["https://sqs.eu-west-1.amazonaws.com/111122223333/orders"]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:role/shop" }
            Action: sqs:SendMessage
            Resource: "*"`,
  },
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html'],
  equivalents: {
    checkov: equal('CKV_AWS_168', 'CKV_AWS_387'),
    prowler: equal('sqs_queues_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sqs_queue_policy" "q" {
          queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }, Action = "sqs:SendMessage", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: ["https://sqs.eu-west-1.amazonaws.com/111122223333/orders"]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: "arn:aws:iam::111122223333:role/shop" }
                    Action: sqs:SendMessage
                    Resource: "*"
      `,
    ],
    bad: [
      tf`
        resource "aws_sqs_queue_policy" "q" {
          queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sqs:SendMessage", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: ["https://sqs.eu-west-1.amazonaws.com/111122223333/orders"]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: "*" }
                    Action: sqs:SendMessage
                    Resource: "*"
      `,
    ],
    unknown: [
      tf`
        variable "who" {}
        resource "aws_sqs_queue_policy" "q" {
          queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "sqs:SendMessage", Resource = "*" }]
          })
        }
      `,
      cfn`
        Parameters:
          PWho:
            Type: String
        Resources:
          P:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: ["https://sqs.eu-west-1.amazonaws.com/111122223333/orders"]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Ref PWho }
                    Action: sqs:SendMessage
                    Resource: "*"
      `,
    ],
  },
});
