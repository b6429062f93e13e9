import { equals, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sns-subscription-https',
  title: 'Subscription delivers over HTTPS, not HTTP',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::SNS::Subscription',
  why: 'Messages to an http endpoint cross the internet in the clear, readable and changeable on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: delivery works',
    effort: 'minutes, once the endpoint speaks TLS',
    reach: 'all messages of the topic',
    trap: 'the message is only a notification',
  },
  evaluate: ({ Protocol: protocol }) => not(equals(protocol, 'http')),
  fix: {
    terraform: `resource "aws_sns_topic_subscription" "s" {
  topic_arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  protocol  = "https"
  endpoint  = "example.com/orders"
}`,
    cloudformation: `Resources:
  S:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:eu-west-1:111122223333:orders
      Protocol: https`,
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit'],
  equivalents: {
    prowler: equal('sns_subscription_not_using_http_endpoints'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sns_topic_subscription" "s" {
          topic_arn = "arn:aws:sns:eu-west-1:111122223333:orders"
          protocol  = "https"
          endpoint  = "example.com/orders"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: arn:aws:sns:eu-west-1:111122223333:orders
              Protocol: https
      `,
    ],
    bad: [
      tf`
        resource "aws_sns_topic_subscription" "s" {
          topic_arn = "arn:aws:sns:eu-west-1:111122223333:orders"
          protocol  = "http"
          endpoint  = "example.com/orders"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: arn:aws:sns:eu-west-1:111122223333:orders
              Protocol: http
      `,
    ],
    unknown: [
      tf`
        variable "protocol" {}
        resource "aws_sns_topic_subscription" "s" {
          topic_arn = "arn:aws:sns:eu-west-1:111122223333:orders"
          protocol  = var.protocol
          endpoint  = "example.com/orders"
        }
      `,
      cfn`
        Parameters:
          PProtocol:
            Type: String
        Resources:
          S:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: arn:aws:sns:eu-west-1:111122223333:orders
              Protocol: !Ref PProtocol
      `,
    ],
  },
});
