import { any, isNotEmpty, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-event-notifications',
  title: 'Bucket tells of what happens to its objects',
  row: 'logging',
  severity: 'info',
  on: 'AWS::S3::Bucket',
  why: 'Events of objects let a scanner, an alarm or an index follow what is written and deleted as it happens, and not in the next audit.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: the setting is on the bucket',
    effort: 'minutes: EventBridge is one flag',
    reach: 'every object of the bucket',
    trap: 'access logs serve for alarms; they come hours later',
  },
  evaluate: ({ NotificationConfiguration: notify }) =>
      any(isTrue(notify.EventBridgeConfiguration.EventBridgeEnabled), isNotEmpty(notify.LambdaConfigurations), isNotEmpty(notify.QueueConfigurations), isNotEmpty(notify.TopicConfigurations)),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_notification" "b" {
  bucket      = aws_s3_bucket.b.id
  eventbridge = true
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        EventBridgeConfiguration:
          EventBridgeEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_62'),
    prowler: equal('s3_bucket_event_notifications_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_notification" "b" {
          bucket      = aws_s3_bucket.b.id
          eventbridge = true
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              NotificationConfiguration:
                EventBridgeConfiguration:
                  EventBridgeEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_notification" "b" {
          bucket      = aws_s3_bucket.b.id
          eventbridge = false
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              NotificationConfiguration:
                EventBridgeConfiguration:
                  EventBridgeEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "events" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_notification" "b" {
          bucket      = aws_s3_bucket.b.id
          eventbridge = var.events
        }
      `,
      cfn`
        Parameters:
          PEvents:
            Type: String
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              NotificationConfiguration:
                EventBridgeConfiguration:
                  EventBridgeEnabled: !Ref PEvents
      `,
    ],
  },
});
