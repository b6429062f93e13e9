import { all, atLeast, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-strict-transport-security',
  title: 'Response headers tell browsers to stay on HTTPS',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::CloudFront::ResponseHeadersPolicy',
  why: 'The first request of a visit often goes out in plain HTTP, and whoever sits on the way answers it. The header makes the browser ask for HTTPS from then on.',
  cwe: ['CWE-319', 'CWE-523'],
  judgement: {
    detection: 'easy: any header scanner shows it',
    effort: 'seconds',
    reach: 'every viewer',
    trap: 'a redirect to HTTPS is enough; the redirect itself travels in the clear',
  },
  evaluate: ({ ResponseHeadersPolicyConfig: { SecurityHeadersConfig: { StrictTransportSecurity: transport } } }) =>
      all(atLeast(transport.AccessControlMaxAgeSec, 31536000), isTrue(transport.IncludeSubdomains), isTrue(transport.Override)),
  fix: {
    terraform: `resource "aws_cloudfront_response_headers_policy" "p" {
  name = "strict"
  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 31536000
      include_subdomains         = true
      override                   = true
      preload                    = true
    }
  }
}`,
    cloudformation: `Resources:
  P:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: strict
        SecurityHeadersConfig:
          StrictTransportSecurity:
            AccessControlMaxAgeSec: 31536000
            IncludeSubdomains: true
            Override: true
            Preload: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html'],
  equivalents: {
    checkov: equal('CKV_AWS_259'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_response_headers_policy" "p" {
          name = "strict"
          security_headers_config {
            strict_transport_security {
              access_control_max_age_sec = 31536000
              include_subdomains         = true
              override                   = true
              preload                    = true
            }
          }
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::CloudFront::ResponseHeadersPolicy
            Properties:
              ResponseHeadersPolicyConfig:
                Name: strict
                SecurityHeadersConfig:
                  StrictTransportSecurity:
                    AccessControlMaxAgeSec: 31536000
                    IncludeSubdomains: true
                    Override: true
                    Preload: true
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_response_headers_policy" "p" {
          name = "strict"
          security_headers_config {
            strict_transport_security {
              access_control_max_age_sec = 60
              include_subdomains         = true
              override                   = true
              preload                    = true
            }
          }
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::CloudFront::ResponseHeadersPolicy
            Properties:
              ResponseHeadersPolicyConfig:
                Name: strict
                SecurityHeadersConfig:
                  StrictTransportSecurity:
                    AccessControlMaxAgeSec: 0
                    IncludeSubdomains: true
                    Override: true
                    Preload: true
      `,
    ],
    unknown: [
      tf`
        variable "age" {}
        resource "aws_cloudfront_response_headers_policy" "p" {
          name = "strict"
          security_headers_config {
            strict_transport_security {
              access_control_max_age_sec = var.age
              include_subdomains         = true
              override                   = true
              preload                    = true
            }
          }
        }
      `,
      cfn`
        Parameters:
          PAge:
            Type: String
        Resources:
          P:
            Type: AWS::CloudFront::ResponseHeadersPolicy
            Properties:
              ResponseHeadersPolicyConfig:
                Name: strict
                SecurityHeadersConfig:
                  StrictTransportSecurity:
                    AccessControlMaxAgeSec: !Ref PAge
                    IncludeSubdomains: true
                    Override: true
                    Preload: true
      `,
    ],
  },
});
