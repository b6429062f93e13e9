import { all, every, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-https-viewers',
  title: 'Distribution speaks HTTPS with its viewers',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::CloudFront::Distribution',
  why: 'Over plain HTTP anyone on the way reads pages, cookies and tokens, or puts something else in their place.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: pages load all the same',
    effort: 'seconds: redirect to HTTPS',
    reach: 'every viewer',
    trap: 'the site has a certificate, so it is encrypted',
  },
  evaluate: ({ DistributionConfig: { DefaultCacheBehavior: main, CacheBehaviors: others } }) => {
      const https = ['https-only', 'redirect-to-https'];
      return all(oneOf(main.ViewerProtocolPolicy, https), every(others, (behaviour) => oneOf(behaviour.ViewerProtocolPolicy, https)));
    },
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled = true
  default_cache_behavior {
    target_origin_id       = "site"
    viewer_protocol_policy = "redirect-to-https"
  }
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        DefaultCacheBehavior:
          TargetOriginId: site
          ViewerProtocolPolicy: https-only`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html'],
  equivalents: {
    checkov: equal('CKV_AWS_34'),
    trivy: equal('AVD-AWS-0012'),
    prowler: equal('cloudfront_distributions_https_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          default_cache_behavior {
            target_origin_id       = "site"
            viewer_protocol_policy = "redirect-to-https"
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
                  TargetOriginId: site
                  ViewerProtocolPolicy: https-only
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          default_cache_behavior {
            target_origin_id       = "site"
            viewer_protocol_policy = "allow-all"
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
                  TargetOriginId: site
                  ViewerProtocolPolicy: allow-all
      `,
    ],
    unknown: [
      tf`
        variable "policy" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          default_cache_behavior {
            target_origin_id       = "site"
            viewer_protocol_policy = var.policy
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
                  TargetOriginId: site
                  ViewerProtocolPolicy: !Ref PPolicy
      `,
    ],
  },
});
