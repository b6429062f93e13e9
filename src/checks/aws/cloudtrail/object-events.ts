import { type Condition, type Field, type View, all, any, child, equals, items, oneOf, some } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

/** The ARN prefix that stands for every bucket. */
const everywhere = ['arn:aws:s3', 'arn:aws:s3:::', 'arn:aws:s3:::*/*', 'arn:aws:s3:::*/'];

const has = (selector: View<unknown>, field: string, value: string): Condition =>
  some(child<readonly unknown[]>(selector, 'FieldSelectors'), (one) =>
    all(equals(child<string>(one, 'Field'), field), some(child<readonly string[]>(one, 'Equals'), (text) => equals(text as Field<string>, value))),
  );

/** Advanced selectors of objects record all of them unless a further field narrows them. */
const unbounded = (selector: View<unknown>): Condition =>
  all(...items(child<readonly unknown[]>(selector, 'FieldSelectors')).views.map((one) => oneOf(child<string>(one, 'Field'), ['eventCategory', 'resources.type'])));

export default defineCheck({
  id: 'aws-cloudtrail-object-events',
  title: 'Trail records reads and writes of all S3 objects',
  row: 'logging',
  severity: 'low',
  on: 'AWS::CloudTrail::Trail',
  why: 'By default a trail records what happens to buckets, not to objects. After a leak nobody can say which objects were read.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: the lack is noticed in an investigation',
    effort: 'minutes, and a charge an event',
    reach: 'the record of every object in the account',
    trap: 'CloudTrail records everything',
  },
  evaluate: ({ EventSelectors: selectors, AdvancedEventSelectors: advanced }) =>
      any(
        some(selectors, (selector) =>
          all(
            equals(selector.ReadWriteType, 'All'),
            some(child<readonly unknown[]>(selector, 'DataResources'), (data) =>
              all(equals(child<string>(data, 'Type'), 'AWS::S3::Object'), some(child<readonly string[]>(data, 'Values'), (value) => oneOf(value as Field<string>, everywhere))),
            ),
          ),
        ),
        some(advanced, (selector) => all(has(selector, 'eventCategory', 'Data'), has(selector, 'resources.type', 'AWS::S3::Object'), unbounded(selector))),
      ),
  fix: {
    terraform: `resource "aws_cloudtrail" "t" {
  name           = "trail"
  s3_bucket_name = "trail-logs"
  event_selector {
    read_write_type = "All"
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: trail-logs
      EventSelectors:
        - ReadWriteType: All
          DataResources:
            - Type: AWS::S3::Object
              Values: ["arn:aws:s3:::"]`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html'],
  equivalents: {
    trivy: broader('AVD-AWS-0171', 'AVD-AWS-0172'),
    prowler: broader('cloudtrail_s3_dataevents_read_enabled', 'cloudtrail_s3_dataevents_write_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          event_selector {
            read_write_type = "All"
            data_resource {
              type   = "AWS::S3::Object"
              values = ["arn:aws:s3"]
            }
          }
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              EventSelectors:
                - ReadWriteType: All
                  DataResources:
                    - Type: AWS::S3::Object
                      Values: ["arn:aws:s3:::"]
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          event_selector {
            read_write_type = "WriteOnly"
            data_resource {
              type   = "AWS::S3::Object"
              values = ["arn:aws:s3"]
            }
          }
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              EventSelectors:
                - ReadWriteType: All
                  DataResources:
                    - Type: AWS::Lambda::Function
                      Values: ["arn:aws:s3:::"]
      `,
    ],
    unknown: [
      tf`
        variable "type" {}
        resource "aws_cloudtrail" "t" {
          name           = "trail"
          s3_bucket_name = "trail-logs"
          event_selector {
            read_write_type = var.type
            data_resource {
              type   = "AWS::S3::Object"
              values = ["arn:aws:s3"]
            }
          }
        }
      `,
      cfn`
        Parameters:
          PType:
            Type: String
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              EventSelectors:
                - ReadWriteType: All
                  DataResources:
                    - Type: !Ref PType
                      Values: ["arn:aws:s3:::"]
      `,
    ],
  },
});
