import { isTrue } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudtrail-multi-region',
  title: 'Trail records all regions',
  row: 'logging',
  severity: 'high',
  on: 'AWS::CloudTrail::Trail',
  why: 'Who breaks in works in the region that nobody watches. A trail of one region records nothing of the others.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: what is not recorded is not missed',
    effort: 'seconds: one flag',
    reach: 'every call in every other region',
    trap: 'we use one region only; the attacker does not',
  },
  evaluate: ({ IsMultiRegionTrail: multi }) => isTrue(multi),
  fix: {
    terraform: `resource "aws_cloudtrail" "t" {
  name                  = "trail"
  s3_bucket_name        = "trail-logs"
  is_multi_region_trail = true
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: trail-logs
      IsMultiRegionTrail: true`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html'],
  equivalents: {
    checkov: equal('CKV_AWS_67'),
    trivy: equal('AVD-AWS-0014'),
    prowler: broader('cloudtrail_multi_region_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudtrail" "t" {
          name                  = "trail"
          s3_bucket_name        = "trail-logs"
          is_multi_region_trail = true
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              IsMultiRegionTrail: true
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudtrail" "t" {
          name                  = "trail"
          s3_bucket_name        = "trail-logs"
          is_multi_region_trail = false
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              IsMultiRegionTrail: false
      `,
    ],
    unknown: [
      tf`
        variable "multi" {}
        resource "aws_cloudtrail" "t" {
          name                  = "trail"
          s3_bucket_name        = "trail-logs"
          is_multi_region_trail = var.multi
        }
      `,
      cfn`
        Parameters:
          PMulti:
            Type: String
        Resources:
          T:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail-logs
              IsMultiRegionTrail: !Ref PMulti
      `,
    ],
  },
});
