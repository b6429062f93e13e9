import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-waf',
  title: 'Distribution stands behind a web application firewall',
  row: 'network',
  severity: 'low',
  on: 'AWS::CloudFront::Distribution',
  why: 'A firewall at the edge turns away known attacks and floods before they reach the application, and is where a rule goes in minutes when the next Log4j comes.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: the setting is on the distribution',
    effort: 'hours: rules that let the real traffic through',
    reach: 'everything behind the distribution',
    trap: 'CloudFront protects by itself; it stops floods of packets, not attacks in requests',
  },
  evaluate: ({ DistributionConfig: config }) => isPresent(config.WebACLId),
  fix: {
    terraform: `resource "aws_wafv2_web_acl" "w" {
  name  = "site"
  scope = "CLOUDFRONT"
}
resource "aws_cloudfront_distribution" "d" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.w.arn
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        WebACLId: arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html'],
  equivalents: {
    checkov: equal('CKV_AWS_68'),
    trivy: equal('AVD-AWS-0011'),
    prowler: equal('cloudfront_distributions_using_waf'),
  },
  examples: {
    good: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "CLOUDFRONT"
        }
        resource "aws_cloudfront_distribution" "d" {
          enabled    = true
          web_acl_id = aws_wafv2_web_acl.w.arn
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                WebACLId: arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1
      `,
    ],
    bad: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "CLOUDFRONT"
        }
        resource "aws_cloudfront_distribution" "d" {
          enabled    = true
          web_acl_id = null
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                WebACLId: ""
      `,
    ],
    unknown: [
      tf`
        variable "acl" {}
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "CLOUDFRONT"
        }
        resource "aws_cloudfront_distribution" "d" {
          enabled    = true
          web_acl_id = var.acl
        }
      `,
      cfn`
        Parameters:
          PAcl:
            Type: String
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                WebACLId: !Ref PAcl
      `,
    ],
  },
});
