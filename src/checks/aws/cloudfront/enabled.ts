import { isFalse, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-enabled',
  title: 'Distribution is enabled',
  row: 'application',
  severity: 'info',
  on: 'AWS::CloudFront::Distribution',
  why: 'A distribution that is left disabled keeps its names, certificates and origins for nobody, and is one click from being live again, unwatched.',
  cwe: ['CWE-1164'],
  judgement: {
    detection: 'easy: the list shows it',
    effort: 'seconds',
    reach: 'this distribution',
    trap: 'what is off needs no care',
  },
  evaluate: ({ DistributionConfig: config }) => not(isFalse(config.Enabled)),
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled = true
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html'],
  equivalents: {
    checkov: equal('CKV_AWS_216'),
  },
  examples: {
    good: [
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
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = false
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: false
      `,
    ],
    unknown: [
      tf`
        variable "on" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled = var.on
        }
      `,
      cfn`
        Parameters:
          POn:
            Type: String
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: !Ref POn
      `,
    ],
  },
});
