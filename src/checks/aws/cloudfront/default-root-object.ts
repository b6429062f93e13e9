import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-default-root-object',
  title: 'Distribution names what it shows at its root',
  row: 'data',
  severity: 'low',
  on: 'AWS::CloudFront::Distribution',
  why: 'Without a root object a request for / asks the origin itself, and a bucket that may be listed answers with the names of all its objects.',
  cwe: ['CWE-548'],
  judgement: {
    detection: 'easy for strangers: open the page',
    effort: 'seconds',
    reach: 'the listing of the origin',
    trap: 'nobody opens the bare name',
  },
  evaluate: ({ DistributionConfig: config }) => isPresent(config.DefaultRootObject),
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled             = true
  default_root_object = "index.html"
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        DefaultRootObject: index.html`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html'],
  equivalents: {
    checkov: equal('CKV_AWS_305'),
    prowler: equal('cloudfront_distributions_default_root_object'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled             = true
          default_root_object = "index.html"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                DefaultRootObject: index.html
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled             = true
          default_root_object = null
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                DefaultRootObject: ""
      `,
    ],
    unknown: [
      tf`
        variable "page" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled             = true
          default_root_object = var.page
        }
      `,
      cfn`
        Parameters:
          PPage:
            Type: String
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                DefaultRootObject: !Ref PPage
      `,
    ],
  },
});
