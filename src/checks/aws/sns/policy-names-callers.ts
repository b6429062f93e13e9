import { letsInAnyone } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { ofPolicy } from '../policies.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sns-policy-names-callers',
  title: 'Topic policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
  why: 'A statement for everyone lets strangers read what is published, by subscribing, or feed messages to whoever trusts the topic.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for strangers who know the account',
    effort: 'minutes: name the accounts or services',
    reach: 'every message, and everything that acts on one',
    trap: 'the topic\'s name is not known; account and name are easily guessed',
  },
  evaluate: ({ PolicyDocument: policy }) => because(not(ofPolicy(policy, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone' : undefined)),
  fix: {
    terraform: `resource "aws_sns_topic_policy" "t" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }, Action = "sns:Publish", Resource = "*" }]
  })
}`,
    cloudformation: `Resources:
  P:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: ["arn:aws:sns:eu-west-1:111122223333:orders"]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:role/shop" }
            Action: sns:Publish
            Resource: "*"`,
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html'],
  equivalents: {
    checkov: [...equal('CKV_AWS_169'), ...broader('CKV_AWS_385')],
    prowler: equal('sns_topics_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sns_topic_policy" "t" {
          arn = "arn:aws:sns:eu-west-1:111122223333:orders"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }, Action = "sns:Publish", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: ["arn:aws:sns:eu-west-1:111122223333:orders"]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: "arn:aws:iam::111122223333:role/shop" }
                    Action: sns:Publish
                    Resource: "*"
      `,
    ],
    bad: [
      tf`
        resource "aws_sns_topic_policy" "t" {
          arn = "arn:aws:sns:eu-west-1:111122223333:orders"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sns:Publish", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: ["arn:aws:sns:eu-west-1:111122223333:orders"]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: "*" }
                    Action: sns:Publish
                    Resource: "*"
      `,
    ],
    unknown: [
      tf`
        variable "who" {}
        resource "aws_sns_topic_policy" "t" {
          arn = "arn:aws:sns:eu-west-1:111122223333:orders"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "sns:Publish", Resource = "*" }]
          })
        }
      `,
      cfn`
        Parameters:
          PWho:
            Type: String
        Resources:
          P:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: ["arn:aws:sns:eu-west-1:111122223333:orders"]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Ref PWho }
                    Action: sns:Publish
                    Resource: "*"
      `,
    ],
  },
});
