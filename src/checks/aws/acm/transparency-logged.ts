import { equals, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-acm-transparency-logged',
  title: 'Certificate is logged publicly',
  row: 'logging',
  severity: 'low',
  on: 'AWS::CertificateManager::Certificate',
  why: 'Transparency logs are how one learns that somebody got a certificate for one\'s name. Browsers distrust those that are in no log.',
  cwe: ['CWE-295'],
  judgement: {
    detection: 'easy: browsers complain',
    effort: 'seconds',
    reach: 'every visitor of the name',
    trap: 'keeping a name out of the log keeps it secret',
  },
  evaluate: ({ CertificateTransparencyLoggingPreference: preference }) => not(equals(preference, 'DISABLED')),
  fix: {
    terraform: `resource "aws_acm_certificate" "c" {
  domain_name = "www.example.com"
  options {
    certificate_transparency_logging_preference = "ENABLED"
  }
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: www.example.com
      CertificateTransparencyLoggingPreference: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html#best-practices-transparency'],
  equivalents: {
    checkov: equal('CKV_AWS_234'),
    prowler: equal('acm_certificates_transparency_logs_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_acm_certificate" "c" {
          domain_name = "www.example.com"
          options {
            certificate_transparency_logging_preference = "ENABLED"
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              CertificateTransparencyLoggingPreference: ENABLED
      `,
    ],
    bad: [
      tf`
        resource "aws_acm_certificate" "c" {
          domain_name = "www.example.com"
          options {
            certificate_transparency_logging_preference = "DISABLED"
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              CertificateTransparencyLoggingPreference: DISABLED
      `,
    ],
    unknown: [
      tf`
        variable "preference" {}
        resource "aws_acm_certificate" "c" {
          domain_name = "www.example.com"
          options {
            certificate_transparency_logging_preference = var.preference
          }
        }
      `,
      cfn`
        Parameters:
          PPreference:
            Type: String
        Resources:
          C:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              CertificateTransparencyLoggingPreference: !Ref PPreference
      `,
    ],
  },
});
