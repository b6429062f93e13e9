import { because, matches } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-tls-version',
  title: 'Distribution asks its viewers for TLS 1.2 or later',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::CloudFront::Distribution',
  why: 'Older versions of TLS can be broken on the way. CloudFront\'s own certificate allows them, so does a minimum that was set years ago.',
  cwe: ['CWE-326', 'CWE-327'],
  judgement: {
    detection: 'easy: any TLS scanner shows it',
    effort: 'minutes: a certificate of your own and a minimum',
    reach: 'every viewer',
    trap: 'the browser picks the best version; an attacker picks the worst that both accept',
  },
  evaluate: ({ DistributionConfig: { ViewerCertificate: certificate } }) =>
      because(matches(certificate.MinimumProtocolVersion, /^TLSv1\.[23]/), (truth) => (truth === false ? 'viewers may use a version of TLS before 1.2' : undefined)),
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled = true
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/1
          MinimumProtocolVersion: TLSv1.2_2019`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html'],
  equivalents: {
    checkov: [...equal('CKV_AWS_174'), ...broader('CKV2_AWS_54')],
    trivy: equal('AVD-AWS-0013'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          viewer_certificate {
            acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
            minimum_protocol_version = "TLSv1.2_2021"
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
                  MinimumProtocolVersion: TLSv1.2_2019
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          viewer_certificate {
            acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
            minimum_protocol_version = "TLSv1"
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
                  MinimumProtocolVersion: TLSv1.1_2016
      `,
    ],
    unknown: [
      tf`
        variable "version" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          viewer_certificate {
            acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
            minimum_protocol_version = var.version
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
                ViewerCertificate:
                  AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/1
                  MinimumProtocolVersion: !Ref PVersion
      `,
    ],
  },
});
