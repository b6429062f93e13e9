import { any, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-custom-certificate',
  title: 'Distribution has a certificate of its own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::CloudFront::Distribution',
  why: 'With CloudFront\'s certificate the site lives under a name that is not yours, and viewers may use old versions of TLS.',
  cwe: ['CWE-295', 'CWE-326'],
  judgement: {
    detection: 'easy: the name in the address bar',
    effort: 'minutes: a free certificate',
    reach: 'every viewer',
    trap: 'the default certificate is fine; it fixes no minimum version',
  },
  evaluate: ({ DistributionConfig: { ViewerCertificate: certificate } }) => any(isPresent(certificate.AcmCertificateArn), isPresent(certificate.IamCertificateId)),
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled = true
  viewer_certificate {
    acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/1"
  }
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/1`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_42'),
    prowler: equal('cloudfront_distributions_custom_ssl_certificate'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          viewer_certificate {
            acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/1"
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
                ViewerCertificate:
                  AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/1
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          viewer_certificate {
            cloudfront_default_certificate = true
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
                ViewerCertificate:
                  CloudFrontDefaultCertificate: true
      `,
    ],
    unknown: [
      tf`
        variable "certificate" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          viewer_certificate {
            acm_certificate_arn = var.certificate
          }
        }
      `,
      cfn`
        Parameters:
          PCertificate:
            Type: String
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                ViewerCertificate:
                  AcmCertificateArn: !Ref PCertificate
      `,
    ],
  },
});
