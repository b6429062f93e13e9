import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudtrail-notifies',
  title: 'Trail tells a topic of each new log file',
  row: 'logging',
  severity: 'info',
  on: 'AWS::CloudTrail::Trail',
  why: 'A topic lets a scanner or an archive take each file as it arrives, and its silence tells that the trail has stopped.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: the setting is on the trail',
    effort: 'minutes: a topic and its policy',
    reach: 'whatever follows the log files',
    trap: 'somebody looks at the bucket now and then',
  },
  evaluate: ({ SnsTopicName: topic }) => isPresent(topic),
  fix: {
    terraform: `resource "aws_cloudtrail" "t" {
  name           = "trail"
  s3_bucket_name = "trail-logs"
  sns_topic_name = "trail-files"
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: trail-logs
      SnsTopicName: trail-files`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html'],
  equivalents: {
    checkov: equal('CKV_AWS_252'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          sns_topic_name = "trail-files"
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              SnsTopicName: trail-files
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          sns_topic_name = null
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
      `,
    ],
    unknown: [
      tf`
        variable "topic" {}
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          sns_topic_name = var.topic
        }
      `,
      cfn`
        Parameters:
          PTopic:
            Type: String
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              SnsTopicName: !Ref PTopic
      `,
    ],
  },
});
