import { any, equals, every, isAbsent } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-origin-https',
  title: 'Distribution speaks HTTPS with its origins',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::CloudFront::Distribution',
  why: 'The second half of the way crosses the internet as well. With plain HTTP it is readable there, though the viewer sees a padlock.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: the padlock is shown',
    effort: 'minutes, once the origin has a certificate',
    reach: 'every request that the cache does not answer',
    trap: 'the padlock stands for the whole way',
  },
  evaluate: ({ DistributionConfig: { Origins: origins } }) =>
      every(origins, ({ CustomOriginConfig: origin }) => any(isAbsent(origin.OriginProtocolPolicy), equals(origin.OriginProtocolPolicy, 'https-only'))),
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled = true
  origin {
    domain_name = "app.example.com"
    origin_id   = "app"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: app
            DomainName: app.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html'],
  equivalents: {
    checkov: broader('CKV2_AWS_72'),
    prowler: equal('cloudfront_distributions_origin_traffic_encrypted'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          origin {
            domain_name = "app.example.com"
            origin_id   = "app"
            custom_origin_config {
              http_port              = 80
              https_port             = 443
              origin_protocol_policy = "https-only"
              origin_ssl_protocols   = ["TLSv1.2"]
            }
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
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: https-only
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          origin {
            domain_name = "app.example.com"
            origin_id   = "app"
            custom_origin_config {
              http_port              = 80
              https_port             = 443
              origin_protocol_policy = "http-only"
              origin_ssl_protocols   = ["TLSv1.2"]
            }
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
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: match-viewer
      `,
    ],
    unknown: [
      tf`
        variable "policy" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          origin {
            domain_name = "app.example.com"
            origin_id   = "app"
            custom_origin_config {
              http_port              = 80
              https_port             = 443
              origin_protocol_policy = var.policy
              origin_ssl_protocols   = ["TLSv1.2"]
            }
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
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: !Ref PPolicy
      `,
    ],
  },
});
