import { notBefore } from '../dates.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-server-certificate-valid',
  title: 'Server certificates in IAM are valid',
  row: 'encryption',
  severity: 'medium',
  on: 'Demarc::IAM::ServerCertificate',
  why: 'An expired certificate breaks its site, and teaches people to click through warnings. IAM does not renew it.',
  cwe: ['CWE-298'],
  judgement: {
    detection: 'easy: the list shows the date',
    effort: 'minutes: delete it; move to ACM, which renews',
    reach: 'what the certificate stands for',
    trap: 'nothing uses it any more',
  },
  evaluate: ({ Expiration: end }, { now }) => notBefore(end, 0, now),
  fix: { aws: `aws iam delete-server-certificate --server-certificate-name NAME` },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html'],
  equivalents: {
    prowler: equal('iam_no_expired_server_certificates_stored'),
  },
  examples: {
    good: [
      account`{"iam": {"ListServerCertificatesCommand {}": {"ServerCertificateMetadataList": [{"ServerCertificateName": "web", "Arn": "arn:aws:iam::111122223333:server-certificate/web", "Expiration": {"$date": "2027-01-01T00:00:00Z"}}]}}}`,
    ],
    bad: [
      account`{"iam": {"ListServerCertificatesCommand {}": {"ServerCertificateMetadataList": [{"ServerCertificateName": "web", "Arn": "arn:aws:iam::111122223333:server-certificate/web", "Expiration": {"$date": "2025-01-01T00:00:00Z"}}]}}}`,
    ],
    unknown: [],
  },
});
