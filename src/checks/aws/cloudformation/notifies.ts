import { isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudformation-notifies',
  title: 'Stack tells a topic of its changes',
  row: 'logging',
  severity: 'info',
  on: 'AWS::CloudFormation::Stack',
  why: 'Who changes infrastructure unseen has time; a message of each change shortens it.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ NotificationARNs: topics }) => isNotEmpty(topics),
  fix: {
    terraform: `notification_arns = ["arn:aws:sns:eu-west-1:111122223333:changes"]`,
    cloudformation: `NotificationARNs:
  - arn:aws:sns:eu-west-1:111122223333:changes`,
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/monitor-stacks.html'],
  equivalents: {
    checkov: equal('CKV_AWS_124'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudformation_stack" "r" {
          name              = "s"
          template_url      = "https://s3.amazonaws.com/b/t.yaml"
          notification_arns = ["arn:aws:sns:eu-west-1:111122223333:changes"]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: https://s3.amazonaws.com/b/t.yaml
              NotificationARNs:
                - arn:aws:sns:eu-west-1:111122223333:changes
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudformation_stack" "r" {
          name         = "s"
          template_url = "https://s3.amazonaws.com/b/t.yaml"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: https://s3.amazonaws.com/b/t.yaml
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = list(string)
        }
        resource "aws_cloudformation_stack" "r" {
          name              = "s"
          notification_arns = var.x
        }
      `,
    ],
  },
});
