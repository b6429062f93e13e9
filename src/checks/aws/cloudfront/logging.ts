import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-logging',
  title: 'Distribution logs its requests',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::CloudFront::Distribution',
  why: 'The distribution is where the internet meets the application. Without its log an attack leaves no trace there.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: the setting is on the distribution; its lack is noticed in an investigation',
    effort: 'minutes: a bucket for the logs',
    reach: 'every request',
    trap: 'the application logs; it never sees what the cache answers or the edge turns away',
  },
  evaluate: ({ DistributionConfig: { Logging: logging } }) => isPresent(logging.Bucket),
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled = true
  logging_config {
    bucket = "logs.s3.amazonaws.com"
  }
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Logging:
          Bucket: logs.s3.amazonaws.com`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_86'),
    trivy: equal('AVD-AWS-0010'),
    prowler: equal('cloudfront_distributions_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          logging_config {
            bucket = "logs.s3.amazonaws.com"
          }
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Logging:
                  Bucket: logs.s3.amazonaws.com
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Logging:
                  Bucket: ""
      `,
    ],
    unknown: [
      tf`
        variable "bucket" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          logging_config {
            bucket = var.bucket
          } 
        }
      `,
      cfn`
        Parameters:
          PBucket:
            Type: String
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Logging:
                  Bucket: !Ref PBucket
      `,
    ],
  },
});
