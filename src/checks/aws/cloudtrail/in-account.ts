import { all, isTrue } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudtrail-in-account',
  title: 'Account has a trail of all regions that is logging',
  row: 'logging',
  severity: 'high',
  on: 'Demarc::AWS::Account',
  why: 'Without a trail of every region an intruder works where nothing is written down.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: nothing tells of what is not recorded',
    effort: 'minutes',
    reach: 'the whole account',
    trap: 'the event history of ninety days is taken for a trail',
  },
  evaluate: (_, { all: allOf, resource }) =>
    lacking(
      someLinked(allOf('AWS::CloudTrail::Trail'), (trail) => all(isTrue(trail.IsMultiRegionTrail), isTrue(trail.IsLogging))),
      resource,
      'AWS::CloudTrail::Trail',
      'no trail records all regions',
    ),
  fix: { aws: `aws cloudtrail create-trail --name all --s3-bucket-name BUCKET --is-multi-region-trail; aws cloudtrail start-logging --name all` },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html'],
  equivalents: {
    prowler: equal('cloudtrail_multi_region_enabled'),
  },
  examples: {
    good: [
      account`{"cloudtrail": {"DescribeTrailsCommand {\"includeShadowTrails\":false}": {"trailList": [{"TrailARN": "arn:aws:cloudtrail:us-east-1:111122223333:trail/t", "Name": "t", "S3BucketName": "b", "IsMultiRegionTrail": true}]}, "GetTrailStatusCommand {\"Name\":\"arn:aws:cloudtrail:us-east-1:111122223333:trail/t\"}": {"IsLogging": true}}}`,
    ],
    bad: [
      account`{"cloudtrail": {"DescribeTrailsCommand {\"includeShadowTrails\":false}": {"trailList": []}, "GetTrailStatusCommand {\"Name\":\"arn:aws:cloudtrail:us-east-1:111122223333:trail/t\"}": {"IsLogging": false}}}`,
      account`{"cloudtrail": {"DescribeTrailsCommand {\"includeShadowTrails\":false}": {"trailList": [{"TrailARN": "arn:aws:cloudtrail:us-east-1:111122223333:trail/t", "Name": "t", "S3BucketName": "b", "IsMultiRegionTrail": true}]}, "GetTrailStatusCommand {\"Name\":\"arn:aws:cloudtrail:us-east-1:111122223333:trail/t\"}": {"IsLogging": false}}}`,
      account`{"cloudtrail": {"DescribeTrailsCommand {\"includeShadowTrails\":false}": {"trailList": [{"TrailARN": "arn:aws:cloudtrail:us-east-1:111122223333:trail/t", "Name": "t", "S3BucketName": "b", "IsMultiRegionTrail": false}]}, "GetTrailStatusCommand {\"Name\":\"arn:aws:cloudtrail:us-east-1:111122223333:trail/t\"}": {"IsLogging": true}}}`,
    ],
    unknown: [
      account`{"cloudtrail": {"DescribeTrailsCommand {\"includeShadowTrails\":false}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
