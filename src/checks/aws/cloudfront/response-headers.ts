import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-response-headers',
  title: 'Distribution adds security headers to its answers',
  row: 'application',
  severity: 'low',
  on: 'AWS::CloudFront::Distribution',
  why: 'Headers tell the browser to stay on HTTPS, to load scripts only from where you say and not to show the page in a frame; without them a small flaw becomes an attack.',
  cwe: ['CWE-693', 'CWE-1021'],
  judgement: {
    detection: 'easy: any header scanner shows it',
    effort: 'minutes: a managed policy',
    reach: 'every viewer',
    trap: 'the application sets headers; the cache answers without it',
  },
  evaluate: ({ DistributionConfig: { DefaultCacheBehavior: main } }) => isPresent(main.ResponseHeadersPolicyId),
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled = true
  default_cache_behavior {
    target_origin_id           = "site"
    viewer_protocol_policy     = "https-only"
    response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03"
  }
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        DefaultCacheBehavior:
          ViewerProtocolPolicy: https-only
          ResponseHeadersPolicyId: 67f7725c-6f97-4210-82d7-5512b31e9d03`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_32'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          default_cache_behavior {
            target_origin_id           = "site"
            viewer_protocol_policy     = "https-only"
            response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03"
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
                DefaultCacheBehavior:
                  ViewerProtocolPolicy: https-only
                  ResponseHeadersPolicyId: 67f7725c-6f97-4210-82d7-5512b31e9d03
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          default_cache_behavior {
            target_origin_id           = "site"
            viewer_protocol_policy     = "https-only"
            response_headers_policy_id = null
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
                DefaultCacheBehavior:
                  ViewerProtocolPolicy: https-only
                  ResponseHeadersPolicyId: ""
      `,
    ],
    unknown: [
      tf`
        variable "policy" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          default_cache_behavior {
            target_origin_id           = "site"
            viewer_protocol_policy     = "https-only"
            response_headers_policy_id = var.policy
          }
        }
      `,
      cfn`
        Parameters:
          PPolicy:
            Type: String
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                DefaultCacheBehavior:
                  ViewerProtocolPolicy: https-only
                  ResponseHeadersPolicyId: !Ref PPolicy
      `,
    ],
  },
});
