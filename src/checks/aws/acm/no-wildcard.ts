import { type Field, all, every, not, startsWith } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-acm-no-wildcard',
  title: 'Certificate is for names, not for a wildcard',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::CertificateManager::Certificate',
  why: 'A wildcard certificate that is stolen serves for every name of the domain, also for those that you have never used.',
  cwe: ['CWE-295'],
  judgement: {
    detection: 'hard: the certificate works everywhere',
    effort: 'minutes: certificates are free',
    reach: 'every name of the domain',
    trap: 'one certificate is easier to keep safe than ten',
  },
  evaluate: ({ DomainName: name, SubjectAlternativeNames: others }) => all(not(startsWith(name, '*.')), every(others, (other) => not(startsWith(other as Field<string>, '*.')))),
  fix: {
    terraform: `resource "aws_acm_certificate" "c" {
  domain_name       = "www.example.com"
  validation_method = "DNS"
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: www.example.com`,
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html'],
  equivalents: {
    checkov: broader('CKV2_AWS_71'),
  },
  examples: {
    good: [
      tf`
        resource "aws_acm_certificate" "c" {
          domain_name       = "www.example.com"
          validation_method = "DNS"
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
      `,
    ],
    bad: [
      tf`
        resource "aws_acm_certificate" "c" {
          domain_name       = "*.example.com"
          validation_method = "DNS"
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: "*.example.com"
      `,
    ],
    unknown: [
      tf`
        variable "name" {}
        resource "aws_acm_certificate" "c" {
          domain_name       = var.name
          validation_method = "DNS"
        }
      `,
      cfn`
        Parameters:
          PName:
            Type: String
        Resources:
          C:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: !Ref PName
      `,
    ],
  },
});
