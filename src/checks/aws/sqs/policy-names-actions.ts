import { type Policy, type PolicyPlace, includesAction, someStatement } from '../../../iam/index.js';
import { type Condition, because, not } from '../../../model/index.js';
import { ofPolicy } from '../policies.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

const allowsAll = (policy: Policy, place: PolicyPlace): Condition =>
  someStatement(policy, place, (statement) => (statement.effect === 'Deny' ? false : includesAction(statement, 'sqs:\u0001')));

export default defineCheck({
  id: 'aws-sqs-policy-names-actions',
  title: 'Queue policy allows named actions only',
  row: 'identity',
  severity: 'medium',
  on: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  why: 'With sqs:* a sender may also read, purge and delete the queue, or rewrite this policy.',
  cwe: ['CWE-732', 'CWE-250'],
  judgement: {
    detection: 'easy: the policy says so',
    effort: 'minutes: name the actions',
    reach: 'the whole queue',
    trap: 'the caller only sends messages',
  },
  evaluate: ({ PolicyDocument: policy }) => because(not(ofPolicy(policy, allowsAll)), (truth) => (truth === false ? 'a statement allows every action' : undefined)),
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
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html#implement-least-privilege'],
  equivalents: {
    checkov: equal('CKV_AWS_72'),
    trivy: equal('AVD-AWS-0097'),
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
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }, Action = "sqs:*", Resource = "*" }]
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
                    Action: "*"
                    Resource: "*"
      `,
    ],
    unknown: [
      tf`
        variable "action" {}
        resource "aws_sqs_queue_policy" "q" {
          queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }, Action = var.action, Resource = "*" }]
          })
        }
      `,
      cfn`
        Parameters:
          PAction:
            Type: String
        Resources:
          P:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: ["https://sqs.eu-west-1.amazonaws.com/111122223333/orders"]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: "arn:aws:iam::111122223333:role/shop" }
                    Action: !Ref PAction
                    Resource: "*"
      `,
    ],
  },
});
