import { type Field, every, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-origin-tls-version',
  title: 'Distribution uses TLS 1.2 with its origins',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::CloudFront::Distribution',
  why: 'SSL 3 and the first versions of TLS can be broken on the way between the edge and the origin.',
  cwe: ['CWE-326', 'CWE-327'],
  judgement: {
    detection: 'hard: the viewer sees a modern connection',
    effort: 'minutes',
    reach: 'every request that the cache does not answer',
    trap: 'CloudFront picks the best version; it accepts any of the list',
  },
  evaluate: ({ DistributionConfig: { Origins: origins } }) => every(origins, ({ CustomOriginConfig: origin }) => every(origin.OriginSSLProtocols, (version) => oneOf(version as Field<string>, ['TLSv1.2', 'TLSv1.3']))),
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
              OriginProtocolPolicy: https-only
              OriginSSLProtocols: [TLSv1.2]`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginSSLProtocols'],
  equivalents: {
    checkov: equal('CKV2_AWS_54'),
    prowler: equal('cloudfront_distributions_using_deprecated_ssl_protocols'),
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
                      OriginSSLProtocols: [TLSv1.2]
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
              origin_protocol_policy = "https-only"
              origin_ssl_protocols   = ["SSLv3"]
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
                      OriginSSLProtocols: [TLSv1]
      `,
    ],
    unknown: [
      tf`
        variable "version" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          origin {
            domain_name = "app.example.com"
            origin_id   = "app"
            custom_origin_config {
              http_port              = 80
              https_port             = 443
              origin_protocol_policy = "https-only"
              origin_ssl_protocols   = [var.version]
            }
          }
        }
      `,
      cfn`
        Parameters:
          PVersion:
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
                      OriginProtocolPolicy: https-only
                      OriginSSLProtocols: [!Ref PVersion]
      `,
    ],
  },
});
