import { all, decide, equals, type Field } from '../../../model/index.js';
import { notBefore } from '../dates.js';
import { account, defineCheck, equal } from '../../define.js';

const DAYS = 30;

export default defineCheck({
  id: 'aws-acm-not-expiring',
  title: 'Certificate is valid for thirty days more',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::CertificateManager::Certificate',
  why: 'An expired certificate breaks its site, and teaches people to click through warnings. Imported ones, and those whose validation record is gone, do not renew by themselves.',
  cwe: ['CWE-298'],
  judgement: {
    detection: 'easy: ACM shows the date',
    effort: 'minutes: mend the validation record, or import the new one',
    reach: 'what the certificate stands for',
    trap: 'ACM renews all certificates',
  },
  applies: (_, { resource, facts }) => all(decide(resource.dialect === 'api'), equals(facts.Status as Field<string>, 'ISSUED')),
  evaluate: (_, { facts, now }) => notBefore(facts.NotAfter as Field<string>, DAYS, now),
  fix: { aws: `aws acm renew-certificate --certificate-arn ARN` },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html'],
  equivalents: {
    prowler: equal('acm_certificates_expiration_check'),
  },
  examples: {
    good: [
      account`{"acm": {"ListCertificatesCommand {\"Includes\":{\"keyTypes\":[\"RSA_1024\",\"RSA_2048\",\"RSA_3072\",\"RSA_4096\",\"EC_prime256v1\",\"EC_secp384r1\",\"EC_secp521r1\"]}}": {"CertificateSummaryList": [{"CertificateArn": "arn:aws:acm:us-east-1:111122223333:certificate/1"}]}, "DescribeCertificateCommand {\"CertificateArn\":\"arn:aws:acm:us-east-1:111122223333:certificate/1\"}": {"Certificate": {"CertificateArn": "arn:aws:acm:us-east-1:111122223333:certificate/1", "DomainName": "example.com", "Status": "ISSUED", "NotAfter": {"$date": "2026-12-01T00:00:00Z"}}}}}`,
    ],
    bad: [
      account`{"acm": {"ListCertificatesCommand {\"Includes\":{\"keyTypes\":[\"RSA_1024\",\"RSA_2048\",\"RSA_3072\",\"RSA_4096\",\"EC_prime256v1\",\"EC_secp384r1\",\"EC_secp521r1\"]}}": {"CertificateSummaryList": [{"CertificateArn": "arn:aws:acm:us-east-1:111122223333:certificate/1"}]}, "DescribeCertificateCommand {\"CertificateArn\":\"arn:aws:acm:us-east-1:111122223333:certificate/1\"}": {"Certificate": {"CertificateArn": "arn:aws:acm:us-east-1:111122223333:certificate/1", "DomainName": "example.com", "Status": "ISSUED", "NotAfter": {"$date": "2026-01-10T00:00:00Z"}}}}}`,
    ],
    unknown: [],
  },
});
